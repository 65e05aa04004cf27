package dev.leibniz.processor.frontend.scan;

import dev.leibniz.processor.frontend.shadow.ConstantSources;
import dev.leibniz.processor.frontend.shadow.RecordCode;
import dev.leibniz.processor.frontend.shadow.SourceFile;
import dev.leibniz.processor.frontend.shadow.SourceIndex;
import dev.leibniz.processor.frontend.shadow.SourceMethod;
import dev.leibniz.processor.frontend.types.Annotations;
import dev.leibniz.processor.frontend.types.FunctionalTypes;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * The file that a program is read for: its classes, and the methods that may be looked into, which are its own and those of the
 * runtime. The bodies of methods of other files are not known here.
 */
public final class HomeFile {
    private final SourceIndex index;
    private final SourceFile file;
    private final String packageName;
    private final RecordCode recordCode;
    private final Companions companions;
    private final ObjectClasses objects;
    private final FunctionalTypes functionalTypes;
    private final SideEffectAnalysis sideEffects = new SideEffectAnalysis(this);
    private @Nullable Boolean changesCollections;

    public HomeFile(SourceIndex index, SourceFile file, String packageName) {
        this.index = index;
        this.file = file;
        this.packageName = packageName;
        this.recordCode = new RecordCode(index, file);
        this.companions = new Companions(index, file);
        this.functionalTypes = index.functionalTypes();
        this.objects = new ObjectClasses(index, file);
    }

    public SourceFile file() {
        return file;
    }

    public String packageName() {
        return packageName;
    }

    // Classes

    /** A class by its canonical name. */
    public @Nullable TypeElement typeElement(String name) {
        return index.typeElement(name);
    }

    public FunctionalTypes functionalTypes() {
        return functionalTypes;
    }

    /** The classes whose objects are followed. */
    public ObjectClasses objects() {
        return objects;
    }

    /** The generated classes that are called. */
    public Companions companions() {
        return companions;
    }

    public RecordCode recordCode() {
        return recordCode;
    }

    /** Whether a constructor or accessor of a record does nothing but keep or give the components. */
    public boolean isPlain(ExecutableElement member) {
        return index.isPlain(member, file);
    }

    /** Whether a method has to declare that it throws this. */
    public boolean isChecked(TypeMirror exception) {
        return index.isChecked(exception);
    }

    // Methods and fields

    /** The source of a method, if it may be looked into. */
    public @Nullable SourceMethod sourceOf(ExecutableElement method) {
        return readable(index.find(method));
    }

    /** The source of a constructor that is written for a record. */
    public @Nullable SourceMethod constructorSource(ExecutableElement constructor) {
        return readable(index.findConstructor(constructor));
    }

    /** A constructor of a class of this file, also one that is not written. */
    public @Nullable SourceMethod anyConstructor(ExecutableElement constructor) {
        return readable(index.anyConstructor(constructor));
    }

    private @Nullable SourceMethod readable(@Nullable SourceMethod method) {
        return method != null && (method.file() == file || method.file().isOfRuntime()) ? method : null;
    }

    /** The side effects of a method; of one in another file, only the head is known. */
    public SideEffects sideEffectsOf(ExecutableElement method) {
        SourceMethod source = sourceOf(method);
        if (source != null && source.file().isOfRuntime() && Annotations.has(method, Annotations.NO_DERIVATIVE)) {
            return SideEffects.NONE;
        }
        return source == null ? SideEffects.unknown(method.getParameters().size()) : sideEffects.of(source);
    }

    public ConstantSources constantSources() {
        return index.constantsOf(file);
    }

    /** Whether a collection may change while the methods of this file run. */
    public boolean changesCollections() {
        Boolean known = changesCollections;
        if (known == null) {
            known = CollectionChanges.areIn(file);
            changesCollections = known;
        }
        return known;
    }

    // Errors that javac found

    /** Whether javac found an error in the method. */
    public boolean isUnresolved(SourceMethod method) {
        return index.isUnresolved(method);
    }

    /** Whether the method uses something that will not be generated, so that javac does not know all of its types. */
    public boolean missesForms(SourceMethod method) {
        return index.missesForms(method);
    }
}
