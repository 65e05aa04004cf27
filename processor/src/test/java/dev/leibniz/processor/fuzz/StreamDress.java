package dev.leibniz.processor.fuzz;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Writes streams: in place, or in a method of their own where they use variables that lambdas cannot capture. */
final class StreamDress {

    private final JavaRenderer plain;
    private final Program program;
    private final Members members;

    StreamDress(JavaRenderer plain, Program program, Members members) {
        this.plain = plain;
        this.program = program;
        this.members = members;
    }

    String render(Expr.Stream stream) {
        FreeVariables free = FreeVariables.of(stream, program);
        boolean captured = free.used().stream().allMatch(v -> members.isFrozen(v.name()));
        if (captured) {
            return text(stream, members.frozen());
        }
        Set<String> names = new TreeSet<>();
        free.used().forEach(v -> names.add(v.name()));
        int n = members.next();
        String declared =
                free.used().stream().map(v -> v.type().java() + " " + v.name()).collect(Collectors.joining(", "));
        members.add("private static double stream" + n + "(" + declared + ") { return " + text(stream, names) + "; }");
        return "stream" + n + "("
                + free.used().stream().map(Expr.Variable::name).collect(Collectors.joining(", ")) + ")";
    }

    private String text(Expr.Stream stream, Set<String> captured) {
        Set<String> frozen = new TreeSet<>(captured);
        frozen.add(stream.element().name());
        Set<String> before = members.enter(frozen);
        boolean range = stream.element().type() == Type.INT;
        String source = stream.source().stream().map(plain::bare).collect(Collectors.joining(", "));
        String element = stream.element().name();
        boolean whole = stream.source().size() == 1;
        String from = range
                ? "java.util.stream.IntStream.range(" + source + ")"
                : whole && members.next() % 3 == 0
                        ? "java.util.stream.DoubleStream.of(" + source + ")"
                        : "Arrays.stream(" + source + ")";
        String filter = stream.filter().isEmpty()
                ? ""
                : ".filter(" + element + " -> " + plain.bare(stream.filter().get(0)) + ")";
        String map = (range ? ".mapToDouble(" : ".map(") + element + " -> " + plain.bare(stream.mapped()) + ")";
        boolean same = stream.mapped().equals(stream.element());
        members.enter(before);
        String end = List.of("max", "min", "average").contains(stream.end())
                ? "." + stream.end() + "().orElse(0)"
                : stream.end().equals("loop") ? ".reduce(0, (a_, b_) -> a_ + b_)" : ".sum()";
        return from + filter + (same ? "" : map) + end;
    }
}
