package dev.leibniz.processor.frontend.read.collections;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreeScanner;
import dev.leibniz.processor.frontend.read.MethodReader;
import dev.leibniz.processor.frontend.read.values.JavaValue;
import dev.leibniz.processor.frontend.syntax.Syntax;
import dev.leibniz.processor.frontend.syntax.WriteScanner;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import org.jspecify.annotations.Nullable;

/**
 * The maximal number of elements added to a list, if known when the list is made: a loop adds them, which runs as often as an array
 * has elements or a variable says, and adds as many in each iteration as there are calls for that.
 */
final class Room {
    private static final int LITTLE = 1000;

    private final MethodReader reader;
    private final Predicate<MethodInvocationTree> isAddition;

    Room(MethodReader reader, Predicate<MethodInvocationTree> isAddition) {
        this.reader = reader;
        this.isAddition = isAddition;
    }

    /** The number of elements that a statement adds at most. */
    Optional<Value> in(StatementTree statement) {
        if (statement instanceof EnhancedForLoopTree loop && isKnown(loop.getExpression())) {
            return lengthOf(loop.getExpression()).flatMap(length -> times(length, loop.getStatement()));
        } else if (statement instanceof ForLoopTree loop) {
            return trips(loop).flatMap(trips -> times(trips, loop.getStatement()));
        }
        return Optional.empty();
    }

    /** Whether the list gets as long as the loop can be: a bound such as the largest number, which is never reached, is no room to make. */
    private boolean isFilled(StatementTree body) {
        List<? extends StatementTree> statements =
                body instanceof BlockTree block ? block.getStatements() : List.of(body);
        boolean isAdded = statements.stream()
                .anyMatch(statement -> statement instanceof ExpressionStatementTree effect
                        && effect.getExpression() instanceof MethodInvocationTree call
                        && isAddition.test(call));
        boolean[] leaves = {false};
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void scan(@Nullable Tree tree, @Nullable Void unused) {
                leaves[0] |= tree instanceof BreakTree
                        || tree instanceof ContinueTree
                        || tree instanceof ReturnTree
                        || tree instanceof ThrowTree;
                return super.scan(tree, unused);
            }
        }.scan(body, null);
        return isAdded && !leaves[0];
    }

    /** Whether a number is about as large as an array that there is. */
    private static boolean isOfLength(ExpressionTree expression) {
        ExpressionTree tree = Syntax.strip(expression);
        return tree instanceof MemberSelectTree
                || tree instanceof LiteralTree literal
                        && literal.getValue() instanceof Integer number
                        && number < LITTLE
                || (tree.getKind() == Tree.Kind.PLUS || tree.getKind() == Tree.Kind.MINUS)
                        && tree instanceof BinaryTree sum
                        && isOfLength(sum.getLeftOperand())
                        && isOfLength(sum.getRightOperand());
    }

    private Optional<Value> times(Value trips, StatementTree body) {
        Additions additions = new Additions();
        additions.scan(body, null);
        return additions.areInLoops
                ? Optional.empty()
                : Optional.of(additions.count == 1 ? trips : product(trips, additions.count));
    }

    private Value product(Value trips, int count) {
        return reader.code().apply(Op.Primitive.MUL, Type.INT, Const.of(count), trips);
    }

    private Optional<Value> trips(ForLoopTree loop) {
        if (loop.getInitializer().size() != 1
                || !(loop.getInitializer().get(0) instanceof VariableTree index)
                || index.getInitializer() == null
                || reader.element(index).asType().getKind() != TypeKind.INT
                || !(Syntax.strip(loop.getCondition()) instanceof BinaryTree condition)
                || !isIndex(condition.getLeftOperand(), index)
                || loop.getUpdate().size() != 1
                || !(loop.getUpdate().get(0).getExpression() instanceof UnaryTree update)
                || !isIndex(update.getExpression(), index)
                || isWritten(index, loop.getStatement())) {
            return Optional.empty();
        }
        boolean goesUp =
                update.getKind() == Tree.Kind.POSTFIX_INCREMENT || update.getKind() == Tree.Kind.PREFIX_INCREMENT;
        boolean isBelow = condition.getKind() == Tree.Kind.LESS_THAN;
        boolean isUpTo = condition.getKind() == Tree.Kind.LESS_THAN_EQUAL;
        if (!goesUp
                || !isBelow && !isUpTo
                || !isKnownNumber(index.getInitializer())
                || !isKnownNumber(condition.getRightOperand())
                || !isFilled(loop.getStatement())
                        && !(isOfLength(index.getInitializer()) && isOfLength(condition.getRightOperand()))) {
            return Optional.empty();
        }
        Value from = reader.expressions().valueAs(index.getInitializer(), Type.INT, "");
        Value to = reader.expressions().valueAs(condition.getRightOperand(), Type.INT, "");
        Value difference = reader.code().minus(to, from);
        Value count = isUpTo ? reader.code().plus(difference, Const.of(1)) : difference;
        return Optional.of(reader.code().math("max", count, Const.of(0)));
    }

    private boolean isIndex(ExpressionTree tree, VariableTree index) {
        return Syntax.strip(tree) instanceof IdentifierTree name
                && reader.element(index).equals(reader.file().elementOf(name));
    }

    private boolean isWritten(VariableTree index, StatementTree body) {
        boolean[] found = {false};
        new WriteScanner() {
            @Override
            protected void written(ExpressionTree target) {
                found[0] |= isIndex(target, index);
            }
        }.scan(body, null);
        return found[0];
    }

    private Optional<Value> lengthOf(ExpressionTree array) {
        JavaValue known = reader.environment().valueOf(reader.element(Syntax.strip(array)));
        return known == null || !FixedLists.isArray(known.layout())
                ? Optional.empty()
                : Optional.of(reader.code().length(known.leaves().get(0)));
    }

    private boolean isKnownNumber(ExpressionTree expression) {
        return switch (reader.javaType(expression).getKind()) {
            case INT, SHORT, CHAR, BYTE -> isKnown(expression);
            default -> false;
        };
    }

    /** Whether an expression has the same value here and where the loop is. */
    private boolean isKnown(ExpressionTree expression) {
        ExpressionTree tree = Syntax.strip(expression);
        if (tree instanceof LiteralTree literal) {
            return literal.getValue() instanceof Integer;
        } else if (tree instanceof BinaryTree binary) {
            boolean isSum = tree.getKind() == Tree.Kind.PLUS
                    || tree.getKind() == Tree.Kind.MINUS
                    || tree.getKind() == Tree.Kind.MULTIPLY;
            return isSum && isKnownNumber(binary.getLeftOperand()) && isKnownNumber(binary.getRightOperand());
        } else if (tree instanceof MemberSelectTree select) {
            return select.getIdentifier().contentEquals("length")
                    && Syntax.strip(select.getExpression()) instanceof IdentifierTree
                    && reader.javaType(select.getExpression()) instanceof ArrayType
                    && isKnown(select.getExpression());
        }
        return tree instanceof IdentifierTree && isFinal(reader.file().elementOf(tree));
    }

    private boolean isFinal(@Nullable Element variable) {
        return variable != null
                && (variable.getKind() == ElementKind.LOCAL_VARIABLE || variable.getKind() == ElementKind.PARAMETER)
                && !reader.conversions().isAssigned(variable)
                && reader.environment().find(variable) != null;
    }

    /** Counts the calls that add an element. */
    private final class Additions extends TreeScanner<@Nullable Void, @Nullable Void> {
        private int count;
        private boolean areInLoops;

        @Override
        public @Nullable Void scan(@Nullable Tree tree, @Nullable Void unused) {
            boolean isRepeated = tree instanceof ForLoopTree
                    || tree instanceof EnhancedForLoopTree
                    || tree instanceof WhileLoopTree
                    || tree instanceof DoWhileLoopTree
                    || tree instanceof LambdaExpressionTree;
            int before = count;
            super.scan(tree, unused);
            areInLoops |= isRepeated && count > before;
            return null;
        }

        @Override
        public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void unused) {
            count += isAddition.test(call) ? 1 : 0;
            return super.visitMethodInvocation(call, unused);
        }
    }
}
