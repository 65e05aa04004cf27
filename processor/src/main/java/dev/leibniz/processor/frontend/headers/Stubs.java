package dev.leibniz.processor.frontend.headers;

import dev.leibniz.processor.frontend.host.ModuleView;
import dev.leibniz.processor.frontend.host.SourceText;
import dev.leibniz.processor.frontend.types.Annotations;
import dev.leibniz.processor.frontend.types.LibraryValues;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;

/**
 * The headers of the host's classes for a shadow compilation: of those that its sources mention, with the members that they
 * may mean, and of those that these headers mention in turn.
 */
public final class Stubs {
    /** Members that Java calls where no source names them. */
    private static final Set<String> IMPLICIT = Set.of("close", "iterator", "value");

    private static final Set<String> OF_OBJECT = Set.of("equals", "hashCode", "toString");

    private final ModuleView host;
    private final Set<String> words;
    private final Set<String> compiled;
    private final Map<TypeElement, String> printed = new LinkedHashMap<>();
    private final Deque<TypeElement> toPrint = new ArrayDeque<>();
    private final Set<Element> members = new HashSet<>();
    private final Set<Element> companions = new HashSet<>();
    private final Set<String> functional = new HashSet<>();

    /**
     * @param words the simple names in all sources
     * @param compiled the top-level classes that are in the sources or will be generated
     */
    public Stubs(ModuleView host, Set<String> words, Set<String> compiled) {
        this.host = host;
        this.words = words;
        this.compiled = compiled;
    }

    /** The headers of all classes that were mentioned, by the names of the classes. */
    public Map<String, SourceText> texts() {
        while (!toPrint.isEmpty()) {
            TypeElement next = toPrint.pop();
            printed.put(next, StubPrinter.print(next, host.elements(), this));
        }
        Map<String, SourceText> texts = new LinkedHashMap<>();
        printed.forEach((type, text) -> {
            String name = type.getQualifiedName().toString();
            texts.put(name, SourceText.stub(name, text));
        });
        return texts;
    }

    /** Source code that mentions a class, or a member of one, needs its header. */
    public void mention(Element mentioned) {
        boolean isNew = false;
        Element member = mentioned;
        while (member.getEnclosingElement() instanceof TypeElement outer) {
            isNew |= members.add(member);
            member = outer;
        }
        TypeElement top = (TypeElement) member;
        if (!compiled.contains(top.getQualifiedName().toString())
                && !host.isPlatform(top)
                && (printed.putIfAbsent(top, "") == null || isNew)) {
            again(top);
        }
    }

    /** The same for all classes that a type consists of. */
    public void mention(TypeMirror type) {
        if (type instanceof ArrayType array) {
            mention(array.getComponentType());
        } else if (type instanceof DeclaredType declared && type.getKind() == TypeKind.DECLARED) {
            mention(declared.asElement());
            for (TypeMirror argument : declared.getTypeArguments()) {
                mention(argument);
            }
            mention(declared.getEnclosingType());
        } else if (type instanceof IntersectionType intersection) {
            for (TypeMirror bound : intersection.getBounds()) {
                mention(bound);
            }
        } else if (type instanceof WildcardType wildcard) {
            Stream.of(wildcard.getExtendsBound(), wildcard.getSuperBound())
                    .filter(Objects::nonNull)
                    .forEach(this::mention);
        }
    }

    private void again(TypeElement type) {
        if (!toPrint.contains(type)) {
            toPrint.push(type);
        }
    }

    /** Derivatives that were generated before may be called by those that are generated now. */
    void mentionDerivativesOf(TypeElement type) {
        TypeElement companion = host.type(GradHeader.nameOf(type, host.packageOf(type)));
        if (companion != null && companions.add(companion)) {
            mention(companion);
            if (printed.containsKey(companion)) {
                again(companion); // it may have been printed without its forms
            }
        }
    }

    /** Whether a member is part of the header of its class. */
    boolean contains(Element member) {
        Element owner = member.getEnclosingElement();
        if (member.getKind() == ElementKind.CONSTRUCTOR) {
            return words.contains(owner.getSimpleName().toString());
        }
        String name = member.getSimpleName().toString();
        return words.contains(name)
                || IMPLICIT.contains(name)
                || functional.contains(name)
                || members.contains(member)
                || isMandatory(member)
                || companions.contains(owner)
                || !Annotations.ours(member).isEmpty()
                || member instanceof ExecutableElement method
                        && LibraryValues.numberOf(method).isPresent()
                || mayImplement(member)
                || isFunctional(member);
    }

    /** Whether an annotation must have a value for this. */
    private static boolean isMandatory(Element member) {
        return member.getEnclosingElement().getKind() == ElementKind.ANNOTATION_TYPE
                && member instanceof ExecutableElement element
                && element.getDefaultValue() == null;
    }

    /** Whether an interface may have a body for a method of another interface that it extends: then no lambda is wanted for that one. */
    private static boolean mayImplement(Element member) {
        return member instanceof ExecutableElement method
                && method.isDefault()
                && !((TypeElement) member.getEnclosingElement()).getInterfaces().isEmpty();
    }

    /**
     * Whether a lambda may stand for this method. A second method of an interface says that none can: so two of them are part
     * of a header.
     */
    private boolean isFunctional(Element member) {
        if (!isAbstractOfInterface(member)) {
            return false;
        }
        List<ExecutableElement> methods =
                ElementFilter.methodsIn(member.getEnclosingElement().getEnclosedElements()).stream()
                        .filter(Stubs::isAbstractOfInterface)
                        .limit(2)
                        .toList();
        boolean found = methods.contains(member);
        if (found && functional.add(member.getSimpleName().toString())) {
            printed.keySet().forEach(this::again); // classes that implement it show that they do
        }
        return found;
    }

    private static boolean isAbstractOfInterface(Element member) {
        return member.getEnclosingElement().getKind() == ElementKind.INTERFACE
                && member.getKind() == ElementKind.METHOD
                && member.getModifiers().contains(Modifier.ABSTRACT)
                && !OF_OBJECT.contains(member.getSimpleName().toString());
    }
}
