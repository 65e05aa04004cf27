package dev.leibniz.processor.frontend.read.collections;

import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import dev.leibniz.processor.frontend.library.ConstantObjects;
import dev.leibniz.processor.frontend.read.MethodReader;
import dev.leibniz.processor.frontend.read.ObjectCalls;
import dev.leibniz.processor.frontend.read.values.Conversions;
import dev.leibniz.processor.frontend.read.values.JavaValue;
import dev.leibniz.processor.frontend.types.Layouts;
import dev.leibniz.processor.frontend.types.TypePrinter;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.problem.ProblemCode;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** The array or collection that an enhanced {@code for} iterates over; a collection is first copied to a list of its own. */
public abstract class Iterated {
    private static final String COPY = "new java.util.ArrayList<>($0)";

    final MethodReader reader;

    private Iterated(MethodReader reader) {
        this.reader = reader;
    }

    public static Iterated of(EnhancedForLoopTree tree, MethodReader reader) {
        TypeMirror type = Layouts.withoutCapture(reader.javaType(tree.getExpression()));
        if (type instanceof ArrayType) {
            return new OfArray(reader, reader.expressions().read(tree.getExpression(), ""));
        }
        new ReturnedLists(reader).await(tree.getExpression());
        TypeMirror variable = reader.element(tree.getVariable()).asType();
        return of(tree.getExpression(), variable, tree.getVariable(), reader);
    }

    /**
     * The elements of a collection.
     *
     * @param variable the type that each of them is used as
     * @param at the place where it is used
     */
    static Iterated of(ExpressionTree expression, TypeMirror variable, Tree at, MethodReader reader) {
        Optional<JavaValue> known = new FixedLists(reader).find(expression);
        if (known.isPresent()) {
            return new OfArray(reader, known.get());
        }
        TypeMirror type = Layouts.withoutCapture(reader.javaType(expression));
        boolean isCollection = type instanceof DeclaredType declared
                && ConstantObjects.isCollection((TypeElement) declared.asElement())
                && !declared.getTypeArguments().isEmpty();
        if (!isCollection) {
            throw reader.problem(
                    ProblemCode.COLLECTION, expression, reader.file().quote(expression));
        }
        TypeMirror argument =
                Layouts.withoutCapture(((DeclaredType) type).getTypeArguments().get(0));
        JavaValue read = reader.expressions().read(expression, "");
        if (FixedLists.isArray(read.layout())) {
            return new OfArray(reader, read);
        }
        Value collection = read.value();
        boolean isPlain = argument.getKind() == TypeKind.DECLARED || argument.getKind() == TypeKind.ARRAY;
        if (!isPlain && variable.getKind().isPrimitive()) {
            throw reader.problem(
                    ProblemCode.COLLECTION, expression, reader.file().quote(expression));
        }
        Type element = elementType(isPlain ? argument : variable, at, reader);
        Type held = new Type.Opaque("java.util.List<" + element + ">");
        Value list = reader.home().changesCollections() && !isConstant(expression, reader)
                ? new Snapshots(reader).made(COPY, collection, held)
                : reader.let("", new Expr.Opaque(COPY, List.of(collection), held, false));
        return new OfCollection(reader, list, element);
    }

    private static boolean isConstant(ExpressionTree expression, MethodReader reader) {
        Element element = reader.file().elementOf(expression);
        return element != null
                && element.getKind() == ElementKind.FIELD
                && element.getModifiers().containsAll(List.of(Modifier.STATIC, Modifier.FINAL));
    }

    private static Type elementType(TypeMirror type, Tree at, MethodReader reader) {
        return Layouts.isRecord(type) ? new Type.Opaque(TypePrinter.print(type)) : reader.typeOf(type, at);
    }

    public abstract Value length();

    /** The element at a place, as a variable of this layout has it. */
    public abstract JavaValue element(Value index, Layout layout, String name);

    private static final class OfArray extends Iterated {
        private final JavaValue array;

        OfArray(MethodReader reader, JavaValue array) {
            super(reader);
            this.array = array;
        }

        @Override
        public Value length() {
            return reader.code().length(array.leaves().get(0));
        }

        @Override
        public JavaValue element(Value index, Layout layout, String name) {
            if (array.isRecord()) {
                return reader.recordArrays().load(array, index);
            }
            Value element = reader.code().load(name, array.value(), index);
            if (layout instanceof Layout.Record) {
                return JavaValue.of(element);
            }
            Type type = ((Layout.Leaf) layout).type();
            Value held = type instanceof Type.Scalar ? Conversions.unboxed(reader.code(), element) : element;
            return JavaValue.of(reader.convert(held, type, name));
        }
    }

    private static final class OfCollection extends Iterated {
        private final Value list;
        private final Type element;

        OfCollection(MethodReader reader, Value list, Type element) {
            super(reader);
            this.list = list;
            this.element = element;
        }

        @Override
        public Value length() {
            return reader.let("", new Expr.Opaque("$0.size()", List.of(list), Type.INT, false));
        }

        @Override
        public JavaValue element(Value index, Layout layout, String name) {
            boolean isRecord = layout instanceof Layout.Record;
            Value object = reader.let(
                    isRecord ? "" : name, new Expr.Opaque("$0.get($1)", List.of(list, index), element, false));
            boolean isObject = layout instanceof Layout.Record one
                    && !reader.home().objects().isRecord(one);
            if (isObject) {
                return JavaValue.of(object);
            }
            if (layout instanceof Layout.Record record) {
                return ObjectCalls.components(record, object, reader);
            }
            Type type = ((Layout.Leaf) layout).type();
            Value held = type instanceof Type.Scalar ? Conversions.unboxed(reader.code(), object) : object;
            return JavaValue.of(reader.convert(held, type, name));
        }
    }
}
