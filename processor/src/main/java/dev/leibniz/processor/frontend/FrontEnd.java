package dev.leibniz.processor.frontend;

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
import java.util.stream.Collectors;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * From annotated methods to programs of the IR. One shadow compilation per round and module reads all files together; a class
 * with a method that does not resolve yet is kept for the next round, in which another processor may have generated what is
 * missing.
 */
public final class FrontEnd {
    private final ProcessingEnvironment host;
    private final Consumer<Crash> crashes;
    private final Optional<HostTrees> trees;
    private final Messages messages;
    private final AnnotatedClasses classes;
    private final ForeignPrimals primals;
    private @Nullable StubFileManager stubs;

    /**
     * @param crashes is told of failures of our own, which are reported to the user already
     */
    public FrontEnd(ProcessingEnvironment host, Consumer<Crash> crashes) {
        this.host = host;
        this.crashes = crashes;
        this.trees = HostTrees.of(host);
        this.messages = new Messages(host.getMessager(), trees);
        this.classes = new AnnotatedClasses(host.getElementUtils());
        this.primals = new ForeignPrimals();
    }

    /** A class whose methods were read; {@code element} is the host's, {@code texts} are the methods' by their positions. */
    public record ReadClass(Program program, TypeElement element, Destination destination, Map<Integer, String> texts) {

        /** What is written in the source. */
        public String textOf(Signature method) {
            return texts.getOrDefault(method.position(), "");
        }
    }

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
            TypeElement owner = (TypeElement) method.getEnclosingElement();
            if (owner.getQualifiedName()
                    .isEmpty()) { // a local class: nobody can name it, the generated class least of all
                messages.printAt(method, ProblemCode.PRIVATE_OWNER, owner);
            } else {
                classes.add(owner);
            }
        }
        for (String module : classes.modulesWaiting()) {
            announce(ModuleView.of(host.getElementUtils(), module), trees.get());
        }
        List<ReadClass> read = new ArrayList<>();
        for (String module : classes.modulesWaiting()) {
            try {
                read.addAll(read(compiler, trees.get(), module, last));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return read;
    }

    /** A module may be read before those whose derivatives it calls. */
    private void announce(ModuleView view, HostTrees hostTrees) {
        for (TypeElement type : classes.waitingIn(view)) {
            if (hostTrees.unitOf(type) != null) {
                primals.announce(GradHeader.nameOf(type, view.packageOf(type)), view.name());
            }
        }
    }

    private List<ReadClass> read(JavaCompiler compiler, HostTrees hostTrees, String module, boolean last)
            throws IOException {
        StubFileManager manager = stubs;
        if (manager == null) {
            manager = new StubFileManager(compiler.getStandardFileManager(null, null, null));
            stubs = manager;
        }
        ModuleView view = ModuleView.of(host.getElementUtils(), module);
        Sources sources = Sources.of(classes.seenBy(view), view, hostTrees);
        manager.prepare(view, sources.stubs());
        ShadowCompilation shadow = ShadowCompilation.of(compiler, manager, host.getSourceVersion(), sources.texts());
        SourceIndex index = new SourceIndex(
                shadow,
                sources.companions(),
                name -> isSource(name, view),
                new OtherRecords(host, view, hostTrees),
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
        primals.lookFrom(view);
        for (TypeElement element : classes.waitingIn(view)) {
            List<SourceMethod> methods = byClass.get(element.getQualifiedName().toString());
            if (methods == null) {
                continue;
            }
            Findings findings = new Findings();
            if (sources.clash(element)) {
                classes.finish(element);
                for (SourceMethod method : methods) {
                    findings.report(
                            ProblemCode.NAME_CLASH,
                            method.file(),
                            method.tree(),
                            element.getSimpleName(),
                            sources.companionOf(element));
                }
                findings.problems().stream().limit(1).forEach(problems::report);
                continue;
            }
            ClassReader reader = new ClassReader(index, findings, methods, shadow.elements());
            Reading reading = new Reading(element, methods, findings, reader, reader.read());
            primals.announce(sources.companionOf(element), module);
            if (isResolved(reading, index)) {
                primals.make(
                        sources.companionOf(element),
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
            classes.finish(reading.element());
            problemsIn(reading, index).forEach(problems::report);
            reading.findings().crashes().forEach(crashes);
            if (!program.methods().isEmpty() && !last) {
                read.add(new ReadClass(
                        program,
                        reading.element(),
                        Destination.of(program.packageName(), view),
                        reading.methods().stream()
                                .collect(Collectors.toMap(SourceMethod::position, SourceMethod::text))));
            }
        }
        if (last) {
            for (SourceFile file : failed) {
                index.errorsIn(file).forEach(error -> messages.repeat(error, file, sources));
                index.missingIn(file).forEach(form -> form.problem().ifPresent(problems::report));
            }
        }
        problems.sorted().forEach(problem -> messages.print(problem, sources));
        return read;
    }

    /** A class as far as it was read; {@code element} is the host's. */
    private record Reading(
            TypeElement element, List<SourceMethod> methods, Findings findings, ClassReader reader, Program program) {
        SourceFile file() {
            return methods.get(0).file();
        }
    }

    private static boolean hasErrors(Reading reading, SourceIndex index) {
        return problemsIn(reading, index).stream()
                .anyMatch(problem -> !problem.code().isWarning());
    }

    private static List<Problem> problemsIn(Reading reading, SourceIndex index) {
        List<Problem> found = new ArrayList<>(reading.findings().problems());
        index.missingIn(reading.file()).forEach(form -> form.problem().ifPresent(found::add));
        return found;
    }

    private static boolean isResolved(Reading reading, SourceIndex index) {
        return !reading.findings().hasUnresolved()
                && !(!index.errorsIn(reading.file()).isEmpty() && hasErrors(reading, index));
    }

    private boolean isSource(String name, ModuleView view) {
        TypeElement type = view.type(name);
        return type != null && trees.map(t -> t.unitOf(type)).isPresent();
    }

    // What comes of those that were read

    /** Reports that a method was read, but cannot be differentiated. */
    public void reportRefusal(ReadClass read, Signature method, Origin origin, String reason) {
        int position = origin.position() >= 0 ? origin.position() : method.position();
        messages.printAt(read.element(), position, ProblemCode.UNAVAILABLE, method.method(), reason);
    }

    /** Warns of a loop in which a method searches by comparisons. */
    public void warnOfIteration(ReadClass read, Signature method, Origin loop) {
        messages.warn(read.element(), method, loop.position(), ProblemCode.ITERATION, method.method());
    }

    /**
     * The generated class cannot be written, because javac was given a source of that name. That is no problem if it is the
     * same, from an earlier build.
     */
    public void reportExisting(ReadClass read, String generated) {
        boolean isSame = generatedFor(read)
                .flatMap(existing -> trees.map(t -> t.unitOf(existing)))
                .map(HostTrees::textOf)
                .filter(generated::equals)
                .isPresent();
        if (!isSame) {
            report(
                    read,
                    ProblemCode.STALE_SOURCE,
                    companionOf(read),
                    read.element().getSimpleName());
        }
    }

    /** The generated class calls functions that its module cannot read. */
    public void reportMissingRuntime(ReadClass read) {
        report(read, ProblemCode.MISSING_RUNTIME, read.element().getSimpleName());
    }

    /**
     * Looks at a class that was generated in an earlier round. javac 17 has the components of a record twice if it has seen the
     * class file of an earlier build, and does not survive it.
     */
    public void checkGenerated(ReadClass read) {
        boolean isDoubled = generatedFor(read).stream()
                .flatMap(companion -> ElementFilter.typesIn(companion.getEnclosedElements()).stream())
                .map(TypeElement::getRecordComponents)
                .anyMatch(components -> components.size()
                        != components.stream()
                                .map(Element::getSimpleName)
                                .distinct()
                                .count());
        if (isDoubled) {
            report(read, ProblemCode.STALE_CLASS, companionOf(read));
        }
    }

    private Optional<TypeElement> generatedFor(ReadClass read) {
        ModuleView view =
                ModuleView.of(host.getElementUtils(), read.destination().module());
        return Optional.ofNullable(view.type(companionOf(read)));
    }

    private static String companionOf(ReadClass read) {
        return GradHeader.nameOf(read.element(), read.program().packageName());
    }

    private void report(ReadClass read, ProblemCode code, Object... args) {
        messages.printAtMethod(read.element(), read.program().methods().get(0), code, args);
    }

    /** Reports a name in an option of ours that means nothing, with those that could have been meant. */
    public void reportUnknownPass(String name, String option, String what, Collection<String> known) {
        messages.print(ProblemCode.UNKNOWN_PASS, name, option, what, String.join(", ", known));
    }

    /** Reports a failure of our own with one of the methods that were read. */
    public void reportInternal(ReadClass read, Signature method, String what) {
        messages.printAtMethod(read.element(), method, ProblemCode.INTERNAL, method.method(), what);
    }

    /** Reports a failure of our own at the elements it concerns. */
    public void reportInternal(Collection<? extends Element> elements, String what) {
        elements.forEach(element -> messages.printAt(element, ProblemCode.INTERNAL, element.getSimpleName(), what));
        if (elements.isEmpty()) {
            messages.print(ProblemCode.INTERNAL, "?", what);
        }
    }

    private void reportUnusable(Element method) {
        String what = ToolProvider.getSystemJavaCompiler() == null
                ? "there is no compiler in this Java runtime"
                : "the compiler does not give access to its syntax trees";
        messages.printAt(method, ProblemCode.UNUSABLE_COMPILER, what);
    }
}
