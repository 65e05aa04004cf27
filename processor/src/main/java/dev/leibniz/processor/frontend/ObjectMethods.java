package dev.leibniz.processor.frontend;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodInvocationTree;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.problem.ProblemCode;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Reads calls of methods that classes, interfaces and enums of this file have. */
final class ObjectMethods {
    private final MethodReader reader;
    private final ObjectClasses objects;

    ObjectMethods(MethodReader reader) {
        this.reader = reader;
        this.objects = reader.functions().objects();
    }

    /** @param receiver the object; null if it is the one whose method is being read */
    Datum call(MethodInvocationTree tree, ExecutableElement callee, @Nullable ExpressionTree receiver, String name) {
        boolean isSuper =
                receiver instanceof IdentifierTree self && self.getName().contentEquals("super");
        Datum object = receiver == null || isSuper
                ? reader.members().self(tree)
                : reader.expressions().read(receiver, "");
        if (reader.closures().isFunction(object)) {
            return new ClosureCalls(reader).call(object, tree, callee, name);
        }
        if (object.isRecord() && !RecordArrays.isArray(object.layout())) {
            List<Datum> arguments = reader.calls().keptArguments(tree.getArguments(), callee);
            return call(callee, object, arguments, !isSuper, name, tree);
        }
        TypeElement owner = (TypeElement) callee.getEnclosingElement();
        boolean takesNumbers = callee.getParameters().stream()
                .anyMatch(parameter ->
                        reader.layoutOf(parameter.asType(), tree, true).hasDifferentiatedLeaf());
        boolean isHidden = !Visibility.fromPackage(callee, reader.functions().packageName());
        Layout whole = reader.layoutOf(owner.asType(), tree, true);
        Optional<String> objection =
                whole instanceof Layout.Record record ? new ConstantParts(reader).objection(record) : Optional.empty();
        if (whole instanceof Layout.Record && (takesNumbers && objection.isEmpty() || isHidden)) {
            Datum parts = reader.conversions().as(object, whole, receiver == null ? tree : receiver);
            List<Datum> arguments = reader.calls().keptArguments(tree.getArguments(), callee);
            return call(callee, parts, arguments, true, name, tree);
        }
        return new ObjectCalls(reader).call(tree, callee, object, objection, name);
    }

    /** A call on an object whose class is known. */
    private Datum call(
            ExecutableElement callee,
            Datum object,
            List<Datum> arguments,
            boolean isVirtual,
            String name,
            MethodInvocationTree tree) {
        String className = ((Layout.Record) object.layout()).javaName();
        TypeElement type = reader.functions().typeElement(className);
        ExecutableElement method = type == null || !isVirtual ? callee : objects.implementation(callee, type);
        SourceMethod source = method == null ? null : reader.functions().sourceOf(method);
        if (source == null) {
            boolean isAccessor = method != null && reader.functions().isPlain(method) && arguments.isEmpty();
            if (isAccessor) {
                return object.component(method.getSimpleName().toString());
            }
            throw reader.problem(
                    ProblemCode.INSTANCE_CALL,
                    tree,
                    callee.getEnclosingElement().getSimpleName() + "." + callee.getSimpleName());
        }
        boolean stopGradient = Annotations.has(method, Annotations.NO_DERIVATIVE);
        return reader.calls().local(source, object, arguments, stopGradient, name, tree);
    }
}
