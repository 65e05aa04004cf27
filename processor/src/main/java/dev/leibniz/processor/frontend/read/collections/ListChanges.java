package dev.leibniz.processor.frontend.read.collections;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import dev.leibniz.processor.frontend.shadow.SourceFile;
import dev.leibniz.processor.frontend.syntax.Syntax;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** Finds the calls that add to a list and take from it. */
final class ListChanges extends TreeScanner<@Nullable Void, @Nullable Void> {
    /** The methods of lists and stacks that do so, with the number of arguments. */
    private static final Map<String, Integer> METHODS =
            Map.of("add", 1, "set", 2, "clear", 0, "push", 1, "pop", 0, "remove", 1);

    private final Element variable;
    private final SourceFile file;
    private boolean isChanged;

    ListChanges(Element variable, SourceFile file) {
        this.variable = variable;
        this.file = file;
    }

    /** Whether a call of a method of a list changes it. */
    static boolean isOne(MethodInvocationTree call) {
        Integer arguments = call.getMethodSelect() instanceof MemberSelectTree select
                ? METHODS.get(select.getIdentifier().toString())
                : null;
        return arguments != null && arguments == call.getArguments().size();
    }

    static boolean is(ExpressionTree tree, Element variable, SourceFile file) {
        return Syntax.strip(tree) instanceof IdentifierTree name && variable.equals(file.elementOf(name));
    }

    /** Whether it is the declaration of the variable. */
    static boolean isDeclaration(Tree tree, Element variable, SourceFile file) {
        return tree instanceof VariableTree declared && variable.equals(file.elementOf(declared));
    }

    /** Whether there is a change in a part of a method. */
    boolean areIn(Tree code) {
        isChanged = false;
        scan(code, null);
        return isChanged;
    }

    /** The index of the last statement with a change; −1 if there is none. */
    int last(List<? extends StatementTree> block) {
        for (int i = block.size() - 1; i >= 0; i--) {
            if (areIn(block.get(i))) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void unused) {
        isChanged |= call.getMethodSelect() instanceof MemberSelectTree select
                && is(select.getExpression(), variable, file)
                && isOne(call);
        return super.visitMethodInvocation(call, unused);
    }
}
