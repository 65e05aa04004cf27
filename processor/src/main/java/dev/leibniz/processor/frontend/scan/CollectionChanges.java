package dev.leibniz.processor.frontend.scan;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import dev.leibniz.processor.frontend.library.ConstantObjects;
import dev.leibniz.processor.frontend.library.Printing;
import dev.leibniz.processor.frontend.shadow.SourceFile;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Whether the methods of a file change collections, or might have them changed. In a file without such calls a collection is the same
 * whenever it is read. Code that runs before all methods, as static initialisers do, does not count.
 */
public final class CollectionChanges extends TreeScanner<@Nullable Void, @Nullable Void> {
    private final SourceFile file;
    private boolean found;

    private CollectionChanges(SourceFile file) {
        this.file = file;
    }

    public static boolean areIn(SourceFile file) {
        CollectionChanges changes = new CollectionChanges(file);
        changes.scan(file.unit(), null);
        return changes.found;
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
        for (Tree member : tree.getMembers()) {
            boolean runsBefore = member instanceof BlockTree block && block.isStatic();
            if (!runsBefore) {
                scan(member, unused);
            }
        }
        return null;
    }

    @Override
    public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void unused) {
        found |= tree.getClassBody() != null && isCollection(file.typeOf(tree));
        return super.visitNewClass(tree, unused);
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void unused) {
        if (file.elementOf(tree.getMethodSelect()) instanceof ExecutableElement callee) {
            boolean isOfCollection =
                    callee.getEnclosingElement() instanceof TypeElement owner && ConstantObjects.isCollection(owner);
            boolean isHarmless =
                    isOfCollection && (ConstantObjects.isReader(callee) || ConstantObjects.makesConstant(callee))
                            || Printing.prints(callee)
                            || isOfThisFile(callee);
            boolean isGivenOne = tree.getArguments().stream().anyMatch(argument -> isCollection(file.typeOf(argument)));
            found |= !isHarmless && (isOfCollection || isGivenOne);
        }
        return super.visitMethodInvocation(tree, unused);
    }

    /** The effects of such a method are seen where it stands. */
    private boolean isOfThisFile(ExecutableElement callee) {
        Element outermost = callee;
        while (outermost.getEnclosingElement() instanceof TypeElement around) {
            outermost = around;
        }
        Element found = outermost;
        return file.unit().getTypeDecls().stream().anyMatch(type -> found.equals(file.elementOf(type)));
    }

    private static boolean isCollection(@Nullable TypeMirror type) {
        return type instanceof DeclaredType declared
                && ConstantObjects.isCollection((TypeElement) declared.asElement());
    }
}
