package dev.leibniz.processor.frontend;

import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.problem.ProblemCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;

/** Java's types as types and layouts of the IR. */
final class Layouts {
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

    private Layouts() {}

    /** A type that the IR has no place for. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1;
        private final ProblemCode code;
        private final String subject;

        Refused(ProblemCode code, String subject) {
            super(subject, null, false, false);
            this.code = code;
            this.subject = subject;
        }

        ProblemCode code() {
            return code;
        }

        String subject() {
            return subject;
        }
    }

    static Layout of(TypeMirror type, boolean differentiated) throws Refused {
        return of(type, differentiated, List.of());
    }

    private static Layout of(TypeMirror written, boolean differentiated, List<TypeElement> around) throws Refused {
        TypeMirror type = withoutCapture(written);
        if (type.getKind() == TypeKind.VOID) {
            return new Layout.Nothing();
        }
        if (type instanceof ArrayType array && isRecord(leafOf(array))) {
            Layout elements = RecordArrays.arrayOf(of(array.getComponentType(), differentiated, around));
            if (elements.leaves().isEmpty()) {
                throw new Refused(ProblemCode.ARRAY_OF_RECORDS, TypePrinter.print(type));
            }
            return elements;
        }
        if (!isRecord(type)) {
            Type leaf = typeOf(type);
            return new Layout.Leaf(leaf, differentiated && leaf.isDifferentiable());
        }
        TypeElement record = (TypeElement) ((DeclaredType) type).asElement();
        if (around.contains(record)) {
            throw new Refused(
                    ProblemCode.RECURSIVE_RECORD, record.getSimpleName().toString());
        }
        if (!record.getTypeParameters().isEmpty()) {
            throw new Refused(ProblemCode.GENERIC, TypePrinter.print(type));
        }
        List<TypeElement> inside = new ArrayList<>(around);
        inside.add(record);
        List<Layout.Field> fields = new ArrayList<>();
        for (RecordComponentElement component : record.getRecordComponents()) {
            boolean differentiatedComponent = differentiated && !Annotations.has(component, Annotations.NO_DERIVATIVE);
            fields.add(new Layout.Field(
                    component.getSimpleName().toString(), of(component.asType(), differentiatedComponent, inside)));
        }
        return new Layout.Record(TypePrinter.print(type), fields);
    }

    private static TypeMirror leafOf(ArrayType array) {
        return array.getComponentType() instanceof ArrayType rows ? leafOf(rows) : array.getComponentType();
    }

    static boolean isRecord(TypeMirror type) {
        return type instanceof DeclaredType declared && declared.asElement().getKind() == ElementKind.RECORD;
    }

    /** Whether the class, by its qualified name, is one of those that hold a number, a character or a boolean. */
    static boolean isBox(String name) {
        return BOXES.contains(name);
    }

    /** The type of a single value; a record has none. */
    static Type typeOf(TypeMirror type) throws Refused {
        Type scalar = SCALARS.get(type.getKind());
        if (scalar != null) {
            return scalar;
        }
        switch (type.getKind()) {
            case ARRAY:
                TypeMirror component = ((ArrayType) type).getComponentType();
                if (isRecord(component)) {
                    throw new Refused(ProblemCode.ARRAY_OF_RECORDS, TypePrinter.print(type));
                }
                return Type.arrayOf(typeOf(component));
            case DECLARED:
                return opaque((DeclaredType) type);
            case NULL:
                throw new Refused(ProblemCode.NULL, "null");
            case TYPEVAR:
                TypeMirror bound = withoutCapture(type);
                if (bound.getKind() != TypeKind.TYPEVAR) {
                    return typeOf(bound);
                }
                throw new Refused(ProblemCode.GENERIC, TypePrinter.print(type));
            default:
                throw new Refused(ProblemCode.OBJECT_TYPE, TypePrinter.print(type));
        }
    }

    private static Type opaque(DeclaredType type) throws Refused {
        requireName(type);
        return new Type.Opaque(TypePrinter.print(type));
    }

    private static void requireName(TypeMirror type) throws Refused {
        if (type instanceof ArrayType array) {
            requireName(array.getComponentType());
        } else if (type instanceof WildcardType wildcard) {
            for (TypeMirror bound : Arrays.asList(wildcard.getExtendsBound(), wildcard.getSuperBound())) {
                if (bound != null) {
                    requireName(bound);
                }
            }
        } else if (type instanceof TypeVariable) {
            throw new Refused(ProblemCode.GENERIC, TypePrinter.print(type));
        } else if (type instanceof DeclaredType declared) {
            Element element = declared.asElement();
            if (((TypeElement) element).getQualifiedName().isEmpty() || Visibility.isPrivate(element)) {
                throw new Refused(
                        ProblemCode.PRIVATE_TYPE, element.getSimpleName().toString());
            }
            for (TypeMirror argument : declared.getTypeArguments()) {
                requireName(argument);
            }
        }
    }

    /** A type that javac has made up for a wildcard, as the most special one that has a name. */
    static TypeMirror withoutCapture(TypeMirror type) {
        return type instanceof TypeVariable variable
                        && variable.asElement().getSimpleName().contentEquals("<captured wildcard>")
                ? withoutCapture(variable.getUpperBound())
                : type;
    }
}
