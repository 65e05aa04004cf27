package dev.leibniz.processor.frontend.scan;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import dev.leibniz.processor.frontend.shadow.SourceFile;
import dev.leibniz.processor.frontend.shadow.SourceMethod;
import dev.leibniz.processor.frontend.syntax.WriteScanner;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import org.jspecify.annotations.Nullable;

/**
 * The elements of an array that a method touches, as far as its text tells: constant indices, and variables of loops that count.
 *
 * <p>For each dimension there is a set of lengths of which the array must not be shorter; where the array is asked
 * how long it is, the arrays that are indexed by the same variable.
 */
public final class TouchedIndices extends WriteScanner {
    private final SourceFile file;
    private final Element array;
    private final int rank;
    private final Map<Element, Bound> loops = new HashMap<>();
    private final Map<Element, Integer> assigned = new HashMap<>();
    private final Map<Element, ExpressionTree> initial = new HashMap<>();
    private final List<Set<Length>> lengths = new ArrayList<>();
    private final List<Set<Element>> askedFor = new ArrayList<>();
    private final Map<Element, Set<Beside>> beside = new HashMap<>();
    private boolean isSure = true;

    private TouchedIndices(SourceFile file, Element array, int rank) {
        this.file = file;
        this.array = array;
        this.rank = rank;
        for (int i = 0; i < rank; i++) {
            lengths.add(new LinkedHashSet<>());
            askedFor.add(new LinkedHashSet<>());
        }
    }

    public static TouchedIndices of(SourceMethod method, Element array, int rank) {
        TouchedIndices indices = new TouchedIndices(method.file(), array, rank);
        Tree body = method.tree().getBody();
        new WriteScanner() {
            @Override
            protected void written(ExpressionTree target) {
                Element element =
                        target instanceof IdentifierTree ? method.file().elementOf(target) : null;
                if (element != null) {
                    indices.assigned.merge(element, 1, Integer::sum);
                }
            }

            @Override
            public @Nullable Void visitVariable(VariableTree tree, @Nullable Void unused) {
                Element element = method.file().elementOf(tree);
                if (element != null && tree.getInitializer() != null) {
                    indices.initial.put(element, tree.getInitializer());
                }
                return super.visitVariable(tree, unused);
            }
        }.scan(body, null);
        indices.scan(body, null);
        return indices;
    }

    /**
     * {@code expression + more}.
     *
     * @param variables the variables that the expression names, which may have namesakes elsewhere in the method
     */
    public record Length(ExpressionTree expression, int more, List<Element> variables) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Length length
                    && length.more == more
                    && length.variables.equals(variables)
                    && length.expression.toString().equals(expression.toString());
        }

        @Override
        public int hashCode() {
            return expression.toString().hashCode() + more;
        }
    }

    /** A variable that counts up to {@code end}, or down from it: it is below {@code end}. */
    private record Bound(Length end) {}

    /** A parameter that is indexed by a variable, in one of its dimensions. */
    public record Beside(Element array, int dimension) {}

    /** Whether all is known of the array that can be known. */
    public boolean isSure() {
        return isSure;
    }

    /** The array is at least as long as each of these. */
    public Collection<Length> lengths(int dimension) {
        return lengths.get(dimension);
    }

    /** Whether the array itself says how long it is in some dimension. */
    public boolean isAskedFor(int dimension) {
        return !askedFor.get(dimension).isEmpty();
    }

    /** The other parameters that are indexed as the array is, in a dimension in which it says itself how long it is. */
    public Collection<Beside> beside(int dimension) {
        Set<Beside> all = new LinkedHashSet<>();
        askedFor.get(dimension).forEach(variable -> all.addAll(beside.getOrDefault(variable, Set.of())));
        return all;
    }

    /** The expression that a variable equals from its declaration on; null if it may change later. */
    public @Nullable ExpressionTree valueOf(IdentifierTree tree) {
        Element element = file.elementOf(tree);
        return element != null && element.getKind() == ElementKind.LOCAL_VARIABLE && !assigned.containsKey(element)
                ? initial.get(element)
                : null;
    }

    /** Whether a parameter is another one later. */
    public boolean isAssigned(Element parameter) {
        return assigned.containsKey(parameter);
    }

    @Override
    protected void written(ExpressionTree target) {
        if (target instanceof IdentifierTree && array.equals(file.elementOf(target))) {
            isSure = false;
        }
    }

    @Override
    public @Nullable Void visitForLoop(ForLoopTree tree, @Nullable Void unused) {
        for (StatementTree init : tree.getInitializer()) {
            if (init instanceof VariableTree variable && file.elementOf(variable) != null) {
                Element index = java.util.Objects.requireNonNull(file.elementOf(variable));
                Bound bound = tree.getUpdate().size() == 1
                                && assigned.getOrDefault(index, 0) == 1
                                && strip(tree.getCondition()) instanceof BinaryTree test
                        ? bound(index, variable.getInitializer(), test, tree)
                        : null;
                if (bound != null) {
                    loops.put(index, bound);
                }
            }
        }
        return super.visitForLoop(tree, unused);
    }

    private @Nullable Bound bound(Element index, @Nullable ExpressionTree start, BinaryTree test, ForLoopTree tree) {
        String update = tree.getUpdate().get(0).getExpression().toString().replace(" ", "");
        String name = index.getSimpleName().toString();
        boolean isUp = update.equals(name + "++") || update.equals("++" + name) || update.startsWith(name + "+=");
        boolean isDown = update.equals(name + "--") || update.equals("--" + name) || update.startsWith(name + "-=");
        Length tested = plus(test.getLeftOperand(), 0); // as in i + 1 < n
        if (!tested.expression().toString().equals(name)) {
            return null;
        }
        return switch (test.getKind()) {
            case LESS_THAN -> isUp ? new Bound(plus(test.getRightOperand(), -tested.more())) : null;
            case LESS_THAN_EQUAL -> isUp ? new Bound(plus(test.getRightOperand(), 1 - tested.more())) : null;
            case GREATER_THAN, GREATER_THAN_EQUAL -> isDown && start != null ? new Bound(plus(start, 1)) : null;
            default -> null;
        };
    }

    /** The length with the constants of a sum added up: {@code n - 1} and one more are {@code n}. */
    private Length plus(ExpressionTree tree, int more) {
        ExpressionTree expression = strip(tree);
        if (expression instanceof BinaryTree sum
                && strip(sum.getRightOperand()) instanceof LiteralTree literal
                && literal.getValue() instanceof Integer number) {
            if (sum.getKind() == Tree.Kind.MINUS) {
                return plus(sum.getLeftOperand(), more - number);
            } else if (sum.getKind() == Tree.Kind.PLUS) {
                return plus(sum.getLeftOperand(), more + number);
            }
        }
        return length(expression, more);
    }

    private Length length(ExpressionTree expression, int more) {
        List<Element> variables = new ArrayList<>();
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
                Element element = file.elementOf(tree);
                if (element != null) {
                    variables.add(element);
                }
                return null;
            }
        }.scan(expression, null);
        return new Length(expression, more, variables);
    }

    @Override
    public @Nullable Void visitArrayAccess(ArrayAccessTree tree, @Nullable Void unused) {
        List<ExpressionTree> indices = new ArrayList<>();
        ExpressionTree inner = tree;
        while (inner instanceof ArrayAccessTree access) {
            indices.add(0, access.getIndex());
            inner = strip(access.getExpression());
        }
        Element root = inner instanceof IdentifierTree ? file.elementOf(inner) : null;
        if (root == null) {
            return super.visitArrayAccess(tree, unused);
        }
        if (root.equals(array)) {
            isSure &= indices.size() == rank;
            for (int i = 0; i < indices.size() && i < rank; i++) {
                touch(indices.get(i), i);
            }
        } else {
            for (int i = 0; i < indices.size(); i++) {
                Element index = strip(indices.get(i)) instanceof IdentifierTree id ? file.elementOf(id) : null;
                if (index != null && root.getKind() == ElementKind.PARAMETER) {
                    beside.computeIfAbsent(index, any -> new LinkedHashSet<>()).add(new Beside(root, i));
                }
            }
        }
        indices.forEach(index -> scan(index, null));
        return null;
    }

    private void touch(ExpressionTree index, int dimension) {
        Length last = plus(index, 1); // as many as are up to the index
        Element variable = last.expression() instanceof IdentifierTree id ? file.elementOf(id) : null;
        Bound bound = variable == null ? null : loops.get(variable);
        if (bound == null) {
            boolean isVariable = variable != null && variable.getKind() == ElementKind.LOCAL_VARIABLE;
            if (last.expression() instanceof LiteralTree || !isVariable || !assigned.containsKey(variable)) {
                lengths.get(dimension).add(last);
            } else {
                isSure = false;
            }
        } else if (isOwnLength(bound.end().expression(), dimension)) {
            askedFor.get(dimension).add(java.util.Objects.requireNonNull(variable));
        } else {
            Length end = bound.end();
            lengths.get(dimension).add(plus(end.expression(), end.more() + last.more() - 1));
        }
    }

    /** Whether it is the length of the array itself in this dimension. */
    private boolean isOwnLength(ExpressionTree tree, int dimension) {
        ExpressionTree value = strip(tree);
        if (value instanceof IdentifierTree name) {
            ExpressionTree known = valueOf(name);
            return known != null && isOwnLength(known, dimension);
        }
        if (!(value instanceof MemberSelectTree select && select.getIdentifier().contentEquals("length"))) {
            return false;
        }
        ExpressionTree row = strip(select.getExpression());
        for (int i = 0; i < dimension; i++) {
            if (!(row instanceof ArrayAccessTree access)) {
                return false;
            }
            row = strip(access.getExpression());
        }
        return row instanceof IdentifierTree && array.equals(file.elementOf(row));
    }

    @Override
    public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void unused) {
        if (tree.getIdentifier().contentEquals("length")) {
            ExpressionTree row = strip(tree.getExpression());
            while (row instanceof ArrayAccessTree access) {
                row = strip(access.getExpression());
            }
            if (row instanceof IdentifierTree && array.equals(file.elementOf(row))) {
                return null; // its use is seen where it bounds a loop
            }
        }
        return super.visitMemberSelect(tree, unused);
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void unused) {
        if (tree.getMethodSelect().toString().equals("Arrays.fill")
                && tree.getArguments().size() == 2) {
            return scan(tree.getArguments().get(1), unused); // fills the whole array
        }
        return super.visitMethodInvocation(tree, unused);
    }

    @Override
    public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
        isSure &= !array.equals(file.elementOf(tree));
        return null;
    }

    private static ExpressionTree strip(ExpressionTree tree) {
        return withoutParentheses(tree);
    }
}
