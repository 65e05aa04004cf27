package org.gradle.internal.compiler.java;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.File;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.annotation.processing.Processor;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.tools.JavaCompiler;

/**
 * The one part of Gradle's Java plugin that its API jar lacks: listens to javac, and tells Gradle which class came of which
 * file and who uses which constant.
 */
public final class IncrementalCompileTask implements JavaCompiler.CompilationTask {
    private final JavacTask task;
    private final Consumer<Map<String, Set<String>>> mapping;
    private final Map<String, Set<String>> classesOfFiles = new HashMap<>();

    public IncrementalCompileTask(
            JavaCompiler.CompilationTask task,
            Function<File, Optional<String>> relativize,
            Consumer<String> backup,
            Consumer<Map<String, Set<String>>> mapping,
            BiConsumer<String, String> accessibleUse,
            BiConsumer<String, String> privateUse) {
        this.task = (JavacTask) task;
        this.mapping = mapping;
        this.task.addTaskListener(new TaskListener() {
            @Override
            public void started(TaskEvent event) {
                if (event.getKind() == TaskEvent.Kind.GENERATE && event.getTypeElement() != null) {
                    backup.accept(nameOf(event.getTypeElement()));
                }
            }

            @Override
            public void finished(TaskEvent event) {
                TypeElement type = event.getTypeElement();
                if (type != null && event.getKind() == TaskEvent.Kind.GENERATE && event.getSourceFile() != null) {
                    relativize
                            .apply(new File(event.getSourceFile().toUri()))
                            .ifPresent(path -> classesOfFiles
                                    .computeIfAbsent(path, file -> new HashSet<>())
                                    .add(nameOf(type)));
                } else if (type != null && event.getKind() == TaskEvent.Kind.ANALYZE) {
                    new ConstantScanner(nameOf(type), accessibleUse).scan(event.getCompilationUnit(), null);
                }
            }
        });
    }

    private final class ConstantScanner extends TreePathScanner<Void, Void> {
        private final String user;
        private final BiConsumer<String, String> uses;
        private final Trees trees = Trees.instance(task);

        ConstantScanner(String user, BiConsumer<String, String> uses) {
            this.user = user;
            this.uses = uses;
        }

        @Override
        public Void visitIdentifier(IdentifierTree tree, Void nothing) {
            look();
            return super.visitIdentifier(tree, nothing);
        }

        @Override
        public Void visitMemberSelect(MemberSelectTree tree, Void nothing) {
            look();
            return super.visitMemberSelect(tree, nothing);
        }

        private void look() {
            if (trees.getElement(getCurrentPath()) instanceof VariableElement variable
                    && variable.getConstantValue() != null
                    && variable.getEnclosingElement() instanceof TypeElement owner
                    && !nameOf(owner).equals(user)) {
                uses.accept(nameOf(owner), user);
            }
        }
    }

    private String nameOf(TypeElement type) {
        return task.getElements().getBinaryName(type).toString();
    }

    @Override
    public void addModules(Iterable<String> names) {
        task.addModules(names);
    }

    @Override
    public void setProcessors(Iterable<? extends Processor> processors) {
        task.setProcessors(processors);
    }

    @Override
    public void setLocale(Locale locale) {
        task.setLocale(locale);
    }

    @Override
    public Boolean call() {
        try {
            return task.call();
        } finally {
            mapping.accept(classesOfFiles);
        }
    }
}
