package dev.leibniz.processor.incremental;

import dev.leibniz.processor.DifferentiableProcessor;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A folder of sources, which are compiled all together or some of them against the classes of the others. */
public final class SourceTree {
    private final Path sources;
    private final Path classes;
    private final Path generated;
    private final List<Path> libraries = new ArrayList<>();

    public SourceTree(Path folder) throws IOException {
        this.sources = Files.createDirectories(folder.resolve("src"));
        this.classes = Files.createDirectories(folder.resolve("classes"));
        this.generated = Files.createDirectories(folder.resolve("generated"));
    }

    /** With the classes of another tree on the class path. */
    public SourceTree against(SourceTree library) {
        libraries.add(library.classes);
        return this;
    }

    public SourceTree write(String file, String text) throws IOException {
        Path path = sources.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
        return this;
    }

    public SourceTree edit(String file, String from, String to) throws IOException {
        String before = Files.readString(sources.resolve(file));
        if (!before.contains(from)) {
            throw new IllegalArgumentException("no \"" + from + "\" in " + file);
        }
        return write(file, before.replace(from, to));
    }

    public SourceTree delete(String file) throws IOException {
        Files.delete(sources.resolve(file));
        forget(file);
        return this;
    }

    /** Compiles everything anew; what the compiler says. */
    public List<String> compileAll() throws IOException {
        for (Path folder : List.of(classes, generated)) {
            for (Path old : files(folder)) {
                Files.delete(old);
            }
        }
        return compile(files(sources).stream()
                .map(file -> sources.relativize(file).toString())
                .toArray(String[]::new));
    }

    /**
     * Compiles these files against the classes of all others, as an incremental build does: what was generated from them before is
     * deleted.
     */
    public List<String> compile(String... names) throws IOException {
        return compile(List.of(new DifferentiableProcessor()), names);
    }

    /** As {@link #compile}, without the processor. */
    public List<String> compileWithout(String... names) throws IOException {
        return compile(List.of(), names);
    }

    private List<String> compile(List<Processor> processors, String... names) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String name : names) {
            files.add(sources.resolve(name));
            forget(name);
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        List<String> classPath = new ArrayList<>(List.of(classes.toString()));
        libraries.forEach(library -> classPath.add(library.toString()));
        classPath.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        List<String> options = List.of(
                "-classpath",
                String.join(File.pathSeparator, classPath),
                "-d",
                classes.toString(),
                "-s",
                generated.toString(),
                "-sourcepath",
                "",
                "-implicit:none",
                "--release",
                "17",
                "-Xlint:all",
                "-Werror");
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(diagnostics, null, null)) {
            JavaCompiler.CompilationTask task = compiler.getTask(
                    null, manager, diagnostics, options, null, manager.getJavaFileObjectsFromPaths(files));
            task.setProcessors(processors);
            task.call();
        }
        List<String> messages = new ArrayList<>();
        for (Diagnostic<? extends JavaFileObject> diagnostic : diagnostics.getDiagnostics()) {
            String file = diagnostic.getSource() == null
                    ? ""
                    : Path.of(diagnostic.getSource().getName()).getFileName().toString();
            messages.add(file + ":" + diagnostic.getLineNumber() + ": " + diagnostic.getMessage(Locale.ROOT));
        }
        return messages;
    }

    /** Deletes what came of a file. */
    private void forget(String name) throws IOException {
        String stem = name.substring(0, name.length() - ".java".length());
        String ofIt = "\\Q" + stem + "\\E([_$].*)?(Grad([$].*)?)?[.](java|class)";
        for (Path folder : List.of(generated, classes)) {
            for (Path old : files(folder)) {
                if (folder.relativize(old).toString().matches(ofIt)) {
                    Files.delete(old);
                }
            }
        }
    }

    /** The text of all generated classes, by file. */
    public Map<String, String> generated() throws IOException {
        Map<String, String> texts = new TreeMap<>();
        for (Path file : files(generated)) {
            texts.put(generated.relativize(file).toString(), Files.readString(file));
        }
        return texts;
    }

    /** Where the classes are. */
    public Path classes() {
        return classes;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
