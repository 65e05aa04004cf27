package dev.leibniz.processor.transform.forward;

import dev.leibniz.processor.contract.RuntimeClass;
import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Calls of the runtime's methods for sparse derivatives. */
public final class RuntimeCalls {
    public static final Type SETS = new Type.Opaque("dev.leibniz.runtime.sparse.IndexSets");
    public static final Type PATTERN = new Type.Opaque(RuntimeClass.SPARSITY_PATTERN);
    public static final Type MATRIX = new Type.Opaque(RuntimeClass.SPARSE_MATRIX);

    private static final String INDEX_SETS = "dev.leibniz.runtime.sparse.IndexSets";
    private static final String SWEEPS = "dev.leibniz.runtime.sparse.CompressedSweeps";

    private RuntimeCalls() {}

    /** A call that only computes its result, whenever it is made. */
    static Var union(Value sets, Value a, Value b, BlockBuilder out) {
        Callee callee = new Callee.External(
                INDEX_SETS, "union", List.of(leaf(SETS), leaf(Type.INT), leaf(Type.INT)), leaf(Type.INT));
        return add(callee, List.of(sets, a, b), new Var("", Type.INT), out);
    }

    /** A call of {@code IndexSets} that is made once, where it stands. */
    public static Var ofSets(String method, String name, Type result, BlockBuilder out, Value... args) {
        return acting(INDEX_SETS, method, new Var(name, result), out, args);
    }

    /** A call of {@code CompressedSweeps} that is made once, where it stands. */
    public static Var ofSweeps(String method, String name, Type result, BlockBuilder out, Value... args) {
        return acting(SWEEPS, method, new Var(name, result), out, args);
    }

    private static Var acting(String owner, String method, Var result, BlockBuilder out, Value... args) {
        Callee callee = Callee.External.acting(owner, method, leaves(args), leaf(result.type()), Set.of());
        return add(callee, List.of(args), result, out);
    }

    /** A call of {@code IndexSets} without a result. @param written the positions of the arguments that it changes */
    static void inSets(String method, Set<Integer> written, BlockBuilder out, Value... args) {
        Callee callee = Callee.External.acting(INDEX_SETS, method, leaves(args), new Layout.Nothing(), written);
        out.add(new Stmt.Call(callee, List.of(args), List.of(), out.origin()));
    }

    private static Var add(Callee callee, List<Value> args, Var result, BlockBuilder out) {
        out.add(new Stmt.Call(callee, args, List.of(result), out.origin()));
        return result;
    }

    private static List<Layout> leaves(Value... values) {
        return Arrays.stream(values).<Layout>map(value -> leaf(value.type())).toList();
    }

    private static Layout leaf(Type type) {
        return new Layout.Leaf(type, false);
    }
}
