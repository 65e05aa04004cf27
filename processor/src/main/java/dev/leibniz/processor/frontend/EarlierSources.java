package dev.leibniz.processor.frontend;

import dev.leibniz.processor.frontend.headers.MethodHead;
import dev.leibniz.processor.frontend.host.ModuleView;
import dev.leibniz.processor.frontend.types.Annotations;
import dev.leibniz.processor.ir.program.Companion;
import java.io.IOException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.Filer;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.JavaFileManager;
import javax.tools.StandardLocation;

/**
 * The sources that an earlier build generated, where javac finds them on its source path. It reads the old one when the new one
 * is created, and javac before 24 does not survive that a record is there which it has read before (JDK-8332297). So what it
 * finds of those that are to be generated is a class without records; of those that are not generated any more, too.
 */
final class EarlierSources {
    private static final int REPAIRED = 24;

    private final Filer filer;
    private final Elements elements;
    private final Set<String> seen = new HashSet<>();
    private final Map<Path, Hidden> hidden = new HashMap<>();

    /**
     * @param filer javac's own: the files read here are no inputs of the generated ones
     */
    EarlierSources(Filer filer, Elements elements) {
        this.filer = filer;
        this.elements = elements;
    }

    /** A file as it was, and the text that stands in its place. */
    private record Hidden(String before, FileTime time, String instead) {}

    /** A class with derivatives. */
    private record Name(String module, String packageName, String simpleName) {
        static Name of(TypeElement owner, Elements elements) {
            return new Name(
                    ModuleView.moduleOf(owner, elements),
                    elements.getPackageOf(owner).getQualifiedName().toString(),
                    MethodHead.companionOf(owner));
        }

        /** The name of its package for the filer. */
        String place() {
            return module.isEmpty() ? packageName : module + "/" + packageName;
        }

        /** The name with the module, as in {@code module/package.Class}. */
        String inModule() {
            String prefix = packageName.isEmpty() ? "" : packageName + ".";
            return module + "/" + prefix + simpleName;
        }
    }

    /**
     * Takes the records out of the source of a class that is to be generated, unless it is among those that javac was given.
     *
     * @param owner the class with the annotated methods
     */
    void hide(TypeElement owner, Set<String> given) {
        Name companion = Name.of(owner, elements);
        if (seen.add(companion.inModule())
                && Runtime.version().feature() < REPAIRED
                && !given.contains(companion.inModule())) {
            hidden.putAll(empty(companion));
        }
    }

    /**
     * Takes everything out of the source of a class that is not generated any more: calls of it would still be compiled, with
     * derivatives of earlier versions of its methods.
     *
     * @return whether javac may have read it
     */
    boolean forsake(TypeElement owner, Set<String> given) {
        Name companion = Name.of(owner, elements);
        return seen.add(companion.inModule())
                && (given.contains(companion.inModule()) || !empty(companion).isEmpty());
    }

    private Map<Path, Hidden> empty(Name companion) {
        Map<Path, Hidden> emptied = new HashMap<>();
        for (JavaFileManager.Location folder : List.of(StandardLocation.SOURCE_OUTPUT, StandardLocation.CLASS_OUTPUT)) {
            Optional<Path> file = find(folder, companion);
            if (file.isPresent()) {
                empty(file.get(), companion).ifPresent(one -> emptied.put(file.get(), one));
            }
        }
        return emptied;
    }

    private Optional<Path> find(JavaFileManager.Location folder, Name companion) {
        try {
            Path file = Path.of(filer.getResource(folder, companion.place(), companion.simpleName() + ".java")
                    .toUri());
            return Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
        } catch (IOException | IllegalArgumentException | FileSystemNotFoundException e) {
            return Optional.empty(); // no such folder, or none on a disk
        }
    }

    private static Optional<Hidden> empty(Path file, Name companion) {
        try {
            String before = Files.readString(file);
            if (!isOurs(before)) {
                return Optional.empty();
            }
            Hidden one = new Hidden(before, Files.getLastModifiedTime(file), emptied(before, companion));
            write(file, one.instead(), one.time());
            return Optional.of(one);
        } catch (IOException e) {
            return Optional.empty(); // then it stays as it is: checkGenerated has a message for the user
        }
    }

    private static boolean isOurs(String source) {
        return source.contains("@GeneratedDerivatives") || source.contains("\"" + Companion.GENERATOR + "\"");
    }

    private static String emptied(String source, Name companion) {
        String mark = source.contains("@GeneratedDerivatives")
                ? "@" + Annotations.GENERATED_DERIVATIVES
                : "@" + Annotations.GENERATED + "(\"" + Companion.GENERATOR + "\")";
        String declaration = "final class " + companion.simpleName() + " {";
        return (companion.packageName().isEmpty() ? "" : "package " + companion.packageName() + ";\n")
                + mark
                + (source.contains("public " + declaration) ? "\npublic " : "\n")
                + declaration
                + "}\n";
    }

    /** Puts back the files that were not generated again. */
    void restore() {
        hidden.forEach((file, one) -> {
            try {
                if (Files.isRegularFile(file) && Files.readString(file).equals(one.instead())) {
                    write(file, one.before(), one.time());
                }
            } catch (IOException e) {
                // the next build generates it
            }
        });
        hidden.clear();
    }

    private static void write(Path file, String text, FileTime time) throws IOException {
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, time);
    }
}
