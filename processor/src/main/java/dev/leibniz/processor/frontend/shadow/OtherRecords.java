package dev.leibniz.processor.frontend.shadow;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import dev.leibniz.processor.frontend.host.HostTrees;
import dev.leibniz.processor.frontend.host.ModuleView;
import dev.leibniz.processor.frontend.host.OtherLanguages;
import dev.leibniz.processor.frontend.types.ImplicitMembers;
import dev.leibniz.processor.frontend.types.RecordClass;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.tools.FileObject;
import javax.tools.JavaFileManager;
import javax.tools.StandardLocation;

/**
 * Records of other files: whether their constructors and accessors do nothing but keep and return components. This cannot be seen from
 * outside, so their sources or class files are looked into; all that comes of it is whether they may be used.
 */
public final class OtherRecords {
    private final ProcessingEnvironment host;
    private final ModuleView view;
    private final HostTrees trees;
    private final Map<String, Optional<RecordClass>> classes = new HashMap<>();

    public OtherRecords(ProcessingEnvironment host, ModuleView view, HostTrees trees) {
        this.host = host;
        this.view = view;
        this.trees = trees;
    }

    /** Whether a canonical constructor, or an accessor, of a record is nothing special; no, if that cannot be told. */
    boolean isPlain(ExecutableElement member) {
        String name =
                ((TypeElement) member.getEnclosingElement()).getQualifiedName().toString();
        TypeElement record = view.type(name);
        if (record == null) {
            return false;
        }
        CompilationUnitTree unit = trees.unitOf(record);
        return unit == null
                ? isPlainClass(record, member)
                : OtherLanguages.of(record).isEmpty() && isPlainSource(record, member, unit);
    }

    private boolean isPlainSource(TypeElement record, ExecutableElement member, CompilationUnitTree unit) {
        for (ExecutableElement executable : members(record, member.getKind())) {
            Tree tree = trees.treeOf(executable);
            boolean isIt = member.getKind() == ElementKind.CONSTRUCTOR
                    ? ImplicitMembers.isCanonical(executable)
                    : executable.getSimpleName().contentEquals(member.getSimpleName())
                            && executable.getParameters().isEmpty();
            if (isIt && tree instanceof MethodTree method && trees.isWritten(method, unit)) {
                return RecordCode.isHarmless(method, member.getSimpleName().toString());
            }
        }
        return true;
    }

    private static List<ExecutableElement> members(TypeElement record, ElementKind kind) {
        return kind == ElementKind.CONSTRUCTOR
                ? ElementFilter.constructorsIn(record.getEnclosedElements())
                : ElementFilter.methodsIn(record.getEnclosedElements());
    }

    private boolean isPlainClass(TypeElement record, ExecutableElement member) {
        Optional<RecordClass> file =
                classes.computeIfAbsent(record.getQualifiedName().toString(), name -> read(record));
        return file.isPresent()
                && (member.getKind() == ElementKind.CONSTRUCTOR
                        ? file.get().hasPlainConstructor()
                        : file.get().hasPlainAccessor(member.getSimpleName().toString()));
    }

    private Optional<RecordClass> read(TypeElement record) {
        try {
            Optional<FileObject> file = fileOf(record);
            if (file.isEmpty()) {
                return Optional.empty();
            }
            try (InputStream in = file.get().openInputStream()) {
                return Optional.of(RecordClass.of(in.readAllBytes()));
            }
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** {@code Elements} know it since Java 18; before, it is looked for where it can be. */
    private Optional<FileObject> fileOf(TypeElement record) {
        Elements elements = host.getElementUtils();
        try {
            Object file =
                    Elements.class.getMethod("getFileObjectOf", Element.class).invoke(elements, record);
            return Optional.ofNullable((FileObject) file);
        } catch (ReflectiveOperationException | RuntimeException e) {
            // an older Java, or a compiler that does not know
        }
        String packageName = elements.getPackageOf(record).getQualifiedName().toString();
        String binary = elements.getBinaryName(record).toString();
        String file = binary.substring(packageName.isEmpty() ? 0 : packageName.length() + 1) + ".class";
        ModuleElement module = elements.getModuleOf(record);
        if (module != null && !module.isUnnamed()) {
            String place = module.getQualifiedName() + "/" + packageName;
            Optional<FileObject> found = resource(StandardLocation.MODULE_PATH, place, file);
            if (found.isPresent()) {
                return found;
            }
        }
        for (JavaFileManager.Location location : List.of(StandardLocation.CLASS_PATH, StandardLocation.CLASS_OUTPUT)) {
            Optional<FileObject> found = resource(location, packageName, file);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<FileObject> resource(JavaFileManager.Location location, String packageName, String file) {
        try {
            FileObject found = host.getFiler().getResource(location, packageName, file);
            found.openInputStream().close();
            return Optional.of(found);
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }
}
