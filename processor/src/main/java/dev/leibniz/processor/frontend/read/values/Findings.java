package dev.leibniz.processor.frontend.read.values;

import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import dev.leibniz.processor.frontend.shadow.SourceFile;
import dev.leibniz.processor.frontend.shadow.SourceMethod;
import dev.leibniz.processor.problem.Problem;
import dev.leibniz.processor.problem.ProblemCode;
import dev.leibniz.processor.problem.Problems;
import java.util.ArrayList;
import java.util.List;

/** The problems that were found while one class was read. */
public final class Findings {
    private final Problems problems = new Problems();
    private final List<Crash> crashes = new ArrayList<>();
    private boolean unresolved;

    /** Reports a problem; with a call it is at the name of the method that is called. */
    public void report(ProblemCode code, SourceFile file, Tree construct, Object... args) {
        Tree tree = construct instanceof MethodInvocationTree call ? call.getMethodSelect() : construct;
        problems.report(new Problem(
                code,
                file.name(),
                file.start(tree),
                file.end(tree),
                tree.getKind().name(),
                code.message(args)));
    }

    /** Adds all that is in others. */
    public void add(Findings others) {
        others.problems().forEach(problems::report);
    }

    /** Adds the problems that are reported in any case: all but errors. */
    public void addAllBut(Findings others) {
        others.problems().stream()
                .filter(problem -> problem.code().isWarning() || problem.code() == ProblemCode.INTERNAL)
                .forEach(problems::report);
        crashes.addAll(others.crashes);
        unresolved |= others.unresolved;
    }

    /** Takes back the problems that were reported inside of a piece of source. */
    public void forgetWithin(SourceFile file, Tree construct) {
        problems.removeWithin(file.name(), file.start(construct), file.end(construct));
    }

    /** A failure of our own while a method was read; the others are still read. */
    public void crash(SourceMethod method, Throwable failure) {
        String what = failure.getMessage() == null
                ? ""
                : ": " + failure.getMessage().lines().findFirst().orElse("");
        report(
                ProblemCode.INTERNAL,
                method.file(),
                method.tree(),
                method.element().getSimpleName(),
                failure.getClass().getSimpleName() + what);
        crashes.add(new Crash(method.element().getSimpleName().toString(), method.text(), failure));
    }

    public List<Crash> crashes() {
        return crashes;
    }

    /** Something does not resolve, perhaps because it is not generated yet. */
    public void foundUnresolved() {
        unresolved = true;
    }

    public boolean hasUnresolved() {
        return unresolved;
    }

    public int count() {
        return problems.count();
    }

    public List<Problem> problems() {
        return problems.sorted();
    }
}
