package dev.leibniz.processor.frontend.read.program;

import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import dev.leibniz.processor.frontend.read.values.StatementEnd;
import dev.leibniz.processor.frontend.shadow.SourceMethod;
import dev.leibniz.processor.frontend.types.Annotations;
import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Callee.Replay;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.problem.ProblemCode;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** Reads annotations of code that is to run again in the backward sweep. */
public final class Replays {
    private final MethodCode reader;

    public Replays(MethodCode reader) {
        this.reader = reader;
    }

    /** The way in which calls of a method get back the values they computed; null if none is specified. */
    public @Nullable Replay ofMethod(SourceMethod method) {
        if (ReversibleSteps.isOne(method.element())) {
            return new ReversibleSteps(reader).inverse(method);
        }
        return Annotations.has(method.element(), Annotations.CHECKPOINTED) ? new Replay.Whole() : null;
    }

    /** The replay that the annotation of a loop's variable asks for. */
    public Optional<Replay.Steps> ofLoop(StatementTree loop) {
        List<? extends Tree> declared = loop instanceof ForLoopTree tree
                ? tree.getInitializer()
                : loop instanceof EnhancedForLoopTree each ? List.of(each.getVariable()) : List.of();
        return declared.stream()
                .filter(VariableTree.class::isInstance)
                .map(this::of)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Replay.Steps> of(Tree variable) {
        Element element = reader.file().elementOf(variable);
        return Optional.ofNullable(element)
                .flatMap(found -> Annotations.find(found, Annotations.CHECKPOINTED))
                .map(annotation -> steps(annotation, variable));
    }

    private Replay.Steps steps(AnnotationMirror annotation, Tree variable) {
        Object snapshots = Annotations.value(annotation, "snapshots", 0);
        if (snapshots instanceof Integer number && number < 0) {
            throw reader.problem(ProblemCode.BAD_SNAPSHOTS, variable, number);
        }
        return new Replay.Steps(snapshots instanceof Integer number ? number : 0);
    }

    /** Reads a loop, and remembers how the backward sweep gets it back. */
    public StatementEnd read(Replay.Steps replay, Supplier<StatementEnd> loop) {
        BlockBuilder outer = reader.code();
        reader.switchTo(outer.nested(), reader.environment());
        StatementEnd flow = loop.get();
        List<Stmt> stmts = reader.code().stmts();
        reader.switchTo(outer, reader.environment());
        stmts.stream()
                .filter(Loop.class::isInstance)
                .reduce((first, second) -> second)
                .ifPresent(found -> reader.functions().replayedLoops.add(found, replay));
        outer.addAll(stmts);
        return flow;
    }
}
