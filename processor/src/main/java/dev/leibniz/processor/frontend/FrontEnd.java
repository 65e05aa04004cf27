package dev.leibniz.processor.frontend;

import com.sun.source.tree.CompilationUnitTree;
import dev.leibniz.processor.frontend.check.LocalClasses;
import dev.leibniz.processor.frontend.check.RuleChecks;
import dev.leibniz.processor.frontend.headers.GradHeader;
import dev.leibniz.processor.frontend.host.Destination;
import dev.leibniz.processor.frontend.host.HostTrees;
import dev.leibniz.processor.frontend.host.JavaLevel;
import dev.leibniz.processor.frontend.host.JavacTrees;
import dev.leibniz.processor.frontend.host.ModuleView;
import dev.leibniz.processor.frontend.host.OtherProcessors;
import dev.leibniz.processor.frontend.host.SourceText;
import dev.leibniz.processor.frontend.host.WrittenFile;
import dev.leibniz.processor.frontend.read.values.Crash;
import dev.leibniz.processor.frontend.read.values.Findings;
import dev.leibniz.processor.frontend.shadow.Messages;
import dev.leibniz.processor.frontend.shadow.OtherRecords;
import dev.leibniz.processor.frontend.shadow.ShadowCompilation;
import dev.leibniz.processor.frontend.shadow.SourceFile;
import dev.leibniz.processor.frontend.shadow.SourceIndex;
import dev.leibniz.processor.frontend.shadow.SourceMethod;
import dev.leibniz.processor.frontend.shadow.Sources;
import dev.leibniz.processor.frontend.shadow.StubFileManager;
import dev.leibniz.processor.frontend.shadow.WholeSource;
import dev.leibniz.processor.frontend.types.Annotations;
import dev.leibniz.processor.ir.Signature;
import dev.leibniz.processor.ir.program.Primals;
import dev.leibniz.processor.ir.program.Program;
import dev.leibniz.processor.problem.Problem;
import dev.leibniz.processor.problem.ProblemCode;
import dev.leibniz.processor.problem.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    private final Optional<JavaCompiler> compiler;
    private final Optional<HostTrees> trees;
    private final Messages messages;
    private final Reports reports;
    private final RuleChecks rules;
    private final AnnotatedClasses classes;
    private final ForeignPrimals primals;
    private final OtherProcessors others;
    private @Nullable JavaLevel level;
    private final Set<String> postponed = new HashSet<>();
    private final EarlierSources earlier;
    private @Nullable StubFileManager stubs;

    /**
     * @param crashes is told of failures of our own, which are reported to the user already
     */
    public FrontEnd(ProcessingEnvironment host, Consumer<Crash> crashes) {
        this.host = host;
        this.crashes = crashes;
        this.compiler = Optional.ofNullable(ToolProvider.getSystemJavaCompiler());
        this.trees = compiler.map(javac -> HostTrees.of(host, javac));
        this.messages = new Messages(host.getMessager(), trees);
        this.reports = new Reports(host, trees, messages);
        this.rules = new RuleChecks(messages);
        this.classes = new AnnotatedClasses(host.getElementUtils());
        this.primals = new ForeignPrimals();
        this.others = new OtherProcessors(FrontEnd.class.getClassLoader());
        this.earlier = new EarlierSources(JavacTrees.unwrap(host).getFiler(), host.getElementUtils());
    }

    /** A class whose methods were read; {@code element} is the host's, {@code texts} are the methods' by their positions. */
    public record ReadClass(
            Program program,
            TypeElement element,
            Destination destination,
            Map<Integer, String> texts,
            WholeSource source) {

        /** The text of a method in the source. */
        public String textOf(Signature method) {
            return texts.getOrDefault(method.position(), "");
        }
    }

    /** The reports on the classes that were read. */
    public Reports reports() {
        return reports;
    }

    /** Whether there is a compiler that this front end can work with. */
    public boolean isUsable() {
        return trees.isPresent();
    }

    /**
     * Reads the methods that can be read; problems are printed.
     *
     * @param annotated the methods of this round
     * @param given the top-level classes, as in {@code module/package.Class}, whose sources javac was given or that were generated
     * @param last whether it is the last round, in which nothing can be generated any more: code that still does not resolve is an
     *     error
     */
    public List<ReadClass> read(Collection<? extends Element> annotated, Set<String> given, boolean last) {
        if (compiler.isEmpty() || trees.isEmpty()) {
            annotated.stream()
                    .limit(1)
                    .forEach(method -> reports.unusable(method, "there is no javac in this Java runtime"));
            return List.of();
        }
        Set<String> fresh = new HashSet<>();
        Set<TypeElement> owners = new HashSet<>();
        for (Element method : annotated) {
            TypeElement owner = (TypeElement) method.getEnclosingElement();
            if (owner.getQualifiedName().isEmpty()) { // a local class; javac shows none
                messages.printAt(method, ProblemCode.PRIVATE_OWNER, owner);
            } else if (ModuleView.around(owner, host.getElementUtils()).type(nameOf(owner)) == null) {
                messages.printAt(method, ProblemCode.COMPACT_SOURCE, method.getSimpleName());
            } else if (owners.add(owner)) {
                if (!trees.get().areOfJavac() && trees.get().unitOf(owner) == null) {
                    reports.unusable(
                            method,
                            "the compiler is not javac, and does not tell where the source of `" + owner.getSimpleName()
                                    + "` is");
                } else {
                    add(owner, method, given);
                    fresh.add(owner.getQualifiedName().toString());
                }
            }
        }
        for (String module : classes.modulesWaiting()) {
            announce(ModuleView.of(host.getElementUtils(), module), trees.get());
        }
        List<ReadClass> read = new ArrayList<>();
        for (String module : classes.modulesWaiting()) {
            try {
                read.addAll(read(compiler.get(), trees.get(), module, fresh, last));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        if (last) {
            earlier.restore();
        }
        return read;
    }

    /**
     * Looks for sources that an earlier build generated for those of these classes, and of those inside of them, that have no annotated
     * methods any more.
     */
    public void forsake(Collection<? extends Element> types, Set<String> given) {
        for (TypeElement type : ElementFilter.typesIn(types)) {
            if (Annotations.isGeneratedByUs(type)) {
                continue;
            }
            boolean isAnnotated = ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                    .anyMatch(method -> Annotations.has(method, Annotations.DIFFERENTIABLE));
            if (!isAnnotated && earlier.forsake(type, given)) {
                String companion = GradHeader.nameOf(type, packageOf(type));
                String module = ModuleView.moduleOf(type, host.getElementUtils());
                TypeElement old = ModuleView.of(host.getElementUtils(), module).type(companion);
                if (old != null
                        && Annotations.isGeneratedByUs(old)
                        && trees.map(t -> t.unitOf(old)).isPresent()
                        && !ElementFilter.methodsIn(old.getEnclosedElements()).isEmpty()) {
                    messages.printAt(type, ProblemCode.STALE_SOURCE, companion, type.getSimpleName());
                }
            }
            forsake(type.getEnclosedElements(), given);
        }
    }

    private void add(TypeElement owner, Element method, Set<String> given) {
        Optional<String> other = classes.add(owner);
        if (other.isPresent()) {
            messages.printAt(
                    method,
                    ProblemCode.COMPANION_CLASH,
                    owner.getQualifiedName(),
                    other.get(),
                    GradHeader.nameOf(owner, packageOf(owner)));
        } else {
            earlier.hide(owner, given);
        }
    }

    /** Checks derivatives that are written by hand in these classes. */
    public void checkRules(Collection<? extends Element> types) {
        rules.check(types);
    }

    /** Refuses the annotated methods of local classes: such a class cannot be named, least of all by the generated class. */
    public void refuseLocal(Collection<? extends Element> roots) {
        trees.ifPresent(hostTrees -> roots.stream()
                .map(hostTrees::unitOf)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(unit -> LocalClasses.annotatedIn(unit)
                        .forEach(found -> messages.printAt(
                                unit,
                                found.method(),
                                ProblemCode.PRIVATE_OWNER,
                                found.owner().isEmpty() ? "new …() {…}" : found.owner()))));
    }

    private String packageOf(Element element) {
        return host.getElementUtils().getPackageOf(element).getQualifiedName().toString();
    }

    /** A module may be read before those whose derivatives it calls. */
    private void announce(ModuleView view, HostTrees hostTrees) {
        for (TypeElement type : classes.waitingIn(view)) {
            if (hostTrees.unitOf(type) != null) {
                primals.announce(GradHeader.nameOf(type, view.packageOf(type)), view.name());
            }
        }
    }

    private List<ReadClass> read(
            JavaCompiler javac, HostTrees hostTrees, String module, Set<String> fresh, boolean last)
            throws IOException {
        StubFileManager manager = stubs;
        if (manager == null) {
            manager = new StubFileManager(javac.getStandardFileManager(null, null, null));
            stubs = manager;
        }
        ModuleView view = ModuleView.of(host.getElementUtils(), module);
        List<TypeElement> ready = classes.waitingIn(view).stream()
                .filter(type -> last || !isPostponed(type, fresh))
                .toList();
        if (ready.isEmpty()) {
            return List.of();
        }
        Sources sources = Sources.of(classes.seenBy(view), view, hostTrees);
        manager.prepare(view, sources.stubs(text -> written(javac, text)));
        ShadowCompilation shadow = ShadowCompilation.of(javac, manager, sources.options(level()), sources.texts());
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
        for (TypeElement element : ready) {
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
                        () -> Primals.of(reading.reader().replaying(reading.program()))
                                .written());
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
            reading.problems(index).forEach(problems::report);
            reading.findings().crashes().forEach(crashes);
            boolean late = last && !postponed.contains(nameOf(reading.element()));
            if (!program.methods().isEmpty() && !late) {
                read.add(reading.finished(program, view));
            }
        }
        if (last) {
            for (SourceFile file : failed) {
                index.errorsIn(file).forEach(error -> repeat(error, file, sources, problems));
                index.missingIn(file).forEach(form -> form.problem().ifPresent(problems::report));
            }
        }
        problems.sorted().forEach(problem -> messages.print(problem, sources));
        return read;
    }

    /** Whether another processor may still change a class. */
    private boolean isPostponed(TypeElement type, Set<String> fresh) {
        CompilationUnitTree unit = trees.map(t -> t.unitOf(type)).orElse(null);
        String name = nameOf(type);
        boolean wait = unit != null && others.mayChange(type, HostTrees.textOf(unit), fresh.contains(name));
        if (wait) {
            postponed.add(name);
        } else {
            postponed.remove(name);
        }
        return wait;
    }

    private static String nameOf(TypeElement type) {
        return type.getQualifiedName().toString();
    }

    private JavaLevel level() {
        JavaLevel known = level;
        if (known == null) {
            known = JavaLevel.of(host);
            level = known;
        }
        return known;
    }

    private Optional<WrittenFile> written(JavaCompiler javac, SourceText text) {
        try {
            boolean isAsWritten =
                    others.isAlone() || !trees.map(HostTrees::areOfJavac).orElse(false);
            return isAsWritten ? Optional.empty() : WrittenFile.parse(javac, level().options(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An error of javac, which would find it, too: if it sees the text that was read here. */
    private void repeat(ShadowCompilation.ForeignError error, SourceFile file, Sources sources, Problems problems) {
        if (!isChanged(file)) {
            messages.repeat(error, file, sources);
        } else {
            String what = error.message().lines().map(String::strip).collect(Collectors.joining("; "));
            String text = ProblemCode.CHANGED_SOURCE.message(what);
            problems.report(new Problem(ProblemCode.CHANGED_SOURCE, file.name(), error.start(), error.end(), "", text));
        }
    }

    /** After an error of ours other processors may not get so far as to change it. */
    private boolean isChanged(SourceFile file) {
        return !file.edits().isEmpty() || others.mayChange(file.text());
    }

    /** In a file that another processor has changed, an error may be in the reconstructed text only, and hides nothing. */
    private boolean isResolved(Reading reading, SourceIndex index) {
        boolean isWrong =
                !isChanged(reading.file()) && !index.errorsIn(reading.file()).isEmpty();
        return !reading.findings().hasUnresolved() && !(isWrong && reading.hasErrors(index));
    }

    private boolean isSource(String name, ModuleView view) {
        TypeElement type = view.type(name);
        return type != null && trees.map(t -> t.unitOf(type)).isPresent();
    }
}
