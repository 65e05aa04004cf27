package dev.leibniz.processor.frontend.read;

import com.sun.source.tree.MethodInvocationTree;
import dev.leibniz.processor.contract.Derivative;
import dev.leibniz.processor.contract.Part;
import dev.leibniz.processor.contract.ReturnedRecord;
import dev.leibniz.processor.frontend.headers.MethodHead;
import dev.leibniz.processor.frontend.read.values.Datum;
import dev.leibniz.processor.frontend.shadow.SourceFile;
import dev.leibniz.processor.frontend.shadow.SourceIndex;
import dev.leibniz.processor.frontend.shadow.SourceMethod;
import dev.leibniz.processor.frontend.types.Annotations;
import dev.leibniz.processor.frontend.types.Layouts;
import dev.leibniz.processor.frontend.types.TypePrinter;
import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.ir.Signature;
import dev.leibniz.processor.problem.ProblemCode;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * Reads calls of generated methods: derivatives inside of differentiated code. Those of this file's own methods are not there yet, and
 * are made while the caller is differentiated; those of others are called.
 */
final class Companions {
    private final SourceIndex index;
    private final SourceFile home;

    Companions(SourceIndex index, SourceFile home) {
        this.index = index;
        this.home = home;
    }

    /** What a generated method is: a derivative of an annotated one. */
    private record Form(ExecutableElement method, Derivative derivative) {}

    /** Whether a method is generated. */
    boolean isForm(ExecutableElement callee) {
        return formOf(callee).isPresent();
    }

    private Optional<Form> formOf(ExecutableElement callee) {
        if (!(callee.getEnclosingElement() instanceof TypeElement companion)) {
            return Optional.empty();
        }
        TypeElement owner = index.ownerOfCompanion(companion);
        if (owner != null) {
            for (ExecutableElement method : ElementFilter.methodsIn(owner.getEnclosedElements())) {
                for (Derivative derivative : Derivative.values()) {
                    if (derivative.isCallable()
                            && Annotations.has(method, Annotations.DIFFERENTIABLE)
                            && isForm(callee, companion, Annotations.nameOf(method), derivative)) {
                        return Optional.of(new Form(method, derivative));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** Forms for one and for several directions have one name; what they return tells them apart. */
    private static boolean isForm(
            ExecutableElement callee, TypeElement companion, String method, Derivative derivative) {
        return callee.getSimpleName().contentEquals(method + derivative.suffix())
                && callee.getReturnType() instanceof DeclaredType returned
                && returned.asElement()
                        .getSimpleName()
                        .contentEquals(derivative
                                .returned()
                                .name(method, companion.getSimpleName().toString()));
    }

    /** Whether a method adds to arrays that it is given. */
    boolean writes(ExecutableElement callee) {
        return formOf(callee).filter(form -> form.derivative().isInto()).isPresent();
    }

    Datum read(MethodInvocationTree tree, ExecutableElement callee, MethodReader reader, String name) {
        Form form = formOf(callee).orElseThrow();
        requireLeaves(form, tree, reader);
        SourceMethod source = index.find(form.method());
        if (source == null || source.file() != home) {
            Callee.External derivative =
                    new ExternalCallees(reader).derivative(callee, form.method(), form.derivative(), tree);
            return reader.calls()
                    .call(
                            derivative,
                            CallReader.flat(reader.calls().arguments(tree, callee)),
                            derivative.result(),
                            name,
                            tree)
                    .result();
        }
        Signature signature;
        try {
            String function = reader.functions()
                    .differentiate(source, callee.getSimpleName().toString(), tree, reader.file());
            signature = source.signature(function);
        } catch (Layouts.Refused refused) {
            throw reader.problem(refused.code(), tree, refused.subject());
        }
        List<Datum> args = reader.calls().argumentsOf(tree, callee, form.method());
        DerivativeCall.Written written = new DerivativeCall(signature, form.derivative(), reader.code())
                .write(args, reader.layoutOf(callee.getReturnType(), tree, true));
        reader.functions().notes().wrote(written.call(), reader.file(), tree);
        return written.result();
    }

    /** Several derivatives of a record would be an array of records. */
    private static void requireLeaves(Form form, MethodInvocationTree tree, MethodReader reader) {
        ReturnedRecord returned = form.derivative().returned();
        if (returned.has(Part.TANGENTS)) {
            MethodHead head = new MethodHead(form.method());
            if (head.results().size() > 1) {
                throw reader.problem(ProblemCode.ARRAY_OF_RECORDS, tree, head.resultType() + "[]");
            }
            requireLeaf(form.method().getReturnType(), tree, reader);
        } else if (returned.has(Part.ROWS)) {
            for (VariableElement parameter : form.method().getParameters()) {
                if (Annotations.isDifferentiated(form.method(), parameter)) {
                    requireLeaf(parameter.asType(), tree, reader);
                }
            }
        }
    }

    private static void requireLeaf(TypeMirror type, MethodInvocationTree tree, MethodReader reader) {
        if (!(reader.layoutOf(type, tree, true) instanceof Layout.Leaf)) {
            throw reader.problem(ProblemCode.ARRAY_OF_RECORDS, tree, TypePrinter.print(type) + "[]");
        }
    }
}
