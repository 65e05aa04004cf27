package dev.leibniz.processor.frontend.host;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import dev.leibniz.processor.frontend.syntax.Suppressions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.JavaCompiler;
import org.jspecify.annotations.Nullable;

/**
 * Trees for a compiler that has none for us, such as ECJ: its sources are found and parsed again. It prints a message at an
 * element only, so the subject of the message, and its line, go into the text.
 */
final class ParsedTrees implements HostTrees {
    private static final int LONGEST_QUOTE = 40;

    private final ProcessingEnvironment host;
    private final JavaCompiler compiler;
    private final SourceLocator locator;
    private final Map<String, Optional<Parsed>> byPath = new HashMap<>();
    private final Map<String, Optional<Parsed>> byType = new HashMap<>();
    private final Map<CompilationUnitTree, Parsed> byUnit = new HashMap<>();

    ParsedTrees(ProcessingEnvironment host, JavaCompiler compiler) {
        this.host = host;
        this.compiler = compiler;
        this.locator = new SourceLocator(host);
    }

    /** A file, and those of its top-level classes that were asked for. */
    private record Parsed(WrittenFile file, List<TypeElement> types) {}

    @Override
    public boolean areOfJavac() {
        return false;
    }

    @Override
    public @Nullable CompilationUnitTree unitOf(Element element) {
        return fileOf(element).map(found -> found.file().unit()).orElse(null);
    }

    @Override
    public @Nullable Tree treeOf(Element element) {
        return fileOf(element)
                .flatMap(found -> new Declarations(found.file()).treeOf(element))
                .orElse(null);
    }

    @Override
    public boolean isWritten(Tree tree, CompilationUnitTree unit) {
        return true; // nothing was added to the parsed text
    }

    private Optional<Parsed> fileOf(Element element) {
        Element top = element;
        while (top.getEnclosingElement() instanceof TypeElement outer) {
            top = outer;
        }
        return top instanceof TypeElement type
                ? byType.computeIfAbsent(type.getQualifiedName().toString(), name -> find(type))
                : Optional.empty();
    }

    private Optional<Parsed> find(TypeElement type) {
        Optional<Parsed> file = locator.filesOf(type)
                .map(this::parse)
                .flatMap(Optional::stream)
                .filter(candidate -> declares(candidate.file().unit(), type))
                .findFirst();
        file.ifPresent(found -> found.types().add(type));
        return file;
    }

    private Optional<Parsed> parse(SourceLocator.Found found) {
        return byPath.computeIfAbsent(found.path(), path -> {
            try {
                SourceText text = SourceText.file(path, found.text());
                Optional<Parsed> parsed = WrittenFile.parse(
                                compiler, JavaLevel.of(host).options(), text)
                        .map(file -> new Parsed(file, new ArrayList<>()));
                parsed.ifPresent(file -> byUnit.put(file.file().unit(), file));
                return parsed;
            } catch (IOException e) {
                return Optional.empty();
            }
        });
    }

    private boolean declares(CompilationUnitTree unit, TypeElement type) {
        String inside =
                unit.getPackageName() == null ? "" : unit.getPackageName().toString();
        return host.getElementUtils().getPackageOf(type).getQualifiedName().contentEquals(inside)
                && unit.getTypeDecls().stream()
                        .anyMatch(tree -> tree instanceof ClassTree declared
                                && declared.getSimpleName().contentEquals(type.getSimpleName()));
    }

    // Messages

    @Override
    public void print(String message, CompilationUnitTree unit, Tree tree) {
        Parsed parsed = byUnit.get(unit);
        int start = parsed == null ? 0 : parsed.file().start(tree);
        int end = parsed == null ? 0 : parsed.file().end(tree);
        print(Diagnostic.Kind.ERROR, message, unit, start, end, tree.getKind().name());
    }

    @Override
    public void printAtMethod(String message, CompilationUnitTree unit, int start) {
        print(Diagnostic.Kind.ERROR, message, unit, start, start, "");
    }

    @Override
    public boolean isSuppressed(String warning, CompilationUnitTree unit, int position) {
        Parsed parsed = byUnit.get(unit);
        return parsed != null
                && Suppressions.silence(
                        warning,
                        unit,
                        tree -> parsed.file().start(tree) <= position
                                && position <= parsed.file().end(tree));
    }

    @Override
    public void print(
            Diagnostic.Kind severity, String message, CompilationUnitTree unit, int start, int end, String kind) {
        Parsed parsed = byUnit.get(unit);
        if (parsed == null) {
            host.getMessager().printMessage(severity, message);
            return;
        }
        Declarations declarations = new Declarations(parsed.file());
        Element at = parsed.types().stream()
                .filter(type -> declarations
                        .treeOf(type)
                        .filter(tree -> parsed.file().start(tree) <= start
                                && end <= parsed.file().end(tree))
                        .isPresent())
                .findFirst()
                .map(type -> declarations.around(type, start, end))
                .orElse(parsed.types().get(0));
        printAt(severity, at, message.strip().replaceAll("\\s*\\R\\s*", "; "), parsed.file(), start, end);
    }

    /** Of a declaration itself the compiler shows the place. */
    private void printAt(
            Diagnostic.Kind severity, Element element, String message, WrittenFile file, int start, int end) {
        boolean isShown = new Declarations(file)
                .treeOf(element)
                .filter(tree -> file.start(tree) == start && (end == start || end == file.end(tree)))
                .isPresent();
        String text = isShown ? message : message + " (" + place(file, start, end) + ")";
        host.getMessager().printMessage(severity, text, element);
    }

    private static String place(WrittenFile file, int start, int end) {
        String quote = file.between(start, end).replaceAll("\\s+", " ").strip();
        String shown = quote.length() <= LONGEST_QUOTE ? quote : quote.substring(0, LONGEST_QUOTE - 2) + " …";
        return "line " + file.line(start) + (shown.isEmpty() ? "" : ": `" + shown + "`");
    }
}
