package dev.leibniz.processor.frontend.scan;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import dev.leibniz.processor.frontend.shadow.SourceFile;
import dev.leibniz.processor.frontend.syntax.Syntax;
import dev.leibniz.processor.frontend.syntax.WriteScanner;
import java.util.HashSet;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** The fields of a file that are not final and assigned where it is not the object itself that is just made. */
final class AssignedFields extends WriteScanner {
    private final SourceFile home;
    private final Set<Element> found = new HashSet<>();
    private @Nullable Element constructing;

    private AssignedFields(SourceFile home) {
        this.home = home;
    }

    static Set<Element> in(SourceFile home) {
        AssignedFields scan = new AssignedFields(home);
        scan.scan(home.unit(), null);
        return scan.found;
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
        Element outer = constructing;
        Element type = home.elementOf(tree);
        for (Tree member : tree.getMembers()) {
            boolean constructs = member instanceof MethodTree method && method.getReturnType() == null
                    || member instanceof BlockTree block && !block.isStatic()
                    || member instanceof VariableTree;
            constructing = constructs ? type : null;
            scan(member, null);
        }
        constructing = outer;
        return null;
    }

    @Override
    public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void unused) {
        Element outer = constructing;
        constructing = null;
        super.visitLambdaExpression(tree, null);
        constructing = outer;
        return null;
    }

    @Override
    protected void written(ExpressionTree target) {
        boolean isSelf = target instanceof IdentifierTree
                || target instanceof MemberSelectTree select && Syntax.isThis(select.getExpression());
        Element element = home.elementOf(target);
        if (element instanceof VariableElement field
                && field.getKind() == ElementKind.FIELD
                && !field.getModifiers().contains(Modifier.FINAL)
                && !(isSelf && field.getEnclosingElement().equals(constructing))) {
            found.add(field);
        }
    }
}
