package dev.leibniz.processor.frontend;

import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.program.Program;
import dev.leibniz.processor.ir.walk.IrPrinter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** A processor that only reads: for tests that look at the IR. */
public final class ReadPrograms extends AbstractProcessor {
    private final List<Program> programs = new ArrayList<>();
    private FrontEnd frontEnd;

    /** The program of a class {@code M} with the given members. */
    public static Program of(String members) {
        String source =
                "import dev.leibniz.annotations.*;\nimport java.util.Arrays;\nfinal class M {\n" + members + "\n}\n";
        ReadPrograms reader = new ReadPrograms();
        Compiled compiled = Compiled.of(Map.of("M.java", source), reader);
        boolean failed = compiled.errors().stream()
                .anyMatch(error -> !error.getMessage(null).contains("MGrad")); // nobody generates it here
        if (failed || reader.programs.size() != 1) {
            throw new AssertionError(compiled.messages().toString());
        }
        return reader.programs.get(0);
    }

    /** The function of a class {@code M} with one method. */
    public static Function function(String method) {
        return of(method).functions().values().iterator().next();
    }

    /** The functions of a class with the given members, printed. */
    static String print(String members) {
        return of(members).functions().values().stream().map(IrPrinter::print).collect(Collectors.joining("\n"));
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of("dev.leibniz.annotations.*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (frontEnd == null) {
            frontEnd = new FrontEnd(processingEnv, crash -> {
                throw new AssertionError(crash);
            });
        }
        Set<Element> annotated = new LinkedHashSet<>();
        annotations.stream()
                .filter(a -> a.getSimpleName().contentEquals("Differentiable"))
                .forEach(a -> annotated.addAll(round.getElementsAnnotatedWith(a)));
        frontEnd.read(annotated, Set.of(), round.processingOver()).forEach(read -> programs.add(read.program()));
        return true;
    }
}
