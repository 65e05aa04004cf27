package dev.leibniz.processor.frontend.read.collections;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import dev.leibniz.processor.frontend.read.MethodReader;
import dev.leibniz.processor.frontend.shadow.SourceFile;
import dev.leibniz.processor.frontend.shadow.SourceMethod;
import dev.leibniz.processor.frontend.syntax.Syntax;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** The uses of a list in a variable: whether it is only iterated over and queried, and which elements are added to it before. */
final class ListUses {
    /** The methods that query a list. */
    static final Set<String> QUESTIONS = Set.of("get", "size", "isEmpty", "toArray");

    private static final String STREAM = "stream";

    private final MethodReader reader;

    ListUses(MethodReader reader) {
        this.reader = reader;
    }

    /** Whether a list is only gone through and asked, here and where it is handed to, but for {@link #additions}. */
    boolean areUnderstood(Element variable) {
        return isOnlyAsked(variable, reader.file(), reader.method().tree(), new HashSet<>());
    }

    /** Whether a new list is only gone through and asked by these statements, or put into order. */
    boolean areUnderstood(Element variable, List<? extends StatementTree> statements) {
        Uses uses =
                new Uses(variable, reader.file(), reader.method().tree(), new HashSet<>(Set.of(variable)), Set.of());
        uses.isSortable = true;
        uses.scan(statements, null);
        return !uses.isOther;
    }

    /** Whether a list is only asked in the method that it is handed to. */
    boolean isOnlyAskedBy(ExecutableElement callee, int argument) {
        return isOnlyAskedBy(callee, argument, new HashSet<>());
    }

    private boolean isOnlyAskedBy(ExecutableElement callee, int argument, Set<Element> known) {
        SourceMethod source = reader.home().sourceOf(callee);
        return source != null
                && argument < callee.getParameters().size() - (callee.isVarArgs() ? 1 : 0)
                && reader.calls().isFollowed(callee)
                && isOnlyAsked(source.element().getParameters().get(argument), source.file(), source.tree(), known);
    }

    private boolean isOnlyAsked(Element variable, SourceFile file, Tree method, Set<Element> known) {
        if (!known.add(variable)) {
            return true;
        }
        Uses uses = new Uses(variable, file, method, known, Set.copyOf(additions(variable)));
        uses.scan(method, null);
        return !uses.isOther;
    }

    /**
     * The calls that add one element each to a new list, in their order: statements of the block in which it is declared, each of which is
     * run once, before anything else is done with the list. None if there are others.
     */
    List<MethodInvocationTree> additions(Element variable) {
        List<MethodInvocationTree> found = new ArrayList<>();
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitBlock(BlockTree block, @Nullable Void unused) {
                boolean isDeclaredHere = block.getStatements().stream()
                        .anyMatch(statement -> ListChanges.isDeclaration(statement, variable, reader.file()));
                if (isDeclaredHere) {
                    found.addAll(additionsIn(block.getStatements(), variable));
                    return null;
                }
                return super.visitBlock(block, null);
            }
        }.scan(reader.method().tree(), null);
        return found;
    }

    private List<MethodInvocationTree> additionsIn(List<? extends StatementTree> statements, Element variable) {
        List<MethodInvocationTree> found = new ArrayList<>();
        boolean isUsed = false;
        for (StatementTree statement : statements) {
            Optional<MethodInvocationTree> addition = addition(statement, variable);
            if (addition.isPresent() && isUsed) {
                return List.of();
            }
            addition.ifPresent(found::add);
            boolean isDeclaration = ListChanges.isDeclaration(statement, variable, reader.file());
            isUsed |= addition.isEmpty() && !isDeclaration && mentions(statement, variable);
        }
        return found;
    }

    private Optional<MethodInvocationTree> addition(StatementTree statement, Element variable) {
        return statement instanceof ExpressionStatementTree effect
                        && effect.getExpression() instanceof MethodInvocationTree call
                        && call.getMethodSelect() instanceof MemberSelectTree select
                        && select.getIdentifier().contentEquals("add")
                        && ListChanges.is(select.getExpression(), variable, reader.file())
                        && call.getArguments().size() == 1
                        && !Syntax.isNull(call.getArguments().get(0))
                        && !mentions(call.getArguments().get(0), variable)
                ? Optional.of(call)
                : Optional.empty();
    }

    /** Whether there is anything about the list. */
    boolean mentions(Tree tree, Element variable) {
        Uses uses = new Uses(variable, reader.file(), reader.method().tree(), Set.of(), Set.of());
        uses.isStrict = true;
        uses.scan(tree, null);
        return uses.isOther;
    }

    /** Whether it is {@code Collections.sort}. */
    private static boolean isSort(MethodInvocationTree call, SourceFile file) {
        return file.elementOf(call.getMethodSelect()) instanceof ExecutableElement callee
                && callee.getSimpleName().contentEquals("sort")
                && ((TypeElement) callee.getEnclosingElement())
                        .getQualifiedName()
                        .contentEquals("java.util.Collections");
    }

    /** Looks for the uses of a variable. */
    private final class Uses extends TreeScanner<@Nullable Void, @Nullable Void> {
        private final Element variable;
        private final SourceFile file;
        private final Set<Element> known;
        private final Set<MethodInvocationTree> additions;
        private final Tree method;
        private boolean isStrict;
        private boolean isSortable;
        private boolean isOther;

        Uses(Element variable, SourceFile file, Tree method, Set<Element> known, Set<MethodInvocationTree> additions) {
            this.method = method;
            this.variable = variable;
            this.file = file;
            this.known = known;
            this.additions = additions;
        }

        private boolean isIt(ExpressionTree tree) {
            return ListChanges.is(tree, variable, file);
        }

        @Override
        public @Nullable Void visitIdentifier(IdentifierTree name, @Nullable Void unused) {
            isOther |= isIt(name);
            return null;
        }

        @Override
        public @Nullable Void visitEnhancedForLoop(EnhancedForLoopTree loop, @Nullable Void unused) {
            return isStrict || !isIt(loop.getExpression())
                    ? super.visitEnhancedForLoop(loop, null)
                    : scan(loop.getStatement(), null);
        }

        /** The caller asks it then. */
        @Override
        public @Nullable Void visitReturn(ReturnTree tree, @Nullable Void unused) {
            boolean isReturned = !isStrict
                    && tree.getExpression() != null
                    && isIt(tree.getExpression())
                    && ReturnedLists.returnsOnce(method);
            return isReturned ? null : super.visitReturn(tree, null);
        }

        @Override
        public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void unused) {
            boolean isUnderstood = !isStrict
                    && call.getMethodSelect() instanceof MemberSelectTree select
                    && isIt(select.getExpression())
                    && (QUESTIONS.contains(select.getIdentifier().toString())
                            || isSortable && select.getIdentifier().contentEquals("sort")
                            || select.getIdentifier().contentEquals(STREAM)
                            || additions.contains(call));
            if (!isUnderstood) {
                scan(call.getMethodSelect(), null);
            }
            for (int i = 0; i < call.getArguments().size(); i++) {
                ExpressionTree argument = call.getArguments().get(i);
                boolean isHandedOn = !isStrict
                        && isIt(argument)
                        && file.elementOf(call.getMethodSelect()) instanceof ExecutableElement callee
                        && isOnlyAskedBy(callee, i, known);
                if (!isHandedOn && !(i == 0 && isSortable && isIt(argument) && isSort(call, file))) {
                    scan(argument, null);
                }
            }
            return null;
        }
    }
}
