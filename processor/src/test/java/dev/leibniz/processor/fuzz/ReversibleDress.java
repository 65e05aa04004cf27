package dev.leibniz.processor.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Writes the first changes of a loop as steps that another method undoes. */
final class ReversibleDress {

    private static final String REVERSIBLE = "@dev.leibniz.annotations.Reversible(inverse = \"";

    private final JavaRenderer plain;
    private final Program program;
    private final Members members;

    ReversibleDress(JavaRenderer plain, Program program, Members members) {
        this.plain = plain;
        this.program = program;
        this.members = members;
    }

    /** A statement {@code half += value}, or a loop over its elements that does that: the value does not depend on the half. */
    private record Change(Expr.Variable half, Stmt statement, Stmt inverse, FreeVariables free) {
        /** The variables besides those of the state. */
        List<Expr.Variable> others(Set<String> state) {
            return free.used().stream().filter(v -> !state.contains(v.name())).toList();
        }
    }

    List<String> render(List<Stmt> body, int n, int variant, Set<String> unassigned) {
        if (body.size() != 1
                || !(body.get(0) instanceof Stmt.For loop)
                || loop.initial().isEmpty()) {
            return plain.lines(body);
        }
        List<Change> changes = new ArrayList<>();
        for (Stmt statement : loop.body().statements()) {
            change(statement)
                    .filter(c -> c.half().type() == Type.DOUBLE
                            || Type.DOUBLES.equals(c.half().type()))
                    .ifPresent(changes::add);
            if (changes.size() < loop.body().statements().indexOf(statement) + 1) {
                break;
            }
        }
        boolean assigned =
                changes.stream().flatMap(c -> c.free().used().stream()).noneMatch(v -> unassigned.contains(v.name()));
        if (changes.isEmpty() || !assigned) {
            return plain.lines(body);
        }
        if (changes.get(0).half().type() == Type.DOUBLES) {
            return arrays(loop, changes, n);
        }
        List<Change> halves = changes.stream()
                .filter(c -> c.half().type() == Type.DOUBLE)
                .limit(2)
                .toList();
        boolean two = halves.size() == 2
                && changes.size() > 1
                && changes.get(1).half().type() == Type.DOUBLE
                && !halves.get(0).half().equals(halves.get(1).half());
        return two && variant % 4 != 0 ? numbers(loop, halves, n) : number(loop, halves.get(0), n);
    }

    private java.util.Optional<Change> change(Stmt statement) {
        Stmt inner = statement;
        if (statement instanceof Stmt.For f
                && f.body().statements().size() == 1
                && f.initial().size() == 1) {
            inner = f.body().statements().get(0);
        }
        if (!(inner instanceof Stmt.Evaluate e) || !(e.expression() instanceof Expr.Assign a)) {
            return java.util.Optional.empty();
        }
        boolean element =
                a.target() instanceof Expr.Element x && x.array() instanceof Expr.Variable && inner != statement;
        Expr half = element ? ((Expr.Element) a.target()).array() : a.target();
        boolean adds = a.op().equals("+=") || a.op().equals("-=");
        if (!adds || !(half instanceof Expr.Variable v) || !element && inner != statement) {
            return java.util.Optional.empty();
        }
        FreeVariables of = FreeVariables.of(a.value(), program);
        if (!of.movable()
                || of.nameSet().contains(v.name())
                || !of.written().isEmpty()
                || !Repeatable.of(a.value(), program)) {
            return java.util.Optional.empty();
        }
        Stmt undone = Stmt.assign(a.target(), a.op().equals("+=") ? "-=" : "+=", a.value());
        Stmt inverse = statement instanceof Stmt.For f
                ? new Stmt.For("", f.initial(), f.condition(), f.update(), Stmt.block(undone))
                : undone;
        return java.util.Optional.of(new Change(v, statement, inverse, FreeVariables.of(statement, program)));
    }

    private List<String> lines(List<Stmt> statements, Set<String> names) {
        Set<String> before = members.enter(names);
        List<String> lines = plain.lines(statements);
        members.enter(before);
        return lines;
    }

    private static String declared(List<Expr.Variable> variables) {
        return variables.stream()
                .map(v -> ", " + v.type().java() + " " + v.name())
                .collect(Collectors.joining());
    }

    private static String names(List<Expr.Variable> variables) {
        return variables.stream().map(v -> ", " + v.name()).collect(Collectors.joining());
    }

    /** The loop with other statements in it. */
    private List<String> around(Stmt.For loop, List<String> body) {
        List<String> lines = new ArrayList<>(
                plain.lines(List.of(new Stmt.For("", loop.initial(), loop.condition(), loop.update(), Stmt.block()))));
        lines.addAll(1, body);
        return lines;
    }

    private List<Stmt> rest(Stmt.For loop, int changes) {
        List<Stmt> all = loop.body().statements();
        return all.subList(changes, all.size());
    }

    /** The state is an array, which is changed in place. */
    private List<String> arrays(Stmt.For loop, List<Change> changes, int n) {
        List<String> body = new ArrayList<>();
        int made = 0;
        for (Change c : changes) {
            if (c.half().type() == Type.DOUBLE) {
                break;
            }
            List<Expr.Variable> others = c.others(Set.of(c.half().name()));
            String step = "step" + n + "_" + made;
            String back = "back" + n + "_" + made++;
            String parameters = "(double[] " + c.half().name() + declared(others) + ") {";
            members.add(REVERSIBLE + back + "\")");
            method(
                    "static void " + step + parameters,
                    lines(List.of(c.statement()), c.free().nameSet()),
                    "");
            method(
                    "static void " + back + parameters,
                    lines(List.of(c.inverse()), c.free().nameSet()),
                    "");
            body.add(step + "(" + c.half().name() + names(others) + ");");
        }
        body.addAll(plain.lines(rest(loop, made)));
        return around(loop, body);
    }

    private void method(String head, List<String> body, String result) {
        members.add(head);
        body.forEach(line -> members.add("    " + line));
        if (!result.isEmpty()) {
            members.add("    return " + result + ";");
        }
        members.add("}");
    }

    /** The state is a number. */
    private List<String> number(Stmt.For loop, Change c, int n) {
        String half = c.half().name();
        List<Expr.Variable> others = c.others(Set.of(half));
        String parameters = "(double " + half + declared(others) + ") {";
        members.add(REVERSIBLE + "back" + n + "\")");
        method("static double step" + n + parameters, lines(List.of(c.statement()), Set.of()), half);
        method("static double back" + n + parameters, lines(List.of(c.inverse()), Set.of()), half);
        List<String> body = new ArrayList<>(List.of(half + " = step" + n + "(" + half + names(others) + ");"));
        body.addAll(plain.lines(rest(loop, 1)));
        return around(loop, body);
    }

    /** The state are two numbers in a record. */
    private List<String> numbers(Stmt.For loop, List<Change> halves, int n) {
        String a = halves.get(0).half().name();
        String b = halves.get(1).half().name();
        Set<String> state = new TreeSet<>(Set.of(a, b));
        List<Stmt> rest = rest(loop, 2);
        if (FreeVariables.of(Stmt.block(rest), program).written().stream().anyMatch(state::contains)) {
            return number(loop, halves.get(0), n);
        }
        List<Expr.Variable> others = new ArrayList<>(halves.get(0).others(state));
        halves.get(1).others(state).stream().filter(v -> !others.contains(v)).forEach(others::add);
        String type = "Halves" + n;
        members.add("record " + type + "(double " + a + ", double " + b + ") {}");
        members.add(REVERSIBLE + "back" + n + "\")");
        String parameters = "(" + type + " s_" + declared(others) + ") {";
        List<String> taken = List.of("double " + a + " = s_." + a + "();", "double " + b + " = s_." + b + "();");
        String result = "new " + type + "(" + a + ", " + b + ")";
        List<String> forward = new ArrayList<>(taken);
        forward.addAll(lines(List.of(halves.get(0).statement(), halves.get(1).statement()), Set.of()));
        method("static " + type + " step" + n + parameters, forward, result);
        List<String> backward = new ArrayList<>(taken);
        backward.addAll(lines(List.of(halves.get(1).inverse(), halves.get(0).inverse()), Set.of()));
        method("static " + type + " back" + n + parameters, backward, result);
        String s = "both" + n + "_";
        List<String> lines = new ArrayList<>(List.of(type + " " + s + " = " + result + ";"));
        List<String> body = new ArrayList<>(List.of(s + " = step" + n + "(" + s + names(others) + ");"));
        List<String> back = List.of(a + " = " + s + "." + a + "();", b + " = " + s + "." + b + "();");
        if (!rest.isEmpty()) {
            body.addAll(back);
            body.addAll(plain.lines(rest));
        }
        lines.addAll(around(loop, body));
        lines.addAll(back);
        return lines;
    }
}
