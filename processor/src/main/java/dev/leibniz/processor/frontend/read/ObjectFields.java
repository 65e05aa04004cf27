package dev.leibniz.processor.frontend.read;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import dev.leibniz.processor.frontend.read.values.JavaValue;
import dev.leibniz.processor.frontend.scan.ObjectFamilies;
import dev.leibniz.processor.frontend.syntax.Syntax;
import dev.leibniz.processor.frontend.types.ObjectClass;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** Reads and writes fields of objects that are followed. */
public final class ObjectFields {
    private final MethodReader reader;

    ObjectFields(MethodReader reader) {
        this.reader = reader;
    }

    /** A place in an array: an element, or the only one of a box. */
    public record FieldElement(JavaValue array, Value index) {}

    /** The place that is written to, if it is an element of an array or a field that is assigned again. */
    public Optional<FieldElement> place(ExpressionTree target) {
        if (target instanceof ArrayAccessTree access) {
            JavaValue array = reader.expressions().read(access.getExpression(), "");
            return Optional.of(new FieldElement(array, reader.expressions().valueAs(access.getIndex(), Type.INT, "")));
        }
        Element field = reader.element(target);
        if (!reader.home().objects().isAssigned(field)) {
            return Optional.empty();
        }
        if (target instanceof IdentifierTree
                || target instanceof MemberSelectTree select && Syntax.isThis(select.getExpression())) {
            JavaValue box = reader.environment().find(field);
            return box == null ? Optional.empty() : Optional.of(inBox(box));
        }
        if (target instanceof MemberSelectTree select) {
            JavaValue object = reader.expressions().read(select.getExpression(), "");
            TypeElement type =
                    new ObjectTypes(reader).typeOf(object.layout()).orElse((TypeElement) field.getEnclosingElement());
            ObjectClass.Field part = reader.home().objects().fieldOf(type, field);
            return object.isRecord() && part != null
                    ? Optional.of(inBox(object.component(part.name())))
                    : Optional.empty();
        }
        return Optional.empty();
    }

    private static FieldElement inBox(JavaValue box) {
        return new FieldElement(box, Const.of(0));
    }

    /** The value of a field, of which the variable or the part holds {@code held}. */
    public JavaValue value(Element field, JavaValue held, String name) {
        if (!reader.home().objects().isAssigned(field)) {
            return held;
        }
        return held.isRecord()
                ? reader.recordArrays().load(held, Const.of(0))
                : JavaValue.of(reader.code().load(name, held.value(), Const.of(0)));
    }

    /** {@code object.field}, where the object is one that is followed. */
    public JavaValue of(JavaValue object, MemberSelectTree tree, String name) {
        return of(object, reader.element(tree), name, tree);
    }

    public JavaValue of(JavaValue object, Element field, String name, Tree at) {
        ObjectTypes types = new ObjectTypes(reader);
        TypeElement type = types.typeOf(object.layout()).orElse((TypeElement) field.getEnclosingElement());
        if (type.getKind() == ElementKind.ENUM) {
            return new EnumFields(reader).of(object, type, (VariableElement) field, name, at);
        }
        Optional<ObjectFamilies.Family> family =
                reader.home().objects().families().find(type);
        if (family.isPresent()) {
            Layout result = reader.layoutOf(field.asType(), at, true);
            return types.choose(object, family.get(), result, name, at, (one, part) -> of(part, field, "", at));
        }
        JavaValue whole = object.isRecord()
                ? object
                : reader.conversions().as(object, reader.layoutOf(type.asType(), at, true), at);
        if (type.getKind() == ElementKind.RECORD) {
            return whole.component(field.getSimpleName().toString());
        }
        ObjectClass.Field part = reader.home().objects().fieldOf(type, field);
        if (part == null) {
            throw reader.problem(ProblemCode.NON_FINAL_FIELD, at, field.getSimpleName());
        }
        return value(field, whole.component(part.name()), name);
    }

    /** Gives a field the value of its initialiser. */
    void initialise(VariableElement field, ExpressionTree initializer, Tree at) {
        Layout layout = reader.layoutOf(field.asType(), at, true);
        JavaValue value = reader.expressions()
                .readAs(initializer, layout, field.getSimpleName().toString());
        if (reader.home().objects().isAssigned(field)) {
            JavaValue box = reader.environment().get(field);
            for (int i = 0; i < box.leaves().size(); i++) {
                reader.code()
                        .store(box.leaves().get(i), Const.of(0), value.leaves().get(i));
            }
        } else {
            reader.set(field, value);
        }
    }

    /** A box for a field, with Java's default value of fields that are not set. */
    JavaValue newBox(Layout layout, String name) {
        List<Value> leaves = new ArrayList<>();
        for (Layout.Leaf leaf : layout.leaves()) {
            leaves.add(reader.code().newArray(name, leaf.type(), Const.of(1)));
        }
        return new JavaValue(layout, leaves);
    }
}
