package dev.leibniz.processor.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Compiles sources in memory, with a processor or without. */
final class InMemoryCompiler {

    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    private final Optional<Supplier<Processor>> processor;
    private final List<String> options;

    InMemoryCompiler(Optional<Supplier<Processor>> processor, List<String> options) {
        this.processor = processor;
        this.options = options;
    }

    /** A message of the compiler: the simple name of the class it is about (or nothing), and what it says. */
    record Message(boolean error, String unit, String text) {}

    /** What came out: class files by name, generated sources by class name, messages, and a crash if there was one. */
    record Result(
            Map<String, byte[]> classes,
            Map<String, String> generated,
            List<Message> messages,
            Optional<Throwable> crash) {

        boolean succeeded() {
            return crash.isEmpty() && messages.stream().noneMatch(Message::error);
        }

        /** Loads the classes, in a loader of their own. */
        ClassLoader load() {
            return new ClassLoader(InMemoryCompiler.class.getClassLoader()) {
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
    }

    /** Compiles classes of package {@code fuzz}, given by simple name. */
    Result compile(Map<String, String> sources) {
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        List<String> arguments = new ArrayList<>(options);
        arguments.addAll(List.of("-classpath", classPath(), "--release", "17", "-g:none", "-Xlint:all"));
        if (processor.isEmpty()) {
            arguments.add("-proc:none");
        }
        List<JavaFileObject> units = new ArrayList<>();
        sources.forEach((name, text) -> units.add(new Source(name, text)));
        Optional<Throwable> crash = Optional.empty();
        Memory memory = new Memory(compiler.getStandardFileManager(diagnostics, null, StandardCharsets.UTF_8));
        try (memory) {
            JavaCompiler.CompilationTask task =
                    compiler.getTask(new StringWriter(), memory, diagnostics, arguments, null, units);
            processor.ifPresent(p -> task.setProcessors(List.of(p.get())));
            task.call();
        } catch (IOException | RuntimeException | Error e) {
            crash = Optional.of(e.getCause() == null ? e : e.getCause());
        }
        Map<String, byte[]> classes = new HashMap<>();
        memory.classes.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
        Map<String, String> generated = new HashMap<>();
        memory.generated.forEach((name, text) -> generated.put(name, text.toString(StandardCharsets.UTF_8)));
        List<Message> messages = diagnostics.getDiagnostics().stream()
                .map(InMemoryCompiler::message)
                .toList();
        return new Result(classes, generated, messages, crash);
    }

    private static Message message(Diagnostic<? extends JavaFileObject> d) {
        String file = d.getSource() == null ? "" : d.getSource().getName();
        String unit = file.replaceAll("^.*[/\\\\]", "").replaceAll("\\.java$", "");
        String place = unit + ":" + d.getLineNumber() + ":" + d.getColumnNumber() + ": ";
        return new Message(d.getKind() == Diagnostic.Kind.ERROR, unit, place + d.getMessage(null));
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String name, String text) {
            super(URI.create("string:///fuzz/" + name + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class Memory extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, ByteArrayOutputStream> classes = new HashMap<>();
        private final Map<String, ByteArrayOutputStream> generated = new HashMap<>();

        Memory(JavaFileManager delegate) {
            super(delegate);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            boolean source = kind == JavaFileObject.Kind.SOURCE;
            (source ? generated : classes).put(className, bytes);
            URI uri = URI.create("memory:///" + className.replace('.', '/') + kind.extension);
            return new SimpleJavaFileObject(uri, kind) {
                @Override
                public OutputStream openOutputStream() {
                    return bytes;
                }

                @Override
                public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                    return bytes.toString(StandardCharsets.UTF_8);
                }
            };
        }

        @Override
        public FileObject getFileForOutput(
                Location location, String packageName, String relativeName, FileObject sibling) throws IOException {
            throw new IOException("no resources here: " + relativeName);
        }

        @Override
        public boolean hasLocation(Location location) {
            return location != StandardLocation.SOURCE_OUTPUT && super.hasLocation(location);
        }
    }
}
