package dev.leibniz.processor.frontend.read.values;

import com.sun.source.tree.Tree;
import dev.leibniz.processor.frontend.shadow.SourceFile;
import dev.leibniz.processor.ir.Layout;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The closures of one program, by the names of the records that stand for them. */
public final class ClosureTable {
    private final Map<Object, String> names = new HashMap<>();
    private final Map<String, Closure> closures = new HashMap<>();

    /**
     * The name of the record that stands for a closure.
     *
     * @param code the key that distinguishes it from others
     */
    public String nameOf(Object code, Closure closure) {
        String name = names.computeIfAbsent(code, c -> "<function " + (names.size() + 1) + ">");
        closures.putIfAbsent(name, closure);
        return name;
    }

    public Optional<Closure> find(Layout layout) {
        return layout instanceof Layout.Record record
                ? Optional.ofNullable(closures.get(record.javaName()))
                : Optional.empty();
    }

    /** Whether there is a closure somewhere in it. */
    public boolean isIn(Layout layout) {
        return find(layout).isPresent()
                || layout instanceof Layout.Record record
                        && record.fields().stream().anyMatch(field -> isIn(field.layout()));
    }

    /** The depth to which closures capture each other. */
    public int depth(Layout layout) {
        if (!(layout instanceof Layout.Record record)) {
            return 0;
        }
        int inner = record.fields().stream()
                .mapToInt(field -> depth(field.layout()))
                .max()
                .orElse(0);
        return find(layout).isPresent() ? inner + 1 : inner;
    }

    /** The place where a function was written, or one that is in a record. */
    public Optional<Tree> placeOf(Layout layout, SourceFile file) {
        Optional<Closure> closure = find(layout);
        if (!(layout instanceof Layout.Record record)) {
            return Optional.empty();
        } else if (closure.isPresent() && closure.get() instanceof Closure.Lambda lambda) {
            return lambda.around().file() == file ? Optional.of(lambda.tree()) : Optional.empty();
        } else if (closure.isPresent() && closure.get() instanceof Closure.Reference reference) {
            return Optional.of(reference.tree());
        }
        return record.fields().stream()
                .flatMap(field -> placeOf(field.layout(), file).stream())
                .findFirst();
    }
}
