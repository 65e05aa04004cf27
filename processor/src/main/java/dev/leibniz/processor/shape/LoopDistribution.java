package dev.leibniz.processor.shape;

import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.walk.Copier;
import dev.leibniz.processor.shape.LoopParts.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes several loops of one whose iterations are independent and touch one element of each array. HotSpot makes vector
 * instructions of a short loop, and gives up on a long one. Nothing but loads and what does not depend on the iteration is done
 * twice, and no loop reads or writes what another of them writes, but for the pieces of a {@link LongSum}.
 */
public final class LoopDistribution {
    private final LoopParts all;
    private final List<Part> parts = new ArrayList<>();

    private LoopDistribution(LoopParts all) {
        this.all = all;
    }

    /** The same function with several loops in place of one. */
    public static Function in(Function function, LoopParts.Arrays arrays) {
        List<Stmt> stmts = function.body().stmts().stream()
                .flatMap(stmt -> stmt instanceof Loop.For loop ? of(loop, arrays).stream() : Stream.of(stmt))
                .toList();
        return function.withBody(function.body().with(stmts, function.body().yields()));
    }

    /** The loop itself, or loops that do the same one after the other. */
    static List<Stmt> of(Loop.For loop, LoopParts.Arrays arrays) {
        List<Stmt> stmts = loop.body().stmts();
        boolean onlyComputesAndWrites = stmts.stream()
                .allMatch(stmt ->
                        stmt instanceof Stmt.Let || stmt instanceof Stmt.Store || stmt instanceof Stmt.Accumulate);
        if (!loop.params().isEmpty() || !onlyComputesAndWrites) {
            return List.of(loop);
        }
        LoopParts all = new LoopParts(stmts, loop.index(), arrays);
        LoopDistribution distribution = new LoopDistribution(all);
        Part whole = new Part();
        for (int i = 0; i < stmts.size(); i++) {
            if (!(stmts.get(i) instanceof Stmt.Let)) {
                Part part = all.of(i);
                whole.add(part);
                distribution.join(part);
            }
        }
        if (all.fits(whole)) {
            return List.of(loop);
        }
        List<List<Stmt>> bodies = new ArrayList<>();
        distribution.packed().forEach(part -> bodies.addAll(LongSum.pieces(part, all)));
        return bodies.size() == 1
                ? List.of(loop)
                : bodies.stream().map(body -> loop(loop, body)).toList();
    }

    /** Adds a part; those it cannot be apart from become one with it. */
    private void join(Part part) {
        List<Part> together = parts.stream()
                .filter(other -> all.shareWork(part, other) || all.collide(part, other))
                .toList();
        parts.removeAll(together);
        together.forEach(part::add);
        parts.add(part);
    }

    /** The parts, as many of them in one loop as it can take. */
    private List<Part> packed() {
        List<Part> packed = new ArrayList<>();
        for (Part part : parts) {
            int last = packed.size() - 1;
            if (!packed.isEmpty() && all.fits(packed.get(last).and(part))) {
                packed.set(last, packed.get(last).and(part));
            } else {
                packed.add(part);
            }
        }
        return packed;
    }

    private static Stmt loop(Loop.For whole, List<Stmt> body) {
        return (Loop.For)
                new Copier().stmt(whole.carrying(List.of(), List.of(), new Block(body, List.of()), List.of()));
    }
}
