package dev.leibniz.processor.frontend.host;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.tools.JavaCompiler;

/** A file as it was written: parsed from its text only, without the changes made in the running compilation. */
public final class WrittenFile {
    private final CompilationUnitTree unit;
    private final SourcePositions positions;

    private WrittenFile(CompilationUnitTree unit, SourcePositions positions) {
        this.unit = unit;
        this.positions = positions;
    }

    /** The parsed file; empty if it cannot be parsed. */
    public static Optional<WrittenFile> parse(JavaCompiler compiler, List<String> options, SourceText text)
            throws IOException {
        List<String> all = new ArrayList<>(options);
        all.add("-proc:none");
        JavacTask task = (JavacTask) compiler.getTask(null, null, diagnostic -> {}, all, null, List.of(text));
        for (CompilationUnitTree unit : task.parse()) {
            return Optional.of(new WrittenFile(unit, Trees.instance(task).getSourcePositions()));
        }
        return Optional.empty();
    }

    /** The text between two places. */
    String between(int start, int end) {
        return HostTrees.textOf(unit).substring(start, end);
    }

    /** The number of the line of a place, from 1. */
    long line(int position) {
        return unit.getLineMap().getLineNumber(position);
    }

    public CompilationUnitTree unit() {
        return unit;
    }

    public int start(Tree tree) {
        return (int) positions.getStartPosition(unit, tree);
    }

    public int end(Tree tree) {
        return (int) positions.getEndPosition(unit, tree);
    }
}
