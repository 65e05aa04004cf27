package dev.leibniz.processor.frontend.syntax;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;

/** The form of an expression, as its syntax alone shows it. */
public final class Syntax {
    private Syntax() {}

    /** The expression without parentheses around it. */
    public static ExpressionTree strip(ExpressionTree tree) {
        return tree instanceof ParenthesizedTree p ? strip(p.getExpression()) : tree;
    }

    public static boolean isNull(ExpressionTree tree) {
        return strip(tree).getKind() == Tree.Kind.NULL_LITERAL;
    }

    public static boolean isThis(ExpressionTree tree) {
        return strip(tree) instanceof IdentifierTree identifier
                && identifier.getName().contentEquals("this");
    }

    /** The value written for {@code member} in an annotation of the method; the method itself if there is none. */
    public static Tree annotationValue(MethodTree method, String member) {
        for (AnnotationTree annotation : method.getModifiers().getAnnotations()) {
            for (ExpressionTree argument : annotation.getArguments()) {
                if (argument instanceof AssignmentTree assignment
                        && assignment.getVariable().toString().equals(member)) {
                    return assignment.getExpression();
                }
            }
        }
        return method;
    }
}
