package dev.leibniz.processor.fuzz;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Writes dressed statements, as lines. What they need besides goes to the members of the class. */
final class StatementDress {

    private final JavaRenderer plain;
    private final Program program;
    private final Members members;

    StatementDress(JavaRenderer plain, Program program, Members members) {
        this.plain = plain;
        this.program = program;
        this.members = members;
    }

    /** The statement in its dress; the names are those that are declared without a value. */
    List<String> render(Stmt.Dressed dressed, Set<String> unassigned) {
        members.open();
        List<String> lines = lines(dressed, unassigned);
        members.close();
        return lines;
    }

    private List<String> lines(Stmt.Dressed dressed, Set<String> unassigned) {
        List<Stmt> body = dressed.plain().statements();
        int n = members.next();
        return switch (dressed.dress()) {
            case STATE -> state(dressed, n, unassigned);
            case EARLY -> early(body);
            case PRINTED -> printed(dressed, n, unassigned);
            case FINALLY -> lastly(body, n, dressed.variant());
            case REPEATED -> new MemoryDress(plain, program, members).kept(dressed.plain(), n, unassigned);
            case UNDONE -> new ReversibleDress(plain, program, members).render(body, n, dressed.variant(), unassigned);
            case COPIED -> new MemoryDress(plain, program, members).copied(body, dressed.variant());
            case CAUGHT -> caught(body, n, dressed.variant());
            default -> plain.lines(body);
        };
    }

    private List<String> state(Stmt.Dressed dressed, int n, Set<String> unassigned) {
        Stmt.Block body = dressed.plain();
        FreeVariables free = FreeVariables.of(body, program);
        Set<String> names = new TreeSet<>();
        free.used().forEach(v -> names.add(v.name()));
        boolean assigned = names.stream().noneMatch(unassigned::contains);
        if (!free.movable() || !assigned || names.isEmpty() || FreeVariables.canLeave(body)) {
            return plain.lines(body.statements());
        }
        String type = "State" + n;
        String declared =
                free.used().stream().map(v -> v.type().java() + " " + v.name()).collect(Collectors.joining(", "));
        String passed =
                String.join(", ", free.used().stream().map(Expr.Variable::name).toList());
        String sets = free.used().stream()
                .map(v -> "this." + v.name() + " = " + v.name() + "; ")
                .collect(Collectors.joining());
        String fields = free.used().stream()
                .map(v -> v.type().java() + " " + v.name() + "; ")
                .collect(Collectors.joining());
        boolean inherits = dressed.variant() % 5 == 4;
        if (inherits) {
            members.add("abstract static class Base" + n + " { protected "
                    + fields.replace("; ", "; protected ").replaceAll("protected $", ""));
            members.add("    Base" + n + "(" + declared + ") { " + sets + "}");
            members.add("    abstract void run();");
            members.add("}");
        }
        members.add("static final class " + type + (inherits ? " extends Base" + n : "") + " {");
        if (inherits) {
            members.add("    " + type + "(" + declared + ") { super(" + passed + "); }");
        } else {
            members.add("    " + fields);
            members.add("    " + type + "(" + declared + ") { " + sets + "}");
        }
        Set<String> inner = new TreeSet<>(members.frozen());
        inner.addAll(names);
        Set<String> before = members.enter(inner);
        List<String> lines = plain.lines(body.statements());
        members.enter(before);
        members.add(inherits ? "    @Override void run() {" : "    void run() {");
        lines.forEach(line -> members.add("        " + line));
        members.add("    }");
        members.add("}");
        String s = "state" + n;
        List<String> made = new java.util.ArrayList<>();
        made.add(type + " " + s + " = new " + type + "(" + passed + ");");
        switch (dressed.variant() % 5) {
            case 0 -> made.add(s + ".run();");
            case 1 -> {
                made.add(type + " other" + n + " = " + s + ";");
                made.add("other" + n + ".run();");
            }
            case 2 -> {
                made.add(type + "[] all" + n + " = {" + s + "};");
                made.add("all" + n + "[0].run();");
            }
            case 3 -> {
                members.add("interface Act" + n + " { void act(); }");
                members.add("private static void drive" + n + "(Act" + n + " a) { a.act(); }");
                made.add("drive" + n + "(" + s + "::run);");
            }
            default -> {
                made.add("Base" + n + " base" + n + " = " + s + ";");
                made.add("base" + n + ".run();");
            }
        }
        free.used().stream()
                .filter(v -> free.written().contains(v.name()))
                .forEach(v -> made.add(v.name() + " = " + s + "." + v.name() + ";"));
        return made;
    }

    /** The first lambda in the statement is made before it. */
    private List<String> early(List<Stmt> body) {
        Stmt.Block block = Stmt.block(body);
        for (AstWalk.Path path : AstWalk.paths(block)) {
            if (AstWalk.at(block, path) instanceof Expr.Dressed e && e.dress() != Dress.LISTED) {
                FreeVariables free = FreeVariables.of(e.plain(), program);
                Set<String> outside = new TreeSet<>();
                FreeVariables.of(block, program).used().forEach(v -> outside.add(v.name()));
                if (!free.movable() || !free.written().isEmpty() || free.used().isEmpty()) {
                    continue;
                }
                Set<String> frozen = new TreeSet<>(members.frozen());
                frozen.retainAll(outside);
                Set<String> before = members.enter(frozen);
                Map.Entry<String, String> made = new ExpressionDress(plain, program, members).early(e, free);
                members.enter(before);
                Object changed = AstWalk.replaced(block, path, Expr.variable(made.getValue(), e.type()));
                List<String> lines = new java.util.ArrayList<>(List.of(made.getKey()));
                lines.addAll(plain.lines(((Stmt.Block) changed).statements()));
                return lines;
            }
        }
        return plain.lines(body);
    }

    private List<String> printed(Stmt.Dressed dressed, int n, Set<String> unassigned) {
        List<String> lines = new java.util.ArrayList<>();
        String values = FreeVariables.of(dressed.plain(), program).used().stream()
                .filter(v -> v.type() instanceof Type.Primitive && !unassigned.contains(v.name()))
                .map(v -> " + \" \" + " + v.name())
                .collect(Collectors.joining());
        String text = "\"at " + n + "\"" + values;
        if (dressed.variant() % 2 == 0) {
            lines.add("System.out.println(" + text + ");");
        }
        lines.addAll(plain.lines(dressed.plain().statements()));
        if (dressed.variant() % 2 == 1 && !FreeVariables.canLeave(dressed.plain()) && endsNormally(dressed.plain())) {
            lines.add("System.err.println(String.format(\"%s\", " + text + "));");
        }
        return lines;
    }

    private static boolean endsNormally(Stmt.Block block) {
        return AstWalk.nodes(block).stream().noneMatch(Stmt.Throw.class::isInstance);
    }

    private List<String> lastly(List<Stmt> body, int n, int variant) {
        List<String> lines = new java.util.ArrayList<>();
        if (body.size() == 2 && endsNormally(Stmt.block(body))) {
            lines.add("try {");
            plain.lines(body.subList(0, 1)).forEach(line -> lines.add("    " + line));
            lines.add("} finally {");
            plain.lines(body.subList(1, 2)).forEach(line -> lines.add("    " + line));
            lines.add("}");
            return lines;
        }
        lines.add("double[] waste" + n + " = {" + variant + "};");
        lines.add("try {");
        plain.lines(body).forEach(line -> lines.add("    " + line));
        lines.add("} finally {");
        lines.add("    waste" + n + "[0] *= 2;");
        lines.add(
                variant % 2 == 0
                        ? "    System.out.println(\"finally \" + waste" + n + "[0]);"
                        : "    waste" + n + "[0] += 1;");
        lines.add("}");
        return lines;
    }

    private List<String> caught(List<Stmt> body, int n, int variant) {
        String stop = "Stop" + n;
        List<String> lines = new java.util.ArrayList<>();
        if (body.size() == 1 && body.get(0) instanceof Stmt.If branch) {
            members.add("private static final class " + stop + " extends RuntimeException {}");
            lines.add("try {");
            lines.add("    if (!" + plain.render(branch.condition()) + ") {");
            lines.add("        throw new " + stop + "();");
            lines.add("    }");
            plain.lines(branch.then().statements()).forEach(line -> lines.add("    " + line));
            lines.add("} catch (" + stop + " stop" + n + ") {");
            plain.lines(branch.otherwise().statements()).forEach(line -> lines.add("    " + line));
            lines.add(variant % 3 == 0 ? "} finally {\n    System.out.println(\"done\");\n}" : "}");
            return lines;
        }
        lines.add("try {");
        plain.lines(body).forEach(line -> lines.add("    " + line));
        members.add("private static final class " + stop + " extends RuntimeException {}");
        lines.add("} catch (" + stop + " stop" + n + ") {");
        lines.add("    throw new IllegalStateException();");
        lines.add("}");
        return lines;
    }
}
