package dev.leibniz.processor.fuzz;

import dev.leibniz.processor.fuzz.Scope.Binding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the statements of a kernel into a scope of a program that is being generated. Variables get names that are free there,
 * and the holes in the text get random contents. Expressions are read by {@link ExpressionParser}.
 */
final class KernelParser {

    private final Tokens tokens;
    private final Choices choose;
    private final ExpressionGenerator expressions;
    private final StatementGenerator statements;

    KernelParser(String text, Choices choose, ExpressionGenerator expressions, StatementGenerator statements) {
        this.tokens = new Tokens(text);
        this.choose = choose;
        this.expressions = expressions;
        this.statements = statements;
    }

    /** What the names of the kernel stand for at a place of it. */
    record Names(Scope scope, Map<String, Expr.Variable> variables, Map<String, String> labels) {
        Names inner(Scope scope) {
            return new Names(scope, new HashMap<>(variables), labels);
        }
    }

    /** Adds all statements of the text; the variables stand for its inputs. */
    void statements(List<Stmt> made, Scope scope, Map<String, Expr.Variable> inputs) {
        Names names = new Names(scope, new HashMap<>(inputs), new HashMap<>());
        while (!tokens.atEnd()) {
            statement(made, names);
        }
    }

    private ExpressionParser expression(Names names) {
        return new ExpressionParser(tokens, names, expressions);
    }

    private Stmt.Block block(Names names) {
        List<Stmt> made = new ArrayList<>();
        if (tokens.accept("{")) {
            while (!tokens.accept("}")) {
                statement(made, names);
            }
        } else {
            statement(made, names);
        }
        return Stmt.block(made);
    }

    private void statement(List<Stmt> made, Names names) {
        if (tokens.accept(";")) {
            return;
        } else if (tokens.accept("BODY")) {
            tokens.expect(";");
            statements.add(made, names.scope(), 1);
        } else if (tokens.accept("if")) {
            tokens.expect("(");
            Expr condition = expression(names).expression();
            tokens.expect(")");
            Stmt.Block then = block(names.inner(names.scope().inner()));
            boolean alternative = tokens.accept("else");
            Stmt.Block otherwise = alternative ? block(names.inner(names.scope().inner())) : Stmt.block();
            made.add(new Stmt.If(condition, then, otherwise));
        } else if (tokens.accept("return")) {
            Type type = names.scope().function().result();
            Expr value = expression(names).expression();
            made.add(Stmt.result(value.type().equals(type) ? value : new Expr.Cast(type, value)));
            tokens.expect(";");
        } else if (tokens.accept("break")) {
            made.add(new Stmt.Break(jump(names)));
        } else if (tokens.accept("continue")) {
            made.add(new Stmt.Continue(jump(names)));
        } else if (tokens.isLoop()) {
            loop(made, names, "");
        } else if (tokens.isLabel()) {
            String label = tokens.next();
            tokens.expect(":");
            String unique = names.scope().unique(label);
            names.labels().put(label, unique);
            loop(made, names, unique);
        } else if (tokens.isType()) {
            made.addAll(declaration(names));
            tokens.expect(";");
        } else {
            made.add(new Stmt.Evaluate(expression(names).expression()));
            tokens.expect(";");
        }
    }

    private String jump(Names names) {
        String label = tokens.accept(";") ? "" : names.labels().get(tokens.next());
        if (!label.isEmpty()) {
            tokens.expect(";");
        }
        return label;
    }

    private List<Stmt> declaration(Names names) {
        Type type = tokens.type();
        List<Stmt> made = new ArrayList<>();
        do {
            String name = tokens.next();
            tokens.expect("=");
            Expr initial = tokens.is("{")
                    ? expression(names).initializer((Type.ArrayOf) type)
                    : expression(names).expression();
            made.add(new Stmt.Declare(type, declare(names, type, name).name(), List.of(initial), false));
        } while (tokens.accept(","));
        return made;
    }

    /** A new variable of the program for one of the kernel. Arrays may be shorter than anything. */
    private Expr.Variable declare(Names names, Type type, String name) {
        Expr.Variable variable = Expr.variable(names.scope().fresh(choose, name), type);
        names.variables().put(name, variable);
        boolean owned = type != Type.INT && type != Type.LONG;
        names.scope().add(new Binding(variable, owned, 0, 0));
        return variable;
    }

    private void loop(List<Stmt> made, Names around, String label) {
        Names names = around.inner(around.scope().inner(label, true));
        if (tokens.accept("do")) {
            Stmt.Block body = block(names.inner(names.scope().inner()));
            tokens.expect("while");
            tokens.expect("(");
            Expr condition = expression(names).expression();
            tokens.expect(")");
            tokens.expect(";");
            made.add(new Stmt.DoWhile(label, body, condition));
        } else if (tokens.accept("while")) {
            tokens.expect("(");
            Expr condition = expression(names).expression();
            tokens.expect(")");
            made.add(new Stmt.While(label, condition, block(names)));
        } else {
            tokens.expect("for");
            tokens.expect("(");
            made.add(tokens.isForEach() ? each(names, label) : counted(names, label));
        }
    }

    private Stmt each(Names names, String label) {
        Type type = tokens.type();
        String name = tokens.next();
        tokens.expect(":");
        Expr array = expression(names).expression();
        tokens.expect(")");
        Expr.Variable variable = declare(names, type, name);
        return new Stmt.ForEach(label, type, variable.name(), array, block(names));
    }

    private Stmt counted(Names names, String label) {
        List<Stmt> initial = tokens.is(";") ? List.of() : declaration(names);
        tokens.expect(";");
        Expr condition = expression(names).expression();
        tokens.expect(";");
        List<Expr> update = new ArrayList<>();
        while (!tokens.is(")")) {
            update.add(expression(names).expression());
            tokens.accept(",");
        }
        tokens.expect(")");
        return new Stmt.For(label, initial, condition, update, block(names));
    }
}
