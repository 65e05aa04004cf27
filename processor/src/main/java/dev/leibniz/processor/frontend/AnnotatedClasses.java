package dev.leibniz.processor.frontend;

import dev.leibniz.processor.frontend.headers.GradHeader;
import dev.leibniz.processor.frontend.host.ModuleView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * The classes with annotated methods, round by round: those that are still to be read, and all that there ever were. Known by
 * their names, {@code module/package.Class}, as javac makes new elements in each round, and two modules of one compilation may
 * have classes of one name.
 */
final class AnnotatedClasses {
    private final Elements elements;
    private final Set<String> waiting = new LinkedHashSet<>();
    private final Set<String> all = new LinkedHashSet<>();
    private final Map<String, String> companions = new HashMap<>();

    AnnotatedClasses(Elements elements) {
        this.elements = elements;
    }

    private String nameOf(TypeElement type) {
        return ModuleView.moduleOf(type, elements) + "/" + type.getQualifiedName();
    }

    private static String module(String name) {
        return name.substring(0, name.indexOf('/'));
    }

    private static String qualified(String name) {
        return name.substring(name.indexOf('/') + 1);
    }

    /**
     * Adds a class, unless the class with its derivatives would have the name, but for upper and lower case, of that of another
     * one: then nothing happens, and that one's name is returned.
     */
    Optional<String> add(TypeElement type) {
        String name = nameOf(type);
        String companion = GradHeader.nameOf(
                type, elements.getPackageOf(type).getQualifiedName().toString());
        String other = companions.putIfAbsent(module(name) + "/" + companion.toLowerCase(Locale.ROOT), name);
        if (other != null && !other.equals(name)) {
            return Optional.of(qualified(other));
        }
        waiting.add(name);
        all.add(name);
        return Optional.empty();
    }

    /** No more is to be done for the class. */
    void finish(TypeElement type) {
        waiting.remove(nameOf(type));
    }

    /** The modules with classes that are to be read. */
    Set<String> modulesWaiting() {
        Set<String> modules = new LinkedHashSet<>();
        for (String name : waiting) {
            modules.add(module(name));
        }
        return modules;
    }

    /** The classes of a module that are to be read. */
    List<TypeElement> waitingIn(ModuleView module) {
        List<TypeElement> types = new ArrayList<>();
        for (String name : waiting) {
            TypeElement type = module(name).equals(module.name()) ? module.type(qualified(name)) : null;
            if (type != null) {
                types.add(type);
            }
        }
        return types;
    }

    /** All annotated classes that a module can name, its own first. */
    List<TypeElement> seenBy(ModuleView module) {
        List<TypeElement> types = new ArrayList<>();
        for (String name : all) {
            TypeElement type = module.type(qualified(name));
            if (type != null && nameOf(type).equals(name)) {
                types.add(type);
            }
        }
        return types;
    }
}
