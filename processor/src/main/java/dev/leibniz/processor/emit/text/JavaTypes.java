package dev.leibniz.processor.emit.text;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;

/** Types of the IR, and names of types as the front end writes them, as types that JavaPoet can import. */
public final class JavaTypes {
    private JavaTypes() {}

    public static TypeName of(Type type) {
        return type instanceof Type.Array array ? ArrayTypeName.of(of(array.element())) : named(type.toString());
    }

    public static TypeName of(Layout layout) {
        if (layout instanceof Layout.Leaf leaf) {
            return of(leaf.type());
        }
        return layout instanceof Layout.Record record ? named(record.javaName()) : TypeName.VOID;
    }

    /** The type that is written so: a primitive, a canonical class name, with type arguments or brackets or not. */
    public static TypeName named(String written) {
        return new Parser(written).type();
    }

    /** The class that is called so; where its package ends is told by the first capital letter. */
    public static ClassName className(String canonical) {
        int start = 0;
        for (int dot = canonical.indexOf('.'); dot >= 0; dot = canonical.indexOf('.', start)) {
            if (Character.isUpperCase(canonical.charAt(start))) {
                break;
            }
            start = dot + 1;
        }
        return className(start == 0 ? "" : canonical.substring(0, start - 1), canonical.substring(start));
    }

    /** @param names its simple name; for a nested class those of the outer classes before it, with dots between */
    public static ClassName className(String packageName, String names) {
        String[] parts = names.split("\\.");
        ClassName name = ClassName.get(packageName, parts[0]);
        for (int i = 1; i < parts.length; i++) {
            name = name.nestedClass(parts[i]);
        }
        return name;
    }

    /** {@code Math} or another class that needs no import, unless the package has one of that name. */
    public static ClassName ofPlatform(String simpleName) {
        return ClassName.get("java.lang", simpleName);
    }

    /** A recursive descent over {@code a.b.C<? extends D, E[]>[]}. */
    private static final class Parser {
        private final String text;
        private int at;

        Parser(String text) {
            String dense = text.indexOf(' ') < 0 ? text : text.replace(" ", "");
            this.text = dense.replace("...", "[]").replace("?extends", "?+").replace("?super", "?-");
        }

        TypeName type() {
            if (accept("?+")) {
                return WildcardTypeName.subtypeOf(type());
            } else if (accept("?-")) {
                return WildcardTypeName.supertypeOf(type());
            } else if (accept("?")) {
                return WildcardTypeName.subtypeOf(ClassName.OBJECT);
            }
            TypeName type = simple(name());
            if (accept("<")) {
                type = parameterized(
                        ParameterizedTypeName.get((ClassName) type, arguments().toArray(TypeName[]::new)));
            }
            while (accept("[]")) {
                type = ArrayTypeName.of(type);
            }
            return type;
        }

        /** {@code Outer<A>.Inner<B>} once the first of the arguments are read. */
        private TypeName parameterized(ParameterizedTypeName outer) {
            ParameterizedTypeName type = outer;
            while (accept(".")) {
                String inner = name();
                type = accept("<") ? type.nestedClass(inner, arguments()) : type.nestedClass(inner);
            }
            return type;
        }

        private List<TypeName> arguments() {
            List<TypeName> arguments = new ArrayList<>();
            do {
                arguments.add(type());
            } while (accept(","));
            accept(">");
            return arguments;
        }

        private String name() {
            int start = at;
            while (at < text.length() && "<>,[]".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            return text.substring(start, at);
        }

        private boolean accept(String token) {
            boolean found = text.startsWith(token, at);
            if (found) {
                at += token.length();
            }
            return found;
        }

        private static TypeName simple(String name) {
            return switch (name) {
                case "boolean" -> TypeName.BOOLEAN;
                case "byte" -> TypeName.BYTE;
                case "short" -> TypeName.SHORT;
                case "char" -> TypeName.CHAR;
                case "int" -> TypeName.INT;
                case "long" -> TypeName.LONG;
                case "float" -> TypeName.FLOAT;
                case "double" -> TypeName.DOUBLE;
                case "void" -> TypeName.VOID;
                default -> className(name);
            };
        }
    }
}
