package dev.leibniz.processor.frontend.scan;

import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import dev.leibniz.processor.frontend.shadow.SourceFile;
import dev.leibniz.processor.frontend.shadow.SourceIndex;
import dev.leibniz.processor.frontend.types.Layouts;
import dev.leibniz.processor.frontend.types.ObjectPart;
import dev.leibniz.processor.frontend.types.Visibility;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * The interfaces and abstract classes of a file of which all implementations are written there, too, as records, enums or classes
 * whose objects are followed.
 */
public final class ObjectFamilies {
    private final SourceIndex index;
    private final SourceFile home;
    private final ObjectClasses classes;
    private final Map<TypeElement, Optional<Family>> families = new HashMap<>();
    private final Set<TypeElement> checking = new HashSet<>();
    private @Nullable Set<String> lambdas;
    private @Nullable Boolean nulls;

    ObjectFamilies(SourceIndex index, SourceFile home, ObjectClasses classes) {
        this.index = index;
        this.home = home;
        this.classes = classes;
    }

    /**
     * A type, and the classes of which its objects can be.
     *
     * @param names the implementations' names, as parts of the value that stands for an object
     */
    public record Family(TypeElement type, List<TypeElement> implementations, List<String> names) {

        /** The tag of an implementation; 0 if it is none. */
        public int tagOf(TypeElement implementation) {
            return implementations.indexOf(implementation) + 1;
        }
    }

    public Optional<Family> find(TypeElement type) {
        Optional<Family> known = families.get(type);
        if (known != null) {
            return known;
        }
        boolean isCandidate = (type.getKind() == ElementKind.INTERFACE
                        || type.getKind() == ElementKind.CLASS
                                && type.getModifiers().contains(Modifier.ABSTRACT))
                && index.fileOf(type) == home
                && type.getTypeParameters().isEmpty();
        Optional<Family> found = isCandidate ? read(type).filter(this::isFollowed) : Optional.empty();
        if (checking.isEmpty()) {
            families.put(type, found);
        }
        return found;
    }

    private Optional<Family> read(TypeElement type) {
        List<TypeElement> implementations = new ArrayList<>();
        for (TypeElement one : index.typesIn(home)) {
            boolean isNamed =
                    one.getNestingKind() == NestingKind.TOP_LEVEL || one.getNestingKind() == NestingKind.MEMBER;
            if (isNamed && !isAbstract(one) && isSubtype(one, type)) {
                implementations.add(one);
            }
        }
        List<String> names = new ArrayList<>();
        for (TypeElement one : implementations) {
            String simple = one.getSimpleName().toString();
            names.add(names.contains(simple) ? simple + names.size() : simple);
        }
        return implementations.isEmpty() ? Optional.empty() : Optional.of(new Family(type, implementations, names));
    }

    /** Whether there are values for each of its implementations. */
    private boolean isFollowed(Family family) {
        if (!checking.add(family.type())) {
            return true; // the type that contains itself is the one being looked at
        }
        try {
            for (TypeElement one : family.implementations()) {
                if (one.getKind() != ElementKind.ENUM && classes.parts(one).isEmpty()) {
                    return false;
                }
            }
            Layouts.of(
                    family.type().asType(),
                    true,
                    type -> type.equals(family.type()) ? Optional.of(parts(family)) : classes.parts(type));
            return true;
        } catch (Layouts.NoLayout e) {
            return false;
        } finally {
            checking.remove(family.type());
        }
    }

    static List<ObjectPart> parts(Family family) {
        List<ObjectPart> parts = new ArrayList<>();
        parts.add(tag(family.type()));
        for (int i = 0; i < family.names().size(); i++) {
            TypeMirror type = family.implementations().get(i).asType();
            parts.add(new ObjectPart(family.names().get(i), "", type, ObjectPart.Kind.VALUE, true));
        }
        return parts;
    }

    static ObjectPart tag(TypeElement type) {
        return new ObjectPart(ObjectPart.TAG_NAME, "", type.asType(), ObjectPart.Kind.TAG, false);
    }

    private static boolean isAbstract(TypeElement type) {
        return type.getKind().isInterface()
                || type.getKind() == ElementKind.CLASS && type.getModifiers().contains(Modifier.ABSTRACT);
    }

    /** Whether a class, written in this file or not, extends or implements another. */
    public boolean isSubtype(TypeElement type, TypeElement other) {
        if (type.equals(other)) {
            return true;
        }
        List<TypeMirror> above = new ArrayList<>(type.getInterfaces());
        above.add(type.getSuperclass());
        return above.stream()
                .anyMatch(one ->
                        one instanceof DeclaredType declared && isSubtype((TypeElement) declared.asElement(), other));
    }

    /** Whether an object may be null where the code of the file meets it. */
    public boolean mayBeNull() {
        Boolean known = nulls;
        if (known == null) {
            known = NullObjects.areIn(home);
            nulls = known;
        }
        return known;
    }

    /** The reason why there may be implementations outside of this file; empty if there are none. */
    public Optional<String> openness(TypeElement type) {
        for (TypeElement one : index.typesIn(home)) {
            boolean isUnnamed =
                    one.getNestingKind() == NestingKind.ANONYMOUS || one.getNestingKind() == NestingKind.LOCAL;
            boolean isEnumBody = one.getSuperclass() instanceof DeclaredType declared
                    && declared.asElement().getKind() == ElementKind.ENUM;
            if (isUnnamed && !isEnumBody && isSubtype(one, type)) {
                return Optional.of("a class inside of a method implements `" + type.getSimpleName() + "`");
            }
        }
        if (lambdas().contains(type.getQualifiedName().toString())) {
            return Optional.of("a lambda implements `" + type.getSimpleName() + "`");
        }
        return isClosed(type)
                ? Optional.empty()
                : Optional.of("a class of another file may implement `" + type.getSimpleName()
                        + "`, which is neither sealed nor private");
    }

    /** Whether only classes of this file can be subtypes. */
    private boolean isClosed(TypeElement type) {
        if (Visibility.isPrivate(type) || classes.isClosed(type)) {
            return true;
        }
        List<? extends TypeMirror> permitted = type.getPermittedSubclasses();
        return !permitted.isEmpty()
                && permitted.stream().allMatch(one -> {
                    TypeElement element = (TypeElement) ((DeclaredType) one).asElement();
                    return index.fileOf(element) == home
                            && (element.getKind() == ElementKind.RECORD
                                    || element.getKind() == ElementKind.ENUM
                                    || isClosed(element));
                });
    }

    /** The functional interfaces that lambdas and method references of the file implement. */
    private Set<String> lambdas() {
        Set<String> known = lambdas;
        if (known == null) {
            Set<String> found = new HashSet<>();
            new TreeScanner<@Nullable Void, @Nullable Void>() {
                @Override
                public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void unused) {
                    add(tree);
                    return super.visitLambdaExpression(tree, null);
                }

                @Override
                public @Nullable Void visitMemberReference(MemberReferenceTree tree, @Nullable Void unused) {
                    add(tree);
                    return super.visitMemberReference(tree, null);
                }

                private void add(Tree tree) {
                    if (home.typeOf(tree) instanceof DeclaredType declared) {
                        Element element = declared.asElement();
                        found.add(((TypeElement) element).getQualifiedName().toString());
                    }
                }
            }.scan(home.unit(), null);
            known = found;
            lambdas = known;
        }
        return known;
    }
}
