package dev.leibniz.processor.frontend.host;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.util.ElementFilter;

/** Packages of the platform that are not exported to all: compilations with {@code --add-exports} or {@code --add-modules} may use them. */
public final class HiddenPackages {
    private HiddenPackages() {}

    /**
     * The javac options that are needed.
     *
     * @param names qualified names of classes and of their members; others do no harm
     */
    public static Set<String> options(Collection<String> names, ModuleView host) {
        Set<String> packages = new LinkedHashSet<>();
        for (String name : names) {
            for (int dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
                packages.add(name.substring(0, dot));
            }
        }
        Set<String> options = new LinkedHashSet<>();
        for (String name : packages) {
            PackageElement found = host.platformPackage(name);
            if (found != null) {
                ModuleElement module = host.elements().getModuleOf(found);
                if (module.getQualifiedName().toString().startsWith("jdk.incubator.")) {
                    options.add("--add-modules=" + module.getQualifiedName());
                } else if (!isExported(found, module)) {
                    options.add("--add-exports=" + module.getQualifiedName() + "/" + name + "=ALL-UNNAMED");
                }
            }
        }
        return options;
    }

    private static boolean isExported(PackageElement found, ModuleElement module) {
        return ElementFilter.exportsIn(module.getDirectives()).stream()
                .anyMatch(export ->
                        export.getTargetModules() == null && export.getPackage().equals(found));
    }
}
