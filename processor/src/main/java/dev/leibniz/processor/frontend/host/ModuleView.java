package dev.leibniz.processor.frontend.host;

import java.lang.module.ModuleFinder;
import java.util.HashMap;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * The classes of the host compilation, as the sources of one of its modules see them. Always asks for one name: a list of all
 * classes of a package would make javac read all of them, with warnings of those that are not used.
 */
public final class ModuleView {
    private static final ModuleFinder PLATFORM = ModuleFinder.ofSystem();

    private final Elements elements;
    private final @Nullable ModuleElement module;
    private final Map<String, Boolean> packages = new HashMap<>();

    private ModuleView(Elements elements, @Nullable ModuleElement module) {
        this.elements = elements;
        this.module = module;
    }

    /**
     * @param module empty for the unnamed module
     */
    public static ModuleView of(Elements elements, String module) {
        return new ModuleView(elements, elements.getModuleElement(module));
    }

    /** The view of the sources that are in one module with {@code element}. */
    public static ModuleView around(Element element, Elements elements) {
        return of(elements, moduleOf(element, elements));
    }

    /** The name of the module that an element is in; empty for the unnamed one. */
    public static String moduleOf(Element element, Elements elements) {
        ModuleElement module = elements.getModuleOf(element);
        return module == null ? "" : module.getQualifiedName().toString();
    }

    /** Empty for the unnamed module. */
    public String name() {
        return module == null ? "" : module.getQualifiedName().toString();
    }

    /** Whether other modules, all or some of them, can read a package of this one. */
    boolean exports(String packageName) {
        return module != null
                && ElementFilter.exportsIn(module.getDirectives()).stream()
                        .anyMatch(
                                export -> export.getPackage().getQualifiedName().contentEquals(packageName));
    }

    public Elements elements() {
        return elements;
    }

    /** A class by its canonical name; null if there is none that the module can read. */
    public @Nullable TypeElement type(String name) {
        return module == null ? elements.getTypeElement(name) : elements.getTypeElement(module, name);
    }

    /** Whether there is a package of that name with a class in it, other than those of the platform. */
    public boolean hasPackage(String name) {
        return packages.computeIfAbsent(name, n -> {
            PackageElement found =
                    module == null ? elements.getPackageElement(n) : elements.getPackageElement(module, n);
            return found != null && !isPlatform(found);
        });
    }

    /** A package of the platform with classes in it; null if there is none of that name. */
    @Nullable
    PackageElement platformPackage(String name) {
        PackageElement found =
                module == null ? elements.getPackageElement(name) : elements.getPackageElement(module, name);
        return found != null && isPlatform(found) ? found : null;
    }

    public String packageOf(Element element) {
        return elements.getPackageOf(element).getQualifiedName().toString();
    }

    /** Whether an element comes with the Java runtime. */
    public boolean isPlatform(Element element) {
        String name = moduleOf(element, elements);
        return !name.isEmpty() && PLATFORM.find(name).isPresent();
    }
}
