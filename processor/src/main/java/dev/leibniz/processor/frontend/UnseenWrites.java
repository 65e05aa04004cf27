package dev.leibniz.processor.frontend;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreeScanner;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a method may write to elements of arrays, as far as its text tells. This is asked of methods that are called without
 * being looked into otherwise, and whose bodies may hold anything; the answer is yes where it is not sure.
 */
final class UnseenWrites extends TreeScanner<@Nullable Void, @Nullable Void> {
    private static final Set<String> HARMLESS = Set.of(
            "Math",
            "StrictMath",
            "Double",
            "Float",
            "Integer",
            "Long",
            "Boolean",
            "Character",
            "String",
            "Objects",
            "IntStream",
            "LongStream",
            "DoubleStream",
            "Stream",
            "Collectors",
            "List");
    private static final Set<String> READING =
            Set.of("stream", "copyOf", "copyOfRange", "equals", "deepEquals", "hashCode", "toString", "asList");

    private boolean possible;

    private UnseenWrites() {}

    static boolean arePossible(SourceMethod method) {
        UnseenWrites scan = new UnseenWrites();
        scan.scan(method.tree().getBody(), null);
        return scan.possible;
    }

    @Override
    public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Void nothing) {
        written(tree.getVariable());
        return super.visitAssignment(tree, nothing);
    }

    @Override
    public @Nullable Void visitCompoundAssignment(CompoundAssignmentTree tree, @Nullable Void nothing) {
        written(tree.getVariable());
        return super.visitCompoundAssignment(tree, nothing);
    }

    @Override
    public @Nullable Void visitUnary(UnaryTree tree, @Nullable Void nothing) {
        boolean step = tree.getKind().name().endsWith("CREMENT");
        if (step) {
            written(tree.getExpression());
        }
        return super.visitUnary(tree, nothing);
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void nothing) {
        ExpressionTree select = tree.getMethodSelect();
        boolean takesNothing = tree.getArguments().isEmpty();
        possible |= !takesNothing && !(select instanceof MemberSelectTree member && isHarmless(member));
        return super.visitMethodInvocation(tree, nothing);
    }

    private static boolean isHarmless(MemberSelectTree select) {
        ExpressionTree owner = select.getExpression();
        if (owner instanceof MethodInvocationTree) {
            return true; // on what another call returned, as those of streams are
        }
        String name = owner instanceof MemberSelectTree qualified
                ? qualified.getIdentifier().toString()
                : owner instanceof IdentifierTree simple ? simple.getName().toString() : "";
        return HARMLESS.contains(name)
                || name.equals("Arrays")
                        && READING.contains(select.getIdentifier().toString());
    }

    private void written(Tree target) {
        possible |= target instanceof ArrayAccessTree;
    }
}
