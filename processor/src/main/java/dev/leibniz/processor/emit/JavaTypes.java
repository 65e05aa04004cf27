package dev.leibniz.processor.emit;

import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.ir.Type;
import java.util.Locale;
import java.util.Set;

/** Types of the IR, and names of types as the front end writes them, as code whose classes can be imported. */
final class JavaTypes {
    private static final Set<String> PRIMITIVES =
            Set.of("boolean", "byte", "short", "char", "int", "long", "float", "double", "void");

    private JavaTypes() {}

    static Code of(Type type) {
        return type.leaf() instanceof Type.Scalar ? new Code(type.toString()) : named(type.toString());
    }

    static Code of(Layout layout) {
        if (layout instanceof Layout.Leaf leaf) {
            return of(leaf.type());
        }
        return layout instanceof Layout.Record record ? named(record.javaName()) : new Code("void");
    }

    /** The type that is written so: a primitive, a canonical class name, with type arguments or brackets or not. */
    static Code named(String written) {
        String text = written.replace("...", "[]");
        StringBuilder type = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isJavaIdentifierStart(c)) {
                int end = endOfName(text, at);
                type.append(word(text.substring(at, end)));
                at = end;
            } else {
                type.append(c == ',' ? ", " : c == ' ' ? "" : String.valueOf(c));
                at++;
            }
        }
        return new Code(type.toString());
    }

    private static int endOfName(String text, int start) {
        int end = start;
        while (end < text.length() && (Character.isJavaIdentifierPart(text.charAt(end)) || text.charAt(end) == '.')) {
            end++;
        }
        return end;
    }

    private static String word(String word) {
        if (word.equals("extends") || word.equals("super")) {
            return " " + word + " ";
        }
        return PRIMITIVES.contains(word) ? word : ClassName.of(word).code().text();
    }

    /** {@code double[]} for {@code double}. */
    static Code arrayOf(Code type) {
        return new Code(type.text() + "[]");
    }

    /** {@code loss} as the beginning of a class name. */
    static String capitalized(String name) {
        return name.isEmpty() ? name : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
