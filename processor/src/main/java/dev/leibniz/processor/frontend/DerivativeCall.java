package dev.leibniz.processor.frontend;

import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Derivative;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Signature;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call of a derivative as code: translates between the records of the generated methods and the flat convention of
 * {@link Derivative}.
 */
final class DerivativeCall {
    private final Signature signature;
    private final Derivative derivative;
    private final BlockBuilder code;
    private final List<Datum> buffers = new ArrayList<>();

    /**
     * @param signature of the method whose derivative is called
     * @param code where the call is written to
     */
    DerivativeCall(Signature signature, Derivative derivative, BlockBuilder code) {
        this.signature = signature;
        this.derivative = derivative;
        this.code = code;
    }

    /** The statement, and what the generated method returns. */
    record Written(Stmt.Call call, Datum result) {}

    /**
     * Writes the call.
     *
     * @param args as the generated method takes them
     * @param result of the record that it returns
     */
    Written write(List<Datum> args, Layout result) {
        int own = signature.params().size();
        List<Value> flat = new ArrayList<>(CallReader.flat(args.subList(0, own)));
        boolean into = derivative.isInto();
        int at = own;
        if (derivative.takesCotangent()) {
            addDifferentiated(args.get(at++), signature.result(), false, flat);
        }
        for (Signature.Parameter param : signature.params()) {
            if (param.differentiated() && derivative.takesTangents()) {
                addDifferentiated(args.get(at++), param.layout(), false, flat);
            } else if (into && param.isBuffered()) {
                buffers.add(args.get(at));
                addDifferentiated(args.get(at++), param.layout(), true, flat);
            }
        }
        Stmt.Call call = call(flat, into);
        return new Written(call, unpack(args, result, call.results().iterator()));
    }

    private static void addDifferentiated(Datum datum, Layout layout, boolean arraysOnly, List<Value> flat) {
        List<Layout.Leaf> leaves = layout.leaves();
        for (int i = 0; i < leaves.size(); i++) {
            if (leaves.get(i).differentiated()
                    && (!arraysOnly || leaves.get(i).type().isArray())) {
                flat.add(datum.leaves().get(i));
            }
        }
    }

    private Stmt.Call call(List<Value> args, boolean into) {
        List<Var> results = new ArrayList<>();
        signature.result().leaves().forEach(leaf -> results.add(Var.temporary(leaf.type())));
        if (derivative == Derivative.JVP || derivative == Derivative.JVPS) {
            results.addAll(variables(signature.result(), false, derivative == Derivative.JVPS));
        } else {
            signature.params().forEach(param -> results.addAll(variables(param.layout(), into, derivative.hasRows())));
        }
        if (derivative == Derivative.HVP) {
            signature.params().forEach(param -> results.addAll(variables(param.layout(), false, false)));
        } else if (derivative == Derivative.HESSIAN) {
            results.add(Var.temporary(Type.arrayOf(Type.arrayOf(Type.DOUBLE))));
        }
        Stmt.Call call = new Stmt.Call(new Callee.DerivativeOf(signature, derivative), args, results, code.origin());
        code.add(call);
        return call;
    }

    private static List<Var> variables(Layout layout, boolean scalarsOnly, boolean several) {
        return layout.leaves().stream()
                .filter(leaf ->
                        leaf.differentiated() && !(scalarsOnly && leaf.type().isArray()))
                .map(leaf -> Var.temporary(several ? Type.arrayOf(leaf.type()) : leaf.type()))
                .toList();
    }

    /** The record that the generated method returns, as the values of its leaves. */
    private Datum unpack(List<Datum> args, Layout layout, Iterator<Var> results) {
        List<Value> valueLeaves = new ArrayList<>();
        signature.result().leaves().forEach(leaf -> valueLeaves.add(results.next()));
        Datum value = new Datum(signature.result(), valueLeaves);
        List<Datum> components = new ArrayList<>(List.of(value));
        if (derivative == Derivative.JVP) {
            components.add(derivativeOf(value, signature.result(), results, null));
        } else if (derivative == Derivative.JVPS) {
            components.add(Datum.of(results.next()));
        } else {
            components.addAll(gradients(args, results));
        }
        if (derivative == Derivative.HVP) {
            components.addAll(gradients(args, results));
        } else if (derivative == Derivative.HESSIAN) {
            components.add(Datum.of(results.next()));
        }
        return Datum.record(layout, components);
    }

    private List<Datum> gradients(List<Datum> args, Iterator<Var> results) {
        List<Datum> gradients = new ArrayList<>();
        Iterator<Datum> buffer = buffers.iterator();
        for (int i = 0; i < signature.params().size(); i++) {
            Signature.Parameter param = signature.params().get(i);
            if (param.differentiated() && derivative.hasRows()) {
                gradients.add(Datum.of(results.next()));
            } else if (param.differentiated()) {
                boolean intoBuffer = !buffers.isEmpty() && param.isBuffered();
                gradients.add(derivativeOf(args.get(i), param.layout(), results, intoBuffer ? buffer.next() : null));
            }
        }
        return gradients;
    }

    /**
     * A derivative of the type of {@code primal}, or what becomes of the buffer it is added to. What is not differentiated
     * is zero, or as it is if it is no floating-point number.
     */
    private Datum derivativeOf(Datum primal, Layout layout, Iterator<Var> results, @Nullable Datum buffer) {
        List<Value> leaves = new ArrayList<>();
        List<Layout.Leaf> kinds = layout.leaves();
        for (int i = 0; i < kinds.size(); i++) {
            Layout.Leaf kind = kinds.get(i);
            boolean added =
                    buffer != null && kind.differentiated() && !kind.type().isArray();
            if (added) {
                leaves.add(code.plus(buffer.leaves().get(i), results.next()));
            } else if (buffer != null) {
                leaves.add(buffer.leaves().get(i));
            } else if (kind.differentiated()) {
                leaves.add(isAddedToZero(layout, kind) ? fromZero(results.next()) : results.next());
            } else {
                leaves.add(constant(primal.leaves().get(i)));
            }
        }
        return new Datum(layout, leaves);
    }

    /** The generated method adds to the numbers of a record, of which the buffer has zeros: -0.0 becomes 0.0. */
    private boolean isAddedToZero(Layout layout, Layout.Leaf leaf) {
        boolean hasBuffer = derivative == Derivative.GRAD || derivative == Derivative.VJP;
        return hasBuffer && layout instanceof Layout.Record && !leaf.type().isArray();
    }

    private Value fromZero(Value number) {
        Const zero = Const.zero(number.type());
        return code.let("", new Expr.Apply(Op.Primitive.ADD, List.of(zero, number), number.type()));
    }

    private Value constant(Value primal) {
        if (!primal.type().isDifferentiable()) {
            return primal;
        }
        return primal.type().isArray() ? code.zerosLike("", primal) : Const.zero(primal.type());
    }
}
