package dev.leibniz.processor.shape;

import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Origin;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.program.Companion;
import dev.leibniz.processor.ir.walk.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Makes matrices row by row. For {@code new double[rows][columns]} HotSpot calls its run-time system, which takes twice as long
 * for a row as compiled code does, and the rows of tangents and adjoints are many and short. A negative
 * number of columns is no exception where there are no rows.
 */
public final class MatrixAllocations {
    /** The number of rows up to which HotSpot makes each row in compiled code. */
    private static final int FEW_ROWS = 4;

    private static final List<String> SIZES = List.of("rows", "columns", "depth");

    private final Set<String> taken = new HashSet<>();

    /** The functions that make arrays, by the text of the type. */
    private final Map<String, Function> makers = new TreeMap<>();

    private MatrixAllocations(Companion companion) {
        for (Function function : companion.functions()) {
            taken.add(function.name());
        }
    }

    /** The same class with functions that make its matrices. */
    public static Companion rowByRow(Companion companion) {
        MatrixAllocations allocations = new MatrixAllocations(companion);
        Companion changed = companion.withEach(allocations::function);
        List<Function> functions = new ArrayList<>(changed.functions());
        functions.addAll(allocations.makers.values());
        return new Companion(changed.program(), changed.forms(), functions);
    }

    private Function function(Function function) {
        return function.withBody(block(function.body()));
    }

    private Block block(Block block) {
        return block.with(Walk.map(block.stmts(), this::stmt), block.yields());
    }

    private Stmt stmt(Stmt stmt) {
        if (stmt instanceof Stmt.Let let && let.expr() instanceof Expr.NewArray array && hasManyRows(array)) {
            Callee maker = new Callee.Local(makerOf((Type.Array) array.type()));
            return new Stmt.Call(maker, array.operands(), List.of(let.target()), let.origin());
        }
        return Walk.rebuild(stmt, this::block);
    }

    private static boolean hasManyRows(Expr.NewArray array) {
        int sizes = array.operands().size();
        boolean few = sizes == 2
                && array.operands().get(0) instanceof Const rows
                && rows.value() instanceof Integer n
                && n <= FEW_ROWS;
        return array.type().leaf() instanceof Type.Scalar
                && sizes > 1
                && sizes <= SIZES.size()
                && sizes == array.type().rank()
                && !few;
    }

    private String makerOf(Type.Array type) {
        String key = type.toString();
        Function known = makers.get(key);
        if (known == null) {
            known = maker(type);
            makers.put(key, known);
        }
        return known.name();
    }

    /** {@code type[] array = new type[rows][]}, and each row by the function for rows or by {@code new}. */
    private Function maker(Type.Array type) {
        int rank = type.rank();
        List<Var> sizes = SIZES.subList(0, rank).stream()
                .map(size -> new Var(size, Type.INT))
                .toList();
        Type rowType = type.element();
        String text = "new " + type.leaf() + "[" + String.join("][", SIZES.subList(0, rank))
                + "], but row by row, which is quicker";
        BlockBuilder out = new BlockBuilder().at(new Origin(-1, 1, text));
        Var matrix = out.newArray(rank == 2 ? "matrix" : "tensor", type, sizes.get(0));
        BlockBuilder body = out.nested();
        Var i = new Var("i", Type.INT);
        body.store(matrix, i, row(rowType, sizes.subList(1, rank), body));
        out.loop(i, sizes.get(0), body);
        Var result = new Var("", type);
        return new Function(name(type), sizes, List.of(result), out.build(matrix));
    }

    private Value row(Type type, List<? extends Value> sizes, BlockBuilder out) {
        if (sizes.size() == 1) {
            return out.newArray("", type, sizes.get(0));
        }
        Var row = new Var(sizes.size() == 2 ? "matrix" : "tensor", type);
        Callee maker = new Callee.Local(makerOf((Type.Array) type));
        out.add(new Stmt.Call(maker, List.copyOf(sizes), List.of(row), out.origin()));
        return row;
    }

    private String name(Type.Array type) {
        String leaf = type.leaf().toString();
        String element = type.leaf() == Type.DOUBLE ? "" : Character.toUpperCase(leaf.charAt(0)) + leaf.substring(1);
        return FreshNames.of("new" + element + (type.rank() == 2 ? "Matrix" : "Tensor"), taken);
    }
}
