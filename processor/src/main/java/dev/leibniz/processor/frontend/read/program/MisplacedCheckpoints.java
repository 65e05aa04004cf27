package dev.leibniz.processor.frontend.read.program;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import dev.leibniz.processor.frontend.read.values.Findings;
import dev.leibniz.processor.frontend.shadow.SourceMethod;
import dev.leibniz.processor.frontend.types.Annotations;
import dev.leibniz.processor.problem.ProblemCode;
import java.util.HashSet;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Warns of {@code @Checkpointed} on variables that belong to no loop. */
public final class MisplacedCheckpoints extends TreeScanner<@Nullable Void, @Nullable Void> {
    private final SourceMethod method;
    private final Findings findings;
    private final Set<Tree> ofLoops = new HashSet<>();

    private MisplacedCheckpoints(SourceMethod method, Findings findings) {
        this.method = method;
        this.findings = findings;
    }

    public static void report(SourceMethod method, Findings findings) {
        new MisplacedCheckpoints(method, findings).scan(method.tree().getBody(), null);
    }

    @Override
    public @Nullable Void visitForLoop(ForLoopTree loop, @Nullable Void unused) {
        ofLoops.addAll(loop.getInitializer());
        return super.visitForLoop(loop, null);
    }

    @Override
    public @Nullable Void visitEnhancedForLoop(EnhancedForLoopTree loop, @Nullable Void unused) {
        ofLoops.add(loop.getVariable());
        return super.visitEnhancedForLoop(loop, null);
    }

    @Override
    public @Nullable Void visitVariable(VariableTree variable, @Nullable Void unused) {
        if (!ofLoops.contains(variable)) {
            variable.getModifiers().getAnnotations().stream()
                    .filter(this::isCheckpointed)
                    .forEach(annotation -> findings.report(
                            ProblemCode.CHECKPOINTED,
                            method.file(),
                            annotation,
                            "`" + variable.getName() + "` is not the variable of a `for`"));
        }
        return super.visitVariable(variable, null);
    }

    private boolean isCheckpointed(AnnotationTree annotation) {
        return method.file().elementOf(annotation.getAnnotationType()) instanceof TypeElement type
                && type.getQualifiedName().contentEquals(Annotations.CHECKPOINTED);
    }
}
