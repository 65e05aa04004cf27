package dev.leibniz.processor.frontend.read;

import com.sun.source.tree.Tree;
import dev.leibniz.processor.frontend.read.values.JavaValue;
import dev.leibniz.processor.frontend.scan.EnumConstants;
import dev.leibniz.processor.frontend.scan.ObjectClasses;
import dev.leibniz.processor.frontend.types.ObjectClass;
import dev.leibniz.processor.frontend.types.Visibility;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.problem.ProblemCode;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/** Reads fields of constants of enums: as generated code can see them, or by running the constructor for each constant. */
final class EnumFields {
    private final MethodReader reader;
    private final ObjectClasses objects;

    EnumFields(MethodReader reader) {
        this.reader = reader;
        this.objects = reader.home().objects();
    }

    JavaValue of(JavaValue constant, TypeElement type, VariableElement field, String name, Tree at) {
        Layout layout = reader.layoutOf(field.asType(), at, true);
        if (objects.isAssigned(field) || !field.getEnclosingElement().equals(type)) {
            throw reader.problem(ProblemCode.NON_FINAL_FIELD, at, field.getSimpleName());
        }
        boolean isSeen = !constant.isRecord()
                && Visibility.fromPackage(field, reader.home().packageName());
        if (isSeen && layout instanceof Layout.Leaf leaf) {
            reader.functions().mention(field);
            String text = "$0." + field.getSimpleName();
            return JavaValue.of(reader.let(name, new Expr.Opaque(text, List.of(constant.value()), leaf.type(), false)));
        }
        ObjectClass shape = objects.anyClass(type).orElseThrow();
        String part = shape.fields().stream()
                .filter(one -> one.element().equals(field))
                .findFirst()
                .orElseThrow()
                .name();
        return new EnumDispatch(reader)
                .choose(
                        constant,
                        type,
                        layout,
                        name,
                        one -> new EnumDispatch.Arm(
                                one, () -> made(type, one, at).component(part)));
    }

    /** The object that a constant is, as its constructor makes it. */
    private JavaValue made(TypeElement type, EnumConstants.Constant constant, Tree at) {
        ExecutableElement constructor = constructor(type, constant, at);
        return reader.members().construct(constructor, constant.creation().getArguments(), constant.creation(), "");
    }

    /** The constructor that creates a constant. With a body, the constant calls the constructor of the class of the body. */
    private ExecutableElement constructor(TypeElement type, EnumConstants.Constant constant, Tree at) {
        if (constant.body() == null
                && reader.file().elementOf(constant.creation()) instanceof ExecutableElement called) {
            return called;
        }
        int count = constant.creation().getArguments().size();
        List<ExecutableElement> found = ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                .filter(one -> one.getParameters().size() == count && !one.isVarArgs())
                .toList();
        if (found.size() != 1) {
            throw reader.problem(
                    ProblemCode.UNREADABLE_OBJECT,
                    at,
                    constant.element().getSimpleName(),
                    "which constructor it calls is not clear");
        }
        return found.get(0);
    }
}
