package dev.leibniz.processor.frontend.shadow;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import dev.leibniz.processor.frontend.headers.Alterations;
import dev.leibniz.processor.frontend.headers.GradHeader;
import dev.leibniz.processor.frontend.headers.LibraryObjects;
import dev.leibniz.processor.frontend.headers.LibraryRules;
import dev.leibniz.processor.frontend.headers.MentionedNames;
import dev.leibniz.processor.frontend.headers.Stubs;
import dev.leibniz.processor.frontend.host.HiddenPackages;
import dev.leibniz.processor.frontend.host.HostTrees;
import dev.leibniz.processor.frontend.host.JavaLevel;
import dev.leibniz.processor.frontend.host.ModuleView;
import dev.leibniz.processor.frontend.host.SourceText;
import dev.leibniz.processor.frontend.host.WrittenFile;
import dev.leibniz.processor.frontend.library.LibraryTable;
import dev.leibniz.processor.frontend.types.Annotations;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * The input of a shadow compilation: the files with annotated methods, the runtime functions that they may call, and headers of
 * all other classes that they mention.
 */
public final class Sources {
    public static final String RUNTIME = "dev.leibniz.runtime";
    private static final String SOURCES = "/META-INF/leibniz/sources/";
    private static final Pattern WORD = Pattern.compile("\\w+");
    /** Annotations whose derivatives solve linear systems. */
    private static final Set<String> SOLVING = Set.of(Annotations.IMPLICIT_FUNCTION, Annotations.FIXED_POINT);

    private static final Pattern ANNOTATION = Pattern.compile("import (dev\\.leibniz\\.annotations\\.\\w+);");
    private static final Pattern RUNTIME_CLASS = Pattern.compile("import (dev\\.leibniz\\.runtime\\.[\\w.]+);");

    /** Classes of the runtime that differentiated code does not call, though comments mention them. */
    private static final Set<String> NO_FUNCTIONS = Set.of(RUNTIME + ".GradientCheck", RUNTIME + ".arrays.Buffers");

    private final ModuleView host;
    private final HostTrees hostTrees;
    private final List<SourceText> texts = new ArrayList<>();
    private final Map<String, CompilationUnitTree> hostUnits = new LinkedHashMap<>();
    private final Set<String> compiled = new LinkedHashSet<>();
    private final Set<String> words = new LinkedHashSet<>();
    private final Set<String> chains = new LinkedHashSet<>();
    private final Set<TypeElement> mentioned = new LinkedHashSet<>();
    private final Map<String, TypeElement> owners = new LinkedHashMap<>();

    private Sources(ModuleView host, HostTrees hostTrees) {
        this.host = host;
        this.hostTrees = hostTrees;
    }

    /**
     * @param annotated the classes with annotated methods
     */
    public static Sources of(Collection<TypeElement> annotated, ModuleView host, HostTrees hostTrees)
            throws IOException {
        Sources sources = new Sources(host, hostTrees);
        List<CompilationUnitTree> units = new ArrayList<>();
        for (TypeElement type : annotated) {
            CompilationUnitTree unit = hostTrees.unitOf(type);
            if (unit != null) {
                sources.owners.put(GradHeader.nameOf(type, host.packageOf(type)), type);
                units.add(unit);
            }
        }
        sources.addFiles(units);
        sources.addRuntime();
        return sources;
    }

    private void addFiles(List<CompilationUnitTree> units) {
        for (CompilationUnitTree unit : new LinkedHashSet<>(units)) {
            MentionedNames names = MentionedNames.of(unit);
            addFile(unit);
            words.addAll(names.words());
            chains.addAll(names.chains());
            mentioned.addAll(names.types(host, owners.keySet()));
        }
    }

    private void addFile(CompilationUnitTree unit) {
        String text = HostTrees.textOf(unit);
        SourceText source = SourceText.file(unit.getSourceFile().getName(), text);
        texts.add(source);
        hostUnits.put(source.toUri().toString(), unit);
        String prefix = unit.getPackageName() == null ? "" : unit.getPackageName() + ".";
        for (Tree declaration : unit.getTypeDecls()) {
            if (declaration instanceof ClassTree tree) {
                compiled.add(prefix + tree.getSimpleName());
            }
        }
    }

    /** Functions of the runtime are read like the user's own: their sources are in the processor's jar. */
    private void addRuntime() throws IOException {
        Set<String> names = new LinkedHashSet<>();
        for (TypeElement type : mentioned) {
            if (isOfRuntime(host.packageOf(type))) {
                names.add(host.packageOf(type) + "." + type.getSimpleName());
            }
        }
        if (mentioned.stream()
                .anyMatch(type -> SOLVING.contains(type.getQualifiedName().toString()))) {
            names.add(RUNTIME + ".Systems");
        }
        if (mentioned.stream().anyMatch(LibraryTable::hasRules)) {
            names.add(LibraryRules.RULES);
        }
        mentioned.forEach(type -> LibraryObjects.rulesOf(type).ifPresent(classes -> {
            names.addAll(classes.tangents());
            names.addAll(classes.cotangents());
        }));
        List<String> work = new ArrayList<>(names);
        for (int i = 0; i < work.size(); i++) {
            String name = work.get(i);
            String packageName = name.substring(0, name.lastIndexOf('.') + 1);
            String text = NO_FUNCTIONS.contains(name) ? "" : runtimeSource(name);
            if (!text.isEmpty()) {
                texts.add(SourceText.file(fileOf(name), text));
                compiled.add(name);
                ANNOTATION.matcher(text).results().forEach(found -> {
                    TypeElement annotation = host.type(found.group(1));
                    if (annotation != null) {
                        mentioned.add(annotation);
                    }
                });
                Set<String> others = new LinkedHashSet<>();
                RUNTIME_CLASS.matcher(text).results().forEach(found -> others.add(found.group(1)));
                WORD.matcher(text).results().map(MatchResult::group).forEach(word -> {
                    words.add(word);
                    if (Character.isUpperCase(word.charAt(0))) {
                        others.add(packageName + word);
                    }
                });
                others.stream().filter(names::add).forEach(work::add);
            }
        }
    }

    /** Whether a package is that of the runtime, or below it. */
    static boolean isOfRuntime(String packageName) {
        return packageName.equals(RUNTIME) || packageName.startsWith(RUNTIME + ".");
    }

    private static String fileOf(String name) {
        return SOURCES + name.replace('.', '/') + ".java";
    }

    private static String runtimeSource(String name) throws IOException {
        try (InputStream stream = Sources.class.getResourceAsStream(fileOf(name))) {
            return stream == null ? "" : new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /**
     * Headers of all classes that are mentioned or will be generated, by their names.
     *
     * @param written the files that another processor may have changed, as they were written
     */
    public Map<String, SourceText> stubs(Function<SourceText, Optional<WrittenFile>> written) {
        Set<String> present = new HashSet<>(compiled);
        present.addAll(owners.keySet());
        Stubs stubs = new Stubs(host, words, present);
        mentioned.forEach(stubs::mention);
        Map<String, SourceText> headers = new LinkedHashMap<>();
        owners.forEach((companion, owner) -> {
            headers.put(companion, SourceText.stub(companion, () -> GradHeader.print(owner, host.packageOf(owner))));
            for (ExecutableElement method : ElementFilter.methodsIn(owner.getEnclosedElements())) {
                if (Annotations.has(method, Annotations.DIFFERENTIABLE)) {
                    stubs.mention(method.getReturnType());
                    method.getParameters().forEach(parameter -> stubs.mention(parameter.asType()));
                }
            }
            for (String name : GradHeader.PLATFORM_NAMES) {
                TypeElement hiding = host.type(prefix(host.packageOf(owner)) + name);
                if (hiding != null && !host.isPlatform(hiding)) {
                    stubs.mention(hiding);
                }
            }
        });
        texts.replaceAll(text -> hostUnits.containsKey(text.toUri().toString())
                ? written.apply(text)
                        .map(file -> text.with(Alterations.of(file, host, hostTrees, stubs)))
                        .orElse(text)
                : text);
        Map<String, SourceText> all = stubs.texts();
        all.putAll(headers);
        return all;
    }

    private static String prefix(String packageName) {
        return packageName.isEmpty() ? "" : packageName + ".";
    }

    /** The options with which javac compiles the files as the host does. */
    public List<String> options(JavaLevel level) {
        List<String> options = new ArrayList<>(level.options());
        if (!level.isOlderPlatform()) { // an older platform has nothing hidden to offer
            options.addAll(HiddenPackages.options(chains, host));
        }
        return options;
    }

    /** The name that the class with the derivatives of {@code owner} will have. */
    public String companionOf(TypeElement owner) {
        return GradHeader.nameOf(owner, host.packageOf(owner));
    }

    /** Whether a source of that name was written by hand. */
    public boolean clash(TypeElement owner) {
        TypeElement existing = host.type(companionOf(owner));
        return existing != null && hostTrees.unitOf(existing) != null && !Annotations.isGeneratedByUs(existing);
    }

    public List<SourceText> texts() {
        return texts;
    }

    /** The host's tree of a file of the shadow; null for files that the host does not compile. */
    @Nullable
    CompilationUnitTree hostUnit(String file) {
        return hostUnits.get(file);
    }

    /** The classes with annotated methods, by the names of those that will be generated for them. */
    public Map<String, String> companions() {
        Map<String, String> companions = new LinkedHashMap<>();
        for (Map.Entry<String, TypeElement> entry : owners.entrySet()) {
            companions.put(entry.getKey(), entry.getValue().getQualifiedName().toString());
        }
        return companions;
    }
}
