package dev.leibniz.processor.corpus;

import dev.leibniz.processor.DifferentiableProcessor;
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
import java.util.Set;
import java.util.TreeMap;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles corpus sources in memory with the processor, as strictly as a careful user would. */
final class CorpusCompiler {

    /** What one compile gave; {@code generated} is the source of the generated classes, by name. */
    record Result(
            List<String> messages,
            List<CorpusMethod> methods,
            Set<String> constantComponents,
            Map<String, String> generated,
            ClassLoader loader) {}

    private CorpusCompiler() {}

    /** The sources of classes whose methods call those of {@code sources}, all by file name. */
    static Map<String, String> callersOf(Map<String, String> sources) {
        Callers callers = new Callers();
        List<JavaFileObject> units = new ArrayList<>();
        sources.forEach((name, text) -> units.add(new Source(name, text)));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        JavaCompiler.CompilationTask task = compiler.getTask(
                new StringWriter(),
                compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8),
                null,
                List.of("-proc:only", "-classpath", classPath()),
                null,
                units);
        task.setProcessors(List.of(callers));
        task.call();
        return callers.sources();
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    /**
     * @param sources by file name
     * @param off analyses and simplifications to do without
     */
    static Result compile(Map<String, String> sources, String off) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        Memory memory = new Memory(compiler.getStandardFileManager(diagnostics, null, StandardCharsets.UTF_8));
        List<String> options = new ArrayList<>(List.of(
                "-classpath",
                classPath(),
                "--release",
                sources.keySet().stream().anyMatch(name -> name.endsWith("21.java")) ? "21" : "17",
                "-sourcepath",
                "",
                "-Xlint:all",
                "-Werror",
                "-Aleibniz.debug=true"));
        if (!off.isEmpty()) {
            options.add("-Aleibniz.off=" + off);
        }
        List<JavaFileObject> units = new ArrayList<>();
        sources.forEach((name, text) -> units.add(new Source(name, text)));
        CorpusIndexer indexer = new CorpusIndexer();
        StringWriter other = new StringWriter();
        JavaCompiler.CompilationTask task = compiler.getTask(other, memory, diagnostics, options, null, units);
        task.setProcessors(List.of(indexer, new DifferentiableProcessor()));
        boolean succeeded = task.call();
        List<String> messages = new ArrayList<>();
        diagnostics.getDiagnostics().forEach(d -> messages.add(d.toString()));
        if (!succeeded && messages.isEmpty()) {
            messages.add("compilation failed: " + other);
        }
        return new Result(
                messages, indexer.methods(), indexer.constantComponents(), memory.generated(), memory.loader());
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String name, String text) {
            super(URI.create("string:///corpus/" + name), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class Output extends SimpleJavaFileObject {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Output(String name, Kind kind) {
            super(URI.create("memory:///" + name.replace('.', '/') + kind.extension), kind);
        }

        @Override
        public OutputStream openOutputStream() {
            return bytes;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return bytes.toString(StandardCharsets.UTF_8);
        }
    }

    private static final class Memory extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, Output> classes = new HashMap<>();
        private final Map<String, Output> sources = new TreeMap<>();

        Memory(JavaFileManager manager) {
            super(manager);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) throws IOException {
            Map<String, Output> outputs = kind == JavaFileObject.Kind.SOURCE ? sources : classes;
            return outputs.computeIfAbsent(className, name -> new Output(name, kind));
        }

        Map<String, String> generated() {
            Map<String, String> texts = new TreeMap<>();
            sources.forEach((name, output) -> texts.put(name, output.bytes.toString(StandardCharsets.UTF_8)));
            return texts;
        }

        ClassLoader loader() {
            return new ClassLoader(CorpusCompiler.class.getClassLoader()) {
                @Override
                protected Class<?> findClass(String name) throws ClassNotFoundException {
                    Output output = classes.get(name);
                    if (output == null) {
                        throw new ClassNotFoundException(name);
                    }
                    byte[] code = output.bytes.toByteArray();
                    return defineClass(name, code, 0, code.length);
                }
            };
        }
    }
}
