package dev.leibniz.processor.frontend;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** Reads and writes fields of objects that are followed. */
final class ObjectFields {
    private final MethodReader reader;

    ObjectFields(MethodReader reader) {
        this.reader = reader;
    }

    /** A place in an array: an element, or the only one of a box. */
    record Place(Datum array, Value index) {}

    /** The place that is written to, if it is an element of an array or a field that is assigned again. */
    Optional<Place> place(ExpressionTree target) {
        if (target instanceof ArrayAccessTree access) {
            Datum array = reader.expressions().read(access.getExpression(), "");
            return Optional.of(new Place(array, reader.expressions().valueAs(access.getIndex(), Type.INT, "")));
        }
        Element field = reader.element(target);
        if (!reader.functions().objects().isAssigned(field)) {
            return Optional.empty();
        }
        if (target instanceof IdentifierTree
                || target instanceof MemberSelectTree select && ExpressionReader.isThis(select.getExpression())) {
            Datum box = reader.environment().find(field);
            return box == null ? Optional.empty() : Optional.of(inBox(box));
        }
        if (target instanceof MemberSelectTree select) {
            Datum object = reader.expressions().read(select.getExpression(), "");
            ObjectClass.Field part =
                    reader.functions().objects().fieldOf((TypeElement) field.getEnclosingElement(), field);
            return object.isRecord() && part != null
                    ? Optional.of(inBox(object.component(part.name())))
                    : Optional.empty();
        }
        return Optional.empty();
    }

    private static Place inBox(Datum box) {
        return new Place(box, Const.of(0));
    }

    /** Whether it is a field of an object, and not of a class. */
    static boolean isField(Element element) {
        return element instanceof VariableElement field
                && field.getKind() == ElementKind.FIELD
                && ObjectClass.isOfObject(field);
    }

    /** The value of a field, of which the variable or the part holds {@code held}. */
    Datum value(Element field, Datum held, String name) {
        if (!reader.functions().objects().isAssigned(field)) {
            return held;
        }
        return held.isRecord()
                ? reader.recordArrays().load(held, Const.of(0))
                : Datum.of(reader.code().load(name, held.value(), Const.of(0)));
    }

    /** {@code object.field}, where the object is one that is followed. */
    Datum of(Datum given, MemberSelectTree tree, String name) {
        Element field = reader.element(tree);
        TypeElement owner = (TypeElement) field.getEnclosingElement();
        Datum object = given.isRecord()
                ? given
                : reader.conversions().as(given, reader.layoutOf(owner.asType(), tree, true), tree.getExpression());
        Layout.Record layout = (Layout.Record) object.layout();
        TypeElement type = reader.functions().typeElement(layout.javaName());
        if (type == null || type.getKind() == ElementKind.RECORD) {
            return object.component(field.getSimpleName().toString());
        }
        ObjectClass.Field part = reader.functions().objects().fieldOf(type, field);
        if (part == null) {
            throw reader.unreadable();
        }
        return value(field, object.component(part.name()), name);
    }

    /** What the initialiser of a field gives it. */
    void initialise(VariableElement field, ExpressionTree initializer, Tree at) {
        Layout layout = reader.layoutOf(field.asType(), at, true);
        Datum value = reader.expressions()
                .readAs(initializer, layout, field.getSimpleName().toString());
        if (reader.functions().objects().isAssigned(field)) {
            Datum box = reader.environment().get(field);
            for (int i = 0; i < box.leaves().size(); i++) {
                reader.code()
                        .store(box.leaves().get(i), Const.of(0), value.leaves().get(i));
            }
        } else {
            reader.set(field, value);
        }
    }

    /** A box for a field, with what Java has in fields that nobody has set. */
    Datum newBox(Layout layout) {
        List<Value> leaves = new ArrayList<>();
        for (Layout.Leaf leaf : layout.leaves()) {
            leaves.add(reader.code().newArray("", leaf.type(), Const.of(1)));
        }
        return new Datum(layout, leaves);
    }
}
