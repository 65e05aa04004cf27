package dev.leibniz.launcher;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/** Keeps in memory what the compiler and the processor write. */
final class MemoryFiles extends ForwardingJavaFileManager<JavaFileManager> {
    private final Map<String, Written> written = new LinkedHashMap<>();

    MemoryFiles(JavaFileManager others) {
        super(others);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
            Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
        return written.computeIfAbsent(className + kind.extension, name -> new Written(className, kind));
    }

    @Override
    public boolean isSameFile(FileObject a, FileObject b) {
        return a.equals(b) || !(a instanceof Written) && !(b instanceof Written) && super.isSameFile(a, b);
    }

    /** The class files, by the binary name of their class. */
    Map<String, byte[]> classes() {
        return select(JavaFileObject.Kind.CLASS, file -> file.bytes.toByteArray());
    }

    /** The generated sources, by the name of their class. */
    Map<String, String> sources() {
        return select(JavaFileObject.Kind.SOURCE, Written::text);
    }

    private <T> Map<String, T> select(JavaFileObject.Kind kind, Function<Written, T> content) {
        Map<String, T> selected = new LinkedHashMap<>();
        for (Written file : written.values()) {
            if (file.getKind() == kind) {
                selected.put(file.className, content.apply(file));
            }
        }
        return selected;
    }

    private static final class Written extends SimpleJavaFileObject {
        private final String className;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Written(String className, Kind kind) {
            super(URI.create("memory:///" + className.replace('.', '/') + kind.extension), kind);
            this.className = className;
        }

        String text() {
            return bytes.toString(StandardCharsets.UTF_8);
        }

        @Override
        public OutputStream openOutputStream() throws IOException {
            bytes.reset();
            return bytes;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text();
        }
    }
}
