package dev.leibniz.processor.frontend.syntax;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.YieldTree;
import java.util.List;

/** The ways in which a statement can end, as its syntax alone shows them. {@link #NORMAL} is always a safe answer. */
public enum Completion {
    /** Control may go on behind it. */
    NORMAL,
    /** Control jumps somewhere else. */
    JUMPS,
    /** An exception is thrown, whatever happens. */
    THROWS;

    public static Completion of(StatementTree statement) {
        if (statement instanceof ThrowTree) {
            return THROWS;
        } else if (statement instanceof ReturnTree
                || statement instanceof BreakTree
                || statement instanceof ContinueTree
                || statement instanceof YieldTree) {
            return JUMPS;
        } else if (statement instanceof BlockTree block) {
            return of(block.getStatements());
        } else if (statement instanceof IfTree tree) {
            StatementTree otherwise = tree.getElseStatement();
            return otherwise == null ? NORMAL : of(tree.getThenStatement()).or(of(otherwise));
        } else if (statement instanceof LabeledStatementTree) {
            return NORMAL;
        }
        return NORMAL;
    }

    public static Completion of(List<? extends StatementTree> statements) {
        boolean mayJump = false;
        for (StatementTree statement : statements) {
            Completion completion = of(statement);
            if (completion != NORMAL) {
                return mayJump ? JUMPS : completion;
            }
            mayJump |= !isSimple(statement);
        }
        return NORMAL;
    }

    /** Whether there can be no jump inside. */
    private static boolean isSimple(StatementTree statement) {
        return switch (statement.getKind()) {
            case VARIABLE, EXPRESSION_STATEMENT, EMPTY_STATEMENT, ASSERT -> true;
            default -> false;
        };
    }

    private Completion or(Completion other) {
        if (this == NORMAL || other == NORMAL) {
            return NORMAL;
        }
        return this == THROWS && other == THROWS ? THROWS : JUMPS;
    }
}
