package dev.leibniz.processor.docs;

import dev.leibniz.processor.Pipeline;
import dev.leibniz.processor.analysis.Facts;
import dev.leibniz.processor.analysis.Summaries;
import dev.leibniz.processor.emit.GradClassEmitter;
import dev.leibniz.processor.frontend.FrontEnd;
import dev.leibniz.processor.ir.Companion;
import dev.leibniz.processor.ir.Derivative;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.IrPrinter;
import dev.leibniz.processor.ir.Program;
import dev.leibniz.processor.simplify.Simplifier;
import dev.leibniz.processor.transform.AdjointTransform;
import dev.leibniz.processor.transform.DerivedFunctions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** What one class looks like after each stage of the processor, as text. The class must need no functions but its own. */
final class Stages extends AbstractProcessor {
    private final Map<String, String> texts = new LinkedHashMap<>();
    private FrontEnd frontEnd;

    private Stages() {}

    /** The stages by name, in order: {@code read}, {@code primal}, {@code adjoint}, {@code simplified}, {@code emitted}. */
    static Map<String, String> of(String className, String source) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Stages stages = new Stages();
        try {
            Path out = Files.createTempDirectory("stages");
            try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
                manager.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(out));
                JavaFileObject file =
                        new SimpleJavaFileObject(
                                URI.create("memory:///" + className + ".java"), JavaFileObject.Kind.SOURCE) {
                            @Override
                            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                                return source;
                            }
                        };
                List<String> messages = new ArrayList<>();
                JavaCompiler.CompilationTask task = compiler.getTask(
                        null, manager, message -> messages.add(message.toString()), List.of(), null, List.of(file));
                task.setProcessors(List.of(stages));
                if (!task.call()) {
                    throw new AssertionError(messages.toString());
                }
            } finally {
                Files.deleteIfExists(out.resolve(className + ".class"));
                Files.delete(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return stages.texts;
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
                .filter(type -> type.getSimpleName().contentEquals("Differentiable"))
                .forEach(type -> annotated.addAll(round.getElementsAnnotatedWith(type)));
        frontEnd.read(annotated, Set.of(), round.processingOver())
                .forEach(read -> print(read.program(), read.element()));
        return true;
    }

    private void print(Program program, Element owner) {
        Function primal = program.function(program.methods().get(0).function());
        texts.put("read", IrPrinter.print(primal));
        List<Boolean> all = primal.params().stream()
                .map(param -> param.type().isDifferentiable())
                .toList();
        Function simple = Simplifier.simplify(primal, Set.of());
        texts.put("primal", IrPrinter.print(simple));
        Function adjoint = new AdjointTransform(noOtherFunctions(program), Set.of())
                .apply(simple, primal.name() + "Reverse", all, List.of(true));
        texts.put("adjoint", IrPrinter.print(adjoint));
        Companion companion = Pipeline.differentiate(program, Set.of()).companion();
        companion.forms().stream()
                .filter(form -> form.derivative() == Derivative.GRAD_INTO)
                .forEach(form -> texts.put("simplified", IrPrinter.print(form.function())));
        texts.put("emitted", GradClassEmitter.emit(companion, owner).toString());
    }

    private static List<Boolean> flags(Object list) {
        return ((List<?>) list).stream().map(Boolean.class::cast).toList();
    }

    /** Whatever is asked for but what is known of a function, there is none. */
    private static DerivedFunctions noOtherFunctions(Program program) {
        Summaries summaries = Summaries.of(program.functions());
        return (DerivedFunctions) Proxy.newProxyInstance(
                Stages.class.getClassLoader(), new Class<?>[] {DerivedFunctions.class}, (proxy, method, args) -> {
                    if (method.getName().equals("facts")) {
                        return Facts.of((Function) args[0], summaries, flags(args[1]), flags(args[2]), false, true);
                    }
                    throw new AssertionError("a call in " + program.className());
                });
    }
}
