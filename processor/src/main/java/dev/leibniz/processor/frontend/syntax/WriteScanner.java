package dev.leibniz.processor.frontend.syntax;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreeScanner;
import org.jspecify.annotations.Nullable;

/** Finds the variables and elements that a piece of source writes to, in any of Java's ways to write: {@code =}, {@code +=}, {@code ++}. */
public abstract class WriteScanner extends TreeScanner<@Nullable Void, @Nullable Void> {

    /** A variable or an element that gets a value; it is not in parentheses. */
    protected abstract void written(ExpressionTree target);

    /** Whether it is {@code ++} or {@code --}. */
    public static boolean isStep(UnaryTree tree) {
        return switch (tree.getKind()) {
            case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT -> true;
            default -> false;
        };
    }

    public static ExpressionTree withoutParentheses(ExpressionTree tree) {
        ExpressionTree inner = tree;
        while (inner instanceof ParenthesizedTree parenthesized) {
            inner = parenthesized.getExpression();
        }
        return inner;
    }

    @Override
    public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Void unused) {
        written(withoutParentheses(tree.getVariable()));
        return super.visitAssignment(tree, unused);
    }

    @Override
    public @Nullable Void visitCompoundAssignment(CompoundAssignmentTree tree, @Nullable Void unused) {
        written(withoutParentheses(tree.getVariable()));
        return super.visitCompoundAssignment(tree, unused);
    }

    @Override
    public @Nullable Void visitUnary(UnaryTree tree, @Nullable Void unused) {
        if (isStep(tree)) {
            written(withoutParentheses(tree.getExpression()));
        }
        return super.visitUnary(tree, unused);
    }
}
