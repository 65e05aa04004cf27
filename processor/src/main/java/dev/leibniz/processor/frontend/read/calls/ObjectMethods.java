package dev.leibniz.processor.frontend.read.calls;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import dev.leibniz.processor.frontend.read.EnumDispatch;
import dev.leibniz.processor.frontend.read.MethodReader;
import dev.leibniz.processor.frontend.read.ObjectCalls;
import dev.leibniz.processor.frontend.read.ObjectTypes;
import dev.leibniz.processor.frontend.read.values.JavaValue;
import dev.leibniz.processor.frontend.read.values.Unreadable;
import dev.leibniz.processor.frontend.scan.ObjectClasses;
import dev.leibniz.processor.frontend.scan.ObjectFamilies;
import dev.leibniz.processor.frontend.shadow.SourceMethod;
import dev.leibniz.processor.frontend.types.Annotations;
import dev.leibniz.processor.frontend.types.Layouts;
import dev.leibniz.processor.frontend.types.Visibility;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.problem.ProblemCode;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import org.jspecify.annotations.Nullable;

/** Reads calls of methods that classes, interfaces and enums of this file have: by the class of the object. */
final class ObjectMethods {
    private final MethodReader reader;
    private final ObjectClasses objects;
    private final ObjectTypes types;

    ObjectMethods(MethodReader reader) {
        this.reader = reader;
        this.objects = reader.home().objects();
        this.types = new ObjectTypes(reader);
    }

    /** Whether a class of this file has the method, or a class, interface or enum of it has it from an interface that is not. */
    static boolean areOf(
            TypeElement owner, ExecutableElement callee, @Nullable ExpressionTree receiver, MethodReader reader) {
        ObjectClasses objects = reader.home().objects();
        boolean isInherited = owner.getKind() == ElementKind.INTERFACE
                && callee.getModifiers().contains(Modifier.ABSTRACT)
                && receiver != null
                && Layouts.withoutCapture(reader.javaType(receiver)) instanceof DeclaredType type
                && objects.isOfHome((TypeElement) type.asElement());
        return isInherited || objects.isOfHome(owner);
    }

    /** @param receiver the object; null if it is the one whose method is being read */
    JavaValue call(
            MethodInvocationTree tree, ExecutableElement callee, @Nullable ExpressionTree receiver, String name) {
        boolean isSuper =
                receiver instanceof IdentifierTree self && self.getName().contentEquals("super")
                        || receiver != null && receiver.toString().endsWith(".super");
        JavaValue object = receiver == null || isSuper
                ? reader.members().self(tree)
                : reader.expressions().read(receiver, "");
        if (reader.closures().isFunction(object)) {
            return new ClosureCalls(reader).call(object, tree, callee, name);
        }
        if (object.layout().isRecordArray()) {
            throw reader.problem(ProblemCode.INSTANCE_CALL, tree, "[]." + callee.getSimpleName());
        }
        if (!object.isRecord() && !isLookedInto(tree, callee, object)) {
            return new ObjectCalls(reader).call(tree, callee, object, types.objection(object), name);
        }
        List<JavaValue> arguments = new ArgumentReader(reader).kept(tree.getArguments(), callee);
        return isSuper ? run(callee, object, arguments, name, tree) : dispatch(callee, object, arguments, name, tree);
    }

    /** Whether the code of a method of an object from outside is read, and not only called. */
    private boolean isLookedInto(MethodInvocationTree tree, ExecutableElement callee, JavaValue object) {
        boolean isHidden = !Visibility.fromPackage(callee, reader.home().packageName());
        boolean takesNumbers = callee.getParameters().stream()
                .anyMatch(parameter ->
                        reader.layoutOf(parameter.asType(), tree, true).hasDifferentiatedLeaf());
        boolean isOfHome =
                types.typeOf(object.layout()).filter(objects::isOfHome).isPresent();
        return isOfHome && (isHidden || takesNumbers && types.objection(object).isEmpty());
    }

    /** A call of a method whose implementation depends on the class of the object. */
    JavaValue dispatch(ExecutableElement callee, JavaValue object, List<JavaValue> arguments, String name, Tree tree) {
        TypeElement type = typeOf(object, callee);
        Layout result = reader.layoutOf(callee.getReturnType(), tree, true);
        boolean isOfConstant = ((TypeElement) callee.getEnclosingElement()).getNestingKind() == NestingKind.ANONYMOUS;
        if (callee.getModifiers().contains(Modifier.PRIVATE) || isOfConstant) {
            return run(callee, object, arguments, name, tree);
        } else if (type.getKind() == ElementKind.ENUM) {
            types.requireObject(object);
            return new EnumDispatch(reader).choose(object, type, result, name, constant -> {
                TypeElement body = constant.body() == null ? type : constant.body();
                return implementation(callee, body, object, arguments, result, tree);
            });
        }
        Optional<ObjectFamilies.Family> family = objects.families().find(type);
        if (family.isEmpty()) {
            return implementation(callee, type, object, arguments, result, tree).read();
        }
        types.requireObject(object);
        return types.choose(
                object,
                family.get(),
                result,
                name,
                tree,
                (one, part) -> reader.conversions().as(dispatch(callee, part, arguments, "", tree), result, tree));
    }

    /** The class of an object; one inside of a method has no name by which it is found. */
    private TypeElement typeOf(JavaValue object, ExecutableElement callee) {
        return types.typeOf(object.layout()).orElse((TypeElement) callee.getEnclosingElement());
    }

    /** The code that a call runs for objects of one class. */
    private EnumDispatch.Arm implementation(
            ExecutableElement callee,
            TypeElement type,
            JavaValue object,
            List<JavaValue> arguments,
            Layout result,
            Tree tree) {
        ExecutableElement method = objects.implementation(callee, type);
        if (method == null) {
            throw unknown(callee, tree);
        }
        return new EnumDispatch.Arm(
                method, () -> reader.conversions().as(run(method, object, arguments, "", tree), result, tree));
    }

    /** Exactly this method, of an object that is not of a more special class than is known. */
    private JavaValue run(
            ExecutableElement method, JavaValue object, List<JavaValue> arguments, String name, Tree tree) {
        SourceMethod source = reader.home().sourceOf(method);
        TypeElement owner = (TypeElement) method.getEnclosingElement();
        if (source == null) {
            boolean isAccessor = arguments.isEmpty()
                    && CallReader.isComponent(method, owner)
                    && reader.home().isPlain(method);
            if (isAccessor) {
                return whole(object, owner, tree)
                        .component(method.getSimpleName().toString());
            }
            throw unknown(method, tree);
        }
        boolean isWhole = types.typeOf(object.layout())
                .filter(type -> type.getKind() != ElementKind.ENUM)
                .isPresent();
        TypeElement type = typeOf(object, method);
        JavaValue self = isWhole ? whole(object, type, tree) : object;
        boolean stopGradient = Annotations.has(method, Annotations.NO_DERIVATIVE);
        return reader.calls().local(source, self, arguments, stopGradient, name, tree);
    }

    private JavaValue whole(JavaValue object, TypeElement type, Tree tree) {
        return object.isRecord()
                ? object
                : reader.conversions().as(object, reader.layoutOf(type.asType(), tree, true), tree);
    }

    private Unreadable unknown(ExecutableElement callee, Tree tree) {
        return reader.problem(
                ProblemCode.INSTANCE_CALL,
                tree,
                callee.getEnclosingElement().getSimpleName() + "." + callee.getSimpleName());
    }
}
