package dev.leibniz.processor.fuzz;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Writes a random program as Java source. Every compound operand is in parentheses, so precedence never matters. */
final class JavaRenderer {

    private final StringBuilder out = new StringBuilder();
    private final Program program;
    private final String owner;
    private final boolean annotated;
    private final Members members;
    private final Set<String> unassigned;
    private final ExpressionRenderer expressions;
    private int indent;

    private JavaRenderer(Program program, String owner, boolean annotated, Members members, Set<String> unassigned) {
        this.program = program;
        this.owner = owner;
        this.annotated = annotated;
        this.members = members;
        this.unassigned = unassigned;
        this.expressions = new ExpressionRenderer(this, program, owner, members);
    }

    /**
     * The sources of the program by class name, in package {@code fuzz}. Without Leibniz's annotations unless
     * {@code annotated}, and then with classes in the place of generated ones, so that it compiles.
     */
    static Map<String, String> sources(Program program, boolean annotated) {
        Map<String, String> sources = new LinkedHashMap<>();
        for (Program.Function function : program.functions()) {
            String owner = function.modifiers().owner();
            sources.computeIfAbsent(program.name() + owner, name -> {
                JavaRenderer renderer = new JavaRenderer(program, owner, annotated, new Members(), new TreeSet<>());
                renderer.type();
                return renderer.out.toString();
            });
        }
        if (!annotated) {
            sources.putAll(DerivativeStubs.of(program));
        }
        return sources;
    }

    /** All sources in one text, to read. */
    static String render(Program program, boolean annotated) {
        return String.join("\n", sources(program, annotated).values());
    }

    private void type() {
        line("package fuzz;");
        line("");
        if (annotated) {
            line("import dev.leibniz.annotations.Differentiable;");
            line("import dev.leibniz.annotations.NoDerivative;");
        }
        line("import dev.leibniz.runtime.*;");
        if (!owner.isEmpty()) {
            line("import fuzz." + program.name() + ".*;");
        }
        line("import java.util.Arrays;");
        line("");
        line((owner.isEmpty() ? "public " : "") + "final class " + program.name() + owner + " {");
        indent++;
        if (owner.isEmpty()) {
            fields();
        }
        for (Program.Function function : program.functions()) {
            if (function.modifiers().owner().equals(owner)) {
                line("");
                function(function, function == program.entry());
            }
        }
        members.texts().forEach(this::line);
        indent--;
        line("}");
    }

    String className() {
        return program.name() + owner;
    }

    /** Statements as lines. */
    List<String> lines(List<Stmt> statements) {
        JavaRenderer inner = new JavaRenderer(program, owner, annotated, members, unassigned);
        statements.forEach(inner::statement);
        return inner.out.toString().lines().toList();
    }

    private void fields() {
        line("public enum Mode { " + String.join(", ", Type.MODE.values()) + " }");
        program.records().forEach(record -> line("public " + record(record)));
        for (Program.Constant c : program.constants()) {
            // An array that is private is out of reach of the generated class, and refused.
            String access = c.type() instanceof Type.ArrayOf ? "" : "private ";
            line(access + "static final " + c.type().java() + " " + c.name() + " = " + render(c.value()) + ";");
        }
    }

    private String record(Type.RecordOf record) {
        return "record " + record.name() + "("
                + record.components().stream()
                        .map(c -> constant(c.constant(), c.type()) + c.type().java() + " " + c.name())
                        .collect(Collectors.joining(", "))
                + ") {}";
    }

    private String annotations(Program.Function function, boolean entry) {
        int order = entry ? program.order() : function.modifiers().order();
        if (order > 0) {
            return order > 1 ? "@Differentiable(order = " + order + ") " : "@Differentiable ";
        }
        String repeated = function.modifiers().repeated() ? "@dev.leibniz.annotations.Checkpointed " : "";
        return function.modifiers().stops() ? "@NoDerivative " : repeated;
    }

    private static String access(Program.Function function, boolean entry) {
        boolean inner = function.modifiers().order() == 0
                && function.modifiers().owner().isEmpty();
        return entry ? "public static " : inner ? "private static " : "static ";
    }

    private void function(Program.Function function, boolean entry) {
        int last = function.parameters().size() - 1;
        StringBuilder parameters = new StringBuilder();
        for (int i = 0; i <= last; i++) {
            Program.Parameter p = function.parameters().get(i);
            String type = p.type().java();
            if (function.modifiers().variable() && i == last) {
                type = type.substring(0, type.length() - 2) + "...";
            }
            parameters.append(i == 0 ? "" : ", ").append(constant(p.constant() && entry, p.type()));
            parameters.append(type).append(' ').append(p.name());
        }
        Optional<FilledResult> filled = FilledResult.of(function);
        filled.ifPresent(f -> parameters
                .append(", ")
                .append(annotated ? "@dev.leibniz.annotations.Result(shape = \"" + f.length() + "\") " : "")
                .append("double[] ")
                .append(f.name()));
        members.fills(filled.map(FilledResult::name).orElse(""));
        String result = filled.isPresent() ? "void" : function.result().java();
        line((annotated ? annotations(function, entry) : "") + access(function, entry) + result + " " + function.name()
                + "(" + parameters + ") {");
        indent++;
        members.enter(FreeVariables.frozen(function));
        unassigned.clear();
        unassigned.addAll(FreeVariables.unassigned(function));
        List<Stmt> statements = function.body().statements();
        statements.subList(filled.isPresent() ? 1 : 0, statements.size()).forEach(this::statement);
        indent--;
        line("}");
        members.fills("");
    }

    private String constant(boolean constant, Type type) {
        boolean marked = type.isDifferentiable() || type instanceof Type.Collected;
        return annotated && constant && marked ? "@NoDerivative " : "";
    }

    private void line(String text) {
        out.append("    ".repeat(text.isEmpty() ? 0 : indent)).append(text).append('\n');
    }

    private void body(String head, Stmt.Block body, String tail) {
        line(head + " {");
        indent++;
        body.statements().forEach(this::statement);
        indent--;
        line("}" + tail);
    }

    /** Every loop keeps copies of its state if {@code -Dfuzz.checkpointed=true}. */
    private static String checkpointed(String initial) {
        boolean declares = initial.startsWith("int");
        return declares && Boolean.getBoolean("fuzz.checkpointed")
                ? "@dev.leibniz.annotations.Checkpointed(snapshots = 2) "
                : "";
    }

    private static String label(String label) {
        return label.isEmpty() ? "" : label + ": ";
    }

    private static String jump(String word, String label) {
        return word + (label.isEmpty() ? "" : " " + label) + ";";
    }

    private void statement(Stmt statement) {
        if (statement instanceof Stmt.Declare s) {
            line(declaration(s) + ";");
        } else if (statement instanceof Stmt.Evaluate s) {
            line(bare(s.expression()) + ";");
        } else if (statement instanceof Stmt.If s) {
            boolean alone = s.otherwise().statements().isEmpty();
            body("if (" + bare(s.condition()) + ")", s.then(), alone ? "" : " else {");
            if (!alone) {
                indent++;
                s.otherwise().statements().forEach(this::statement);
                indent--;
                line("}");
            }
        } else if (statement instanceof Stmt.For s) {
            String initial = s.initial().stream()
                    .map(i -> declaration((Stmt.Declare) i))
                    .collect(Collectors.joining(", "))
                    // A further variable of the same type.
                    .replaceAll(", (?:int|double|long) (\\w+ = )", ", $1");
            String update = s.update().stream().map(this::bare).collect(Collectors.joining(", "));
            body(
                    label(s.label()) + "for (" + checkpointed(initial) + initial + "; " + bare(s.condition()) + "; "
                            + update + ")",
                    s.body(),
                    "");
        } else if (statement instanceof Stmt.While s) {
            body(label(s.label()) + "while (" + bare(s.condition()) + ")", s.body(), "");
        } else if (statement instanceof Stmt.DoWhile s) {
            body(label(s.label()) + "do", s.body(), " while (" + bare(s.condition()) + ");");
        } else if (statement instanceof Stmt.ForEach s) {
            body(
                    label(s.label()) + "for (" + checkpointed("int") + s.type().java() + " " + s.name() + " : "
                            + bare(s.array()) + ")",
                    s.body(),
                    "");
        } else if (statement instanceof Stmt.Switch s) {
            switchStatement(s);
        } else if (statement instanceof Stmt.Break s) {
            line(jump("break", s.label()));
        } else if (statement instanceof Stmt.Continue s) {
            line(jump("continue", s.label()));
        } else if (statement instanceof Stmt.Return s) {
            line(
                    s.value().isEmpty() || members.fills()
                            ? "return;"
                            : "return " + bare(s.value().get(0)) + ";");
        } else if (statement instanceof Stmt.LocalRecord s) {
            line(record(s.type()));
        } else if (statement instanceof Stmt.Throw) {
            line("throw new IllegalStateException();");
        } else if (statement instanceof Stmt.Assert s) {
            line("assert " + bare(s.condition()) + ";");
        } else if (statement instanceof Stmt.Dressed s) {
            new StatementDress(this, program, members).render(s, unassigned).forEach(this::line);
        } else if (statement instanceof Stmt.Block s) {
            line(label(s.label()) + "{");
            indent++;
            s.statements().forEach(this::statement);
            indent--;
            line("}");
        }
    }

    private String declaration(Stmt.Declare s) {
        String type = s.inferred() ? "var" : s.type().java();
        return type + " " + s.name()
                + (s.initial().isEmpty() ? "" : " = " + bare(s.initial().get(0)));
    }

    private void switchStatement(Stmt.Switch s) {
        line("switch (" + bare(s.selector()) + ") {");
        indent++;
        for (Stmt.Case c : s.cases()) {
            String head =
                    c.labels().isEmpty() ? "default" : "case " + ExpressionRenderer.labels(c.labels(), s.selector());
            if (s.arrow()) {
                body(head + " ->", c.body(), "");
            } else {
                line(head + ":");
                indent++;
                c.body().statements().forEach(this::statement);
                indent--;
            }
        }
        indent--;
        line("}");
    }

    /** The expression where these names, and no others, may be captured. */
    String bare(Expr e, Set<String> frozen) {
        Set<String> before = members.enter(frozen);
        String text = bare(e);
        members.enter(before);
        return text;
    }

    /** The expression without parentheses around it. */
    String bare(Expr e) {
        return expressions.bare(e);
    }

    String render(Expr expr) {
        return expressions.render(expr);
    }
}
