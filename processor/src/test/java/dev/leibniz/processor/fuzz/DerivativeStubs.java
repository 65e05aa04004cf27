package dev.leibniz.processor.fuzz;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Stands in for the generated classes that a program calls, so that javac alone can tell whether the program is Java. The
 * methods have the right signatures and no bodies to speak of.
 */
final class DerivativeStubs {

    private DerivativeStubs() {}

    /** The sources by class name. */
    static Map<String, String> of(Program program) {
        Map<String, Set<String>> members = new LinkedHashMap<>();
        for (Object node : AstWalk.nodes(program)) {
            if (node instanceof Expr.Derivative e) {
                declare(e.type(), members);
                members(e.type(), members)
                        .add("static " + e.type().java() + " " + e.function() + e.form() + "(" + parameters(e)
                                + ") { throw new IllegalStateException(); }");
            } else if (node instanceof Stmt.Declare d && d.type() instanceof Type.RecordOf r && r.isGenerated()) {
                declare(r, members);
            }
        }
        Map<String, String> sources = new LinkedHashMap<>();
        members.forEach((name, lines) -> sources.put(
                name,
                "package fuzz;\nimport fuzz." + program.name() + ".*;\nfinal class " + name + " {\n"
                        + String.join("\n", lines) + "\n}\n"));
        return sources;
    }

    private static Set<String> members(Type.RecordOf type, Map<String, Set<String>> members) {
        String owner = type.name().substring(0, type.name().indexOf('.'));
        return members.computeIfAbsent(owner, o -> new LinkedHashSet<>());
    }

    private static void declare(Type.RecordOf type, Map<String, Set<String>> members) {
        String components = type.components().stream()
                .map(c -> c.type().java() + " " + c.name())
                .collect(Collectors.joining(", "));
        String name = type.name().substring(type.name().indexOf('.') + 1);
        members(type, members).add("record " + name + "(" + components + ") {}");
        for (Type.Component c : type.components()) {
            if (c.type() instanceof Type.RecordOf record && record.isGenerated()) {
                declare(record, members);
            }
        }
    }

    private static String parameters(Expr.Derivative e) {
        return IntStream.range(0, e.arguments().size())
                .mapToObj(i -> e.arguments().get(i).type().java() + " p" + i)
                .collect(Collectors.joining(", "));
    }
}
