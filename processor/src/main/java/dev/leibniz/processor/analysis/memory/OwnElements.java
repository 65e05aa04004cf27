package dev.leibniz.processor.analysis.memory;

import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The elements of an array that each iteration of a loop has to itself: iteration {@code e} has as many as the width, from
 * {@code width * e} on.
 */
public final class OwnElements {
    private static final Value ONE = Const.of(1);

    private final Places places;
    private final Value index;
    private final Value width;

    private OwnElements(Places places, Value index, Value width) {
        this.places = places;
        this.index = index;
        this.width = width;
    }

    /** @param indices the elements that an iteration reads and writes; empty if they are not all its own */
    public static Optional<OwnElements> of(Loop.For loop, List<Value> indices, Places places) {
        List<Value> widths = new ArrayList<>(List.of(ONE));
        indices.forEach(index -> widths.addAll(FlatIndex.factors(index, places)));
        return widths.stream()
                .filter(width -> isKnownBefore(loop, width, places))
                .map(width -> new OwnElements(places, loop.index(), width))
                .filter(own -> indices.stream().allMatch(index -> own.place(index) != null))
                .findFirst();
    }

    private static boolean isKnownBefore(Loop.For loop, Value width, Places places) {
        return width instanceof Const constant
                ? constant.value() instanceof Integer number && number > 0
                : width instanceof Var variable && !places.definedIn(variable).isWithin(places.region(loop.body()));
    }

    /** The number of elements of an iteration. */
    public Value width() {
        return width;
    }

    /**
     * The place of an element among those of its iteration.
     *
     * @param more the number to add to the column
     */
    public record Offset(Value column, int more) {}

    /** The place of an element; null if it is not of the iteration, or if that is not known. */
    public @Nullable Offset place(Value element) {
        if (width.equals(ONE)) {
            return element.equals(index) ? new Offset(Const.of(0), 0) : null;
        }
        FlatIndex flat = FlatIndex.of(element, width, places);
        boolean isOwn = flat != null
                && flat.row().equals(index)
                && new Bounds(places, variable -> true, null).isWithin(flat.column(), flat.more(), width);
        return isOwn ? new Offset(flat.column(), flat.more()) : null;
    }

    /** Whether all elements of a range are of the iteration. */
    public boolean hasRange(Value first, Value length) {
        Offset place = place(first);
        if (place == null || !(place.column() instanceof Const column)) {
            return false;
        }
        int start = (int) column.value() + place.more();
        return start == 0 && length.equals(width)
                || length instanceof Const count
                        && width instanceof Const all
                        && start + (int) count.value() <= (int) all.value();
    }
}
