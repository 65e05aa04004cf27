package dev.leibniz.processor.frontend;

import com.sun.source.tree.CompilationUnitTree;
import dev.leibniz.processor.ir.Origin;
import dev.leibniz.processor.ir.Primals;
import dev.leibniz.processor.ir.Program;
import dev.leibniz.processor.ir.Signature;
import dev.leibniz.processor.problem.Problem;
import dev.leibniz.processor.problem.ProblemCode;
import dev.leibniz.processor.problem.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * From annotated methods to programs of the IR. One shadow compilation per round reads all files together; a class with a
 * method that does not resolve yet is kept for the next round, in which another processor may have generated what is missing.
 */
public final class FrontEnd {
    private final ProcessingEnvironment host;
    private final Consumer<Throwable> crashes;
    private final Optional<HostTrees> trees;
    private final ForeignPrimals primals;
    private final Set<String> waiting = new LinkedHashSet<>();
    private final Set<String> everAnnotated = new LinkedHashSet<>();
    private @Nullable StubFileManager stubs;

    /**
     * @param crashes is told of failures of our own, which are reported to the user already
     */
    public FrontEnd(ProcessingEnvironment host, Consumer<Throwable> crashes) {
        this.host = host;
        this.crashes = crashes;
        this.trees = HostTrees.of(host);
        this.primals = new ForeignPrimals(host.getElementUtils());
    }

    /** A class whose methods were read; {@code element} is the host's. */
    public record ReadClass(Program program, TypeElement element) {}

    /** Whether there is a compiler that this front end can work with. */
    public boolean isUsable() {
        return trees.isPresent() && ToolProvider.getSystemJavaCompiler() != null;
    }

    /**
     * Reads what can be read; problems are printed.
     *
     * @param annotated the methods of this round
     * @param last whether it is the last round, in which nothing can be generated any more: what still does not resolve is an
     *     error
     */
    public List<ReadClass> read(Collection<? extends Element> annotated, boolean last) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null || trees.isEmpty()) {
            annotated.stream().limit(1).forEach(this::reportUnusable);
            return List.of();
        }
        for (Element method : annotated) {
            String owner = ((TypeElement) method.getEnclosingElement())
                    .getQualifiedName()
                    .toString();
            if (owner.isEmpty()) { // a local class: nobody can name it, the generated class least of all
                printAt(
                        method,
                        problem(
                                ProblemCode.PRIVATE_OWNER,
                                method.getEnclosingElement().toString()));
            } else {
                waiting.add(owner);
                everAnnotated.add(owner);
            }
        }
        if (waiting.isEmpty()) {
            return List.of();
        }
        try {
            return read(compiler, trees.get(), last);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<ReadClass> read(JavaCompiler compiler, HostTrees hostTrees, boolean last) throws IOException {
        StubFileManager manager = stubs;
        if (manager == null) {
            manager = new StubFileManager(compiler.getStandardFileManager(null, null, null), host.getElementUtils());
            stubs = manager;
        }
        Sources sources = Sources.of(everAnnotated, host.getElementUtils(), hostTrees);
        manager.prepare(sources.compiled(), sources.headers());
        ShadowCompilation shadow = ShadowCompilation.of(compiler, manager, host.getSourceVersion(), sources.texts());
        SourceIndex index = new SourceIndex(
                shadow,
                sources.companions(),
                name -> isSource(name, hostTrees),
                new OtherRecords(host, hostTrees),
                last);
        Map<String, List<SourceMethod>> byClass = new LinkedHashMap<>();
        for (SourceMethod method : index.annotated()) {
            String owner = ((TypeElement) method.element().getEnclosingElement())
                    .getQualifiedName()
                    .toString();
            byClass.computeIfAbsent(owner, name -> new ArrayList<>()).add(method);
        }
        Problems problems = new Problems();
        Set<SourceFile> failed = new LinkedHashSet<>();
        List<Reading> readings = new ArrayList<>();
        for (String name : List.copyOf(waiting)) {
            TypeElement element = host.getElementUtils().getTypeElement(name);
            List<SourceMethod> methods = byClass.get(name);
            if (element == null || methods == null) {
                continue;
            }
            Findings findings = new Findings();
            if (sources.clash(name, host.getElementUtils(), hostTrees)) {
                waiting.remove(name);
                for (SourceMethod method : methods) {
                    findings.report(
                            ProblemCode.NAME_CLASH,
                            method.file(),
                            method.tree(),
                            element.getSimpleName(),
                            sources.companionOf(name));
                }
                findings.problems().stream().limit(1).forEach(problems::report);
                continue;
            }
            ClassReader reader = new ClassReader(index, findings, methods, shadow.elements());
            Reading reading = new Reading(name, element, methods.get(0).file(), findings, reader, reader.read());
            primals.announce(sources.companionOf(name));
            if (isResolved(reading, index)) {
                primals.make(
                        sources.companionOf(name),
                        () -> Primals.of(reading.program()).written());
            }
            readings.add(reading);
        }
        List<ReadClass> read = new ArrayList<>();
        for (Reading reading : readings) {
            Program program = reading.reader().link(reading.program(), primals);
            if (!isResolved(reading, index)) {
                failed.add(reading.file()); // where javac has something to say, we have not
                continue;
            }
            waiting.remove(reading.name());
            problemsIn(reading, index).forEach(problems::report);
            reading.findings().crashes().forEach(crashes);
            if (!program.methods().isEmpty() && !last) {
                read.add(new ReadClass(program, reading.element()));
            }
        }
        if (last) {
            for (SourceFile file : failed) {
                index.errorsIn(file).forEach(error -> print(error, file, sources, hostTrees));
                index.missingIn(file).forEach(form -> form.problem().ifPresent(problems::report));
            }
        }
        problems.sorted().forEach(problem -> print(problem, sources, hostTrees));
        return read;
    }

    /** A class as far as it was read; {@code element} is the host's. */
    private record Reading(
            String name,
            TypeElement element,
            SourceFile file,
            Findings findings,
            ClassReader reader,
            Program program) {}

    private static List<Problem> problemsIn(Reading reading, SourceIndex index) {
        List<Problem> found = new ArrayList<>(reading.findings().problems());
        index.missingIn(reading.file()).forEach(form -> form.problem().ifPresent(found::add));
        return found;
    }

    private static boolean isResolved(Reading reading, SourceIndex index) {
        boolean hasErrors = !index.errorsIn(reading.file()).isEmpty();
        return !reading.findings().hasUnresolved()
                && !(hasErrors && !problemsIn(reading, index).isEmpty());
    }

    private boolean isSource(String name, HostTrees hostTrees) {
        TypeElement type = host.getElementUtils().getTypeElement(name);
        return type != null && hostTrees.unitOf(type) != null;
    }

    // Messages

    private void print(Problem problem, Sources sources, HostTrees hostTrees) {
        CompilationUnitTree unit = sources.hostUnit(problem.file());
        if (unit == null) {
            host.getMessager().printMessage(Diagnostic.Kind.ERROR, problem.text());
        } else {
            hostTrees.print(problem.text(), unit, problem.start(), problem.end(), problem.kind());
        }
    }

    /** Repeats an error of javac at its place; javac itself then keeps quiet there. */
    private static void print(
            ShadowCompilation.ForeignError error, SourceFile file, Sources sources, HostTrees hostTrees) {
        CompilationUnitTree unit = sources.hostUnit(file.name());
        if (unit != null) {
            hostTrees.print(error.message(), unit, error.start(), error.end(), "");
        }
    }

    /** Reports that a method was read, but cannot be differentiated. */
    public void reportRefusal(ReadClass read, Signature method, Origin origin, String reason) {
        String text = problem(ProblemCode.UNAVAILABLE, method.method(), reason);
        CompilationUnitTree unit = trees.map(t -> t.unitOf(read.element())).orElse(null);
        if (unit == null || trees.isEmpty()) {
            printAt(read.element(), text);
        } else {
            int position = origin.position() >= 0 ? origin.position() : method.position();
            trees.get().print(text, unit, position, position, "");
        }
    }

    /** Reports a failure of our own with one of the methods that were read. */
    public void reportInternal(ReadClass read, Signature method, String what) {
        String text = problem(ProblemCode.INTERNAL, method.method(), what);
        CompilationUnitTree unit = trees.map(t -> t.unitOf(read.element())).orElse(null);
        if (unit == null || trees.isEmpty()) {
            printAt(read.element(), text);
        } else {
            trees.get().printAtMethod(text, unit, method.position());
        }
    }

    /** Reports a failure of our own at the elements it concerns. */
    public void reportInternal(Collection<? extends Element> elements, String what) {
        elements.forEach(element -> printAt(element, problem(ProblemCode.INTERNAL, element.getSimpleName(), what)));
        if (elements.isEmpty()) {
            host.getMessager().printMessage(Diagnostic.Kind.ERROR, problem(ProblemCode.INTERNAL, "?", what));
        }
    }

    private void reportUnusable(Element method) {
        String what = ToolProvider.getSystemJavaCompiler() == null
                ? "there is no compiler in this Java runtime"
                : "the compiler does not give access to its syntax trees";
        printAt(method, problem(ProblemCode.UNUSABLE_COMPILER, what));
    }

    private static String problem(ProblemCode code, Object... args) {
        return "[leibniz:" + code.id() + "] " + code.message(args);
    }

    private void printAt(Element element, String text) {
        host.getMessager().printMessage(Diagnostic.Kind.ERROR, text, element);
    }
}
