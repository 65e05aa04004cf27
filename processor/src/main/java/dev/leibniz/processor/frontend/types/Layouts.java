package dev.leibniz.processor.frontend.types;

import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.problem.ProblemCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;

/** Java's types as types and layouts of the IR. */
public final class Layouts {
    private static final Set<String> BOXES = Set.of(
            "java.lang.Double",
            "java.lang.Float",
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Short",
            "java.lang.Byte",
            "java.lang.Character",
            "java.lang.Boolean",
            "java.lang.Number");

    /** {@code Type} has to be initialised before its enum is, so its own constant comes first. */
    private static final Map<TypeKind, Type> SCALARS = Map.of(
            TypeKind.BOOLEAN, Type.BOOLEAN,
            TypeKind.BYTE, Type.Scalar.BYTE,
            TypeKind.SHORT, Type.Scalar.SHORT,
            TypeKind.CHAR, Type.Scalar.CHAR,
            TypeKind.INT, Type.INT,
            TypeKind.LONG, Type.LONG,
            TypeKind.FLOAT, Type.FLOAT,
            TypeKind.DOUBLE, Type.DOUBLE);

    /** Records, by their components, and {@linkplain LibraryValues values of libraries}. */
    public static final Followed RECORDS = type -> type.getKind() == ElementKind.RECORD
            ? Optional.of(type.getRecordComponents().stream()
                    .map(component -> new ObjectPart(
                            component.getSimpleName().toString(),
                            component.getSimpleName() + "()",
                            component.asType(),
                            ObjectPart.Kind.VALUE,
                            !Annotations.has(component, Annotations.NO_DERIVATIVE)))
                    .toList())
            : LibraryValues.parts(type);

    private Layouts() {}

    /** The choice of objects that are followed as several values. */
    public interface Followed {
        Optional<List<ObjectPart>> parts(TypeElement type);

        /** As above; empty for a type that is not a class. */
        default Optional<List<ObjectPart>> parts(TypeMirror type) {
            return type instanceof DeclaredType declared ? parts((TypeElement) declared.asElement()) : Optional.empty();
        }
    }

    /** A type that the IR has no place for. */
    public static final class NoLayout extends Exception {
        private static final long serialVersionUID = 1;
        private final ProblemCode code;
        private final String subject;

        NoLayout(ProblemCode code, String subject) {
            super(subject, null, false, false);
            this.code = code;
            this.subject = subject;
        }

        public ProblemCode code() {
            return code;
        }

        public String subject() {
            return subject;
        }
    }

    /** The layout of a type in calls of generated code: a record by its components, all else as it is. */
    public static Layout of(TypeMirror type, boolean differentiated) throws NoLayout {
        return of(type, differentiated, RECORDS);
    }

    public static Layout of(TypeMirror type, boolean differentiated, Followed followed) throws NoLayout {
        return of(type, differentiated, followed, List.of());
    }

    private static Layout of(TypeMirror written, boolean differentiated, Followed followed, List<TypeElement> around)
            throws NoLayout {
        TypeMirror type = oneOf(withoutCapture(written), followed);
        if (type.getKind() == TypeKind.VOID) {
            return new Layout.Nothing();
        }
        if (type instanceof ArrayType array && followed.parts(leafOf(array)).isPresent()) {
            Layout elements = of(array.getComponentType(), differentiated, followed, around)
                    .array();
            if (elements.leaves().isEmpty()) {
                throw new NoLayout(ProblemCode.ARRAY_OF_RECORDS, TypePrinter.print(type));
            }
            return elements;
        }
        Optional<List<ObjectPart>> parts = followed.parts(type);
        if (parts.isEmpty()) {
            Type leaf = typeOf(type);
            return new Layout.Leaf(leaf, differentiated && leaf.isDifferentiable());
        }
        TypeElement object = (TypeElement) ((DeclaredType) type).asElement();
        if (around.contains(object)) {
            throw new NoLayout(
                    ProblemCode.RECURSIVE_RECORD, object.getSimpleName().toString());
        }
        if (!object.getTypeParameters().isEmpty()) {
            throw new NoLayout(ProblemCode.GENERIC, TypePrinter.print(type));
        }
        List<TypeElement> inside = new ArrayList<>(around);
        inside.add(object);
        List<Layout.Field> fields = new ArrayList<>();
        for (ObjectPart part : parts.get()) {
            boolean isTag = part.kind() == ObjectPart.Kind.TAG;
            Layout value = isTag
                    ? new Layout.Leaf(Type.INT, false)
                    : of(part.type(), differentiated && part.differentiated(), followed, inside);
            fields.add(new Layout.Field(
                    part.name(), part.access(), part.kind() == ObjectPart.Kind.BOX ? value.array() : value));
        }
        return new Layout.Record(TypePrinter.print(type), fields);
    }

    /** The common supertypes of two records are {@code Record} and, perhaps, an interface: the one that is followed counts. */
    private static TypeMirror oneOf(TypeMirror type, Followed followed) {
        return type instanceof IntersectionType several
                ? several.getBounds().stream()
                        .map(TypeMirror.class::cast)
                        .filter(bound -> followed.parts(bound).isPresent())
                        .findFirst()
                        .orElse(type)
                : type;
    }

    private static TypeMirror leafOf(ArrayType array) {
        return array.getComponentType() instanceof ArrayType rows ? leafOf(rows) : array.getComponentType();
    }

    public static boolean isRecord(TypeMirror type) {
        return type instanceof DeclaredType declared && declared.asElement().getKind() == ElementKind.RECORD;
    }

    /** Whether it is taken apart wherever it comes from: a record, or a value of a library. */
    public static boolean isTakenApart(Element type) {
        return type.getKind() == ElementKind.RECORD || LibraryValues.areOf(type);
    }

    /** Whether the class, by its qualified name, is one of those that hold a number, a character or a boolean. */
    public static boolean isBox(String name) {
        return BOXES.contains(name);
    }

    /** The type of a single value; a record has none. */
    public static Type typeOf(TypeMirror type) throws NoLayout {
        Type scalar = SCALARS.get(type.getKind());
        if (scalar != null) {
            return scalar;
        }
        switch (type.getKind()) {
            case ARRAY:
                TypeMirror component = ((ArrayType) type).getComponentType();
                if (isRecord(component)) {
                    throw new NoLayout(ProblemCode.ARRAY_OF_RECORDS, TypePrinter.print(type));
                }
                return Type.arrayOf(typeOf(component));
            case DECLARED:
                return opaque((DeclaredType) type);
            case NULL:
                throw new NoLayout(ProblemCode.NULL, "null");
            case TYPEVAR:
                TypeMirror bound = withoutCapture(type);
                if (bound.getKind() != TypeKind.TYPEVAR) {
                    return typeOf(bound);
                }
                throw new NoLayout(ProblemCode.GENERIC, TypePrinter.print(type));
            default:
                throw new NoLayout(ProblemCode.OBJECT_TYPE, TypePrinter.print(type));
        }
    }

    private static Type opaque(DeclaredType type) throws NoLayout {
        requireName(type);
        return new Type.Opaque(TypePrinter.print(type));
    }

    private static void requireName(TypeMirror type) throws NoLayout {
        if (type instanceof ArrayType array) {
            requireName(array.getComponentType());
        } else if (type instanceof WildcardType wildcard) {
            for (TypeMirror bound : Arrays.asList(wildcard.getExtendsBound(), wildcard.getSuperBound())) {
                if (bound != null) {
                    requireName(bound);
                }
            }
        } else if (type instanceof TypeVariable) {
            throw new NoLayout(ProblemCode.GENERIC, TypePrinter.print(type));
        } else if (type instanceof DeclaredType declared) {
            Element element = declared.asElement();
            if (((TypeElement) element).getQualifiedName().isEmpty() || Visibility.isPrivate(element)) {
                throw new NoLayout(
                        ProblemCode.PRIVATE_TYPE, element.getSimpleName().toString());
            }
            for (TypeMirror argument : declared.getTypeArguments()) {
                requireName(argument);
            }
        }
    }

    /** A type that javac has made up for a wildcard, as the most special one that has a name. */
    public static TypeMirror withoutCapture(TypeMirror type) {
        return type instanceof TypeVariable variable
                        && variable.asElement().getSimpleName().contentEquals("<captured wildcard>")
                ? withoutCapture(variable.getUpperBound())
                : type;
    }
}
