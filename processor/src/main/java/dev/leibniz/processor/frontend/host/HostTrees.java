package dev.leibniz.processor.frontend.host;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;
import javax.tools.JavaCompiler;
import org.jspecify.annotations.Nullable;

/** The trees of the sources of the running compilation: never attributed, only asked for texts and for places of messages. */
public interface HostTrees {

    /**
     * The trees of javac; for another compiler, the trees that javac makes of its sources.
     *
     * @param compiler the javac at hand
     */
    static HostTrees of(ProcessingEnvironment environment, JavaCompiler compiler) {
        return JavacTrees.of(environment).orElseGet(() -> new ParsedTrees(environment, compiler));
    }

    static String textOf(CompilationUnitTree unit) {
        try {
            return unit.getSourceFile().getCharContent(true).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether they are javac's own, which other processors may have changed. */
    boolean areOfJavac();

    /** The file that an element is in; null for one that is not among the sources, as far as is known. */
    @Nullable
    CompilationUnitTree unitOf(Element element);

    /** The declaration of an element of the sources. */
    @Nullable
    Tree treeOf(Element element);

    /** Whether the tree stands in the source; javac adds others. */
    boolean isWritten(Tree tree, CompilationUnitTree unit);

    /** Prints an error at a tree. */
    void print(String message, CompilationUnitTree unit, Tree tree);

    /** Prints an error at the method that begins there. */
    void printAtMethod(String message, CompilationUnitTree unit, int start);

    /** Prints a message at the tree of the given kind that spans exactly these offsets, or the smallest one around. */
    void print(Diagnostic.Kind severity, String message, CompilationUnitTree unit, int start, int end, String kind);

    /** Whether a declaration around an offset says {@code @SuppressWarnings} with this name. */
    boolean isSuppressed(String warning, CompilationUnitTree unit, int position);
}
