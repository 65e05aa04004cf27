package dev.leibniz.processor.emit;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles what the emitter printed, with every warning an error, and loads it. */
final class MemoryCompiler {
    private MemoryCompiler() {}

    /**
     * @param others sources it depends on, by qualified name
     * @throws AssertionError with the diagnostics if there are any
     */
    static Class<?> compile(GeneratedFile file, Map<String, String> others) throws ClassNotFoundException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        StandardJavaFileManager standard = compiler.getStandardFileManager(diagnostics, null, null);
        ClassFiles files = new ClassFiles(standard);
        String name = file.className();
        List<JavaFileObject> sources = new ArrayList<>(List.of(new Source(name, file.toString())));
        others.forEach((other, text) -> sources.add(new Source(other, text)));
        List<String> options = List.of(
                "-Xlint:all",
                "-Werror",
                "-proc:none",
                "-Xdoclint:all/protected",
                "-cp",
                System.getProperty("java.class.path"));
        boolean good = compiler.getTask(null, files, diagnostics, options, null, sources)
                .call();
        if (!good || !diagnostics.getDiagnostics().isEmpty()) {
            throw new AssertionError("does not compile: " + diagnostics.getDiagnostics() + "\n"
                    + around(
                            file.toString(), diagnostics.getDiagnostics().get(0).getLineNumber()));
        }
        return files.loader().loadClass(name);
    }

    private static String around(String text, long line) {
        List<String> lines = text.lines().toList();
        int from = (int) Math.max(0, line - 40);
        return String.join("\n", lines.subList(from, Math.min(lines.size(), from + 60)));
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String name, String text) {
            super(URI.create("string:///" + name.replace('.', '/') + Kind.SOURCE.extension), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class ClassFiles extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, ByteArrayOutputStream> classes = new HashMap<>();

        ClassFiles(JavaFileManager manager) {
            super(manager);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("mem:///" + name + kind.extension), kind) {
                @Override
                public OutputStream openOutputStream() {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    classes.put(name, bytes);
                    return bytes;
                }
            };
        }

        ClassLoader loader() {
            return new ClassLoader(MemoryCompiler.class.getClassLoader()) {
                @Override
                protected Class<?> findClass(String name) throws ClassNotFoundException {
                    ByteArrayOutputStream bytes = classes.get(name);
                    if (bytes == null) {
                        throw new ClassNotFoundException(name);
                    }
                    return defineClass(name, bytes.toByteArray(), 0, bytes.size());
                }
            };
        }
    }
}
