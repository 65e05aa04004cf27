package dev.leibniz.processor.transform.arrays;

import dev.leibniz.processor.analysis.Coverage;
import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.walk.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Moves the allocation of a work array out of a loop when one array will do for all iterations: it is never known
 * outside the iteration, and its size does not change. Unless each iteration writes its elements before it reads them, or
 * leaves them all zero, as it found them, it is filled with zeros where it was made; a copy of another array is made once, and
 * the elements are copied.
 */
public final class HoistAllocations {
    private final Map<Var, Stmt> definitions = new HashMap<>();
    private final Zeroing zeroing = new Zeroing(definitions::get);

    /** Values that arrays were made with, and that are not negative therefore. */
    private final Set<Value> provenSizes = new HashSet<>();

    /** The lengths of arrays that are known where the pass is; of a copy it is its original's. */
    private final Map<Value, Var> lengths = new HashMap<>();

    private final boolean fills;

    private HoistAllocations(boolean fills) {
        this.fills = fills;
    }

    /** Moves the allocations that can be moved and nothing else; the function may be differentiated again. */
    public static Function in(Function function) {
        return in(function, false);
    }

    /** Moves all, as the last step: an array that is filled with zeros would tie the iterations of its loop together. */
    public static Function filling(Function function) {
        return in(function, true);
    }

    private static Function in(Function function, boolean fills) {
        if (!fills && !Walk.any(function.body(), HoistAllocations::isLoopThatAllocates)) {
            return function;
        }
        HoistAllocations pass = new HoistAllocations(fills);
        pass.definitions.putAll(Walk.definitions(function.body()));
        return function.withBody(pass.block(function.body()));
    }

    private static boolean isLoopThatAllocates(Stmt stmt) {
        if (stmt instanceof Loop loop) {
            for (Stmt inner : loop.body().stmts()) {
                if (inner instanceof Stmt.Let let && let.expr().makesArray()) {
                    return true;
                }
            }
        }
        return false;
    }

    private Block block(Block block) {
        List<Stmt> stmts = new ArrayList<>();
        Set<Value> provenAround = new HashSet<>(provenSizes);
        Set<Value> measuredAround = new HashSet<>(lengths.keySet());
        for (Stmt original : block.stmts()) {
            Stmt stmt = fills && original instanceof Stmt.Let let ? measured(let) : Walk.rebuild(original, this::block);
            if (stmt instanceof Loop loop) {
                stmt = hoistFrom(loop, stmts);
            } else if (stmt instanceof Stmt.Let let && let.expr() instanceof Expr.NewArray) {
                provenSizes.addAll(let.operands());
            } else if (stmt instanceof Stmt.Let let && let.expr() instanceof Expr.Length length) {
                lengths.putIfAbsent(length.array(), let.target());
            } else if (stmt instanceof Stmt.Let let
                    && let.expr() instanceof Expr.CloneArray copy
                    && lengths.containsKey(copy.array())) {
                lengths.put(let.target(), lengths.get(copy.array()));
            }
            stmts.add(stmt);
        }
        provenSizes.retainAll(provenAround);
        lengths.keySet().retainAll(measuredAround);
        return block.with(stmts, block.yields());
    }

    /** Zeros like those of an array are made by its length where that is known. */
    private Stmt.Let measured(Stmt.Let let) {
        if (!(let.expr() instanceof Expr.ZerosLike like)
                || like.type().rank() != 1
                || !lengths.containsKey(like.array())) {
            return let;
        }
        Expr zeros = new Expr.NewArray(like.type(), List.of(lengths.get(like.array())));
        Stmt.Let made = new Stmt.Let(let.target(), zeros, let.origin());
        definitions.put(let.target(), made);
        return made;
    }

    private Stmt hoistFrom(Loop loop, List<Stmt> before) {
        Block body = loop.body();
        Set<Var> inside = new HashSet<>(Walk.blockParams(loop));
        inside.addAll(Walk.definitions(body).keySet());
        Map<Stmt, List<Stmt>> instead = new IdentityHashMap<>();
        if (fills) {
            copies(body, inside, before, instead);
        }
        Map<Var, Stmt.Let> sizes = sizesOf(body, inside);
        Set<Stmt> moved = new LinkedHashSet<>();
        List<Stmt> allocations = new ArrayList<>();
        for (int i = 0; i < body.stmts().size(); i++) {
            if (body.stmts().get(i) instanceof Stmt.Let let
                    && let.expr() instanceof Expr.NewArray array
                    && array.operands().size() == array.type().rank()
                    && array.operands().stream().allMatch(size -> isKnown(size, inside, sizes))) {
                Block rest = new Block(body.stmts().subList(i + 1, body.stmts().size()), body.yields());
                Set<Var> names = namesOf(let.target(), rest);
                boolean stays = names.stream().allMatch(name -> staysInside(rest, name));
                boolean isReusable = stays && names.size() == 1 && isReusable(rest, let.target(), array.operands());
                if (isReusable || fills && stays && isWorthFilling(array)) {
                    for (Value size : array.operands()) {
                        moveSize(size, sizes, moved);
                    }
                    allocate(let, array, allocations);
                    instead.put(let, isReusable ? List.of() : zeros(let));
                }
            }
        }
        if (instead.isEmpty()) {
            return loop;
        }
        before.addAll(moved);
        before.addAll(allocations);
        for (Stmt size : moved) {
            instead.put(size, List.of());
        }
        List<Stmt> kept = body.stmts().stream()
                .flatMap(stmt -> instead.getOrDefault(stmt, List.of(stmt)).stream())
                .toList();
        return Walk.rebuild(loop, inner -> inner == body ? new Block(kept, body.yields()) : inner);
    }

    /** Makes the arrays that are copies of others once; each iteration copies the elements. */
    private void copies(Block body, Set<Var> inside, List<Stmt> before, Map<Stmt, List<Stmt>> instead) {
        for (int i = 0; i < body.stmts().size(); i++) {
            if (body.stmts().get(i) instanceof Stmt.Let let
                    && let.expr() instanceof Expr.CloneArray copy
                    && copy.type().rank() == 1
                    && copy.type().leaf().isFloating()
                    && !inside.contains(copy.array())
                    && lengths.containsKey(copy.array())) {
                Var length = lengths.get(copy.array());
                Block rest = new Block(body.stmts().subList(i + 1, body.stmts().size()), body.yields());
                Set<Var> names = namesOf(let.target(), rest);
                if (names.size() == 1 && staysInside(rest, let.target())) {
                    before.add(
                            new Stmt.Let(let.target(), new Expr.NewArray(copy.type(), List.of(length)), let.origin()));
                    Const zero = Const.of(0);
                    instead.put(
                            let,
                            List.of(new Stmt.CopyRange(copy.array(), zero, let.target(), zero, length, let.origin())));
                    inside.remove(let.target());
                }
            }
        }
    }

    /** Appends the allocation; if the loop does not run, a negative size must not matter. */
    private void allocate(Stmt.Let let, Expr.NewArray array, List<Stmt> out) {
        List<Value> sizes = new ArrayList<>(array.operands());
        sizes.replaceAll(size -> {
            if (isNatural(size)) {
                return size;
            }
            Var natural = Var.temporary(Type.INT);
            Stmt.Let guard = new Stmt.Let(
                    natural, new Expr.Apply(Op.math("max"), List.of(size, Const.of(0)), Type.INT), let.origin());
            definitions.put(natural, guard);
            out.add(guard);
            return natural;
        });
        provenSizes.addAll(sizes);
        out.add(new Stmt.Let(let.target(), new Expr.NewArray(array.type(), sizes), let.origin()));
    }

    /** Whether a value is surely not negative. */
    private boolean isNatural(Value value) {
        if (value instanceof Const constant) {
            return constant.value() instanceof Integer size && size >= 0;
        }
        Expr expr =
                value instanceof Var variable && definitions.get(variable) instanceof Stmt.Let let ? let.expr() : null;
        boolean isSumOrProduct = expr instanceof Expr.Apply apply
                && (apply.op() == Op.Primitive.ADD || apply.op() == Op.Primitive.MUL)
                && apply.operands().stream().allMatch(this::isNatural);
        boolean isMaximum = expr instanceof Expr.Apply apply
                && apply.op().equals(Op.math("max"))
                && apply.operands().stream().anyMatch(this::isNatural);
        return provenSizes.contains(value) || expr instanceof Expr.Length || isSumOrProduct || isMaximum;
    }

    /** The sizes that the body computes from values outside without being able to fail: lengths, and arithmetic on them. */
    private static Map<Var, Stmt.Let> sizesOf(Block body, Set<Var> inside) {
        Map<Var, Stmt.Let> sizes = new HashMap<>();
        for (Stmt stmt : body.stmts()) {
            if (stmt instanceof Stmt.Let let
                    && let.target().type() == Type.INT
                    && isSafe(let.expr())
                    && let.operands().stream().allMatch(operand -> isKnown(operand, inside, sizes))) {
                sizes.put(let.target(), let);
            }
        }
        return sizes;
    }

    private static boolean isSafe(Expr expr) {
        if (expr instanceof Expr.Apply apply) {
            return apply.op() == Op.Primitive.ADD
                    || apply.op() == Op.Primitive.SUB
                    || apply.op() == Op.Primitive.MUL
                    || apply.op().equals(Op.math("max"));
        }
        return expr instanceof Expr.Length;
    }

    private static boolean isKnown(Value value, Set<Var> inside, Map<Var, Stmt.Let> sizes) {
        return !(value instanceof Var variable) || !inside.contains(variable) || sizes.containsKey(variable);
    }

    private static void moveSize(Value size, Map<Var, Stmt.Let> sizes, Set<Stmt> moved) {
        Stmt.Let let = size instanceof Var variable ? sizes.get(variable) : null;
        if (let != null && !moved.contains(let)) {
            for (Value operand : let.operands()) {
                moveSize(operand, sizes, moved);
            }
            moved.add(let);
        }
    }

    /** HotSpot makes short arrays of constant length in registers. */
    private static boolean isWorthFilling(Expr.NewArray array) {
        return array.type().rank() == 1
                && array.type().element().isFloating()
                && !(array.operands().get(0) instanceof Const);
    }

    private static List<Stmt> zeros(Stmt.Let allocation) {
        Var array = allocation.target();
        Var length = Var.temporary(Type.INT);
        Const zero = Const.zero(array.type().element());
        return List.of(
                new Stmt.Let(length, new Expr.Length(array), allocation.origin()),
                new Stmt.Fill(array, Const.of(0), length, zero, allocation.origin()));
    }

    /** The variables of a block that may be the array: itself, and the results of branches that choose between it and others. */
    private static Set<Var> namesOf(Var array, Block block) {
        Set<Var> names = new LinkedHashSet<>(List.of(array));
        int before;
        do {
            before = names.size();
            for (Stmt stmt : Walk.statements(block)) {
                if (stmt instanceof Stmt.If choice) {
                    for (Block branch : choice.blocks()) {
                        for (int i = 0; i < branch.yields().size(); i++) {
                            if (branch.yields().get(i) instanceof Var yielded && names.contains(yielded)) {
                                names.add(choice.results().get(i));
                            }
                        }
                    }
                }
            }
        } while (names.size() > before);
        return names;
    }

    /** Whether the array and its rows are only ever indexed, filled and measured. */
    private static boolean staysInside(Block block, Var array) {
        if (block.yields().contains(array)) {
            return false;
        }
        for (Stmt stmt : block.stmts()) {
            if (stmt instanceof Stmt.Let let && let.operands().contains(array)) {
                boolean isRow = let.target().type().isArray();
                if (!(let.expr() instanceof Expr.Load || let.expr() instanceof Expr.Length)
                        || isRow && !staysInside(block, let.target())) {
                    return false;
                }
            } else if (stmt instanceof Stmt.Store store && store.operands().contains(array)) {
                if (store.value() == array || store.value().type().isArray()) {
                    return false;
                }
            } else if (stmt.operands().contains(array)
                    && !(stmt instanceof Stmt.Accumulate)
                    && !(stmt instanceof Stmt.Fill fill && fill.value() != array)
                    && !((stmt instanceof Stmt.CopyRange || stmt instanceof Stmt.AddInto)
                            && !array.type().element().isArray())) {
                return false;
            }
            for (Block inner : stmt.blocks()) {
                boolean isNamed = stmt instanceof Stmt.If;
                if (!staysInside(isNamed ? inner.with(inner.stmts(), List.of()) : inner, array)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean isReusable(Block rest, Var array, List<Value> sizes) {
        return Coverage.readsOnlyItsOwn(rest, array, sizes, definitions::get)
                || sizes.size() == 1 && endsZeroed(rest, array, sizes.get(0));
    }

    /**
     * Whether the code leaves the array all zero if it was all zero before: the last statement to touch it sets it to
     * zero, or each one that does is a loop whose body leaves it so.
     */
    private boolean endsZeroed(Block code, Var array, Value size) {
        List<Stmt> users =
                code.stmts().stream().filter(stmt -> Walk.uses(stmt, array)).toList();
        if (users.isEmpty()) {
            return true;
        }
        return users.get(users.size() - 1) instanceof Loop.For last && zeroing.isOf(last, array, size)
                || users.stream()
                        .allMatch(stmt -> stmt instanceof Loop.For loop
                                && !loop.operands().contains(array)
                                && endsZeroed(loop.body(), array, size));
    }
}
