package dev.leibniz.processor.frontend.shadow;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreeScanner;
import dev.leibniz.processor.frontend.types.Annotations;
import dev.leibniz.processor.frontend.types.FunctionalTypes;
import dev.leibniz.processor.frontend.types.Visibility;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** All methods of the files of one shadow compilation, and their known problems. */
public final class SourceIndex {
    private final Map<Element, SourceMethod> methods = new LinkedHashMap<>();
    private final Map<SourceFile, List<ShadowCompilation.ForeignError>> errors = new LinkedHashMap<>();
    private final Map<SourceFile, List<MissingForms.Missing>> missing = new LinkedHashMap<>();
    private final Map<String, String> headers;
    private final Map<SourceFile, ConstantSources> constants = new HashMap<>();
    private final ShadowCompilation shadow;
    private final OtherRecords records;
    private final Map<Element, SourceFile> types = new LinkedHashMap<>();
    private final Map<Element, ClassTree> classes = new HashMap<>();

    /**
     * @param headers the classes that will be generated, and the classes they are generated for, by qualified name
     * @param isSource whether a class, by qualified name, is being compiled
     * @param records the records that are not in the files
     * @param last whether nothing will be generated any more, by any processor
     */
    public SourceIndex(
            ShadowCompilation shadow,
            Map<String, String> headers,
            Predicate<String> isSource,
            OtherRecords records,
            boolean last) {
        MissingForms forms = new MissingForms(headers, shadow.elements(), isSource, last);
        this.headers = headers;
        this.shadow = shadow;
        this.records = records;
        for (SourceFile file : shadow.files()) {
            List<ShadowCompilation.ForeignError> found = shadow.errorsIn(file);
            List<MissingForms.Missing> explained = forms.among(found, file);
            missing.put(file, explained);
            new TreeScanner<@Nullable Void, @Nullable Void>() {
                @Override
                public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
                    Element element = file.elementOf(tree);
                    if (element != null) {
                        types.put(element, file);
                        classes.put(element, tree);
                    }
                    return super.visitClass(tree, unused);
                }

                @Override
                public @Nullable Void visitMethod(MethodTree tree, @Nullable Void unused) {
                    if (file.elementOf(tree) instanceof ExecutableElement element) {
                        methods.put(element, new SourceMethod(file, tree, element));
                    }
                    return super.visitMethod(tree, unused);
                }
            }.scan(file.unit(), null);
            errors.put(
                    file,
                    found.stream()
                            .filter(error -> explained.stream().noneMatch(form -> form.explains(error)))
                            .filter(error -> !isInUnreadBody(error, file))
                            .toList());
        }
    }

    /** Whether an error is in the body of a stop-gradient, which may hold anything. If it is one, javac finds it, too. */
    private boolean isInUnreadBody(ShadowCompilation.ForeignError error, SourceFile file) {
        return methods.values().stream()
                .filter(method -> method.file() == file
                        && method.tree().getBody() != null
                        && Annotations.isNotLookedInto(method.element())
                        && !Visibility.isPrivate(method.element()))
                .anyMatch(method -> file.start(method.tree().getBody()) <= error.position()
                        && error.position() < file.end(method.tree().getBody()));
    }

    public List<SourceMethod> annotated() {
        return methods.values().stream()
                .filter(method -> Annotations.has(method.element(), Annotations.DIFFERENTIABLE))
                .toList();
    }

    public @Nullable SourceMethod find(ExecutableElement method) {
        SourceMethod found = methods.get(method);
        return found == null || isGenerated(found) ? null : found;
    }

    /** javac adds constructors and accessors of records that stand at the place of the record itself. */
    private static boolean isGenerated(SourceMethod method) {
        return method.element().getKind() == ElementKind.CONSTRUCTOR
                || method.tree().getBody() == null
                || method.file().start(method.tree()) < 0
                || method.file().end(method.tree()) <= method.file().start(method.tree());
    }

    /** A constructor of a record, if it is written. */
    public @Nullable SourceMethod findConstructor(ExecutableElement constructor) {
        SourceMethod method = methods.get(constructor);
        boolean written = method != null
                && method.file().end(method.tree()) > method.file().start(method.tree())
                && method.file().text(method.tree()).contains("{");
        return written ? method : null;
    }

    /**
     * Whether a constructor or accessor of a record does nothing but keep or give components: because it is implicit, or, in another
     * file than {@code home}, where it would not be looked into, because it is equal to an implicit one.
     */
    public boolean isPlain(ExecutableElement member, SourceFile home) {
        if (member.getEnclosingElement().getEnclosingElement() instanceof TypeElement around
                && ownerOfCompanion(around) != null) {
            return true; // of a generated class
        }
        SourceFile file = types.get(member.getEnclosingElement());
        if (file == null || file != home && !file.isOfRuntime()) {
            return records.isPlain(member);
        }
        return find(member) == null
                && findConstructor(member) == null
                && (member.getKind() == ElementKind.METHOD || methods.containsKey(member));
    }

    /** The file that a class is written in; null if its source is not read. */
    public @Nullable SourceFile fileOf(Element type) {
        return types.get(type);
    }

    /** The classes of a file, as they are written, with those inside of others and of methods. */
    public List<TypeElement> typesIn(SourceFile file) {
        return types.entrySet().stream()
                .filter(entry -> entry.getValue() == file)
                .map(entry -> (TypeElement) entry.getKey())
                .toList();
    }

    /** Whether, in objects of {@code type}, the first method runs where the second one is called. */
    public boolean overrides(ExecutableElement first, ExecutableElement second, TypeElement type) {
        return first.getSimpleName().equals(second.getSimpleName())
                && shadow.elements().overrides(first, second, type);
    }

    public @Nullable ClassTree treeOf(TypeElement type) {
        return classes.get(type);
    }

    /** A constructor, also one that is not written. */
    public @Nullable SourceMethod anyConstructor(ExecutableElement constructor) {
        return methods.get(constructor);
    }

    public FunctionalTypes functionalTypes() {
        return new FunctionalTypes(shadow.elements(), shadow.types());
    }

    public @Nullable TypeElement typeElement(String name) {
        return shadow.elements().getTypeElement(name);
    }

    /** The class with annotated methods whose derivatives {@code companion} holds, or will hold. */
    public @Nullable TypeElement ownerOfCompanion(TypeElement companion) {
        String name = companion.getQualifiedName().toString();
        TypeElement owner = headers.containsKey(name)
                ? shadow.elements().getTypeElement(headers.get(name))
                : MissingForms.ownerOf(name, shadow.elements());
        boolean annotated = owner != null
                && owner.getEnclosedElements().stream()
                        .anyMatch(member -> Annotations.has(member, Annotations.DIFFERENTIABLE));
        return annotated ? owner : null;
    }

    /** The fields of a file, and of the runtime. */
    public ConstantSources constantsOf(SourceFile home) {
        return constants.computeIfAbsent(
                home,
                file -> new ConstantSources(shadow.files().stream()
                        .filter(other -> other == home || other.isOfRuntime())
                        .toList()));
    }

    /** Whether a method has to declare that it throws this. */
    public boolean isChecked(TypeMirror exception) {
        for (String unchecked : List.of("java.lang.RuntimeException", "java.lang.Error")) {
            TypeElement type = shadow.elements().getTypeElement(unchecked);
            if (type != null && shadow.types().isSubtype(exception, type.asType())) {
                return false;
            }
        }
        return true;
    }

    /** Whether javac found an error in the method. */
    public boolean isUnresolved(SourceMethod method) {
        int start = method.file().start(method.tree());
        int end = method.file().end(method.tree());
        return errorsIn(method.file()).stream().anyMatch(error -> start <= error.position() && error.position() < end);
    }

    /** javac's errors, without those that we can explain better. */
    public List<ShadowCompilation.ForeignError> errorsIn(SourceFile file) {
        return errors.getOrDefault(file, List.of());
    }

    /** The names that javac cannot find in the file because they will not be generated. */
    public List<MissingForms.Missing> missingIn(SourceFile file) {
        return missing.getOrDefault(file, List.of());
    }

    /** Whether the method uses something that will not be generated, so that javac does not know all of its types. */
    public boolean missesForms(SourceMethod method) {
        int start = method.file().start(method.tree());
        int end = method.file().end(method.tree());
        return missingIn(method.file()).stream().anyMatch(form -> start <= form.start() && form.end() <= end);
    }
}
