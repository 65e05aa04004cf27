package dev.leibniz.processor.shape;

import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Origin;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The arrays in which values travel between the parts of a method that was too long: one array for each type, and in it
 * one element for each value, written where the value is defined. An element serves one variable only, and variables
 * are defined once: whoever reads an element after the definition finds the value, also in a loop.
 */
final class FrameLayout {
    private final Map<Type, Var> frames = new LinkedHashMap<>();
    private final Map<Var, Integer> slots = new HashMap<>();
    private final Map<Type, Integer> sizes = new HashMap<>();

    /** Gives the variable an element of the frame of its type, if it has none. */
    void add(Var variable) {
        Type type = variable.type();
        frames.computeIfAbsent(type, t -> new Var(name(t), Type.arrayOf(t)));
        slots.computeIfAbsent(variable, v -> sizes.merge(type, 1, Integer::sum) - 1);
    }

    private static String name(Type type) {
        if (type == Type.DOUBLE) {
            return "frame";
        }
        String leaf = type.leaf() instanceof Type.Scalar scalar ? scalar.toString() : "object";
        return leaf + "Array".repeat(type.rank()) + "Frame";
    }

    boolean has(Var variable) {
        return slots.containsKey(variable);
    }

    /** {@code variable = frame[slot]}, under the variable's own name. */
    Stmt load(Var variable, Origin origin) {
        return new Stmt.Let(variable, new Expr.Load(frame(variable), slot(variable)), origin);
    }

    /** {@code frame[slot] = value}, for a variable that is not defined in any other way. */
    Stmt store(Var variable, Value value) {
        return new Stmt.Store(frame(variable), slot(variable), value, Origin.NONE);
    }

    private Var frame(Var variable) {
        Var frame = frames.get(variable.type());
        if (frame == null) {
            throw new IllegalStateException("not in a frame: " + variable);
        }
        return frame;
    }

    private Value slot(Var variable) {
        Integer slot = slots.get(variable);
        if (slot == null) {
            throw new IllegalStateException("not in a frame: " + variable);
        }
        return Const.of(slot);
    }

    /** The allocation of all frames. */
    List<Stmt> allocations() {
        List<Stmt> all = new ArrayList<>();
        frames.forEach((type, frame) -> all.add(new Stmt.Let(
                frame, new Expr.NewArray(frame.type(), List.of(Const.of(sizes.getOrDefault(type, 0)))), Origin.NONE)));
        return all;
    }

    /** Writes those of the variables that have an element to their element. */
    List<Stmt> stores(List<Var> variables, Origin origin) {
        List<Stmt> stores = new ArrayList<>();
        for (Var variable : variables) {
            if (has(variable)) {
                stores.add(new Stmt.Store(frame(variable), slot(variable), variable, origin));
            }
        }
        return stores;
    }

    /** The statements with a write after each definition of a variable that has an element. */
    List<Stmt> withStores(List<Stmt> stmts) {
        List<Stmt> all = new ArrayList<>();
        for (Stmt stmt : stmts) {
            all.add(withStoresInside(stmt));
            if (!isLoad(stmt)) {
                all.addAll(stores(stmt.results(), stmt.origin()));
            }
        }
        return all;
    }

    boolean hasFrameOf(Type type) {
        return frames.containsKey(type);
    }

    boolean isFrame(Var variable) {
        return frames.get(variable.type() instanceof Type.Array array ? array.element() : variable.type()) == variable;
    }

    /** Whether the statement only reads a variable from its frame. */
    boolean isLoad(Stmt stmt) {
        return stmt instanceof Stmt.Let let
                && let.expr() instanceof Expr.Load load
                && load.array() instanceof Var array
                && isFrame(array);
    }

    private Stmt withStoresInside(Stmt stmt) {
        if (stmt instanceof Stmt.If s) {
            return s.with(s.condition(), withStores(s.then(), List.of()), withStores(s.otherwise(), List.of()));
        } else if (stmt instanceof Loop.For s) {
            List<Var> given = new ArrayList<>(s.params());
            given.add(s.index());
            return s.with(s.operands(), List.of(withStores(s.body(), given)));
        } else if (stmt instanceof Loop.While s) {
            return s.with(s.operands(), List.of(s.condition(), withStores(s.body(), s.params())));
        }
        return stmt;
    }

    private Block withStores(Block block, List<Var> given) {
        List<Stmt> all = new ArrayList<>(stores(given, Origin.NONE));
        all.addAll(withStores(block.stmts()));
        return new Block(all, block.yields());
    }
}
