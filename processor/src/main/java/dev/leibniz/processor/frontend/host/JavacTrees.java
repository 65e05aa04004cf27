package dev.leibniz.processor.frontend.host;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import dev.leibniz.processor.frontend.syntax.Suppressions;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/** The trees that javac itself has made, with the changes of other processors. */
public final class JavacTrees implements HostTrees {
    private final Trees trees;

    private JavacTrees(Trees trees) {
        this.trees = trees;
    }

    /** The trees of javac; empty if the compiler is not javac. */
    static Optional<HostTrees> of(ProcessingEnvironment environment) {
        try {
            return Optional.of(new JavacTrees(Trees.instance(unwrap(environment))));
        } catch (IllegalArgumentException | LinkageError e) {
            return Optional.empty();
        }
    }

    /** The environment of javac inside of those that IntelliJ and Gradle wrap around it. */
    public static ProcessingEnvironment unwrap(ProcessingEnvironment environment) {
        try {
            Class<?> wrappers =
                    environment.getClass().getClassLoader().loadClass("org.jetbrains.jps.javac.APIWrappers");
            Method unwrap = wrappers.getDeclaredMethod("unwrap", Class.class, Object.class);
            if (unwrap.invoke(null, ProcessingEnvironment.class, environment) instanceof ProcessingEnvironment inner
                    && inner != environment) {
                return inner;
            }
        } catch (ReflectiveOperationException | RuntimeException e) {
            // not IntelliJ
        }
        ProcessingEnvironment inner = delegate(environment);
        return inner == null ? environment : unwrap(inner);
    }

    private static @Nullable ProcessingEnvironment delegate(ProcessingEnvironment environment) {
        for (Class<?> c = environment.getClass(); c != null; c = c.getSuperclass()) {
            try {
                Field field = c.getDeclaredField("delegate");
                field.setAccessible(true);
                if (field.get(environment) instanceof ProcessingEnvironment inner) {
                    return inner;
                }
            } catch (ReflectiveOperationException | RuntimeException e) {
                // no wrapper, or one that does not let us in
            }
        }
        return null;
    }

    @Override
    public boolean areOfJavac() {
        return true;
    }

    @Override
    public @Nullable CompilationUnitTree unitOf(Element element) {
        TreePath path = trees.getPath(element);
        return path == null ? null : path.getCompilationUnit();
    }

    @Override
    public @Nullable Tree treeOf(Element element) {
        return trees.getTree(element);
    }

    @Override
    public boolean isWritten(Tree tree, CompilationUnitTree unit) {
        SourcePositions positions = trees.getSourcePositions();
        long start = positions.getStartPosition(unit, tree);
        return start >= 0 && positions.getEndPosition(unit, tree) > start;
    }

    @Override
    public void print(String message, CompilationUnitTree unit, Tree tree) {
        trees.printMessage(Diagnostic.Kind.ERROR, message, tree, unit);
    }

    @Override
    public void printAtMethod(String message, CompilationUnitTree unit, int start) {
        SourcePositions positions = trees.getSourcePositions();
        Tree[] found = {unit};
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitMethod(MethodTree tree, @Nullable Void unused) {
                if (positions.getStartPosition(unit, tree) == start) {
                    found[0] = tree;
                }
                return super.visitMethod(tree, unused);
            }
        }.scan(unit, null);
        trees.printMessage(Diagnostic.Kind.ERROR, message, found[0], unit);
    }

    @Override
    public boolean isSuppressed(String warning, CompilationUnitTree unit, int position) {
        SourcePositions positions = trees.getSourcePositions();
        return Suppressions.silence(
                warning,
                unit,
                tree -> positions.getStartPosition(unit, tree) <= position
                        && position <= positions.getEndPosition(unit, tree));
    }

    @Override
    public void print(
            Diagnostic.Kind severity, String message, CompilationUnitTree unit, int start, int end, String kind) {
        SourcePositions positions = trees.getSourcePositions();
        Tree[] best = {unit};
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            private int width = Integer.MAX_VALUE;

            @Override
            public @Nullable Void scan(@Nullable Tree tree, @Nullable Void unused) {
                if (tree != null) {
                    long from = positions.getStartPosition(unit, tree);
                    long to = positions.getEndPosition(unit, tree);
                    boolean exact =
                            from == start && to == end && tree.getKind().name().equals(kind);
                    int size = exact ? -1 : (int) (to - from);
                    if (from >= 0 && from <= start && end <= to && size < width) {
                        width = size;
                        best[0] = tree;
                    }
                }
                return super.scan(tree, unused);
            }
        }.scan(unit, null);
        trees.printMessage(severity, message, best[0], unit);
    }
}
