package dev.leibniz.processor.frontend.check;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import dev.leibniz.processor.frontend.types.Annotations;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Annotated methods of classes inside of methods and initializers: javac shows them to no processor, so there would be no message that
 * they get no derivatives.
 */
public final class LocalClasses extends TreeScanner<@Nullable Void, @Nullable Void> {
    private static final String PACKAGE =
            Annotations.DIFFERENTIABLE.substring(0, Annotations.DIFFERENTIABLE.lastIndexOf('.') + 1);
    private static final String SIMPLE_NAME = Annotations.DIFFERENTIABLE.substring(PACKAGE.length());

    private final List<Found> found = new ArrayList<>();
    private boolean isLocal;

    private LocalClasses() {}

    /** A method, and the name of its class: empty for an anonymous one. */
    public record Found(MethodTree method, String owner) {}

    /** The annotated local classes of one file; only a file that imports the annotation is scanned. */
    public static List<Found> annotatedIn(CompilationUnitTree unit) {
        LocalClasses scanner = new LocalClasses();
        if (unit.getImports().stream().anyMatch(LocalClasses::isOurs)) {
            scanner.scan(unit.getTypeDecls(), null);
        }
        return scanner.found;
    }

    private static boolean isOurs(ImportTree tree) {
        String name = tree.getQualifiedIdentifier().toString();
        return name.equals(Annotations.DIFFERENTIABLE) || name.equals(PACKAGE + "*");
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
        boolean wasLocal = isLocal;
        for (Tree member : tree.getMembers()) {
            if (wasLocal && member instanceof MethodTree method && isAnnotated(method)) {
                found.add(new Found(method, tree.getSimpleName().toString()));
            }
            isLocal = wasLocal || !(member instanceof ClassTree);
            scan(member, null);
        }
        isLocal = wasLocal;
        return null;
    }

    private static boolean isAnnotated(MethodTree method) {
        return method.getModifiers().getAnnotations().stream()
                .map(AnnotationTree::getAnnotationType)
                .map(Tree::toString)
                .anyMatch(name -> name.equals(SIMPLE_NAME) || name.equals(Annotations.DIFFERENTIABLE));
    }
}
