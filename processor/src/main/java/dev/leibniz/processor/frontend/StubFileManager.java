package dev.leibniz.processor.frontend;

import java.lang.module.ModuleFinder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/**
 * Answers what the shadow compilation asks for: classes of the platform from the platform itself, all others with stubs
 * printed from the host's elements, so that no class path need be known; and classes that will only be generated with
 * headers of what they will contain.
 */
final class StubFileManager extends ForwardingJavaFileManager<StandardJavaFileManager> {
    private static final ModuleFinder PLATFORM = ModuleFinder.ofSystem();

    private final Elements elements;
    private final Map<String, SourceText> stubs = new HashMap<>();
    private Set<String> compiled = Set.of();
    private Map<String, SourceText> headers = Map.of();

    StubFileManager(StandardJavaFileManager platform, Elements elements) {
        super(platform);
        this.elements = elements;
    }

    /**
     * Prepares for the next compilation.
     *
     * @param compiled binary names of the top-level classes that are in the files to be compiled
     * @param headers sources for classes that do not exist yet, by binary name
     */
    void prepare(Set<String> compiled, Map<String, SourceText> headers) {
        this.compiled = compiled;
        this.headers = headers;
        stubs.clear(); // types may have got members, and packages classes, since the last round
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
            Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse)
            throws java.io.IOException {
        if (isPlatform(location)) {
            return super.list(location, packageName, kinds, recurse);
        }
        if (location != StandardLocation.CLASS_PATH || !kinds.contains(JavaFileObject.Kind.SOURCE)) {
            return List.of();
        }
        List<JavaFileObject> found = new ArrayList<>();
        String prefix = packageName.isEmpty() ? "" : packageName + ".";
        headers.forEach((name, header) -> {
            if (name.startsWith(prefix) && name.indexOf('.', prefix.length()) < 0) {
                found.add(header);
            }
        });
        PackageElement host = elements.getPackageElement(packageName);
        if (host != null && !isPlatform(host)) {
            for (Element member : host.getEnclosedElements()) {
                if (member instanceof TypeElement type) {
                    String name = type.getQualifiedName().toString();
                    if (!compiled.contains(name) && !headers.containsKey(name)) {
                        found.add(stubs.computeIfAbsent(
                                name, n -> SourceText.stub(n, () -> StubPrinter.print(type, elements))));
                    }
                }
            }
        }
        return found;
    }

    private boolean isPlatform(PackageElement host) {
        ModuleElement module = elements.getModuleOf(host);
        return module != null
                && !module.isUnnamed()
                && PLATFORM.find(module.getQualifiedName().toString()).isPresent();
    }

    @Override
    public String inferBinaryName(Location location, JavaFileObject file) {
        return file instanceof SourceText stub ? stub.binaryName() : super.inferBinaryName(location, file);
    }

    @Override
    public boolean isSameFile(FileObject a, FileObject b) {
        return a instanceof SourceText || b instanceof SourceText ? a == b : super.isSameFile(a, b);
    }

    @Override
    public boolean contains(Location location, FileObject file) throws java.io.IOException {
        return !(file instanceof SourceText) && super.contains(location, file);
    }

    @Override
    public <S> java.util.ServiceLoader<S> getServiceLoader(Location location, Class<S> service)
            throws java.io.IOException {
        return super.getServiceLoader(location, service);
    }

    @Override
    public JavaFileManager.Location getLocationForModule(Location location, JavaFileObject file)
            throws java.io.IOException {
        return file instanceof SourceText ? null : super.getLocationForModule(location, file);
    }
}
