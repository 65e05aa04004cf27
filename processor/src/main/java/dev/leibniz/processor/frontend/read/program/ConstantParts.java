package dev.leibniz.processor.frontend.read.program;

import com.sun.source.tree.Tree;
import dev.leibniz.processor.frontend.read.values.JavaValue;
import dev.leibniz.processor.frontend.scan.ObjectClasses;
import dev.leibniz.processor.frontend.types.Layouts;
import dev.leibniz.processor.frontend.types.ObjectClass;
import dev.leibniz.processor.frontend.types.Visibility;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Takes apart objects that came from outside, which are constants: by accessors, or by fields that can be seen. */
public final class ConstantParts {
    private final MethodCode reader;
    private final ObjectClasses objects;

    public ConstantParts(MethodCode reader) {
        this.reader = reader;
        this.objects = reader.home().objects();
    }

    /** The parts of an object. */
    public JavaValue of(Layout.Record record, Value object, Tree at) {
        TypeElement type = Objects.requireNonNull(reader.home().typeElement(record.javaName()));
        objection(record).ifPresent(reason -> {
            throw reader.problem(ProblemCode.UNREADABLE_OBJECT, at, type.getSimpleName(), reason);
        });
        ObjectClass found = objects.find(type).orElse(null);
        List<JavaValue> parts = new ArrayList<>();
        for (Layout.Field field : record.fields()) {
            String text = found == null
                    ? "$0." + field.access()
                    : reader(found, field.name()).orElseThrow();
            if (field.layout() instanceof Layout.Record nested) {
                Value inner = reader.let(
                        "", new Expr.Opaque(text, List.of(object), new Type.Opaque(nested.javaName()), false));
                parts.add(of(nested, inner, at));
            } else {
                Type part = ((Layout.Leaf) field.layout()).type();
                parts.add(JavaValue.of(reader.let("", new Expr.Opaque(text, List.of(object), part, false))));
            }
        }
        return JavaValue.record(record, parts);
    }

    /** The reason why an object cannot be taken apart; empty if it can. */
    public Optional<String> objection(Layout.Record record) {
        if (record.isRecordArray()) {
            return Optional.of("it is an array of objects");
        }
        TypeElement type = Objects.requireNonNull(reader.home().typeElement(record.javaName()));
        ObjectClass found = objects.find(type).orElse(null);
        if (found == null) {
            Optional<String> accessor = reader.home().recordCode().inAccessor(type.asType());
            if (accessor.isPresent()) {
                return Optional.of("`" + accessor.get() + "` has its own code in an accessor");
            }
        } else if (!objects.isClosed(type)) {
            return Optional.of("a class of another file may extend it");
        }
        for (Layout.Field field : record.fields()) {
            if (found != null && reader(found, field.name()).isEmpty()) {
                return Optional.of("the generated class cannot read its field `" + field.name() + "`");
            }
            Optional<String> inside =
                    field.layout() instanceof Layout.Record nested ? objection(nested) : Optional.empty();
            if (inside.isPresent()) {
                return Optional.of("of `" + field.name() + "`, " + inside.get());
            }
        }
        return Optional.empty();
    }

    /** The text with which generated code reads a field; empty if it cannot. */
    private Optional<String> reader(ObjectClass type, String name) {
        String packageName = reader.home().packageName();
        ObjectClass.Field field = type.fields().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        if (field.isAssigned()) {
            return Optional.empty();
        }
        String simple = field.element().getSimpleName().toString();
        if (Visibility.fromPackage(field.element(), packageName)) {
            reader.functions().mention(field.element());
            return field.name().equals(simple) ? Optional.of("$0." + simple) : Optional.empty();
        }
        for (ObjectClass owner = type; owner != null; owner = owner.superclass()) {
            for (ExecutableElement method : ElementFilter.methodsIn(owner.type().getEnclosedElements())) {
                if (method.getParameters().isEmpty()
                        && !method.getModifiers().contains(Modifier.STATIC)
                        && Visibility.fromPackage(method, packageName)
                        && objects.returnedBy(method)
                                .filter(field.element()::equals)
                                .isPresent()) {
                    reader.functions().mention(method);
                    return Optional.of("$0." + method.getSimpleName() + "()");
                }
            }
        }
        return Optional.empty();
    }

    /** Whether generated code can build an object of its parts, so that the difference cannot be seen. */
    public boolean isBuiltFrom(Layout.Record record) {
        TypeElement type = reader.home().typeElement(record.javaName());
        if (type == null || !Visibility.fromPackage(type, reader.home().packageName())) {
            return false;
        }
        if (Layouts.isTakenApart(type)) {
            return true;
        }
        for (ExecutableElement constructor : ElementFilter.constructorsIn(type.getEnclosedElements())) {
            if (objects.isPlain(constructor)
                    && Visibility.fromPackage(constructor, reader.home().packageName())) {
                reader.functions().mention(constructor);
                return true;
            }
        }
        return false;
    }
}
