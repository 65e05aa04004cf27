package dev.leibniz.processor;

import com.google.auto.service.AutoService;
import dev.leibniz.processor.emit.GeneratedFile;
import dev.leibniz.processor.emit.GradClassEmitter;
import dev.leibniz.processor.emit.Marks;
import dev.leibniz.processor.frontend.FrontEnd;
import dev.leibniz.processor.frontend.host.Destination;
import dev.leibniz.processor.frontend.read.values.Crash;
import dev.leibniz.processor.frontend.types.Annotations;
import dev.leibniz.processor.ir.Signature;
import dev.leibniz.processor.ir.program.Program;
import dev.leibniz.processor.transform.Differentiation;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * The class that the compiler calls: rounds and options, nothing else. Hands annotated methods to the front end, its programs to the
 * pipeline, and the pipeline's results to the emitter. A failure of any of them is reported with the user's method, and costs
 * the others nothing.
 */
@AutoService(Processor.class)
public final class DifferentiableProcessor extends AbstractProcessor {
    private static final String ANNOTATION = "dev.leibniz.annotations.Differentiable";
    private static final String ALL_OURS = "dev.leibniz.annotations.*";

    /** Whether to print the stack trace of an internal error. */
    private static final String DEBUG = "leibniz.debug";

    /** A class file has 65,535 constants, and a form takes up to eight of them: for its name, its record, and calls. */
    private static final int MOST_FORMS = 8000;

    private final Set<String> modules = new HashSet<>();
    private final Set<String> given = new HashSet<>();
    private final List<FrontEnd.ReadClass> written = new ArrayList<>();
    private final BiFunction<Program, PassRunner, Differentiation.Outcome> differentiate;
    private @Nullable FrontEnd frontEnd;
    private @Nullable FailureReport report;
    private @Nullable CodePages pages;
    private boolean claims;
    private boolean areOptionsChecked;

    /** The processor that the compiler creates. */
    public DifferentiableProcessor() {
        this(Pipeline::differentiate);
    }

    /** A processor with something else in the place of the pipeline, such as one that fails. */
    DifferentiableProcessor(BiFunction<Program, PassRunner, Differentiation.Outcome> differentiate) {
        this.differentiate = differentiate;
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        report = new FailureReport(environment);
        pages = new CodePages(environment);
        claims = Claims.isLast(getClass());
        frontEnd = new FrontEnd(environment, this::report);
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        // The last one is on the generated classes, for nobody to complain that it is not claimed.
        return Set.of(ALL_OURS, "javax.annotation.processing.Generated");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public Set<String> getSupportedOptions() {
        Set<String> options = new LinkedHashSet<>(
                List.of(PassOptions.OFF, PassOptions.PRINT, DEBUG, FailureReport.OPTION, CodePages.OPTION));
        if (frontEnd != null && frontEnd.isUsable()) {
            // Gradle: each generated class comes from one source file.
            options.add("org.gradle.annotation.processing.isolating");
        }
        return options;
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        FrontEnd reader = Objects.requireNonNull(frontEnd);
        checkOptions(reader);
        for (Element root : round.getRootElements()) {
            modules.add(moduleOf(root));
            if (root instanceof TypeElement type) {
                given.add(moduleOf(type) + "/" + type.getQualifiedName());
            }
        }
        Set<Element> annotated = new LinkedHashSet<>();
        for (TypeElement annotation : annotations) {
            if (annotation.getQualifiedName().contentEquals(ANNOTATION)) {
                annotated.addAll(round.getElementsAnnotatedWith(annotation));
            }
        }
        DeepStack.run(() -> process(annotated, round, reader));
        return claims;
    }

    private void process(Set<Element> annotated, RoundEnvironment round, FrontEnd reader) {
        try {
            written.forEach(reader.reports()::generated);
            written.clear();
            for (FrontEnd.ReadClass read : reader.read(annotated, given, round.processingOver())) {
                generate(read, reader);
            }
            reader.refuseLocal(round.getRootElements());
            reader.checkRules(round.getRootElements());
            reader.forsake(round.getRootElements(), given);
        } catch (RuntimeException | StackOverflowError e) {
            debug(e);
            reader.reports().internal(annotated, summary(e));
        }
    }

    private void generate(FrontEnd.ReadClass read, FrontEnd reader) {
        int forms = read.program().methods().stream()
                .mapToInt(method -> method.forms().size())
                .sum();
        if (forms > MOST_FORMS) {
            reader.reports().tooMany(read, forms, MOST_FORMS);
            return;
        }
        try {
            write(read.program(), read, reader);
        } catch (RuntimeException | StackOverflowError e) {
            Program working = withoutFailing(read, reader);
            if (!working.methods().isEmpty()) {
                write(working, read, reader);
            }
        }
    }

    private void write(Program program, FrontEnd.ReadClass read, FrontEnd reader) {
        Differentiation.Outcome outcome = differentiate.apply(program, passes());
        if (!outcome.companion().forms().isEmpty()) {
            GeneratedFile file = GradClassEmitter.emit(outcome.companion(), marks(read.destination()), read.element());
            if (file.usesRuntime() && !read.destination().readable().contains(Destination.RUNTIME)) {
                reader.reports().missingRuntime(read);
                return;
            }
            try {
                String module = modules.size() > 1 ? read.destination().module() : "";
                file.writeTo(processingEnv.getFiler(), module);
                Objects.requireNonNull(pages).write(read, outcome.companion().program(), file, module);
                written.add(read);
            } catch (FilerException e) {
                reader.reports().existing(read, file.toString());
            } catch (IOException e) {
                debug(e);
                reader.reports().internal(List.of(read.element()), summary(e));
            }
        }
        for (Differentiation.RefusedMethod refused : outcome.refused()) {
            reader.reports().refusal(read, refused.method(), refused.refusal().origin(), message(refused.refusal()));
        }
        for (Differentiation.Search search : outcome.searches()) {
            reader.reports().iteration(read, search.method(), search.loop());
        }
        for (Differentiation.NotReplayed what : outcome.notReplayed()) {
            reader.reports().notReplayed(read, what.method(), what.place(), what.replay(), what.reason());
        }
    }

    private static Marks marks(Destination destination) {
        return new Marks(
                destination.readable().contains(Annotations.GENERATED_DERIVATIVES),
                destination.readable().contains(Annotations.GENERATED),
                destination.isExported(),
                destination.readable().contains(Destination.RUNTIME));
    }

    private String moduleOf(Element element) {
        ModuleElement module = processingEnv.getElementUtils().getModuleOf(element);
        return module == null ? "" : module.getQualifiedName().toString();
    }

    /** Tries the methods one by one: the program with those that work; the others are reported. */
    private Program withoutFailing(FrontEnd.ReadClass read, FrontEnd reader) {
        List<Signature> working = new ArrayList<>();
        for (Signature method : read.program().methods()) {
            Program alone = read.program().with(List.of(method));
            try {
                GradClassEmitter.emit(differentiate.apply(alone, passes()).companion());
                working.add(method);
            } catch (RuntimeException | StackOverflowError e) {
                reader.reports().internal(read, method, summary(e));
                report(method.method(), read.textOf(method), e, Optional.of(alone));
            }
        }
        return read.program().with(working);
    }

    private PassRunner passes() {
        return PassOptions.of(processingEnv.getOptions()).runner(this::note);
    }

    private void checkOptions(FrontEnd reader) {
        if (!areOptionsChecked) {
            areOptionsChecked = true;
            PassOptions options = PassOptions.of(processingEnv.getOptions());
            for (PassOptions.Unknown name : options.unknown()) {
                reader.reports().unknownPass(name.name(), name.option(), name.what(), name.known());
            }
        }
    }

    private void note(String text) {
        processingEnv.getMessager().printMessage(Diagnostic.Kind.NOTE, text);
    }

    private void debug(Throwable failure) {
        if (Boolean.parseBoolean(processingEnv.getOptions().get(DEBUG))) {
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            note(trace.toString());
        }
    }

    /** Reports the failure that reading a method ended with. */
    private void report(Crash crash) {
        report(crash.method(), crash.source(), crash.failure(), Optional.empty());
    }

    private void report(String method, String source, Throwable failure, Optional<Program> program) {
        debug(failure);
        Objects.requireNonNull(report).add(method, source, summary(failure), program);
    }

    private static String message(Throwable failure) {
        return failure.getMessage() == null ? "" : failure.getMessage();
    }

    private static String summary(Throwable failure) {
        String message = message(failure).lines().findFirst().orElse("");
        return failure.getClass().getSimpleName() + (message.isEmpty() ? "" : ": " + message);
    }
}
