package dev.leibniz.processor.frontend.read;

import com.sun.source.tree.ExpressionTree;
import dev.leibniz.processor.frontend.read.values.JavaValue;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;

/**
 * Reads expressions, in Java's order of evaluation and with its conversions made explicit. A {@code name} is a wish for the
 * variable that gets the result, "" if there is none.
 */
public interface Expressions {
    JavaValue read(ExpressionTree tree, String name);

    /** The value of an expression that is assigned to a variable of the given layout. */
    JavaValue readAs(ExpressionTree tree, Layout layout, String name);

    /** The value of an expression that is no record. */
    Value value(ExpressionTree tree, String name);

    /** The value, converted as on assignment or in a cast. */
    Value valueAs(ExpressionTree tree, Type type, String name);

    /** The value of an expression that is assigned to an element of an array. */
    Value element(ExpressionTree tree, Type type);
}
