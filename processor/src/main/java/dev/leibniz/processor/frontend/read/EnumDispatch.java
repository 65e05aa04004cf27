package dev.leibniz.processor.frontend.read;

import dev.leibniz.processor.frontend.read.values.JavaValue;
import dev.leibniz.processor.frontend.scan.EnumConstants;
import dev.leibniz.processor.frontend.types.ObjectPart;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.lang.model.element.TypeElement;

/** Chooses by which constant of an enum a value is. */
public final class EnumDispatch {
    private final MethodReader reader;

    public EnumDispatch(MethodReader reader) {
        this.reader = reader;
    }

    /**
     * The code for one constant or for several.
     *
     * @param key a key that is equal for constants with the same code
     */
    public record Arm(Object key, Supplier<JavaValue> body) {
        public JavaValue read() {
            return body.get();
        }
    }

    /** The value of the arm chosen by a constant; constants with the same arm are told from the others, and not from each other. */
    public JavaValue choose(
            JavaValue value, TypeElement type, Layout result, String name, Function<EnumConstants.Constant, Arm> arms) {
        List<EnumConstants.Constant> constants = reader.home().objects().constantsOf(type);
        Map<Object, List<EnumConstants.Constant>> groups = new LinkedHashMap<>();
        Map<Object, Arm> bodies = new LinkedHashMap<>();
        for (EnumConstants.Constant constant : constants) {
            Arm arm = arms.apply(constant);
            groups.computeIfAbsent(arm.key(), key -> new ArrayList<>()).add(constant);
            bodies.putIfAbsent(arm.key(), arm);
        }
        return choose(value, new ArrayList<>(bodies.values()), groups, result, name);
    }

    private JavaValue choose(
            JavaValue value,
            List<Arm> arms,
            Map<Object, List<EnumConstants.Constant>> groups,
            Layout result,
            String name) {
        Arm first = arms.get(0);
        if (arms.size() == 1) {
            return first.read();
        }
        Value is = Const.FALSE;
        for (EnumConstants.Constant constant : groups.getOrDefault(first.key(), List.of())) {
            is = or(is, is(value, constant));
        }
        return choose(
                reader,
                is,
                result,
                name,
                first.body(),
                () -> choose(value, arms.subList(1, arms.size()), groups, result, ""));
    }

    /** A value that is computed on two paths, or none, if only the side effects matter. */
    public static JavaValue choose(
            MethodReader reader,
            Value condition,
            Layout result,
            String name,
            Supplier<JavaValue> then,
            Supplier<JavaValue> otherwise) {
        if (condition instanceof Const known) {
            return known.isTrue() ? then.get() : otherwise.get();
        }
        return reader.control().choose(condition, JavaValue.undefined(result), name, then, otherwise);
    }

    /** All constants of an enum that generated code cannot see. */
    public JavaValue values(TypeElement type, Layout array) {
        List<JavaValue> constants = new ArrayList<>();
        for (EnumConstants.Constant constant : reader.home().objects().constantsOf(type)) {
            Const tag = Const.of(EnumConstants.tagOf(constant.element()));
            constants.add(new JavaValue(array.element(), List.of(tag)));
        }
        return reader.recordArrays().filled(array, constants);
    }

    Value or(Value first, Value second) {
        if (first instanceof Const known) {
            return known.isTrue() ? first : second;
        }
        if (second instanceof Const known) {
            return known.isTrue() ? second : first;
        }
        return reader.code().apply(Op.Primitive.OR, Type.BOOLEAN, first, second);
    }

    /** Whether the value is this constant. */
    Value is(JavaValue value, EnumConstants.Constant constant) {
        int tag = EnumConstants.tagOf(constant.element());
        if (value.isRecord()) {
            return isTag(value, tag);
        }
        TypeElement type = (TypeElement) constant.element().getEnclosingElement();
        String text = type.getQualifiedName() + "." + constant.element().getSimpleName();
        if (value.value() instanceof Const known && !known.text().isEmpty()) {
            return Const.of(known.text().equals(text));
        }
        reader.functions().mention(constant.element());
        Value wanted = new Const(null, value.value().type(), text);
        return reader.let("", new Expr.Opaque("$0 == $1", List.of(value.value(), wanted), Type.BOOLEAN, false));
    }

    /** Whether an object is of the class with this tag. */
    public Value isTag(JavaValue object, int tag) {
        Value given = object.component(ObjectPart.TAG_NAME).value();
        return given instanceof Const known
                ? Const.of(known.is(tag))
                : reader.code().compare(Op.Primitive.EQ, given, Const.of(tag));
    }
}
