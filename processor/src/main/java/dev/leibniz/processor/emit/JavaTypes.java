package dev.leibniz.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Types of the IR, and names of types as the front end writes them, as types that JavaPoet can import. */
final class JavaTypes {
    private JavaTypes() {}

    static TypeName of(Type type) {
        if (type instanceof Type.Array array) {
            return ArrayTypeName.of(of(array.element()));
        }
        return named(type.toString());
    }

    static TypeName of(Layout layout) {
        if (layout instanceof Layout.Leaf leaf) {
            return of(leaf.type());
        }
        return layout instanceof Layout.Record record ? named(record.javaName()) : TypeName.VOID;
    }

    /** The type that is written so: a primitive, a canonical class name, with type arguments or brackets or not. */
    static TypeName named(String written) {
        return new Parser(written).type();
    }

    static ClassName className(String canonicalName) {
        List<String> packages = new ArrayList<>();
        List<String> classes = new ArrayList<>();
        String[] parts = canonicalName.split("\\.");
        for (int i = 0; i < parts.length; i++) {
            boolean isClass = !classes.isEmpty() || i == parts.length - 1 || Character.isUpperCase(parts[i].charAt(0));
            (isClass ? classes : packages).add(parts[i]);
        }
        return ClassName.get(
                String.join(".", packages),
                classes.get(0),
                classes.subList(1, classes.size()).toArray(String[]::new));
    }

    /** A recursive descent over {@code a.b.C<? extends D, E[]>[]}. */
    private static final class Parser {
        private final String text;
        private int at;

        Parser(String text) {
            this.text = text.replace("...", "[]")
                    .replace(" ", "")
                    .replace("?extends", "?+")
                    .replace("?super", "?-");
        }

        TypeName type() {
            if (accept("?+")) {
                return WildcardTypeName.subtypeOf(type());
            } else if (accept("?-")) {
                return WildcardTypeName.supertypeOf(type());
            } else if (accept("?")) {
                return WildcardTypeName.subtypeOf(Object.class);
            }
            int start = at;
            while (at < text.length() && "<>,[]".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            TypeName type = simple(text.substring(start, at));
            if (accept("<")) {
                List<TypeName> arguments = new ArrayList<>();
                do {
                    arguments.add(type());
                } while (accept(","));
                accept(">");
                type = ParameterizedTypeName.get((ClassName) type, arguments.toArray(TypeName[]::new));
            }
            while (accept("[]")) {
                type = ArrayTypeName.of(type);
            }
            return type;
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

    /** {@code loss} as the beginning of a class name. */
    static String capitalized(String name) {
        return name.isEmpty() ? name : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
