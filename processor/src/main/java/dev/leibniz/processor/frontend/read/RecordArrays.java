package dev.leibniz.processor.frontend.read;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import dev.leibniz.processor.frontend.read.values.JavaValue;
import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Arrays of records, as one array for each leaf: records cannot change and their identity is never used, so there is no visible
 * difference. Such arrays in a signature are taken apart and put together in generated code.
 */
public final class RecordArrays {
    private final MethodReader reader;

    RecordArrays(MethodReader reader) {
        this.reader = reader;
    }

    /** Names the arrays after the variable that holds them all, and the component that each of them has. */
    public static void suggestNames(JavaValue array, String variable) {
        for (int i = 0; i < array.leaves().size() && array.layout().isRecordArray(); i++) {
            if (array.leaves().get(i) instanceof Var made) {
                made.suggestName(array.layout().nameOf(i, variable));
            }
        }
    }

    /** An element of an array, of records or not. */
    public JavaValue element(JavaValue array, Value index, String name) {
        return array.isRecord()
                ? load(array, index)
                : JavaValue.of(reader.code().load(name, array.value(), index));
    }

    /** The value of an expression as an element of an array, of records or not. */
    public JavaValue readElement(JavaValue array, ExpressionTree tree) {
        return array.isRecord()
                ? reader.expressions().readAs(tree, array.layout().element(), "")
                : JavaValue.of(
                        reader.expressions().element(tree, array.value().type().element()));
    }

    public JavaValue load(JavaValue array, Value index) {
        return each(array.layout().element(), array, leaf -> reader.code().load(leaf, index));
    }

    public void store(JavaValue array, Value index, JavaValue element, Tree at) {
        requireElement(array.layout(), element, at);
        for (int i = 0; i < array.leaves().size(); i++) {
            Stmt.Store store = new Stmt.Store(
                    array.leaves().get(i),
                    index,
                    element.leaves().get(i),
                    reader.code().origin());
            reader.add(store);
            reader.functions().notes().wrote(store, reader.file(), at);
        }
    }

    public Value length(JavaValue array) {
        return reader.code().length(array.leaves().get(0));
    }

    public JavaValue copy(JavaValue array) {
        return each(array.layout(), array, leaf -> reader.let("", new Expr.CloneArray(leaf, false)));
    }

    public JavaValue copyOfRange(JavaValue array, Value from, Value to) {
        return each(array.layout(), array, leaf -> reader.let("", new Expr.CopyOfRange(leaf, from, to)));
    }

    private static JavaValue each(Layout layout, JavaValue array, UnaryOperator<Value> leaf) {
        return new JavaValue(layout, array.leaves().stream().map(leaf).toList());
    }

    /** {@code new P[n]}, {@code new P[] {a, b}} or, for a known type, {@code {a, b}}. */
    public JavaValue create(NewArrayTree tree, Layout layout) {
        List<? extends ExpressionTree> initializers = tree.getInitializers();
        if (initializers == null) {
            List<Value> dimensions = new ArrayList<>();
            for (ExpressionTree dimension : tree.getDimensions()) {
                dimensions.add(reader.expressions().valueAs(dimension, Type.INT, ""));
            }
            return allocate(layout, dimensions);
        }
        return of(layout, initializers);
    }

    /** An array of these elements. */
    public JavaValue of(Layout layout, List<? extends ExpressionTree> trees) {
        List<JavaValue> elements = new ArrayList<>();
        for (ExpressionTree one : trees) {
            JavaValue element = reader.expressions().readAs(one, layout.element(), "");
            requireElement(layout, element, one);
            elements.add(element);
        }
        return filled(layout, elements);
    }

    /** A function that is known has parts of its own, which an array made for objects of its interface has no place for. */
    private void requireElement(Layout array, JavaValue element, Tree at) {
        if (!array.element().sameLeaves(element.layout())) {
            throw reader.problem(ProblemCode.FUNCTION_VALUE, at, "an array of objects would hold it");
        }
    }

    JavaValue filled(Layout layout, List<JavaValue> elements) {
        JavaValue array = allocate(layout, List.of(Const.of(elements.size())));
        for (int i = 0; i < elements.size(); i++) {
            for (int leaf = 0; leaf < array.leaves().size(); leaf++) {
                reader.code()
                        .store(
                                array.leaves().get(leaf),
                                Const.of(i),
                                elements.get(i).leaves().get(leaf));
            }
        }
        return array;
    }

    /** The elements of an array of constants that is an object: they are taken apart in a loop. */
    public static JavaValue ofObject(Value array, Layout.Record layout, MethodReader reader) {
        Value length = reader.code().length(array);
        List<Value> leaves = new ArrayList<>();
        for (Layout.Leaf leaf : layout.leaves()) {
            leaves.add(reader.code().newArray("", leaf.type(), length));
        }
        Var index = new Var("i", Type.INT);
        BlockBuilder around = reader.code();
        BlockBuilder body = around.nested();
        reader.switchTo(body, reader.environment());
        Value object = body.load(array, index);
        JavaValue element = layout.element().isArray()
                ? ofObject(object, layout.element(), reader)
                : ObjectCalls.components(layout.element(), object, reader);
        for (int i = 0; i < leaves.size(); i++) {
            body.store(leaves.get(i), index, element.leaves().get(i));
        }
        reader.switchTo(around, reader.environment());
        around.loop(index, length, body);
        return new JavaValue(layout, leaves);
    }

    /** The type of such an array, of such an element or of a record that is an object. */
    public static Type objectType(Layout.Record layout) {
        return layout.isArray() ? Type.arrayOf(objectType(layout.element())) : new Type.Opaque(layout.javaName());
    }

    /** A new array, of records or not, with nothing in it. */
    public JavaValue allocate(Layout layout, List<Value> dimensions) {
        List<Value> leaves = new ArrayList<>();
        for (Layout.Leaf leaf : layout.leaves()) {
            leaves.add(reader.code().newArray("", leaf.type(), dimensions.toArray(new Value[0])));
        }
        return new JavaValue(layout, leaves);
    }
}
