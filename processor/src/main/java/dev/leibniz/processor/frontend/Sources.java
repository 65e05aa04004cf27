package dev.leibniz.processor.frontend;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** What goes into a shadow compilation: the files with annotated methods, and the runtime functions that they may call. */
final class Sources {
    static final String RUNTIME = "dev.leibniz.runtime";
    private static final String RUNTIME_SOURCES = "/META-INF/leibniz/sources/dev/leibniz/runtime/";

    /** Classes of the runtime that differentiated code does not call, though comments mention them. */
    private static final Set<String> NO_FUNCTIONS = Set.of("RuntimeRules", "GradientCheck", "Buffers");

    private final List<SourceText> texts = new ArrayList<>();
    private final Map<String, CompilationUnitTree> hostUnits = new LinkedHashMap<>();
    private final Set<String> compiled = new LinkedHashSet<>();
    private final Map<String, SourceText> headers = new LinkedHashMap<>();
    private final Map<String, String> companions = new LinkedHashMap<>();

    private Sources() {}

    /**
     * @param annotated qualified names of the classes with annotated methods
     */
    static Sources of(Collection<String> annotated, Elements elements, HostTrees hostTrees) throws IOException {
        Sources sources = new Sources();
        StringBuilder all = new StringBuilder();
        for (String name : annotated) {
            TypeElement type = elements.getTypeElement(name);
            CompilationUnitTree unit = type == null ? null : hostTrees.unitOf(type);
            if (type == null || unit == null) {
                continue;
            }
            String packageName = elements.getPackageOf(type).getQualifiedName().toString();
            String companion = GradHeader.nameOf(type, packageName);
            sources.headers.put(companion, SourceText.stub(companion, () -> GradHeader.print(type, packageName)));
            sources.companions.put(companion, name);
            sources.add(unit, packageName, all);
        }
        sources.addRuntime(elements.getPackageElement(RUNTIME), all);
        return sources;
    }

    private void add(CompilationUnitTree unit, String packageName, StringBuilder all) throws IOException {
        if (hostUnits.containsValue(unit)) {
            return;
        }
        String text = unit.getSourceFile().getCharContent(true).toString();
        SourceText source = SourceText.file(unit.getSourceFile().getName(), text);
        add(source, packageName, unit);
        hostUnits.put(source.toUri().toString(), unit);
        all.append(text);
    }

    private void add(SourceText source, String packageName, CompilationUnitTree unit) {
        texts.add(source);
        for (Tree declaration : unit.getTypeDecls()) {
            if (declaration instanceof ClassTree tree) {
                compiled.add(
                        packageName.isEmpty()
                                ? tree.getSimpleName().toString()
                                : packageName + "." + tree.getSimpleName());
            }
        }
    }

    /** Functions of the runtime are read like the user's own: their sources are in the processor's jar. */
    private void addRuntime(@Nullable PackageElement runtime, StringBuilder mentioned) throws IOException {
        if (runtime == null || mentioned.indexOf(RUNTIME) < 0) {
            return;
        }
        List<Element> candidates = new ArrayList<>(runtime.getEnclosedElements());
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Element candidate : List.copyOf(candidates)) {
                String name = candidate.getSimpleName().toString();
                String qualified = RUNTIME + "." + name;
                if (NO_FUNCTIONS.contains(name) || mentioned.indexOf(name) < 0 || compiled.contains(qualified)) {
                    continue;
                }
                candidates.remove(candidate);
                try (InputStream stream = Sources.class.getResourceAsStream(RUNTIME_SOURCES + name + ".java")) {
                    if (stream != null) {
                        String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
                        texts.add(SourceText.file(RUNTIME_SOURCES + name + ".java", text));
                        compiled.add(qualified);
                        mentioned.append(text);
                        changed = true;
                    }
                }
            }
        }
    }

    /** What the class with the derivatives of {@code owner} will be called. */
    String companionOf(String owner) {
        return companions.entrySet().stream()
                .filter(entry -> entry.getValue().equals(owner))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    /** Whether there is a source of that name already. */
    boolean clash(String owner, Elements elements, HostTrees hostTrees) {
        TypeElement existing = companions.containsValue(owner) ? elements.getTypeElement(companionOf(owner)) : null;
        return existing != null && hostTrees.unitOf(existing) != null;
    }

    List<SourceText> texts() {
        return texts;
    }

    /** The host's tree of a file of the shadow; null for files that the host does not compile. */
    @Nullable
    CompilationUnitTree hostUnit(String file) {
        return hostUnits.get(file);
    }

    /** Top-level classes that are in the texts. */
    Set<String> compiled() {
        return compiled;
    }

    /** Classes that will be generated. */
    Map<String, SourceText> headers() {
        return headers;
    }

    /** For each of them, the class with the annotated methods. */
    Map<String, String> companions() {
        return companions;
    }
}
