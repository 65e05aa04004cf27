package dev.leibniz.processor.emit.text;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import java.util.List;

/**
 * A piece of Java text in which two things are still open, because they depend on where it will stand: how classes are
 * called, and where long lines are broken. Both are marked in the text by characters that Java has no use for; {@link BodyText}
 * turns these into the marks of JavaPoet, which settles them.
 */
public record Code(String text) {
    /** Begins a mark; the next character says of which kind it is. Java knows it neither as space nor in names. */
    static final char MARK = '\u001E';

    /** Ends each part of a class name. */
    static final char END = '\u001F';

    /** The kind of mark that is a class: package, {@link #END}, simple names with dots between, {@link #END}. */
    static final char CLASS = 'C';

    /** The kind of mark that is a space, or a line break: JavaPoet's letter for it. */
    static final char SPACE = 'W';

    /** A space where the line may be broken. */
    public static final String WRAP = "" + MARK + SPACE;

    /**
     * The format with each {@code $L} replaced by an argument (code, or anything that prints itself), each {@code $T} by an
     * argument that is a type, and each {@code $W} by a space where the line may be broken.
     */
    public static Code of(String format, Object... args) {
        StringBuilder text = new StringBuilder(format.length() + 16 * args.length);
        int next = 0;
        int at = 0;
        for (int dollar = format.indexOf('$'); dollar >= 0; dollar = format.indexOf('$', at)) {
            text.append(format, at, dollar);
            switch (format.charAt(dollar + 1)) {
                case 'L' -> {
                    Object arg = args[next++];
                    text.append(arg instanceof Code code ? code.text : arg.toString());
                }
                case 'T' -> append((TypeName) args[next++], text);
                default -> text.append(WRAP);
            }
            at = dollar + 2;
        }
        return new Code(text.append(format, at, format.length()).toString());
    }

    private static void append(TypeName type, StringBuilder text) {
        if (type instanceof ClassName name) {
            String canonical = name.canonicalName();
            int start = name.packageName().isEmpty() ? 0 : name.packageName().length() + 1;
            text.append(MARK).append(CLASS).append(name.packageName()).append(END);
            text.append(canonical, start, canonical.length()).append(END);
        } else if (type instanceof ArrayTypeName array) {
            append(array.componentType(), text);
            text.append("[]");
        } else if (type instanceof WildcardTypeName wildcard
                && !wildcard.lowerBounds().isEmpty()) {
            append(wildcard.lowerBounds().get(0), text.append("? super "));
        } else if (type instanceof WildcardTypeName wildcard) {
            TypeName bound = wildcard.upperBounds().get(0);
            text.append('?');
            if (!bound.equals(ClassName.OBJECT)) {
                append(bound, text.append(" extends "));
            }
        } else if (type instanceof ParameterizedTypeName generic) {
            append(generic, text);
        } else {
            text.append(type);
        }
    }

    private static void append(ParameterizedTypeName type, StringBuilder text) {
        if (type.enclosingType() == null) {
            append(type.rawType(), text);
        } else {
            append(type.enclosingType(), text);
            text.append('.').append(type.rawType().simpleName());
        }
        String separator = "<";
        for (TypeName argument : type.typeArguments()) {
            append(argument, text.append(separator));
            separator = ", ";
        }
        text.append(type.typeArguments().isEmpty() ? "" : ">");
    }

    /** The index at which a mark of a class ends. */
    static int endOfMark(String text, int start) {
        return text.indexOf(END, text.indexOf(END, start) + 1);
    }

    /** The class that the text of a mark means. */
    static ClassName marked(String mark) {
        int middle = mark.indexOf(END);
        return JavaTypes.className(mark.substring(0, middle), mark.substring(middle + 1));
    }

    /** Text of the user's, whatever is in it. */
    public static Code verbatim(String text) {
        boolean isMarked = text.indexOf(MARK) >= 0 || text.indexOf(END) >= 0;
        return new Code(isMarked ? text.replace(MARK, '?').replace(END, '?') : text);
    }

    public static Code join(List<Code> parts, String separator) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            text.append(i == 0 ? "" : separator).append(parts.get(i).text);
        }
        return new Code(text.toString());
    }

    /** The text with classes under their full names and without line breaks, to be looked at and not to be printed. */
    public String plain() {
        if (text.indexOf(MARK) < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != MARK) {
                plain.append(c);
                continue;
            }
            char kind = text.charAt(++i);
            if (kind == SPACE) {
                plain.append(' ');
            } else if (kind == CLASS) {
                int end = endOfMark(text, i);
                plain.append(marked(text.substring(i + 1, end)).canonicalName());
                i = end;
            }
        }
        return plain.toString();
    }

    @Override
    public String toString() {
        return plain();
    }
}
