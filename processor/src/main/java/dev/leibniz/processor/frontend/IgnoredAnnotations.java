package dev.leibniz.processor.frontend;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.util.TreeScanner;
import dev.leibniz.processor.problem.ProblemCode;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Warns of annotations of ours that ask for what is not done yet. */
final class IgnoredAnnotations {
    private IgnoredAnnotations() {}

    static void report(SourceMethod method, Findings findings) {
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitAnnotation(AnnotationTree tree, @Nullable Void unused) {
                Element element = method.file().elementOf(tree.getAnnotationType());
                if (element instanceof TypeElement type
                        && type.getQualifiedName().contentEquals(Annotations.CHECKPOINTED)) {
                    findings.report(ProblemCode.CHECKPOINTED, method.file(), tree);
                }
                return null;
            }
        }.scan(method.tree(), null);
    }
}
