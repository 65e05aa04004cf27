package dev.leibniz.processor.fuzz;

import dev.leibniz.processor.fuzz.Profile.Feature;
import dev.leibniz.processor.fuzz.Scope.Binding;
import dev.leibniz.processor.fuzz.Scope.Signature;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Random methods that are differentiable themselves, in the program's class or in one beside it, and their derivatives. */
final class DifferentiableGenerator {

    /** How long arrays are at least, and results exactly. */
    static final int LENGTH = 3;

    private final Choices choose;
    private final ExpressionGenerator expressions;
    private final StatementGenerator statements;

    DifferentiableGenerator(Choices choose, ExpressionGenerator expressions, StatementGenerator statements) {
        this.choose = choose;
        this.expressions = expressions;
        this.statements = statements;
    }

    /** What the new method may use. */
    record Surroundings(
            List<Signature> callable,
            List<Scope.Derivative> derivatives,
            List<Type.RecordOf> records,
            List<Binding> globals) {}

    /** A method of the class with the given name, which is the program's name and the method's owner. */
    Program.Function make(String name, String owner, Surroundings around) {
        boolean array = choose.chance(25);
        Type result = array ? Type.DOUBLES : Type.DOUBLE;
        Scope scope = Scope.of(new Scope.Function(result, around.callable(), around.derivatives(), false));
        around.globals().forEach(scope::add);
        List<Program.Parameter> parameters = new ArrayList<>();
        int n = choose.between(1, 3);
        for (int i = 0; i < n; i++) {
            parameters.add(parameter(scope, around.records(), i == 0));
        }
        List<Stmt> body = new ArrayList<>();
        accumulator(body, scope);
        statements.add(body, scope, choose.between(1, 4));
        if (array) {
            List<Expr> elements = new ArrayList<>();
            for (int i = 0; i < LENGTH; i++) {
                elements.add(expressions.of(Type.DOUBLE, scope, 2));
            }
            body.add(Stmt.result(new Expr.ArrayInitializer(Type.DOUBLES, List.copyOf(elements))));
        } else {
            new ResultGenerator(choose, expressions).finish(body, scope, result);
        }
        int order = !array && choose.chance(35) ? 2 : 1;
        Program.Modifiers modifiers = new Program.Modifiers(owner, order, false, false, false, false);
        return new Program.Function(name, modifiers, List.copyOf(parameters), result, Stmt.block(body));
    }

    private Program.Parameter parameter(Scope scope, List<Type.RecordOf> records, boolean first) {
        int kind = choose.below(100);
        Type type = Type.DOUBLE;
        if (kind < 40) {
            type = Type.DOUBLES;
        } else if (kind < 48 && expressions.has(Feature.MATRICES)) {
            type = Type.MATRIX;
        } else if (kind < 62 && !records.isEmpty()) {
            type = choose.pick(records);
        } else if (kind < 68 && expressions.has(Feature.FLOATS)) {
            type = Type.FLOAT;
        } else if (kind < 75 && !first) {
            type = Type.INT;
        }
        String name = scope.unique("h");
        boolean array = type instanceof Type.ArrayOf;
        boolean owned = !array && type != Type.INT && choose.chance(30);
        scope.add(new Binding(Expr.variable(name, type), owned, array ? LENGTH : 0, type.equals(Type.MATRIX) ? 1 : 0));
        return new Program.Parameter(type, name, false);
    }

    private void accumulator(List<Stmt> body, Scope scope) {
        String name = statements.reserve(scope, "d");
        body.add(Stmt.declare(Type.DOUBLE, name, expressions.of(Type.DOUBLE, scope, 2)));
        scope.add(new Binding(Expr.variable(name, Type.DOUBLE), true, 0, 0));
    }

    /** The derivatives of a method that may be called, with the records they return. */
    static List<Scope.Derivative> derivatives(String program, Program.Function function) {
        List<Type.Component> gradients = new ArrayList<>();
        List<Type.Component> rows = new ArrayList<>();
        List<Type> tangents = new ArrayList<>();
        List<Type> buffers = new ArrayList<>();
        boolean buffered = true;
        for (Program.Parameter p : function.parameters()) {
            if (p.isDifferentiated()) {
                gradients.add(new Type.Component(p.name(), p.type(), false));
                rows.add(new Type.Component(p.name(), new Type.ArrayOf(p.type()), false));
                tangents.add(p.type());
                if (!p.type().isFloating()) {
                    buffers.add(p.type());
                    buffered &= p.type().equals(Type.DOUBLES);
                }
            }
        }
        Type.Component value = new Type.Component("value", function.result(), false);
        Type.RecordOf gradient = record(program, function, "Grad", value, gradients);
        List<Scope.Derivative> found = new ArrayList<>();
        found.add(new Scope.Derivative("Vjp", function, List.of(function.result()), gradient));
        Type.Component tangent = new Type.Component("tangent", function.result(), false);
        Type.RecordOf both = record(program, function, "Jvp", value, List.of(tangent));
        found.add(new Scope.Derivative("Jvp", function, tangents, both));
        if (function.result() instanceof Type.ArrayOf) {
            Type.RecordOf jacobian = record(program, function, "Jacobian", value, rows);
            found.add(new Scope.Derivative("Jacobian", function, List.of(), jacobian));
            return found;
        }
        found.add(new Scope.Derivative("Grad", function, List.of(), gradient));
        if (buffered && !buffers.isEmpty()) {
            found.add(new Scope.Derivative("GradInto", function, buffers, gradient));
        }
        if (function.modifiers().order() > 1) {
            Type.Component grad = new Type.Component("grad", gradient, false);
            Type.RecordOf products = record(program, function, "Hvp", grad, gradients);
            found.add(new Scope.Derivative("Hvp", function, tangents, products));
            Type.Component matrix = new Type.Component("matrix", Type.MATRIX, false);
            Type.RecordOf hessian = record(program, function, "Hessian", grad, List.of(matrix));
            found.add(new Scope.Derivative("Hessian", function, List.of(), hessian));
        }
        return found;
    }

    private static Type.RecordOf record(
            String program, Program.Function function, String form, Type.Component first, List<Type.Component> rest) {
        List<Type.Component> components = new ArrayList<>(List.of(first));
        components.addAll(rest);
        String name = function.name().substring(0, 1).toUpperCase(Locale.ROOT)
                + function.name().substring(1);
        String owner = program + function.modifiers().owner() + "Grad";
        return new Type.RecordOf(owner + "." + name + form, List.copyOf(components));
    }
}
