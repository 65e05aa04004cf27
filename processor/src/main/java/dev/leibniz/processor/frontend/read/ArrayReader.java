package dev.leibniz.processor.frontend.read;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.NewArrayTree;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;

/** Reads the creation of arrays whose elements are not records. */
public final class ArrayReader {
    private final MethodReader reader;

    public ArrayReader(MethodReader reader) {
        this.reader = reader;
    }

    /** {@code new double[n]}, {@code new double[] {a, b}} or, for a known type, {@code {a, b}}. */
    public Value create(NewArrayTree tree, Type type, String name) {
        List<? extends ExpressionTree> initializers = tree.getInitializers();
        if (initializers == null) {
            List<Value> dimensions = new ArrayList<>();
            for (ExpressionTree dimension : tree.getDimensions()) {
                dimensions.add(reader.expressions().valueAs(dimension, Type.INT, ""));
            }
            return reader.code().newArray(name, type, dimensions.toArray(new Value[0]));
        }
        return of(type, initializers, name);
    }

    /** An array of these elements. */
    public Value of(Type type, List<? extends ExpressionTree> elements, String name) {
        Value array = reader.code().newArray(name, type, Const.of(elements.size()));
        for (int i = 0; i < elements.size(); i++) {
            Value element = elements.get(i) instanceof NewArrayTree nested && nested.getType() == null
                    ? create(nested, type.element(), "")
                    : reader.expressions().element(elements.get(i), type.element());
            reader.code().store(array, Const.of(i), element);
        }
        return array;
    }
}
