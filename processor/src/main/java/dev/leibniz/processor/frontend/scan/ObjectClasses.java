package dev.leibniz.processor.frontend.scan;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.VariableTree;
import dev.leibniz.processor.frontend.shadow.RecordCode;
import dev.leibniz.processor.frontend.shadow.SourceFile;
import dev.leibniz.processor.frontend.shadow.SourceIndex;
import dev.leibniz.processor.frontend.shadow.SourceMethod;
import dev.leibniz.processor.frontend.syntax.Syntax;
import dev.leibniz.processor.frontend.types.Annotations;
import dev.leibniz.processor.frontend.types.Layouts;
import dev.leibniz.processor.frontend.types.ObjectClass;
import dev.leibniz.processor.frontend.types.ObjectPart;
import dev.leibniz.processor.frontend.types.ValueClasses;
import dev.leibniz.processor.frontend.types.Visibility;
import dev.leibniz.processor.ir.Layout;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * The classes of a file whose objects are followed, and the values that stand for them. Such a class may not be extended, and nothing
 * but its source tells the contents of its objects.
 */
public final class ObjectClasses implements Layouts.Followed {
    private final SourceIndex index;
    private final SourceFile home;
    private final ObjectFamilies families;
    private final Map<TypeElement, Optional<ObjectClass>> classes = new HashMap<>();
    private final Set<TypeElement> checking = new HashSet<>();
    private @Nullable Set<Element> assigned;
    private @Nullable Set<Element> extended;

    public ObjectClasses(SourceIndex index, SourceFile home) {
        this.index = index;
        this.home = home;
        this.families = new ObjectFamilies(index, home, this);
    }

    public ObjectFamilies families() {
        return families;
    }

    /** The type as a class whose objects are followed; records are not among them. */
    public Optional<ObjectClass> find(TypeMirror type) {
        return type instanceof DeclaredType declared ? find((TypeElement) declared.asElement()) : Optional.empty();
    }

    public Optional<ObjectClass> find(TypeElement type) {
        Optional<ObjectClass> known = classes.get(type);
        if (known != null) {
            return known;
        }
        Optional<ObjectClass> found = isCandidate(type)
                        && !type.getModifiers().contains(Modifier.ABSTRACT)
                        && !extended().contains(type)
                ? read(type).filter(this::isFollowed)
                : Optional.empty();
        if (checking.isEmpty()) {
            classes.put(type, found);
        }
        return found;
    }

    /** Whether the layout is one of a record, or of an array of records. */
    public boolean isRecord(Layout.Record layout) {
        TypeElement type = index.typeElement(layout.javaName().replace("[]", ""));
        return type != null && Layouts.isTakenApart(type);
    }

    /** The reason why objects of a class of this file are not followed. */
    public String whyNot(TypeElement type) {
        if (!type.getTypeParameters().isEmpty()) {
            return "it has type parameters";
        } else if (extended().contains(type)) {
            return "another class extends it";
        } else if (!isCandidate(type)) {
            return "it is not static, or no class";
        } else if (read(type).isEmpty()) {
            return "it extends a class that is not abstract, or is in another file";
        }
        return "it contains itself, or something else that is not followed";
    }

    /** As above, and also an abstract class that one of these extends. */
    public Optional<ObjectClass> anyClass(TypeElement type) {
        Optional<ObjectClass> found = find(type);
        boolean isAbstract = isCandidate(type) && type.getModifiers().contains(Modifier.ABSTRACT);
        boolean isEnum = type.getKind() == ElementKind.ENUM && isOfHome(type);
        return found.isPresent() || !isAbstract && !isEnum ? found : read(type);
    }

    /** Whether the type is written in this file. */
    public boolean isOfHome(TypeElement type) {
        return index.fileOf(type) == home;
    }

    /** For an object of exactly this class, which may be abstract: as its constructors make it. */
    public Layouts.Followed around(ObjectClass outer) {
        return type -> type.equals(outer.type()) ? Optional.of(parts(outer)) : parts(type);
    }

    /** The class by its canonical name. */
    Optional<ObjectClass> find(String name) {
        TypeElement type = index.typeElement(name);
        return type == null ? Optional.empty() : find(type);
    }

    /** Whether the class is written in this file and has a name and no type parameters. */
    private boolean isCandidate(TypeElement type) {
        return type.getKind() == ElementKind.CLASS
                && index.fileOf(type) == home
                && type.getTypeParameters().isEmpty()
                && (type.getNestingKind() == NestingKind.TOP_LEVEL
                        || type.getNestingKind() == NestingKind.MEMBER
                                && type.getModifiers().contains(Modifier.STATIC));
    }

    /** The class with its fields, if its superclasses are classes of this file, too. */
    private Optional<ObjectClass> read(TypeElement type) {
        ObjectClass above = null;
        if (type.getKind() != ElementKind.ENUM
                && type.getSuperclass() instanceof DeclaredType declared
                && !((TypeElement) declared.asElement()).getQualifiedName().contentEquals("java.lang.Object")) {
            TypeElement superclass = (TypeElement) declared.asElement();
            boolean isReadable =
                    isCandidate(superclass) && superclass.getModifiers().contains(Modifier.ABSTRACT);
            Optional<ObjectClass> found = isReadable ? read(superclass) : Optional.empty();
            if (found.isEmpty()) {
                return Optional.empty();
            }
            above = found.get();
        }
        List<VariableElement> fields = ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
                .filter(ObjectClass::isOfObject)
                .toList();
        return Optional.of(new ObjectClass(
                type, above, ObjectClass.named(fields, assigned(), above == null ? List.of() : above.fields())));
    }

    /** Whether there is a value for each of its fields. */
    private boolean isFollowed(ObjectClass found) {
        if (!checking.add(found.type())) {
            return true; // the class that contains itself is the one being looked at
        }
        try {
            Layouts.of(found.type().asType(), true, around(found));
            return found.fields().stream()
                    .noneMatch(field ->
                            field.isAssigned() && isGeneric(field.element().asType()));
        } catch (Layouts.NoLayout e) {
            return false;
        } finally {
            checking.remove(found.type());
        }
    }

    /** There is no array of it. */
    private static boolean isGeneric(TypeMirror type) {
        return type instanceof ArrayType array
                ? isGeneric(array.getComponentType())
                : type instanceof DeclaredType declared
                        && !declared.getTypeArguments().isEmpty();
    }

    @Override
    public Optional<List<ObjectPart>> parts(TypeElement type) {
        if (Layouts.isTakenApart(type)) {
            return Layouts.RECORDS.parts(type);
        }
        if (type.getKind() == ElementKind.ENUM) {
            boolean isHidden = isOfHome(type) && Visibility.isPrivate(type);
            return isHidden ? Optional.of(List.of(ObjectFamilies.tag(type))) : Optional.empty();
        }
        Optional<ObjectClass> found = find(type);
        return found.isPresent()
                ? found.map(ObjectClasses::parts)
                : families.find(type).map(ObjectFamilies::parts);
    }

    private static List<ObjectPart> parts(ObjectClass type) {
        List<ObjectPart> parts = new ArrayList<>();
        for (ObjectClass.Field field : type.fields()) {
            parts.add(new ObjectPart(
                    field.name(),
                    ValueClasses.access(field.element()).orElse(""),
                    field.element().asType(),
                    field.isAssigned() ? ObjectPart.Kind.BOX : ObjectPart.Kind.VALUE,
                    !Annotations.has(field.element(), Annotations.NO_DERIVATIVE)));
        }
        return parts;
    }

    /** The layouts of an annotated method's parameters, with objects as they are; empty if these are the layouts of their types. */
    public List<Layout> asGiven(ExecutableElement method) {
        try {
            List<Layout> given = new ArrayList<>();
            List<Layout> usual = new ArrayList<>();
            for (VariableElement parameter : method.getParameters()) {
                boolean differentiated = Annotations.isDifferentiated(method, parameter);
                given.add(ValueClasses.layout(method, parameter.asType(), differentiated)
                        .plain());
                usual.add(Layouts.of(parameter.asType(), true, this).plain());
            }
            return given.equals(usual) ? List.of() : given;
        } catch (Layouts.NoLayout e) {
            return List.of(); // reported when the method is read
        }
    }

    /** The field of the object, which may be one of a superclass; null if the class has none. */
    public ObjectClass.@Nullable Field fieldOf(TypeElement type, Element field) {
        return find(type).stream()
                .flatMap(found -> found.fields().stream())
                .filter(one -> one.element().equals(field))
                .findFirst()
                .orElse(null);
    }

    /** Whether a field is one that is assigned again. */
    public boolean isAssigned(Element field) {
        return field.getKind() == ElementKind.FIELD
                && !field.getModifiers().contains(Modifier.STATIC)
                && !field.getModifiers().contains(Modifier.FINAL)
                && index.fileOf(field.getEnclosingElement()) == home
                && assigned().contains(field);
    }

    public @Nullable ClassTree treeOf(TypeElement type) {
        return index.treeOf(type);
    }

    /** The constants of an enum of this file. */
    public List<EnumConstants.Constant> constantsOf(TypeElement type) {
        ClassTree tree = index.treeOf(type);
        return tree == null ? List.of() : EnumConstants.of(tree, home);
    }

    /** The method that runs when {@code method} is called on an object of exactly this class; null if there is none. */
    public @Nullable ExecutableElement implementation(ExecutableElement method, TypeElement type) {
        List<TypeElement> above = new ArrayList<>(List.of(type));
        for (int i = 0; i < above.size(); i++) { // classes first, then interfaces
            if (above.get(i).getSuperclass() instanceof DeclaredType declared) {
                above.add(i + 1, (TypeElement) declared.asElement());
            }
        }
        for (int i = 0; i < above.size(); i++) {
            above.get(i).getInterfaces().stream()
                    .filter(DeclaredType.class::isInstance)
                    .map(one -> (TypeElement) ((DeclaredType) one).asElement())
                    .filter(one -> !above.contains(one))
                    .forEach(above::add);
        }
        List<ExecutableElement> found = above.stream()
                .flatMap(one -> ElementFilter.methodsIn(one.getEnclosedElements()).stream())
                .filter(one -> !one.getModifiers().contains(Modifier.ABSTRACT))
                .filter(one -> one.equals(method) || index.overrides(one, method, type))
                .toList();
        return found.stream()
                .filter(one -> found.stream().noneMatch(other -> other != one && index.overrides(other, one, type)))
                .findFirst()
                .orElse(null);
    }

    /** Whether a method of a class may be another one in an object of it. */
    public boolean isOverridden(ExecutableElement method) {
        return !method.getModifiers().contains(Modifier.STATIC)
                && !method.getModifiers().contains(Modifier.PRIVATE)
                && !method.getModifiers().contains(Modifier.FINAL)
                && index.fileOf(method.getEnclosingElement()) == home
                && method.getEnclosingElement() instanceof TypeElement owner
                && (owner.getKind().isInterface()
                        || owner.getModifiers().contains(Modifier.ABSTRACT)
                        || owner.getKind() == ElementKind.ENUM
                        || extended().contains(owner));
    }

    /** Whether a method of a class that is followed returns a field that stays as it is, and does nothing else. */
    public boolean isGetter(ExecutableElement method) {
        return find((TypeElement) method.getEnclosingElement()).isPresent()
                && returnedBy(method).filter(field -> !isAssigned(field)).isPresent();
    }

    /** The field of the object that a method returns, if it does nothing else. */
    public Optional<VariableElement> returnedBy(ExecutableElement method) {
        SourceMethod source = index.find(method);
        boolean isShort = source != null
                && method.getParameters().isEmpty()
                && source.tree().getBody().getStatements().size() == 1;
        ExpressionTree value =
                isShort && source.tree().getBody().getStatements().get(0) instanceof ReturnTree statement
                        ? statement.getExpression()
                        : null;
        return value != null
                        && source.file().elementOf(value) instanceof VariableElement field
                        && ObjectClass.isField(field)
                        && (value instanceof IdentifierTree
                                || value instanceof MemberSelectTree select && Syntax.isThis(select.getExpression()))
                ? Optional.of(field)
                : Optional.empty();
    }

    /** Whether no other file can have a class that extends it. */
    public boolean isClosed(TypeElement type) {
        return type.getModifiers().contains(Modifier.FINAL)
                || Visibility.isPrivate(type)
                || hasPrivateConstructors(type);
    }

    private static boolean hasPrivateConstructors(TypeElement type) {
        return type.getKind() == ElementKind.CLASS
                && ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                        .allMatch(constructor -> constructor.getModifiers().contains(Modifier.PRIVATE));
    }

    /** Whether a constructor takes the fields, in their order, and does nothing but keep them. */
    public boolean isPlain(ExecutableElement constructor) {
        ObjectClass type = find((TypeElement) constructor.getEnclosingElement()).orElse(null);
        SourceMethod source = index.anyConstructor(constructor);
        return type != null
                && source != null
                && type.superclass() == null
                && type.isValue()
                && !initialises(type)
                && RecordCode.isHarmless(source.tree(), "")
                && ValueClasses.texts(constructor.getParameters())
                        .equals(ValueClasses.texts(type.fields().stream()
                                .map(ObjectClass.Field::element)
                                .toList()));
    }

    /** Whether more than its constructors make an object. */
    private boolean initialises(ObjectClass type) {
        ClassTree tree = index.treeOf(type.type());
        return tree == null
                || tree.getMembers().stream()
                        .anyMatch(member -> member instanceof BlockTree block && !block.isStatic()
                                || member instanceof VariableTree field
                                        && field.getInitializer() != null
                                        && !field.getModifiers().getFlags().contains(Modifier.STATIC));
    }

    // Uses of classes in the file

    /** Whether a class of this file extends it. */
    public boolean isExtended(TypeElement type) {
        return extended().contains(type);
    }

    private Set<Element> extended() {
        Set<Element> known = extended;
        if (known == null) {
            known = new HashSet<>();
            for (TypeElement type : index.typesIn(home)) {
                if (type.getSuperclass() instanceof DeclaredType declared) {
                    known.add(declared.asElement());
                }
            }
            extended = known;
        }
        return known;
    }

    private Set<Element> assigned() {
        Set<Element> known = assigned;
        if (known == null) {
            known = AssignedFields.in(home);
            assigned = known;
        }
        return known;
    }
}
