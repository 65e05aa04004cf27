package dev.leibniz.processor.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a kernel, read one after the other. */
final class Tokens {

    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(\\d+\\.?\\d*(?:e-?\\d+)?L?|\\w+|>>>=|<<=|>>=|>>>|<<|>>|[-+*/%&|^<>=!]=|\\+\\+|--|&&|\\|\\||.)");
    private static final Set<String> PRIMITIVES = Set.of("double", "float", "int", "long", "boolean");

    private final List<String> words = new ArrayList<>();
    private int at;

    Tokens(String text) {
        Matcher matcher = TOKEN.matcher(text.strip());
        while (matcher.find()) {
            words.add(matcher.group(1));
        }
    }

    boolean atEnd() {
        return at >= words.size();
    }

    String peek() {
        return ahead(0);
    }

    private String ahead(int n) {
        return at + n < words.size() ? words.get(at + n) : "";
    }

    String next() {
        return words.get(at++);
    }

    boolean is(String word) {
        return peek().equals(word);
    }

    boolean accept(String word) {
        boolean there = is(word);
        at += there ? 1 : 0;
        return there;
    }

    void expect(String word) {
        if (!accept(word)) {
            throw new IllegalStateException(
                    word + " expected at " + words.subList(at, Math.min(words.size(), at + 8)) + " of " + words);
        }
    }

    boolean isLoop() {
        return is("for") || is("while") || is("do");
    }

    boolean isLabel() {
        return ahead(1).equals(":") && Character.isLetter(peek().charAt(0));
    }

    boolean isType() {
        return PRIMITIVES.contains(peek());
    }

    /** Whether what is in the parentheses of a {@code for} goes over an array. */
    boolean isForEach() {
        int n = 0;
        while (!ahead(n).equals(";") && !ahead(n).equals(":")) {
            n++;
        }
        return ahead(n).equals(":");
    }

    /** Whether this is a cast, behind its opening parenthesis. */
    boolean isCast() {
        return isType() && ahead(1).equals(")");
    }

    Type.Primitive primitive() {
        return Type.Primitive.valueOf(next().toUpperCase(java.util.Locale.ROOT));
    }

    Type type() {
        Type type = primitive();
        while (is("[") && ahead(1).equals("]")) {
            at += 2;
            type = new Type.ArrayOf(type);
        }
        return type;
    }
}
