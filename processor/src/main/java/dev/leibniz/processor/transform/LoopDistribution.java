package dev.leibniz.processor.transform;

import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.Copier;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Makes several loops of one whose iterations are independent and touch one element of each array. HotSpot makes vector
 * instructions of a loop that touches few arrays, and gives up on one that touches many. Nothing but loads and what does not
 * depend on the iteration is done twice, and no loop reads or writes what another of them writes.
 */
final class LoopDistribution {
    /** Arrays in a loop that can be left as it is. */
    private static final int MOST_ARRAYS = 8;

    /** Which arrays of the loop are the same one. */
    interface Arrays {
        /** Equal for arrays that are surely the same. */
        Object identity(Value array);

        boolean mayBeSame(Value a, Value b);
    }

    private final List<Stmt> stmts;
    private final Arrays arrays;
    private final Map<Var, Integer> definitions = new HashMap<>();
    private final Set<Var> varying = new HashSet<>();
    private final List<Part> parts = new ArrayList<>();

    /** Some writes, and all that is computed for them. */
    private static final class Part {
        final Set<Integer> stmts = new TreeSet<>();
        final Set<Value> read = new LinkedHashSet<>();
        final Set<Value> written = new LinkedHashSet<>();

        void add(Part other) {
            stmts.addAll(other.stmts);
            read.addAll(other.read);
            written.addAll(other.written);
        }
    }

    private LoopDistribution(List<Stmt> stmts, Var index, Arrays arrays) {
        this.stmts = stmts;
        this.arrays = arrays;
        this.varying.add(index);
    }

    /** The loop itself, or loops that do the same one after the other. */
    static List<Stmt> of(Stmt.For loop, Arrays arrays) {
        LoopDistribution distribution = new LoopDistribution(loop.body().stmts(), loop.index(), arrays);
        if (!loop.params().isEmpty() || !distribution.findParts()) {
            return List.of(loop);
        }
        List<Part> packed = distribution.packed();
        return packed.size() == 1
                ? List.of(loop)
                : packed.stream().map(part -> distribution.loop(loop, part)).toList();
    }

    /** Whether the loop is too large and only computes and writes. */
    private boolean findParts() {
        Part whole = new Part();
        for (int i = 0; i < stmts.size(); i++) {
            Stmt stmt = stmts.get(i);
            if (stmt instanceof Stmt.Let let) {
                definitions.put(let.target(), i);
                if (let.expr() instanceof Expr.Load || let.operands().stream().anyMatch(varying::contains)) {
                    varying.add(let.target());
                }
            } else if (stmt instanceof Stmt.Store || stmt instanceof Stmt.Accumulate) {
                Part part = new Part();
                require(i, part);
                whole.add(part);
                join(part);
            } else {
                return false;
            }
        }
        return size(whole) > MOST_ARRAYS;
    }

    /** Adds a statement and all that it needs. */
    private void require(int i, Part part) {
        if (!part.stmts.add(i)) {
            return;
        }
        Stmt stmt = stmts.get(i);
        if (stmt instanceof Stmt.Let let && let.expr() instanceof Expr.Load load) {
            part.read.add(load.array());
        } else if (stmt instanceof Stmt.Store store) {
            part.written.add(store.array());
        } else if (stmt instanceof Stmt.Accumulate add) {
            part.read.add(add.array());
            part.written.add(add.array());
        }
        stmt.operands().forEach(operand -> {
            Integer definition = operand instanceof Var variable ? definitions.get(variable) : null;
            if (definition != null) {
                require(definition, part);
            }
        });
    }

    /** Adds a part; those it cannot be apart from become one with it. */
    private void join(Part part) {
        List<Part> together = parts.stream()
                .filter(other -> sharesWork(part, other) || collides(part, other) || collides(other, part))
                .toList();
        parts.removeAll(together);
        together.forEach(part::add);
        parts.add(part);
    }

    private boolean sharesWork(Part a, Part b) {
        return a.stmts.stream()
                .filter(b.stmts::contains)
                .map(stmts::get)
                .anyMatch(shared -> !(shared instanceof Stmt.Let let
                        && (let.expr() instanceof Expr.Load || !varying.contains(let.target()))));
    }

    /** Whether one part may write what the other reads or writes. */
    private boolean collides(Part writer, Part other) {
        return writer.written.stream()
                .anyMatch(target -> other.read.stream().anyMatch(array -> arrays.mayBeSame(target, array))
                        || other.written.stream().anyMatch(array -> arrays.mayBeSame(target, array)));
    }

    /** The parts, as many of them in one loop as it can take. */
    private List<Part> packed() {
        List<Part> packed = new ArrayList<>();
        for (Part part : parts) {
            Part both = new Part();
            both.add(part);
            if (!packed.isEmpty()) {
                both.add(packed.get(packed.size() - 1));
            }
            if (!packed.isEmpty() && size(both) <= MOST_ARRAYS) {
                packed.remove(packed.size() - 1);
                packed.add(both);
            } else {
                packed.add(part);
            }
        }
        return packed;
    }

    private int size(Part part) {
        Set<Object> different = new HashSet<>();
        part.read.forEach(array -> different.add(arrays.identity(array)));
        part.written.forEach(array -> different.add(arrays.identity(array)));
        return different.size();
    }

    private Stmt loop(Stmt.For whole, Part part) {
        List<Stmt> body = part.stmts.stream().map(stmts::get).toList();
        return (Stmt.For)
                new Copier().stmt(whole.carrying(List.of(), List.of(), new Block(body, List.of()), List.of()));
    }
}
