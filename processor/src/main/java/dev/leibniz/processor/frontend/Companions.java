package dev.leibniz.processor.frontend;

import com.sun.source.tree.MethodInvocationTree;
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
import dev.leibniz.processor.problem.ProblemCode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/**
 * Reads calls of methods that are going to be generated: derivatives inside of differentiated code. Translates between the
 * records of the generated methods and the flat convention of {@link Derivative}.
 */
final class Companions {
    private final SourceIndex index;

    Companions(SourceIndex index) {
        this.index = index;
    }

    boolean isCompanion(Element owner) {
        return GradHeader.isIn(index.headers(), owner);
    }

    Datum read(
            MethodInvocationTree tree, ExecutableElement callee, TypeElement owner, MethodReader reader, String name) {
        for (SourceMethod method : index.annotatedFor(owner)) {
            for (Derivative derivative : Derivative.values()) {
                if (isForm(callee, Annotations.nameOf(method.element()), derivative)) {
                    return new Call(tree, callee, method, derivative, reader).read();
                }
            }
        }
        throw new IllegalStateException("no derivative called " + callee.getSimpleName());
    }

    /** Forms for one and for several directions have one name; what they return tells them apart. */
    private static boolean isForm(ExecutableElement callee, String method, Derivative derivative) {
        return callee.getSimpleName().contentEquals(method + derivative.suffix())
                && callee.getReturnType() instanceof DeclaredType returned
                && returned.asElement().getSimpleName().contentEquals(GradHeader.recordName(method, derivative));
    }

    private static final class Call {
        private final MethodInvocationTree tree;
        private final ExecutableElement callee;
        private final SourceMethod method;
        private final Derivative derivative;
        private final MethodReader reader;
        private final Signature signature;
        private final List<Datum> buffers = new ArrayList<>();

        Call(
                MethodInvocationTree tree,
                ExecutableElement callee,
                SourceMethod method,
                Derivative derivative,
                MethodReader reader) {
            this.tree = tree;
            this.callee = callee;
            this.method = method;
            this.derivative = derivative;
            this.reader = reader;
            try {
                String function = reader.functions()
                        .differentiate(method, callee.getSimpleName().toString(), tree, reader.file());
                this.signature = ClassReader.signature(method, Annotations.nameOf(method.element()), function);
            } catch (Layouts.Refused refused) {
                throw reader.problem(refused.code(), tree, refused.subject());
            }
        }

        Datum read() {
            List<Datum> args = reader.calls().arguments(tree, callee);
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
                } else if (into && isBuffered(param)) {
                    buffers.add(args.get(at));
                    addDifferentiated(args.get(at++), param.layout(), true, flat);
                }
            }
            return unpack(args, call(flat, into));
        }

        private static boolean isBuffered(Signature.Parameter param) {
            return param.differentiated()
                    && !(param.layout() instanceof Layout.Leaf leaf && leaf.type() instanceof Type.Scalar);
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

        /** Writes the call; its flat results. */
        private Iterator<Var> call(List<Value> args, boolean into) {
            List<Var> results = new ArrayList<>();
            signature.result().leaves().forEach(leaf -> results.add(Var.temporary(leaf.type())));
            if (derivative == Derivative.JVP || derivative == Derivative.JVPS) {
                results.addAll(variables(signature.result(), false, derivative == Derivative.JVPS ? "[]" : ""));
            } else {
                String suffix = hasRows() ? "[]" : "";
                signature.params().forEach(param -> results.addAll(variables(param.layout(), into, suffix)));
            }
            if (derivative == Derivative.HVP) {
                signature.params().forEach(param -> results.addAll(variables(param.layout(), false, "")));
            } else if (derivative == Derivative.HESSIAN) {
                results.add(Var.temporary(Type.arrayOf(Type.arrayOf(Type.DOUBLE))));
            }
            Stmt.Call call = new Stmt.Call(
                    new Callee.DerivativeOf(signature, derivative),
                    args,
                    results,
                    reader.code().origin());
            reader.add(call);
            reader.functions().wrote(call, reader.file(), tree);
            return results.iterator();
        }

        private static List<Var> variables(Layout layout, boolean scalarsOnly, String suffix) {
            return layout.leaves().stream()
                    .filter(leaf -> leaf.differentiated()
                            && !(scalarsOnly && leaf.type().isArray()))
                    .map(leaf -> Var.temporary(suffix.isEmpty() ? leaf.type() : Type.arrayOf(leaf.type())))
                    .toList();
        }

        /** The record that the generated method returns, as the values of its leaves. */
        private Datum unpack(List<Datum> args, Iterator<Var> results) {
            List<Value> valueLeaves = new ArrayList<>();
            signature.result().leaves().forEach(leaf -> valueLeaves.add(results.next()));
            Datum value = new Datum(signature.result(), valueLeaves);
            List<Datum> components = new ArrayList<>(List.of(value));
            if (derivative == Derivative.JVP) {
                components.add(derivativeOf(value, signature.result(), results, null));
            } else if (derivative == Derivative.JVPS) {
                requireLeaf(
                        signature.result(), TypePrinter.print(method.element().getReturnType()));
                components.add(Datum.of(results.next()));
            } else {
                components.addAll(gradients(args, results));
            }
            if (derivative == Derivative.HVP) {
                components.addAll(gradients(args, results));
            } else if (derivative == Derivative.HESSIAN) {
                components.add(Datum.of(results.next()));
            }
            Layout layout = reader.layoutOf(callee.getReturnType(), tree, true);
            return Datum.record(layout, components);
        }

        private boolean hasRows() {
            return derivative == Derivative.JACOBIAN || derivative == Derivative.VJPS;
        }

        private void requireLeaf(Layout layout, String type) {
            if (!(layout instanceof Layout.Leaf)) {
                throw reader.problem(ProblemCode.ARRAY_OF_RECORDS, tree, type + "[]");
            }
        }

        private List<Datum> gradients(List<Datum> args, Iterator<Var> results) {
            List<Datum> gradients = new ArrayList<>();
            Iterator<Datum> buffer = buffers.iterator();
            for (int i = 0; i < signature.params().size(); i++) {
                Signature.Parameter param = signature.params().get(i);
                if (!param.differentiated()) {
                    continue;
                }
                if (hasRows()) {
                    requireLeaf(param.layout(), param.javaType());
                    gradients.add(Datum.of(results.next()));
                } else {
                    boolean intoBuffer = !buffers.isEmpty() && isBuffered(param);
                    gradients.add(
                            derivativeOf(args.get(i), param.layout(), results, intoBuffer ? buffer.next() : null));
                }
            }
            return gradients;
        }

        /**
         * A derivative of the type of {@code primal}, or what becomes of the buffer it is added to. What is not differentiated
         * is zero, or as it is if it is no floating-point number.
         */
        private Datum derivativeOf(
                Datum primal, Layout layout, Iterator<Var> results, @org.jspecify.annotations.Nullable Datum buffer) {
            List<Value> leaves = new ArrayList<>();
            List<Layout.Leaf> kinds = layout.leaves();
            for (int i = 0; i < kinds.size(); i++) {
                Layout.Leaf kind = kinds.get(i);
                boolean added =
                        buffer != null && kind.differentiated() && !kind.type().isArray();
                if (added) {
                    leaves.add(reader.code().plus(buffer.leaves().get(i), results.next()));
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
            return reader.let("", new Expr.Apply(Op.Primitive.ADD, List.of(zero, number), number.type()));
        }

        private Value constant(Value primal) {
            if (!primal.type().isDifferentiable()) {
                return primal;
            }
            return primal.type().isArray() ? reader.code().zerosLike("", primal) : Const.zero(primal.type());
        }
    }
}
