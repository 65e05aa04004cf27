package dev.leibniz.benchmarks;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All that was generated for this module, as the strictest reader of Java and of Javadoc sees it. */
class GeneratedSourcesTest {

    @TempDir
    private Path classes;

    @Test
    void neitherJavacNorDoclintComplains() throws IOException {
        List<Path> sources;
        try (Stream<Path> files = Files.walk(Path.of("target", "generated-sources", "annotations"))) {
            sources =
                    files.filter(file -> file.toString().endsWith("Grad.java")).toList();
        }
        assertFalse(sources.isEmpty());
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        boolean compiles;
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
            List<String> options = List.of(
                    "-proc:none",
                    "-Xlint:all",
                    "-Xdoclint:all/package",
                    "-Werror",
                    "-d",
                    classes.toString(),
                    "-classpath",
                    System.getProperty("java.class.path"));
            compiles = javac.getTask(messages, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
        }
        assertTrue(compiles, messages::toString);
    }
}
