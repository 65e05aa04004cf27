package dev.leibniz.processor.frontend.shadow;

import dev.leibniz.processor.frontend.host.ModuleView;
import dev.leibniz.processor.frontend.host.SourceText;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/**
 * Supplies the classes that the shadow compilation asks for: classes of the platform from the platform itself, all others with stubs, so
 * that no class path need be known. It has to be a standard file manager for {@code --release}.
 */
public final class StubFileManager extends ForwardingJavaFileManager<StandardJavaFileManager>
        implements StandardJavaFileManager {
    private static final String NOBODY = "Nobody__";

    private final Map<String, List<JavaFileObject>> packages = new HashMap<>();
    private @Nullable ModuleView host;

    /** The package of the platform that was listed last. */
    private String listed = "";

    public StubFileManager(StandardJavaFileManager platform) {
        super(platform);
    }

    /**
     * Prepares for the next compilation.
     *
     * @param host the module with all other classes
     * @param stubs sources for classes that are not compiled, by their qualified names
     */
    public void prepare(ModuleView host, Map<String, SourceText> stubs) {
        this.host = host;
        packages.clear();
        stubs.forEach((name, stub) -> packages.computeIfAbsent(packageOf(name), p -> new ArrayList<>())
                .add(stub));
    }

    private static String packageOf(String name) {
        return name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }

    @Override
    public boolean hasLocation(Location location) {
        return isPlatform(location) ? super.hasLocation(location) : location == StandardLocation.CLASS_PATH;
    }

    private static boolean isPlatform(Location location) {
        return location == StandardLocation.PLATFORM_CLASS_PATH
                || location == StandardLocation.SYSTEM_MODULES
                || !(location instanceof StandardLocation);
    }

    @Override
    public Iterable<JavaFileObject> list(
            Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse) throws IOException {
        if (isPlatform(location)) {
            listed = packageName;
            return super.list(location, packageName, kinds, recurse);
        }
        if (location != StandardLocation.CLASS_PATH || !kinds.contains(JavaFileObject.Kind.SOURCE)) {
            return List.of();
        }
        return packages.computeIfAbsent(packageName, this::withoutClasses);
    }

    /** A package may be imported though none of its classes is used; for javac it is there if there is some class in it. */
    private List<JavaFileObject> withoutClasses(String packageName) {
        ModuleView known = host;
        if (known == null || packageName.isEmpty() || !known.hasPackage(packageName)) {
            return List.of();
        }
        return List.of(
                SourceText.stub(packageName + "." + NOBODY, "package " + packageName + "; class " + NOBODY + " {}"));
    }

    /** javac asks it twice of each class in a package; in version 17 it compiles two patterns to answer, hundreds of times. */
    @Override
    public String inferBinaryName(Location location, JavaFileObject file) {
        if (file instanceof SourceText stub) {
            return stub.binaryName();
        }
        String path = file.getName();
        int name = path.lastIndexOf('/') + 1;
        int end = path.lastIndexOf('.');
        boolean isListed =
                name > 0 && name < end && path.startsWith(listed.replace('.', '/'), name - 1 - listed.length());
        return isListed ? listed + "." + path.substring(name, end) : super.inferBinaryName(location, file);
    }

    @Override
    public boolean isSameFile(FileObject a, FileObject b) {
        return a instanceof SourceText || b instanceof SourceText ? a == b : super.isSameFile(a, b);
    }

    @Override
    public boolean contains(Location location, FileObject file) throws IOException {
        return !(file instanceof SourceText) && super.contains(location, file);
    }

    @Override
    public <S> java.util.ServiceLoader<S> getServiceLoader(Location location, Class<S> service) throws IOException {
        return super.getServiceLoader(location, service);
    }

    @Override
    public JavaFileManager.Location getLocationForModule(Location location, JavaFileObject file) throws IOException {
        return file instanceof SourceText ? null : super.getLocationForModule(location, file);
    }

    // The other methods of a standard file manager

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjectsFromFiles(Iterable<? extends File> files) {
        return fileManager.getJavaFileObjectsFromFiles(files);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjects(File... files) {
        return fileManager.getJavaFileObjects(files);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjectsFromStrings(Iterable<String> names) {
        return fileManager.getJavaFileObjectsFromStrings(names);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjects(String... names) {
        return fileManager.getJavaFileObjects(names);
    }

    @Override
    public void setLocation(Location location, @Nullable Iterable<? extends File> files) throws IOException {
        fileManager.setLocation(location, files);
    }

    @Override
    public @Nullable Iterable<? extends File> getLocation(Location location) {
        return fileManager.getLocation(location);
    }
}
