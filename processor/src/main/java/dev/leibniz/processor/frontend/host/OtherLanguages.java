package dev.leibniz.processor.frontend.host;

import dev.leibniz.processor.frontend.types.Annotations;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * Sources that only look like Java: kapt and the Groovy compiler show processors the heads of their methods, with bodies that
 * return 0. The code in these bodies must not be read.
 */
public final class OtherLanguages {
    private static final String KOTLIN = "kotlin.Metadata";
    private static final String GROOVY = "groovy.lang.GroovyObject";

    private OtherLanguages() {}

    /** The language of a class or of an element in one; empty for Java. */
    public static Optional<String> of(Element element) {
        for (Element e = element; e != null; e = e.getEnclosingElement()) {
            if (e instanceof TypeElement type) {
                if (Annotations.has(type, KOTLIN)) {
                    return Optional.of("Kotlin");
                } else if (isGroovy(type, new HashSet<>())) {
                    return Optional.of("Groovy");
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isGroovy(TypeElement type, Set<String> seen) {
        List<TypeMirror> supertypes = new ArrayList<>(type.getInterfaces());
        supertypes.add(type.getSuperclass());
        for (TypeMirror supertype : supertypes) {
            if (supertype instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element) {
                String name = element.getQualifiedName().toString();
                if (name.equals(GROOVY) || !name.startsWith("java.") && seen.add(name) && isGroovy(element, seen)) {
                    return true;
                }
            }
        }
        return false;
    }
}
