package dev.leibniz.processor.frontend;

import com.sun.source.tree.MethodInvocationTree;
import dev.leibniz.processor.problem.ProblemCode;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** Reads calls of generated methods: derivatives inside of differentiated code. */
final class Companions {
    private final SourceIndex index;

    Companions(SourceIndex index) {
        this.index = index;
    }

    boolean isCompanion(Element owner) {
        return false;
    }

    Datum read(
            MethodInvocationTree tree, ExecutableElement callee, TypeElement owner, MethodReader reader, String name) {
        throw reader.problem(ProblemCode.NOT_YET, tree, "A call of a derivative");
    }
}
