package dev.leibniz.processor.frontend.syntax;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Looks for {@code @SuppressWarnings}, as it is written: nothing is attributed. */
public final class Suppressions extends TreeScanner<@Nullable Void, @Nullable Void> {
    private final String literal;
    private final Predicate<Tree> isAround;
    private boolean found;

    private Suppressions(String warning, Predicate<Tree> isAround) {
        this.literal = '"' + warning + '"';
        this.isAround = isAround;
    }

    /**
     * Whether a declaration around a place silences a warning.
     *
     * @param isAround whether the place is in a tree
     */
    public static boolean silence(String warning, CompilationUnitTree unit, Predicate<Tree> isAround) {
        Suppressions scan = new Suppressions(warning, isAround);
        scan.scan(unit, null);
        return scan.found;
    }

    @Override
    public @Nullable Void scan(@Nullable Tree tree, @Nullable Void unused) {
        if (tree == null || !isAround.test(tree)) {
            return null;
        }
        ModifiersTree modifiers = modifiers(tree);
        found |= modifiers != null
                && modifiers.getAnnotations().stream()
                        .filter(annotation ->
                                annotation.getAnnotationType().toString().endsWith("SuppressWarnings"))
                        .anyMatch(annotation -> annotation.toString().contains(literal));
        return super.scan(tree, unused);
    }

    private static @Nullable ModifiersTree modifiers(Tree tree) {
        if (tree instanceof ClassTree type) {
            return type.getModifiers();
        } else if (tree instanceof MethodTree method) {
            return method.getModifiers();
        }
        return tree instanceof VariableTree variable ? variable.getModifiers() : null;
    }
}
