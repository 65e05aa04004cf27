package dev.leibniz.processor.emit.locals;

import dev.leibniz.processor.ir.Expr;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.SourceVersion;

/** The names that are taken at each place in a method, by Java's rules: no variable may hide another one. */
public final class NameScope {
    /** Classes that printed code mentions by simple name: a variable called so would hide them. */
    private static final Set<String> CLASSES =
            Set.of("Math", "StrictMath", "Arrays", "Buffers", "Double", "Float", "System", "Integer", "Long", "String");

    private final Set<String> reserved;
    private final Map<String, List<Span>> spans = new HashMap<>();

    NameScope(Set<String> reserved) {
        this.reserved = Set.copyOf(reserved);
    }

    boolean isReserved(String name) {
        return reserved.contains(name) || name.endsWith(Expr.Opaque.OF_FUNCTION) || !isUsable(name);
    }

    /** Whether Java accepts it as the name of a variable that hides no class printed code needs. */
    public static boolean isUsable(String name) {
        return SourceVersion.isIdentifier(name) && !SourceVersion.isKeyword(name) && !CLASSES.contains(name);
    }

    /**
     * @param wish the name if it is free; else a number is appended to it
     * @param wished names of others, which a numbered name may not take from them
     */
    String choose(String wish, Span span, Set<String> wished) {
        return numbered(wish, name -> isFree(name, span) && (name.equals(wish) || !wished.contains(name)));
    }

    void take(String name, Span span) {
        spans.computeIfAbsent(name, n -> new ArrayList<>()).add(span);
    }

    boolean isFree(String name, Span span) {
        for (Span other : spans.getOrDefault(name, List.of())) {
            if (span.overlaps(other)) {
                return false;
            }
        }
        return !isReserved(name);
    }

    /** The wish, or the wish with the first number from 2 on that pleases. */
    public static String numbered(String wish, Predicate<String> pleases) {
        if (pleases.test(wish)) {
            return wish;
        }
        int number = 2;
        while (!pleases.test(wish + number)) {
            number++;
        }
        return wish + number;
    }
}
