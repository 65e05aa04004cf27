package dev.leibniz.processor.frontend.shadow;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import dev.leibniz.processor.frontend.host.Edits;
import dev.leibniz.processor.frontend.host.SourceText;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import javax.tools.Diagnostic;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;

/**
 * A second compilation, in the same JVM, of the files to be read: attributed trees that may be looked into as one likes,
 * because nobody else uses them. Attributing the trees of the host compilation in place makes javac fail on calls of
 * classes that are not generated yet.
 */
public final class ShadowCompilation {
    /** The error that Lombok's {@code @SneakyThrows} is for; if it is one after all, javac finds it, too. */
    private static final String UNDECLARED = "compiler.err.unreported.exception";

    private final JavacTask task;
    private final Map<JavaFileObject, SourceFile> files = new LinkedHashMap<>();
    private final List<Diagnostic<? extends JavaFileObject>> errors = new ArrayList<>();

    private ShadowCompilation(JavacTask task) {
        this.task = task;
    }

    /**
     * Parses and attributes {@code sources}; their errors are kept, not thrown.
     *
     * @param level options that say which Java it is
     */
    public static ShadowCompilation of(
            JavaCompiler compiler, StubFileManager stubs, List<String> level, List<SourceText> sources)
            throws IOException {
        List<Diagnostic<? extends JavaFileObject>> errors = new ArrayList<>();
        List<String> options = new ArrayList<>(List.of("-proc:none", "-implicit:none", "-nowarn", "-Xlint:none"));
        options.addAll(level);
        JavacTask task = (JavacTask) compiler.getTask(
                null,
                stubs,
                diagnostic -> {
                    if (diagnostic.getKind() == Diagnostic.Kind.ERROR) {
                        errors.add(diagnostic);
                    }
                },
                options,
                null,
                sources);
        ShadowCompilation shadow = new ShadowCompilation(task);
        Map<URI, SourceText> texts = new HashMap<>();
        for (SourceText source : sources) {
            texts.put(source.toUri(), source);
        }
        for (CompilationUnitTree unit : task.parse()) {
            SourceText text =
                    Objects.requireNonNull(texts.get(unit.getSourceFile().toUri()));
            shadow.files.put(unit.getSourceFile(), new SourceFile(unit, shadow.trees(), text));
        }
        task.analyze();
        shadow.errors.addAll(errors);
        return shadow;
    }

    Trees trees() {
        return Trees.instance(task);
    }

    Types types() {
        return task.getTypes();
    }

    public Elements elements() {
        return task.getElements();
    }

    List<SourceFile> files() {
        return List.copyOf(files.values());
    }

    /** javac's own errors in one file, by place; without those in code that is not written there. */
    List<ForeignError> errorsIn(SourceFile file) {
        if (errors.isEmpty()) {
            return List.of();
        }
        Edits edits = file.edits();
        return errors.stream()
                .filter(error ->
                        error.getSource() != null && error.getSource().toUri().equals(file.uri()))
                .filter(error -> !edits.isAdded((int) error.getPosition()))
                .filter(error -> edits.isEmpty() || !error.getCode().startsWith(UNDECLARED))
                .map(error -> new ForeignError(
                        error.getCode(),
                        edits.original((int) error.getPosition()),
                        edits.original((int) error.getStartPosition()),
                        edits.original((int) error.getEndPosition()),
                        error.getMessage(Locale.getDefault())))
                .toList();
    }

    /** An error that javac found. */
    public record ForeignError(String code, int position, int start, int end, String message) {

        /** Whether a method does not accept its arguments. */
        boolean isAboutArguments() {
            return code.startsWith("compiler.err.cant.apply") || code.startsWith("compiler.err.prob.found.req");
        }

        /** Whether there is nothing of the name that was used. */
        boolean isMissingSymbol() {
            return code.startsWith("compiler.err.cant.resolve");
        }
    }
}
