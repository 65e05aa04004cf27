package dev.leibniz.processor.frontend;

import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import dev.leibniz.processor.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/** Reads switches. */
final class SwitchReader {
    private final MethodReader reader;

    SwitchReader(MethodReader reader) {
        this.reader = reader;
    }

    Flow statement(SwitchTree tree, String label, @Nullable Exit next) {
        throw reader.problem(ProblemCode.NOT_YET, tree, "`switch`");
    }

    Datum expression(SwitchExpressionTree tree, String name) {
        throw reader.problem(ProblemCode.NOT_YET, tree, "`switch`");
    }
}
