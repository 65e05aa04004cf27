package dev.leibniz.processor.frontend.read.program;

import dev.leibniz.processor.contract.Derivative;
import dev.leibniz.processor.contract.Role;
import dev.leibniz.processor.frontend.read.values.JavaValue;
import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Signature;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.program.FormHead;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call of a derivative as code: translates between the records of the generated methods and the flat convention of
 * {@link Derivative}.
 */
public final class DerivativeCall {
    private final Signature signature;
    private final Derivative derivative;
    private final BlockBuilder code;
    private final FormHead head;
    private final Map<Signature.Parameter, JavaValue> buffers = new HashMap<>();

    /**
     * @param signature the signature of the method whose derivative is called
     * @param code the code that the call is added to
     */
    public DerivativeCall(Signature signature, Derivative derivative, BlockBuilder code) {
        this.signature = signature;
        this.derivative = derivative;
        this.head = FormHead.of(signature, derivative);
        this.code = code;
    }

    /** The statement, and the result of the generated method. */
    public record Written(Stmt.Call call, JavaValue result) {}

    /**
     * Writes the call.
     *
     * @param args the arguments as the generated method takes them
     * @param result the layout of the record that it returns
     */
    public Written write(List<JavaValue> args, Layout result) {
        int own = signature.params().size();
        List<Value> flat = new ArrayList<>(JavaValue.flat(args.subList(0, own)));
        int at = own;
        for (FormHead.Argument argument : head.arguments()) {
            JavaValue given = args.get(at++);
            argument.owner()
                    .filter(owner -> argument.role() == Role.BUFFER)
                    .ifPresent(owner -> buffers.put(owner, given));
            List<Layout.Leaf> leaves = argument.layout().leaves();
            for (int i = 0; i < leaves.size(); i++) {
                if (argument.has(leaves.get(i))) {
                    flat.add(given.leaves().get(i));
                }
            }
        }
        Stmt.Call call = call(flat);
        return new Written(call, unpack(args, result, call.results().iterator()));
    }

    private Stmt.Call call(List<Value> args) {
        List<Var> results = new ArrayList<>();
        for (FormHead.Component component : head.flatComponents()) {
            Layout layout = component.owner().map(Signature.Parameter::layout).orElse(signature.result());
            switch (component.part()) {
                case VALUE -> layout.leaves().forEach(leaf -> results.add(Var.temporary(leaf.type())));
                case TANGENT -> results.addAll(variables(layout, false, false));
                case GRADIENTS -> results.addAll(variables(layout, derivative.isInto(), false));
                case TANGENTS, ROWS -> results.addAll(variables(layout, false, true));
                case MATRIX -> results.add(Var.temporary(Type.arrayOf(Type.arrayOf(Type.DOUBLE))));
                case GRADIENT_RECORD, SPARSE_JACOBIAN, SPARSE_HESSIAN ->
                    throw new IllegalArgumentException(component.toString());
            }
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

    /** The record that the generated method returns, as the values of its leaves: those of a record in it are among them. */
    private JavaValue unpack(List<JavaValue> args, Layout layout, Iterator<Var> results) {
        List<Value> valueLeaves = new ArrayList<>();
        signature.result().leaves().forEach(leaf -> valueLeaves.add(results.next()));
        JavaValue value = new JavaValue(signature.result(), valueLeaves);
        List<JavaValue> components = new ArrayList<>();
        for (FormHead.Component component : head.flatComponents()) {
            components.add(
                    switch (component.part()) {
                        case VALUE -> value;
                        case TANGENT -> derivativeOf(value, signature.result(), results, null);
                        case GRADIENTS -> gradient(component.owner().orElseThrow(), args, results);
                        case TANGENTS, ROWS, MATRIX -> JavaValue.of(results.next());
                        case GRADIENT_RECORD, SPARSE_JACOBIAN, SPARSE_HESSIAN ->
                            throw new IllegalArgumentException(component.toString());
                    });
        }
        return JavaValue.record(layout, components);
    }

    private JavaValue gradient(Signature.Parameter parameter, List<JavaValue> args, Iterator<Var> results) {
        JavaValue primal = args.get(signature.params().indexOf(parameter));
        return derivativeOf(primal, parameter.layout(), results, buffers.get(parameter));
    }

    /**
     * A derivative of the type of {@code primal}, or the new value of the buffer it is added to. A value that is not differentiated
     * is zero, or as it is if it is no floating-point number.
     */
    private JavaValue derivativeOf(JavaValue primal, Layout layout, Iterator<Var> results, @Nullable JavaValue buffer) {
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
        return new JavaValue(layout, leaves);
    }

    /** The generated method adds to the numbers of a record, of which the buffer has zeros: -0.0 becomes 0.0. */
    private boolean isAddedToZero(Layout layout, Layout.Leaf leaf) {
        return derivative.into().isPresent()
                && layout instanceof Layout.Record
                && !leaf.type().isArray();
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
