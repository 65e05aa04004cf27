package dev.leibniz.processor.frontend.read;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import dev.leibniz.processor.frontend.read.control.Control;
import dev.leibniz.processor.frontend.read.values.Exit;
import dev.leibniz.processor.frontend.read.values.JavaValue;
import dev.leibniz.processor.frontend.read.values.StatementEnd;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads statements, for expressions and members that have some inside. */
public interface Statements {
    /** Statements as steps of a sequence, see {@link Control#sequence}. */
    List<Control.Step> steps(List<? extends StatementTree> statements);

    Control.Step step(StatementTree statement);

    /** A statement whose variables are not known behind it. @param next the exit behind it; null if that is determined elsewhere */
    StatementEnd scope(StatementTree statement, @Nullable Exit next);

    StatementEnd scope(List<Control.Step> steps, @Nullable Exit next);

    /** An expression that is evaluated for its side effects. */
    void effect(ExpressionTree expression);

    /** An expression as the body of a lambda, whose value is the result. */
    Control.Step expression(ExpressionTree body, Exit exit);

    JavaValue switchExpression(SwitchExpressionTree tree, String name);
}
