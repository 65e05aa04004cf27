package dev.leibniz.processor.frontend.shadow;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import dev.leibniz.processor.frontend.host.HostTrees;
import dev.leibniz.processor.ir.Signature;
import dev.leibniz.processor.problem.Problem;
import dev.leibniz.processor.problem.ProblemCode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/** Prints problems at their places in the user's source, by way of the host's trees where there are some. */
public final class Messages {
    private final Messager messager;
    private final Optional<HostTrees> trees;
    private final Set<String> ofRules = new HashSet<>();

    public Messages(Messager messager, Optional<HostTrees> trees) {
        this.messager = messager;
        this.trees = trees;
    }

    /** A problem of one of the files that were read. */
    public void print(Problem problem, Sources sources) {
        CompilationUnitTree unit = sources.hostUnit(problem.file());
        if (isRepeated(problem.code(), problem.text())) {
            return;
        }
        if (unit == null || trees.isEmpty()) {
            messager.printMessage(severity(problem.code()), problem.text());
        } else if (!isSuppressed(problem.code(), unit, problem.start())) {
            trees.get()
                    .print(
                            severity(problem.code()),
                            problem.text(),
                            unit,
                            problem.start(),
                            problem.end(),
                            problem.kind());
        }
    }

    private boolean isSuppressed(ProblemCode code, CompilationUnitTree unit, int position) {
        return code.isWarning() && trees.orElseThrow().isSuppressed("leibniz:" + code.id(), unit, position);
    }

    private static Diagnostic.Kind severity(ProblemCode code) {
        return code.isWarning() ? Diagnostic.Kind.WARNING : Diagnostic.Kind.ERROR;
    }

    /** Repeats an error of javac at its place; javac itself then keeps quiet there. */
    public void repeat(ShadowCompilation.ForeignError error, SourceFile file, Sources sources) {
        CompilationUnitTree unit = sources.hostUnit(file.name());
        if (unit != null && trees.isPresent()) {
            trees.get().print(Diagnostic.Kind.ERROR, error.message(), unit, error.start(), error.end(), "");
        }
    }

    /** A problem of a class that was read, at an offset in its file. */
    public void printAt(TypeElement owner, int position, ProblemCode code, Object... args) {
        CompilationUnitTree unit = trees.map(t -> t.unitOf(owner)).orElse(null);
        if (unit == null || trees.isEmpty()) {
            printAt(owner, code, args);
        } else {
            trees.get().print(Diagnostic.Kind.ERROR, text(code, args), unit, position, position, "");
        }
    }

    /** A warning about a method that was read, at an offset in its file, unless the method there or this one silences it. */
    public void warn(TypeElement owner, Signature method, int position, ProblemCode code, Object... args) {
        CompilationUnitTree unit = trees.map(t -> t.unitOf(owner)).orElse(null);
        if (unit != null
                && trees.isPresent()
                && !isSuppressed(code, unit, position)
                && !isSuppressed(code, unit, method.position())) {
            trees.get().print(severity(code), text(code, args), unit, position, position, "");
        }
    }

    /** A problem of a method that was read. */
    public void printAtMethod(TypeElement owner, Signature method, ProblemCode code, Object... args) {
        CompilationUnitTree unit = trees.map(t -> t.unitOf(owner)).orElse(null);
        if (unit == null || trees.isEmpty()) {
            printAt(owner, code, args);
        } else {
            trees.get().printAtMethod(text(code, args), unit, method.position());
        }
    }

    /** A problem of a method in a file of the host. */
    public void printAt(CompilationUnitTree unit, MethodTree method, ProblemCode code, Object... args) {
        trees.ifPresent(t -> t.print(text(code, args), unit, method));
    }

    /** A problem of something that was not read. */
    public void printAt(Element element, ProblemCode code, Object... args) {
        String text = text(code, args);
        if (!isRepeated(code, text)) {
            messager.printMessage(Diagnostic.Kind.ERROR, text, element);
        }
    }

    /** A rule is checked where it stands and where it is called for; its problems are reported once. */
    private boolean isRepeated(ProblemCode code, String text) {
        return code == ProblemCode.RULE_SHAPE && !ofRules.add(text);
    }

    /** A problem without a place. */
    public void print(ProblemCode code, Object... args) {
        messager.printMessage(Diagnostic.Kind.ERROR, text(code, args));
    }

    private static String text(ProblemCode code, Object... args) {
        return "[leibniz:" + code.id() + "] " + code.message(args);
    }
}
