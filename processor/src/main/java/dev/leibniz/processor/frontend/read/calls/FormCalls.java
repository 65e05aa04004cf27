package dev.leibniz.processor.frontend.read.calls;

import com.sun.source.tree.MethodInvocationTree;
import dev.leibniz.processor.contract.Part;
import dev.leibniz.processor.contract.ReturnedRecord;
import dev.leibniz.processor.frontend.headers.MethodHead;
import dev.leibniz.processor.frontend.read.MethodReader;
import dev.leibniz.processor.frontend.read.program.DerivativeCall;
import dev.leibniz.processor.frontend.read.program.ExternalCallees;
import dev.leibniz.processor.frontend.read.values.JavaValue;
import dev.leibniz.processor.frontend.scan.Companions;
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
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/**
 * Reads calls of generated methods: derivatives inside of differentiated code. Those of this file's own methods are not there yet, and
 * are made while the caller is differentiated; those of others are called.
 */
final class FormCalls {
    private final MethodReader reader;

    FormCalls(MethodReader reader) {
        this.reader = reader;
    }

    JavaValue read(MethodInvocationTree tree, ExecutableElement callee, String name) {
        Companions.Form form = reader.home().companions().formOf(callee).orElseThrow();
        requireLeaves(form, tree);
        Optional<SourceMethod> source = reader.home().companions().sourceOf(form);
        if (source.isEmpty()) {
            Callee.External derivative =
                    new ExternalCallees(reader).derivative(callee, form.method(), form.derivative(), tree);
            return reader.calls()
                    .call(
                            derivative,
                            JavaValue.flat(new ArgumentReader(reader).byComponents(tree, callee)),
                            derivative.result(),
                            name,
                            tree)
                    .result();
        }
        Signature signature;
        try {
            String function = reader.functions()
                    .differentiate(source.get(), callee.getSimpleName().toString(), tree, reader.file());
            signature = source.get().signature(function);
        } catch (Layouts.NoLayout refused) {
            throw reader.problem(refused.code(), tree, refused.subject());
        }
        List<JavaValue> args = new ArgumentReader(reader).ofDerivative(tree, callee, form.method());
        DerivativeCall.Written written = new DerivativeCall(signature, form.derivative(), reader.code())
                .write(args, reader.layoutOf(callee.getReturnType(), tree, true));
        reader.functions().notes().wrote(written.call(), reader.file(), tree);
        return written.result();
    }

    /** Several derivatives of a record would be an array of records. */
    private void requireLeaves(Companions.Form form, MethodInvocationTree tree) {
        ReturnedRecord returned = form.derivative().returned();
        if (returned.has(Part.TANGENTS)) {
            MethodHead head = new MethodHead(form.method());
            if (head.results().size() > 1) {
                throw reader.problem(ProblemCode.ARRAY_OF_RECORDS, tree, head.resultType() + "[]");
            }
            requireLeaf(form.method().getReturnType(), tree);
        } else if (returned.has(Part.ROWS)) {
            for (VariableElement parameter : form.method().getParameters()) {
                if (Annotations.isDifferentiated(form.method(), parameter)) {
                    requireLeaf(parameter.asType(), tree);
                }
            }
        }
    }

    private void requireLeaf(TypeMirror type, MethodInvocationTree tree) {
        if (!(reader.layoutOf(type, tree, true) instanceof Layout.Leaf)) {
            throw reader.problem(ProblemCode.ARRAY_OF_RECORDS, tree, TypePrinter.print(type) + "[]");
        }
    }
}
