package dev.leibniz.processor.frontend;

import com.sun.source.tree.CompilationUnitTree;
import dev.leibniz.processor.ir.Program;
import dev.leibniz.processor.problem.Problem;
import dev.leibniz.processor.problem.ProblemCode;
import dev.leibniz.processor.problem.Problems;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * From annotated methods to programs of the IR. One shadow compilation per round reads all files together; classes that do
 * not resolve yet are kept for the next round.
 */
public final class FrontEnd {
    private final ProcessingEnvironment host;
    private final Optional<HostTrees> trees;
    private final Set<String> waiting = new LinkedHashSet<>();
    private final Set<String> everAnnotated = new LinkedHashSet<>();
    private @Nullable StubFileManager stubs;

    public FrontEnd(ProcessingEnvironment host) {
        this.host = host;
        this.trees = HostTrees.of(host);
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
     * @param annotated methods of this round
     * @param last whether there will be no further round in which something could be generated
     */
    public List<ReadClass> read(Collection<? extends Element> annotated, boolean last) {
        for (Element method : annotated) {
            String owner = ((TypeElement) method.getEnclosingElement()).getQualifiedName().toString();
            waiting.add(owner);
            everAnnotated.add(owner);
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (waiting.isEmpty() || compiler == null || trees.isEmpty()) {
            return List.of();
        }
        try {
            return read(compiler, trees.get(), last);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private List<ReadClass> read(JavaCompiler compiler, HostTrees hostTrees, boolean last) throws IOException {
        Map<String, CompilationUnitTree> units = new LinkedHashMap<>();
        List<SourceText> sources = new ArrayList<>();
        Set<String> compiled = new LinkedHashSet<>();
        Map<CompilationUnitTree, Boolean> known = new java.util.IdentityHashMap<>();
        for (String name : everAnnotated) {
            TypeElement type = host.getElementUtils().getTypeElement(name);
            CompilationUnitTree unit = type == null ? null : hostTrees.unitOf(type);
            if (unit == null || known.put(unit, true) != null) {
                continue;
            }
            SourceText source = SourceText.file(
                    unit.getSourceFile().toUri().getPath(),
                    unit.getSourceFile().getCharContent(true).toString());
            sources.add(source);
            units.put(source.toUri().toString(), unit);
            String packageName = host.getElementUtils().getPackageOf(type).getQualifiedName().toString();
            unit.getTypeDecls().forEach(declaration -> {
                if (declaration instanceof com.sun.source.tree.ClassTree tree) {
                    compiled.add(packageName.isEmpty() ? tree.getSimpleName().toString() : packageName + "." + tree.getSimpleName());
                }
            });
        }
        StubFileManager manager = stubs;
        if (manager == null) {
            manager = new StubFileManager(compiler.getStandardFileManager(null, null, null), host.getElementUtils());
            stubs = manager;
        }
        Map<String, SourceText> headers = new LinkedHashMap<>();
        Map<String, String> companions = new LinkedHashMap<>();
        for (String name : everAnnotated) {
            TypeElement type = host.getElementUtils().getTypeElement(name);
            if (type != null) {
                String packageName = host.getElementUtils().getPackageOf(type).getQualifiedName().toString();
                String companion = GradHeader.nameOf(type, packageName);
                headers.put(companion, SourceText.stub(companion, () -> GradHeader.print(type, packageName)));
                companions.put(companion, name);
            }
        }
        manager.prepare(compiled, headers);
        ShadowCompilation shadow = ShadowCompilation.of(compiler, manager, host.getSourceVersion(), sources);
        Problems problems = new Problems();
        SourceIndex index = new SourceIndex(shadow, companions, problems);
        List<ReadClass> read = readClasses(shadow, index, last);
        print(problems, index, hostTrees, units, last);
        return read;
    }

    private List<ReadClass> readClasses(ShadowCompilation shadow, SourceIndex index, boolean last) {
        Map<TypeElement, List<SourceMethod>> byClass = new LinkedHashMap<>();
        for (SourceMethod method : index.annotated()) {
            byClass.computeIfAbsent((TypeElement) method.element().getEnclosingElement(), c -> new ArrayList<>())
                    .add(method);
        }
        List<ReadClass> read = new ArrayList<>();
        byClass.forEach((type, methods) -> {
            String name = type.getQualifiedName().toString();
            TypeElement element = host.getElementUtils().getTypeElement(name);
            if (!waiting.contains(name) || element == null) {
                return;
            }
            if (!last && methods.stream().anyMatch(index::isUnresolved)) {
                return;
            }
            waiting.remove(name);
            Program program = new ClassReader(index, type, shadow.elements()).read(methods);
            if (!program.methods().isEmpty()) {
                read.add(new ReadClass(program, element));
            }
        });
        return read;
    }

    private void print(
            Problems problems,
            SourceIndex index,
            HostTrees hostTrees,
            Map<String, CompilationUnitTree> units,
            boolean last) {
        Set<String> withErrors = new LinkedHashSet<>();
        for (SourceMethod method : index.annotated()) {
            if (!index.errorsIn(method.file()).isEmpty()) {
                withErrors.add(method.file().name());
            }
        }
        for (Problem problem : problems.sorted()) {
            CompilationUnitTree unit = units.get(problem.file());
            if (unit != null && !withErrors.contains(problem.file())) {
                hostTrees.print(
                        Diagnostic.Kind.ERROR, problem.text(), unit, problem.start(), problem.end(), problem.kind());
            }
        }
    }

    /** Reports a failure of our own at the elements it concerns. */
    public void reportInternal(Collection<? extends Element> elements, String what) {
        for (Element element : elements) {
            String text = "[leibniz:" + ProblemCode.INTERNAL.id() + "] "
                    + ProblemCode.INTERNAL.message(element.getSimpleName(), what);
            host.getMessager().printMessage(Diagnostic.Kind.ERROR, text, element);
        }
        if (elements.isEmpty()) {
            host.getMessager().printMessage(Diagnostic.Kind.ERROR, ProblemCode.INTERNAL.message("?", what));
        }
    }
}
