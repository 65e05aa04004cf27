package dev.leibniz.processor.frontend.shadow;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.leibniz.processor.frontend.host.Edits;
import dev.leibniz.processor.frontend.host.SourceText;
import dev.leibniz.processor.ir.Origin;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** One file of the shadow compilation: its tree, its text as it was written, and javac's knowledge about the parts of it. */
public final class SourceFile {
    private static final int LONGEST_QUOTE = 100;

    private final CompilationUnitTree unit;
    private final Trees trees;
    private final SourcePositions positions;
    private final TreePath root;
    private final String text;
    private final Edits edits;

    SourceFile(CompilationUnitTree unit, Trees trees, SourceText source) {
        this.unit = unit;
        this.trees = trees;
        this.positions = trees.getSourcePositions();
        this.root = new TreePath(unit);
        this.text = source.written();
        this.edits = source.edits();
    }

    public CompilationUnitTree unit() {
        return unit;
    }

    /** Whether it is part of the runtime, whose functions are read like those of the file that calls them. */
    public boolean isOfRuntime() {
        return unit.getPackageName() != null
                && Sources.isOfRuntime(unit.getPackageName().toString());
    }

    java.net.URI uri() {
        return unit.getSourceFile().toUri();
    }

    public String text() {
        return text;
    }

    /** The changes that another processor has made in it. */
    public Edits edits() {
        return edits;
    }

    /** The name of this file in problems. */
    public String name() {
        return uri().toString();
    }

    public @Nullable TypeMirror typeOf(Tree tree) {
        return trees.getTypeMirror(new TreePath(root, tree));
    }

    public @Nullable Element elementOf(Tree tree) {
        return trees.getElement(new TreePath(root, tree));
    }

    public WholeSource whole() {
        return new WholeSource(simpleName(), text);
    }

    private String simpleName() {
        String path = uri().getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The lint categories of warnings that naming the classes and constants of this file in another one may cause. */
    public List<String> warnings() {
        String name = simpleName();
        List<String> warnings = new ArrayList<>();
        boolean hasOtherClasses = unit.getTypeDecls().stream()
                .anyMatch(tree -> tree instanceof ClassTree type && !name.equals(type.getSimpleName() + ".java"));
        if (hasOtherClasses) {
            warnings.add("auxiliaryclass");
        }
        for (String one : List.of("deprecation", "removal")) {
            if (text.contains("@Deprecated") || text.contains('"' + one + '"')) {
                warnings.add(one);
            }
        }
        if (text.contains("\"exports\"")) {
            warnings.add("exports");
        }
        return warnings;
    }

    public int start(Tree tree) {
        return edits.original((int) positions.getStartPosition(unit, tree));
    }

    public int end(Tree tree) {
        return edits.original((int) positions.getEndPosition(unit, tree));
    }

    /** The source text of a tree. */
    public String text(Tree tree) {
        int start = start(tree);
        int end = end(tree);
        return start < 0 || end < start ? tree.toString() : text.substring(start, end);
    }

    /** The source text from one offset to another. */
    public String between(int start, int end) {
        return text.substring(start, end);
    }

    /** The origin of {@code tree}, which quotes it on one line. */
    public Origin origin(Tree tree) {
        return origin(tree, end(tree));
    }

    /** The origin of {@code tree}, which quotes it up to the offset {@code end}. */
    public Origin origin(Tree tree, int end) {
        int start = start(tree);
        if (start < 0 || end < start) {
            return Origin.NONE;
        }
        String quote = oneLine(text.substring(start, end));
        long line = unit.getLineMap().getLineNumber(positions.getStartPosition(unit, tree));
        return new Origin(start, (int) line, quote);
    }

    /** A short quotation of a tree, for messages. */
    public String quote(Tree tree) {
        return oneLine(text(tree));
    }

    private static String oneLine(String source) {
        String line = squeezed(source.indexOf("//") < 0 && source.indexOf("/*") < 0 ? source : withoutComments(source));
        return line.length() <= LONGEST_QUOTE ? line : line.substring(0, LONGEST_QUOTE - 2) + " …";
    }

    private static String withoutComments(String source) {
        return source.replaceAll("//[^\n]*|/\\*(?s:.*?)\\*/", " ");
    }

    /** The text with one space for each run of white space. */
    private static String squeezed(String source) {
        StringBuilder line = new StringBuilder(source.length());
        boolean inSpace = true;
        for (int i = 0; i < source.length(); i++) {
            char c = source.charAt(i);
            boolean isSpace = c <= ' ';
            if (!isSpace) {
                line.append(c);
            } else if (!inSpace) {
                line.append(' ');
            }
            inSpace = isSpace;
        }
        return line.toString().strip();
    }
}
