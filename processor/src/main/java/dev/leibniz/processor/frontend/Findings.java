package dev.leibniz.processor.frontend;

import com.sun.source.tree.Tree;
import dev.leibniz.processor.problem.Problem;
import dev.leibniz.processor.problem.ProblemCode;
import dev.leibniz.processor.problem.Problems;
import java.util.List;

/** What was found wrong while one class was read. */
final class Findings {
    private final Problems problems = new Problems();
    private boolean unresolved;

    void report(ProblemCode code, SourceFile file, Tree tree, Object... args) {
        problems.report(new Problem(
                code, file.name(), file.start(tree), file.end(tree), tree.getKind().name(), code.message(args)));
    }

    /** Something does not resolve, perhaps because it is not generated yet. */
    void foundUnresolved() {
        unresolved = true;
    }

    boolean hasUnresolved() {
        return unresolved;
    }

    int count() {
        return problems.count();
    }

    List<Problem> problems() {
        return problems.sorted();
    }
}
