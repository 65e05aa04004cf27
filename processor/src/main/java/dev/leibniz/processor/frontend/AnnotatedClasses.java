package dev.leibniz.processor.frontend;

import dev.leibniz.processor.frontend.headers.GradHeader;
import dev.leibniz.processor.frontend.host.ModuleView;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * The classes with annotated methods, round by round: those that are still to be read, and all that there ever were. Known by
 * their names, as javac makes new elements in each round.
 */
final class AnnotatedClasses {
    private final Elements elements;
    private final Set<Name> waiting = new LinkedHashSet<>();
    private final Set<Name> all = new LinkedHashSet<>();
    private final Map<Name, Name> companions = new HashMap<>();

    AnnotatedClasses(Elements elements) {
        this.elements = elements;
    }

    /** Two modules of one compilation may have classes of one name. */
    private record Name(String module, String qualified) {}

    private Name nameOf(TypeElement type) {
        return new Name(
                ModuleView.moduleOf(type, elements), type.getQualifiedName().toString());
    }

    /**
     * Adds a class, unless the class with its derivatives would have the name, but for upper and lower case, of that of another
     * one: then nothing happens, and that one's name is returned.
     */
    Optional<String> add(TypeElement type) {
        Name name = nameOf(type);
        String companion = GradHeader.nameOf(
                type, elements.getPackageOf(type).getQualifiedName().toString());
        Name other = companions.putIfAbsent(new Name(name.module(), companion.toLowerCase(Locale.ROOT)), name);
        if (other != null && !other.equals(name)) {
            return Optional.of(other.qualified());
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
        return waiting.stream().map(Name::module).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The classes of a module that are to be read. */
    List<TypeElement> waitingIn(ModuleView module) {
        return waiting.stream()
                .filter(name -> name.module().equals(module.name()))
                .map(name -> module.type(name.qualified()))
                .filter(Objects::nonNull)
                .toList();
    }

    /** All that a module can name, its own first. */
    List<TypeElement> seenBy(ModuleView module) {
        Function<Name, @Nullable TypeElement> visible = name -> {
            TypeElement type = module.type(name.qualified());
            return type != null && nameOf(type).equals(name) ? type : null;
        };
        return all.stream().map(visible).filter(Objects::nonNull).toList();
    }
}
