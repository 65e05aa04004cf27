package dev.leibniz.processor.frontend.read.calls;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import dev.leibniz.processor.frontend.read.Closures;
import dev.leibniz.processor.frontend.read.MethodReader;
import dev.leibniz.processor.frontend.read.ObjectCalls;
import dev.leibniz.processor.frontend.read.ObjectTypes;
import dev.leibniz.processor.frontend.read.collections.ReturnedLists;
import dev.leibniz.processor.frontend.read.values.Closure;
import dev.leibniz.processor.frontend.read.values.ClosureTable;
import dev.leibniz.processor.frontend.read.values.JavaValue;
import dev.leibniz.processor.frontend.read.values.ReadFunction;
import dev.leibniz.processor.frontend.shadow.SourceMethod;
import dev.leibniz.processor.frontend.types.Layouts;
import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;

/** Calls functions that are known: each is read for its captured variables and its arguments. */
final class ClosureCalls {
    private final MethodReader reader;

    ClosureCalls(MethodReader reader) {
        this.reader = reader;
    }

    /** A call of a method of an interface, on an object that {@linkplain Closures#mayBeKnown may be known}. */
    JavaValue on(ExpressionTree receiver, MethodInvocationTree tree, ExecutableElement callee, String name) {
        JavaValue object = reader.expressions().read(receiver, "");
        if (object.isRecord()) {
            return call(object, tree, callee, name);
        } else if (reader.closures().isOfEnum(object)) {
            List<JavaValue> given = new ArgumentReader(reader).kept(tree.getArguments(), callee);
            return new ObjectMethods(reader).dispatch(callee, object, given, name, tree);
        }
        return new ObjectCalls(reader).call(tree, callee, object, Optional.empty(), name);
    }

    /** A call of a method of an interface, on an object that is a known function or a record. */
    JavaValue call(JavaValue object, MethodInvocationTree tree, ExecutableElement callee, String name) {
        if (Closures.chains(callee)) {
            return reader.closures().chain(object, tree, callee);
        }
        List<? extends ExpressionTree> arguments = tree.getArguments();
        if (!callee.getModifiers().contains(Modifier.ABSTRACT)) {
            return ofDefaultMethod(object, tree, callee, name);
        }
        List<? extends TypeMirror> types = typeOf(object.layout(), callee, tree).getParameterTypes();
        List<JavaValue> args = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            Layout layout = reader.closures().layoutOf(types.get(i), arguments.get(i));
            args.add(reader.expressions().readAs(arguments.get(i), layout, ""));
        }
        return call(object, callee, args, tree, name);
    }

    /** A method that an interface of this file has a body for. */
    private JavaValue ofDefaultMethod(
            JavaValue object, MethodInvocationTree tree, ExecutableElement callee, String name) {
        SourceMethod source = reader.home().sourceOf(callee);
        if (source == null) {
            throw reader.problem(
                    ProblemCode.INSTANCE_CALL,
                    tree,
                    callee.getEnclosingElement().getSimpleName() + "." + callee.getSimpleName());
        }
        List<JavaValue> all = new ArrayList<>(List.of(object));
        all.addAll(new ArgumentReader(reader).kept(tree.getArguments(), callee));
        return read(source, all, tree, name);
    }

    private JavaValue read(SourceMethod source, List<JavaValue> args, Tree tree, String name) {
        ReadFunction function = reader.functions()
                .read(source, args.stream().map(JavaValue::layout).toList());
        Layout declared = reader.layoutOf(source.element().getReturnType(), tree, true);
        return called(function, args, declared, tree, name);
    }

    private JavaValue called(ReadFunction function, List<JavaValue> args, Layout declared, Tree tree, String name) {
        if (function.broken) {
            throw reader.unreadable();
        }
        Layout result = new ReturnedLists(reader).resultOf(function, declared, tree);
        return reader.calls()
                .call(new Callee.Local(function.name, false), JavaValue.flat(args), result, name, tree)
                .result();
    }

    private ExecutableType typeOf(Layout function, ExecutableElement callee, Tree tree) {
        Optional<Closure> closure = table().find(function);
        if (ObjectTypes.hasTag(function)) {
            return (ExecutableType) callee.asType();
        }
        return closure.isPresent()
                ? closure.get().type()
                : (ExecutableType)
                        implementation((Layout.Record) function, callee, tree).asType();
    }

    private ClosureTable table() {
        return reader.functions().closureTable();
    }

    /** Calls a function with values that fit. */
    JavaValue call(JavaValue object, ExecutableElement callee, List<JavaValue> args, Tree tree, String name) {
        Optional<Closure> closure = table().find(object.layout());
        if (closure.isEmpty()) {
            return ofRecord(object, callee, args, tree, name);
        }
        return invoke(object, closure.get(), callee, args, tree, name);
    }

    private JavaValue invoke(
            JavaValue object, Closure closure, ExecutableElement callee, List<JavaValue> args, Tree tree, String name) {
        if (closure instanceof Closure.Lambda lambda) {
            ReadFunction function = reader.functions()
                    .read(
                            lambda,
                            (Layout.Record) object.layout(),
                            args.stream().map(JavaValue::layout).toList());
            List<JavaValue> all = new ArrayList<>(List.of(object));
            all.addAll(args);
            return called(
                    function, all, reader.closures().layoutOf(lambda.type().getReturnType(), tree), tree, name);
        } else if (closure instanceof Closure.Reference reference) {
            JavaValue result = ofReference(object, reference, args, reference.tree(), name);
            Layout wanted = reader.closures().layoutOf(reference.type().getReturnType(), tree);
            return wanted instanceof Layout.Nothing ? JavaValue.nothing() : adapted(result, wanted, tree);
        } else if (closure instanceof Closure.Chain) {
            JavaValue inner = call(object.component("first"), callee, args, tree, "");
            // Consumers are both given the same.
            boolean isVoid = inner.layout() instanceof Layout.Nothing;
            return call(object.component("then"), callee, isVoid ? args : List.of(inner), tree, name);
        }
        Closure.Choice choice = (Closure.Choice) closure;
        return choose(object, choice, 0, callee, args, tree, name);
    }

    private JavaValue ofReference(
            JavaValue object, Closure.Reference reference, List<JavaValue> args, Tree tree, String name) {
        ExecutableElement target = reference.target();
        if (target.getModifiers().contains(Modifier.STATIC)
                || target.getKind() == javax.lang.model.element.ElementKind.CONSTRUCTOR) {
            return reader.calls().invoke(target, null, adapted(args, target, tree), tree, name);
        }
        if (!reference.isBound() && isUnboxing(target) && args.size() == 1) {
            return args.get(0);
        }
        JavaValue on = reference.isBound() ? object.component("object") : args.get(0);
        boolean isArray = on.layout().isRecordArray()
                || on.layout() instanceof Layout.Leaf leaf && leaf.type().isArray();
        if (isArray && target.getSimpleName().contentEquals("clone")) {
            return reader.recordArrays().copy(on);
        }
        List<JavaValue> others = reference.isBound() ? args : args.subList(1, args.size());
        return reader.calls().invoke(target, on, adapted(others, target, tree), tree, name);
    }

    /** As {@code Double.doubleValue}: the number, which was unboxed already. */
    private static boolean isUnboxing(ExecutableElement target) {
        TypeElement owner = (TypeElement) target.getEnclosingElement();
        return Layouts.isBox(owner.getQualifiedName().toString())
                && target.getSimpleName().toString().endsWith("Value");
    }

    private List<JavaValue> adapted(List<JavaValue> args, ExecutableElement target, Tree tree) {
        if (target.getParameters().size() != args.size()) {
            throw reader.problem(ProblemCode.METHOD_REFERENCE, tree);
        }
        List<JavaValue> adapted = new ArrayList<>();
        for (int i = 0; i < args.size(); i++) {
            Layout layout = reader.layoutOf(target.getParameters().get(i).asType(), tree, true);
            adapted.add(adapted(args.get(i), layout, tree));
        }
        return adapted;
    }

    private JavaValue adapted(JavaValue value, Layout wanted, Tree tree) {
        if (!(wanted instanceof Layout.Leaf leaf)
                || value.isRecord()
                || value.leaves().isEmpty()) {
            return value;
        }
        boolean isSame = value.value().type().equals(leaf.type());
        boolean areNumbers = value.value().type() instanceof Type.Scalar && leaf.type() instanceof Type.Scalar;
        if (!isSame && !areNumbers) {
            throw reader.problem(ProblemCode.BOXED, tree, reader.file().quote(tree));
        }
        return isSame ? value : new JavaValue(wanted, List.of(reader.convert(value.value(), leaf.type(), "")));
    }

    /** The function that {@code which} says, if it is the one at {@code at} or a later one. */
    private JavaValue choose(
            JavaValue object,
            Closure.Choice choice,
            int at,
            ExecutableElement callee,
            List<JavaValue> args,
            Tree tree,
            String name) {
        JavaValue one = object.component(Closure.Choice.alternative(at));
        if (at == choice.alternatives().size() - 1) {
            return call(one, callee, args, tree, name);
        }
        Value which = object.component("which").value();
        Value isIt = reader.code().compare(Op.Primitive.EQ, which, Const.of(at));
        Layout result = reader.closures().layoutOf(choice.type().getReturnType(), tree);
        return reader.control()
                .choose(
                        isIt,
                        JavaValue.undefined(result),
                        name,
                        () -> call(one, callee, args, tree, ""),
                        () -> choose(object, choice, at + 1, callee, args, tree, ""));
    }

    // Records that are functions

    private ExecutableElement implementation(Layout.Record record, ExecutableElement callee, Tree tree) {
        TypeElement type = reader.home().typeElement(record.javaName());
        return Optional.ofNullable(type)
                .flatMap(found -> Optional.ofNullable(reader.home().objects().implementation(callee, found)))
                .orElseThrow(() -> reader.problem(
                        ProblemCode.INSTANCE_CALL,
                        tree,
                        callee.getEnclosingElement().getSimpleName() + "." + callee.getSimpleName()));
    }

    private JavaValue ofRecord(
            JavaValue object, ExecutableElement callee, List<JavaValue> args, Tree tree, String name) {
        if (ObjectTypes.hasTag(object.layout())) {
            return new ObjectMethods(reader).dispatch(callee, object, args, name, tree);
        }
        ExecutableElement method = implementation((Layout.Record) object.layout(), callee, tree);
        return reader.calls().invoke(method, object, args, tree, name);
    }
}
