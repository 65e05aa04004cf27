package dev.leibniz.launcher;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import dev.leibniz.processor.DifferentiableProcessor;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles one file in memory with the processor. What javac has to say goes to the error stream, as javac prints it. */
final class FileCompiler {
    private FileCompiler() {}

    /**
     * The compiled file; empty when it does not compile, which javac has then said.
     *
     * @param file the source file
     * @param classPath what it needs beside Leibniz; may be empty
     * @param classes whether class files are wanted, not only what is generated
     */
    static Optional<CompiledFile> compile(Path file, String classPath, boolean classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new IOException("this Java has no compiler; run with a JDK");
        }
        List<String> options = new ArrayList<>(List.of("-classpath", withOwn(classPath), "-parameters", "-g"));
        if (!classes) {
            options.add("-proc:only");
        }
        StandardJavaFileManager standard = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8);
        try (MemoryFiles files = new MemoryFiles(standard)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    new PrintWriter(System.err, true), files, null, options, null, standard.getJavaFileObjects(file));
            task.setProcessors(List.of(new DifferentiableProcessor()));
            FirstClass first = new FirstClass();
            task.addTaskListener(first);
            if (!task.call()) {
                return Optional.empty();
            }
            return Optional.of(
                    new CompiledFile(file, Files.readString(file), first.binaryName, files.classes(), files.sources()));
        }
    }

    /** The launcher's own jar, which has the annotations and the runtime, and what the user adds to it. */
    private static String withOwn(String classPath) {
        String own = System.getProperty("java.class.path");
        return classPath.isEmpty() ? own : own + File.pathSeparator + classPath;
    }

    /** Hears from the compiler what the first class of the file is called: its main method is run. */
    private static final class FirstClass implements TaskListener {
        private String binaryName = "";

        @Override
        public void finished(TaskEvent event) {
            if (event.getKind() == TaskEvent.Kind.PARSE && binaryName.isEmpty()) {
                CompilationUnitTree unit = event.getCompilationUnit();
                for (Tree type : unit.getTypeDecls()) {
                    if (type instanceof ClassTree declared && binaryName.isEmpty()) {
                        String inPackage = unit.getPackageName() == null ? "" : unit.getPackageName() + ".";
                        binaryName = inPackage + declared.getSimpleName();
                    }
                }
            }
        }
    }
}
