package dev.leibniz.processor.frontend.syntax;

import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.StatementTree;
import org.jspecify.annotations.Nullable;

/** {@code this(…)}, or the {@code super()} that javac adds, at the beginning of a constructor. */
public record ExplicitCall(MethodInvocationTree tree, boolean isThis) {

    /** Null if it is another statement. */
    public static @Nullable ExplicitCall of(StatementTree statement) {
        if (statement instanceof ExpressionStatementTree expression
                && expression.getExpression() instanceof MethodInvocationTree call
                && call.getMethodSelect() instanceof IdentifierTree callee) {
            boolean isThis = callee.getName().contentEquals("this");
            return isThis || callee.getName().contentEquals("super") ? new ExplicitCall(call, isThis) : null;
        }
        return null;
    }
}
