package dev.leibniz.processor.frontend.read;

import com.sun.source.tree.Tree;
import dev.leibniz.processor.frontend.read.program.ConstantParts;
import dev.leibniz.processor.frontend.read.values.JavaValue;
import dev.leibniz.processor.frontend.scan.ObjectClasses;
import dev.leibniz.processor.frontend.scan.ObjectFamilies;
import dev.leibniz.processor.frontend.types.Layouts;
import dev.leibniz.processor.frontend.types.ObjectPart;
import dev.leibniz.processor.frontend.types.Visibility;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

/** The known facts about the classes of objects: statically, by a tag, or by asking an object that came from outside. */
public final class ObjectTypes {
    private final MethodReader reader;
    private final ObjectClasses objects;
    private final EnumDispatch tags;

    public ObjectTypes(MethodReader reader) {
        this.reader = reader;
        this.objects = reader.home().objects();
        this.tags = new EnumDispatch(reader);
    }

    /** The code for an object of a known implementation. */
    public interface Arm {
        JavaValue read(TypeElement implementation, JavaValue object);
    }

    /** Whether a tag says of which class an object is. */
    public static boolean hasTag(Layout layout) {
        return layout instanceof Layout.Record record
                && !layout.isRecordArray()
                && !record.fields().isEmpty()
                && record.fields().get(0).name().equals(ObjectPart.TAG_NAME);
    }

    /** The type of an object by its layout; empty for numbers and arrays, and for types that are not known by a name. */
    public Optional<TypeElement> typeOf(Layout layout) {
        if (layout instanceof Layout.Record record) {
            return Optional.ofNullable(reader.home().typeElement(record.javaName()));
        }
        return layout instanceof Layout.Leaf leaf && leaf.type() instanceof Type.Opaque opaque
                ? Optional.ofNullable(
                        reader.home().typeElement(opaque.javaName().replaceAll("<.*", "")))
                : Optional.empty();
    }

    /** The reason why an object that came from outside cannot be taken apart, or not told from others; empty if it can. */
    public Optional<String> objection(JavaValue object) {
        return object.isRecord()
                ? Optional.empty()
                : typeOf(object.layout()).filter(objects::isOfHome).flatMap(this::objection);
    }

    public Optional<String> objection(TypeElement type) {
        if (type.getKind() == ElementKind.ENUM) {
            return Optional.empty();
        }
        ObjectFamilies.Family family = objects.families().find(type).orElse(null);
        if (family != null) {
            Optional<String> openness = objects.families().openness(type);
            return openness.isPresent()
                    ? openness
                    : family.implementations().stream()
                            .map(one -> Visibility.fromPackage(
                                            one, reader.home().packageName())
                                    ? objection(one)
                                    : Optional.of("the generated class cannot name `" + one.getSimpleName() + "`"))
                            .flatMap(Optional::stream)
                            .findFirst();
        }
        try {
            return Layouts.of(type.asType(), true, objects) instanceof Layout.Record record
                    ? new ConstantParts(reader).objection(record)
                    : Optional.of("its class changes, or has parts that are not followed");
        } catch (Layouts.NoLayout e) {
            return Optional.of("`" + e.subject() + "` has no place here");
        }
    }

    /** The classes of which an object can be, if these are several. */
    Optional<ObjectFamilies.Family> familyOf(JavaValue object) {
        return hasTag(object.layout()) ? typeOf(object.layout()).flatMap(objects.families()::find) : Optional.empty();
    }

    /** Whether an object is null; false where the file leaves nothing null. */
    private Value isNull(JavaValue object) {
        boolean isMade = object.isRecord() || typeOf(object.layout()).stream().anyMatch(objects::isOfHome);
        if (!isMade || !objects.families().mayBeNull()) {
            return Const.FALSE;
        } else if (object.isRecord()) {
            return tags.isTag(object, 0);
        } else if (object.value() instanceof Const known) {
            return Const.of(known.isNull());
        }
        return reader.let("", new Expr.Opaque(Expr.Opaque.IS_NULL, List.of(object.value()), Type.BOOLEAN, false));
    }

    /** Whether the condition holds for an object, or it is null. */
    public Value orNull(Value condition, JavaValue object) {
        return tags.or(condition, isNull(object));
    }

    /** The null check that Java does before it calls a method of an object. */
    public void requireObject(JavaValue object) {
        Value isNull = isNull(object);
        if (isNull instanceof Const known && !known.isTrue()) {
            return;
        }
        reader.throwIf(isNull, "new java.lang.NullPointerException()", List.of());
    }

    /** Runs the code for an object's class. */
    public JavaValue choose(
            JavaValue object, ObjectFamilies.Family family, Layout result, String name, Tree at, Arm arm) {
        if (!object.isRecord()) {
            objection(object).ifPresent(reason -> {
                throw reader.problem(
                        ProblemCode.UNREADABLE_OBJECT, at, family.type().getSimpleName(), reason);
            });
        }
        return choose(object, family, 0, result, name, arm);
    }

    private JavaValue choose(
            JavaValue object, ObjectFamilies.Family family, int at, Layout result, String name, Arm arm) {
        TypeElement one = family.implementations().get(at);
        if (at == family.implementations().size() - 1) {
            return arm.read(one, narrowed(object, family, at));
        }
        Value is = object.isRecord() ? tags.isTag(object, at + 1) : isInstance(object.value(), one);
        return EnumDispatch.choose(
                reader,
                is,
                result,
                name,
                () -> arm.read(one, narrowed(object, family, at)),
                () -> choose(object, family, at + 1, result, "", arm));
    }

    /** An object of a family as one of an implementation, which it is. */
    private JavaValue narrowed(JavaValue object, ObjectFamilies.Family family, int at) {
        return object.isRecord()
                ? object.component(family.names().get(at))
                : cast(object.value(), family.implementations().get(at));
    }

    /** An object from outside, as it is, under a type that it is of. */
    JavaValue cast(Value object, TypeElement type) {
        reader.functions().mention(type);
        Type held = new Type.Opaque(type.getQualifiedName().toString());
        return held.equals(object.type())
                ? JavaValue.of(object)
                : JavaValue.of(reader.let(
                        "", new Expr.Opaque("(" + type.getQualifiedName() + ") $0", List.of(object), held, false)));
    }

    Value isInstance(Value object, TypeElement type) {
        reader.functions().mention(type);
        return reader.let(
                "", new Expr.Opaque("$0 instanceof " + type.getQualifiedName(), List.of(object), Type.BOOLEAN, false));
    }

    /** Whether an object is of the type; null if that cannot be told. */
    public Value is(JavaValue object, TypeElement type, Tree at) {
        if (object.isRecord() && !object.layout().isRecordArray()) {
            TypeElement given = typeOf(object.layout()).orElseThrow(() -> reader.problem(ProblemCode.INSTANCEOF, at));
            ObjectFamilies.Family family = objects.families().find(given).orElse(null);
            if (family == null) {
                return Const.of(objects.families().isSubtype(given, type));
            }
            Value any = Const.FALSE;
            for (TypeElement one : family.implementations()) {
                if (objects.families().isSubtype(one, type)) {
                    any = tags.or(any, tags.isTag(object, family.tagOf(one)));
                }
            }
            return any;
        }
        boolean isObject = object.layout() instanceof Layout.Leaf leaf && leaf.type() instanceof Type.Opaque;
        if (!isObject || !Visibility.fromPackage(type, reader.home().packageName())) {
            throw reader.problem(ProblemCode.INSTANCEOF, at);
        }
        return isInstance(object.value(), type);
    }

    /** The object as one of the type, which it is. */
    public JavaValue as(JavaValue object, TypeElement type, Tree at) {
        if (!object.isRecord()) {
            return cast(object.value(), type);
        }
        TypeElement given = typeOf(object.layout()).orElseThrow(() -> reader.problem(ProblemCode.INSTANCEOF, at));
        ObjectFamilies.Family family = objects.families().find(given).orElse(null);
        if (given.equals(type) || family == null) {
            return given.equals(type)
                    ? object
                    : reader.conversions().as(object, reader.layoutOf(type.asType(), at, true), at);
        }
        int found = family.implementations().indexOf(type);
        if (found >= 0) {
            return object.component(family.names().get(found));
        }
        return reader.conversions().as(object, reader.layoutOf(type.asType(), at, true), at);
    }

    // One family as another

    /** An object of an implementation as one of its family; empty if it is of none. */
    Optional<JavaValue> widened(JavaValue object, Layout.Record wanted, Tree at) {
        TypeElement target = typeOf(wanted).orElse(null);
        TypeElement given = typeOf(object.layout()).orElse(null);
        ObjectFamilies.Family family =
                target == null ? null : objects.families().find(target).orElse(null);
        if (family == null || given == null) {
            return Optional.empty();
        }
        int found = family.implementations().indexOf(given);
        if (found >= 0) {
            return Optional.of(widened(object, family, found, wanted, at));
        }
        ObjectFamilies.Family source = objects.families().find(given).orElse(null);
        if (source == null) {
            return Optional.empty();
        }
        return Optional.of(EnumDispatch.choose(
                reader,
                isNull(object),
                wanted,
                "",
                () -> JavaValue.undefined(wanted),
                () -> choose(object, source, wanted, "", at, (one, part) -> {
                    int tag = family.implementations().indexOf(one);
                    return tag < 0 ? JavaValue.undefined(wanted) : widened(part, family, tag, wanted, at);
                })));
    }

    private JavaValue widened(
            JavaValue object, ObjectFamilies.Family family, int found, Layout.Record wanted, Tree at) {
        List<JavaValue> parts = new ArrayList<>();
        parts.add(JavaValue.of(Const.of(found + 1)));
        for (int i = 0; i < family.names().size(); i++) {
            Layout part = wanted.fields().get(i + 1).layout();
            parts.add(i == found ? reader.conversions().as(object, part, at) : JavaValue.undefined(part));
        }
        return JavaValue.record(wanted, parts);
    }
}
