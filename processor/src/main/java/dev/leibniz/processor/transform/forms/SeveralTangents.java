package dev.leibniz.processor.transform.forms;

import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Signature;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import java.util.List;

/** The tangents of several directions as users pass them: for each differentiated leaf an array of tangents. */
final class SeveralTangents {
    private final Signature method;
    private final List<Var> params;

    SeveralTangents(Signature method, List<Var> leaves) {
        this.method = method;
        this.params = leaves.stream()
                .map(leaf -> new Var(leaf.name() + "Tangents", Type.arrayOf(leaf.type())))
                .toList();
    }

    List<Var> params() {
        return params;
    }

    /** The number of directions; code that throws is appended in case that the parameters do not have the same one. */
    Value count(BlockBuilder out) {
        Value count = out.length(params.get(0));
        String first = "";
        int leaf = 0;
        for (Signature.Parameter param : method.params()) {
            if (!param.differentiated()) {
                continue;
            }
            if (first.isEmpty()) {
                first = param.name();
            } else {
                requireSame(first, count, param.name(), out.length(params.get(leaf)), out);
            }
            leaf += (int) param.layout().leaves().stream()
                    .filter(Layout.Leaf::differentiated)
                    .count();
        }
        return count;
    }

    private static void requireSame(String first, Value count, String other, Value found, BlockBuilder out) {
        String message = "new java.lang.IllegalArgumentException(\"%s has \" + $0 + \" tangents, %s has \" + $1)";
        BlockBuilder complaint = out.nested();
        complaint.add(new Stmt.Throw(String.format(message, first, other), List.of(count, found), out.origin()));
        Value differs = out.compare(Op.Primitive.NE, found, count);
        out.add(new Stmt.If(differs, complaint.build(), out.nested().build(), List.of(), out.origin()));
    }
}
