package dev.leibniz.processor.frontend;

import dev.leibniz.processor.DifferentiableProcessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** What javac makes of a few sources with a processor: its messages, and the sources that were generated. */
public record Compiled(
        boolean success,
        List<Diagnostic<? extends JavaFileObject>> messages,
        Map<String, String> generated,
        Map<String, byte[]> classes) {

    public static Compiled of(Map<String, String> sources, Processor... processors) {
        return of(sources, List.of(), processors);
    }

    /** With options of the compiler. */
    public static Compiled of(Map<String, String> sources, List<String> options, Processor... processors) {
        return inFolders(List.of(), sources, options, processors);
    }

    /** With another library on the class path, which was compiled before from {@code library}. */
    public static Compiled against(Map<String, String> library, Map<String, String> sources, Processor... processors) {
        return against(List.of(), library, sources, processors);
    }

    /** As above, with options for javac when it compiles the library. */
    public static Compiled against(
            List<String> options, Map<String, String> library, Map<String, String> sources, Processor... processors) {
        try {
            Path folder = Files.createTempDirectory("library");
            try {
                compile(folder, List.of(), library, options, new DifferentiableProcessor());
                return inFolders(List.of(folder), sources, List.of(), processors);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Compiled inFolders(
            List<Path> libraries, Map<String, String> sources, List<String> options, Processor... processors) {
        try {
            Path out = Files.createTempDirectory("compiled");
            try {
                return compile(out, libraries, sources, options, processors);
            } finally {
                delete(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Compiled compile(
            Path out, List<Path> libraries, Map<String, String> sources, List<String> more, Processor... processors)
            throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<Diagnostic<? extends JavaFileObject>> messages = new ArrayList<>();
        List<JavaFileObject> files = new ArrayList<>();
        sources.forEach((name, text) -> files.add(new Source(name, text)));
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            manager.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(out));
            manager.setLocationFromPaths(StandardLocation.SOURCE_OUTPUT, List.of(out));
            List<Path> classPath = new ArrayList<>(libraries);
            manager.getLocationAsPaths(StandardLocation.CLASS_PATH).forEach(classPath::add);
            manager.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
            List<String> options = new ArrayList<>(List.of("-Xlint:all,-fallthrough,-options"));
            options.addAll(more);
            JavaCompiler.CompilationTask task = compiler.getTask(null, manager, messages::add, options, null, files);
            task.setProcessors(List.of(processors));
            boolean success = task.call();
            return new Compiled(success, messages, generated(out), classes(out));
        }
    }

    private static Map<String, String> generated(Path out) throws IOException {
        Map<String, String> generated = new TreeMap<>();
        try (Stream<Path> files = Files.walk(out)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                generated.put(out.relativize(file).toString(), Files.readString(file));
            }
        }
        return generated;
    }

    private static Map<String, byte[]> classes(Path out) throws IOException {
        Map<String, byte[]> classes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(out)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
                String name = out.relativize(file).toString().replace(".class", "");
                classes.put(name.replace(file.getFileSystem().getSeparator(), "."), Files.readAllBytes(file));
            }
        }
        return classes;
    }

    /** Loads the classes that were compiled. */
    public ClassLoader loader() {
        return new ClassLoader(Compiled.class.getClassLoader()) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                byte[] code = classes.get(name);
                if (code == null) {
                    throw new ClassNotFoundException(name);
                }
                return defineClass(name, code, 0, code.length);
            }
        };
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** The errors among the messages, and the warnings of the processor. */
    public List<Diagnostic<? extends JavaFileObject>> problems() {
        return messages.stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR
                        || diagnostic.getMessage(null).startsWith("[leibniz:"))
                .toList();
    }

    /** The errors among the messages. */
    public List<Diagnostic<? extends JavaFileObject>> errors() {
        return messages.stream()
                .filter(message -> message.getKind() == Diagnostic.Kind.ERROR)
                .toList();
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String name, String text) {
            super(URI.create("memory:///" + name), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
