package dev.leibniz.processor.shape;

import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The body of a loop whose iterations are independent and touch one element of each array, as what each write needs. */
public final class LoopParts {
    /**
     * The size of a loop that HotSpot makes vector instructions of. HotSpot 17 unrolls a loop of up to 60 nodes
     * (LoopUnrollLimit), of which about 16 are the loop's own, and what is not unrolled does not become vector instructions.
     */
    private static final int LARGEST = 44;

    /** The nodes of an element of an array: its address, and its load or store. */
    private static final int ELEMENT = 5;

    /** The arrays of the loop that are the same one. */
    public interface Arrays {
        /** Equal for arrays that are surely the same. */
        Object identity(Value array);

        boolean mayBeSame(Value a, Value b);
    }

    /** Some statements, and all that is computed for them. */
    static final class Part {
        private final Set<Integer> stmts = new TreeSet<>();
        private final Set<Value> read = new LinkedHashSet<>();
        private final Set<Value> written = new LinkedHashSet<>();

        /** The union of the two parts. */
        Part and(Part other) {
            Part both = new Part();
            both.add(this);
            both.add(other);
            return both;
        }

        void add(Part other) {
            stmts.addAll(other.stmts);
            read.addAll(other.read);
            written.addAll(other.written);
        }
    }

    private final List<Stmt> stmts;
    private final Arrays arrays;
    private final Map<Value, Integer> definitions = new HashMap<>();
    private final Set<Value> varying = new HashSet<>();

    LoopParts(List<Stmt> stmts, Var index, Arrays arrays) {
        this.stmts = stmts;
        this.arrays = arrays;
        varying.add(index);
        for (int i = 0; i < stmts.size(); i++) {
            if (stmts.get(i) instanceof Stmt.Let let) {
                definitions.put(let.target(), i);
                if (let.expr() instanceof Expr.Load || let.operands().stream().anyMatch(varying::contains)) {
                    varying.add(let.target());
                }
            }
        }
    }

    /** One of the statements, by its place, and all that it needs. */
    Part of(int place) {
        Part part = new Part();
        require(place, part);
        return part;
    }

    /** All that a value needs. */
    Part of(Value value) {
        Part part = new Part();
        require(value, part);
        return part;
    }

    /** The array that a store writes, without the values that the store needs. */
    Part target(Stmt.Store store) {
        Part part = new Part();
        part.written.add(store.array());
        return part;
    }

    private void require(Value value, Part part) {
        Integer definition = definitions.get(value);
        if (definition != null) {
            require(definition, part);
        }
    }

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
        stmt.operands().forEach(operand -> require(operand, part));
    }

    /** The statements of a part, in order. */
    List<Stmt> stmts(Part part) {
        return part.stmts.stream().map(stmts::get).toList();
    }

    /** Whether two parts, in loops of their own, would both compute the same. */
    boolean shareWork(Part a, Part b) {
        return a.stmts.stream().filter(b.stmts::contains).map(stmts::get).anyMatch(this::isWork);
    }

    private boolean isWork(Stmt stmt) {
        return !(stmt instanceof Stmt.Let let) || !(let.expr() instanceof Expr.Load) && varying.contains(let.target());
    }

    /** Whether one part may write what the other reads. */
    boolean changes(Part writer, Part reader) {
        return meet(writer.written, reader.read);
    }

    /** Whether one of the parts may write what the other reads or writes. */
    boolean collide(Part a, Part b) {
        return changes(a, b) || changes(b, a) || meet(a.written, b.written);
    }

    private boolean meet(Set<Value> some, Set<Value> others) {
        return some.stream().anyMatch(a -> others.stream().anyMatch(b -> arrays.mayBeSame(a, b)));
    }

    /** Whether HotSpot makes vector instructions of a loop with these statements and as many more operations. */
    boolean fits(Part part, int operations) {
        Set<Object> different = new HashSet<>();
        part.read.forEach(array -> different.add(arrays.identity(array)));
        part.written.forEach(array -> different.add(arrays.identity(array)));
        long work = part.stmts.stream().map(stmts::get).filter(this::isWork).count();
        return ELEMENT * different.size() + work + operations <= LARGEST;
    }

    boolean fits(Part part) {
        return fits(part, 0);
    }
}
