package dev.leibniz.processor.fuzz;

import dev.leibniz.processor.fuzz.Profile.Feature;
import dev.leibniz.processor.fuzz.Scope.Binding;
import dev.leibniz.processor.fuzz.Scope.Signature;
import java.util.ArrayList;
import java.util.List;

/** Random methods that others call: functions, those that write into arrays, recursive and mutually recursive ones. */
final class HelperGenerator {

    private static final int LENGTH = 3;

    private final Choices choose;
    private final ExpressionGenerator expressions;
    private final StatementGenerator statements;

    HelperGenerator(Choices choose, ExpressionGenerator expressions, StatementGenerator statements) {
        this.choose = choose;
        this.expressions = expressions;
        this.statements = statements;
    }

    /** Adds one more method; it may call those that are there already. */
    void make(
            String name,
            List<Program.Function> functions,
            List<Signature> callable,
            List<Type.RecordOf> records,
            List<Binding> globals) {
        int kind = choose.below(100);
        if (kind < 14) {
            recursive(name, functions, callable);
        } else if (kind < 22) {
            mutuallyRecursive(name, functions, callable);
        } else if (kind < 30) {
            recursiveOverArray(name, functions, callable);
        } else {
            ordinary(name, functions, callable, records, globals);
        }
    }

    private Type resultType(List<Type.RecordOf> records) {
        int kind = choose.below(100);
        if (kind < 22 && expressions.has(Feature.MUTATION)) {
            return Type.VOID;
        } else if (kind < 40) {
            return Type.DOUBLES;
        } else if (kind < 55 && !records.isEmpty()) {
            return choose.pick(records);
        } else if (kind < 65 && expressions.has(Feature.FLOATS)) {
            return Type.FLOAT;
        }
        return Type.DOUBLE;
    }

    private void ordinary(
            String name,
            List<Program.Function> functions,
            List<Signature> callable,
            List<Type.RecordOf> records,
            List<Binding> globals) {
        Type result = resultType(records);
        Scope scope = Scope.of(new Scope.Function(result, callable, List.of(), false));
        globals.forEach(scope::add);
        List<Program.Parameter> parameters = new ArrayList<>();
        List<Boolean> written = new ArrayList<>();
        int n = choose.between(1, 3);
        boolean variable = result == Type.DOUBLE && choose.chance(12);
        for (int i = 0; i < n; i++) {
            boolean packed = variable && i == n - 1;
            boolean output = i == 0 && (result == Type.VOID || choose.chance(15)) && expressions.has(Feature.MUTATION);
            Type type = packed || output ? Type.DOUBLES : parameterType(records);
            String parameter = scope.fresh(choose, "h");
            boolean array = type instanceof Type.ArrayOf;
            boolean owned = array ? output && !packed : type != Type.INT && choose.chance(40);
            int length = packed ? 1 : array ? LENGTH : 0;
            scope.add(new Binding(Expr.variable(parameter, type), owned, length, type.equals(Type.MATRIX) ? 1 : 0));
            parameters.add(new Program.Parameter(type, parameter, false));
            written.add(array && owned);
        }
        List<Stmt> body = new ArrayList<>();
        statements.add(body, scope, choose.between(1, 4));
        boolean aliasing = false;
        if (result == Type.DOUBLES) {
            aliasing = returnArray(body, scope);
        } else if (result != Type.VOID) {
            if (choose.chance(40)) {
                new ResultGenerator(choose, expressions).finish(body, scope, result);
            } else {
                body.add(Stmt.result(expressions.of(result, scope, 3)));
            }
        }
        // A method that derivatives stop at must not write to what it is given.
        boolean stops = result == Type.DOUBLE && !written.contains(true) && choose.chance(8);
        functions.add(new Program.Function(
                name,
                new Program.Modifiers("", 0, variable, stops, !stops && isRepeated(), false),
                List.copyOf(parameters),
                result,
                Stmt.block(body)));
        List<Type> types = parameters.stream().map(Program.Parameter::type).toList();
        callable.add(new Signature(name, types, List.copyOf(written), variable, aliasing, result));
    }

    private Type parameterType(List<Type.RecordOf> records) {
        int kind = choose.below(100);
        if (kind < 30) {
            return Type.DOUBLES;
        } else if (kind < 36 && expressions.has(Feature.MATRICES)) {
            return Type.MATRIX;
        } else if (kind < 52 && !records.isEmpty()) {
            return choose.pick(records);
        } else if (kind < 60 && expressions.has(Feature.FLOATS)) {
            return Type.FLOAT;
        } else if (kind < 66 && expressions.has(Feature.TEXTS)) {
            return choose.of(Type.STRING, Type.MODE);
        }
        return kind < 70 ? Type.INT : Type.DOUBLE;
    }

    /** A new array, or one that may be written to here, or any: whether it may be a parameter that the caller still holds. */
    private boolean returnArray(List<Stmt> body, Scope scope) {
        List<Binding> any = scope.all(b -> b.type().equals(Type.DOUBLES) && b.length() > 1);
        if (expressions.has(Feature.ALIASES) && !any.isEmpty() && choose.chance(35)) {
            Expr first = choose.pick(any).variable();
            Expr second = choose.pick(any).variable();
            Expr either = new Expr.Conditional(expressions.condition(scope, 1), first, second, Type.DOUBLES);
            body.add(Stmt.result(choose.chance(50) ? first : either));
            return true;
        }
        List<Binding> owned = scope.all(b -> b.owned() && b.type().equals(Type.DOUBLES) && b.length() > 1);
        if (owned.isEmpty() || choose.chance(30)) {
            body.add(Stmt.result(expressions.array(Type.DOUBLES, scope, 3)));
        } else {
            body.add(Stmt.result(choose.pick(owned).variable()));
        }
        return false;
    }

    private void add(
            String name, List<Program.Parameter> parameters, Stmt.Block body, List<Program.Function> functions) {
        Program.Modifiers modifiers = isRepeated() ? Program.Modifiers.REPEATED : Program.Modifiers.NONE;
        functions.add(new Program.Function(name, modifiers, parameters, Type.DOUBLE, body));
    }

    private boolean isRepeated() {
        return expressions.has(Feature.CHECKPOINTS) && choose.chance(40);
    }

    private static Program.Parameter parameter(Type type, String name) {
        return new Program.Parameter(type, name, false);
    }

    /** {@code f(n, x) = n <= 0 ? e(x) : e(f(n - 1, e(x)))}, with a small n at the call. */
    private void recursive(String name, List<Program.Function> functions, List<Signature> callable) {
        List<Program.Parameter> parameters = List.of(parameter(Type.INT, "n"), parameter(Type.DOUBLE, "x"));
        add(name, parameters, recursiveBody(name, callable), functions);
        wrap(name, functions, callable);
    }

    private Stmt.Block recursiveBody(String next, List<Signature> callable) {
        Scope scope = Scope.of(new Scope.Function(Type.DOUBLE, callable, List.of(), false));
        Expr.Variable n = Expr.variable("n", Type.INT);
        scope.add(new Binding(n, false, 0, 0));
        scope.add(new Binding(Expr.variable("x", Type.DOUBLE), true, 0, 0));
        List<Stmt> body = new ArrayList<>();
        body.add(new Stmt.If(
                Expr.test("<=", n, Expr.literal(0)),
                Stmt.block(Stmt.result(expressions.of(Type.DOUBLE, scope, 2))),
                Stmt.block()));
        statements.add(body, scope, choose.between(0, 2));
        Expr less = Expr.binary("-", n, Expr.literal(1));
        Expr deeper = new Expr.Call(next, List.of(less, expressions.of(Type.DOUBLE, scope, 2)), Type.DOUBLE);
        Expr used = choose.chance(50) ? Expr.math("sin", deeper) : deeper;
        Expr factor = expressions.of(Type.DOUBLE, scope, 1);
        body.add(Stmt.result(Expr.binary(choose.of("+", "*", "-"), used, factor)));
        return Stmt.block(body);
    }

    /** A method that starts the recursion; only it is called by others. */
    private void wrap(String name, List<Program.Function> functions, List<Signature> callable) {
        Expr x = Expr.variable("x", Type.DOUBLE);
        Expr start = new Expr.Call(name, List.of(Expr.literal(choose.between(1, 4)), x), Type.DOUBLE);
        add(name + "Start", List.of(parameter(Type.DOUBLE, "x")), Stmt.block(Stmt.result(start)), functions);
        callable.add(new Signature(name + "Start", List.of(Type.DOUBLE), List.of(false), false, false, Type.DOUBLE));
    }

    private void mutuallyRecursive(String name, List<Program.Function> functions, List<Signature> callable) {
        List<Program.Parameter> parameters = List.of(parameter(Type.INT, "n"), parameter(Type.DOUBLE, "x"));
        add(name, parameters, recursiveBody(name + "Odd", callable), functions);
        add(name + "Odd", parameters, recursiveBody(name, callable), functions);
        wrap(name, functions, callable);
    }

    /** A divide and conquer over an array. */
    private void recursiveOverArray(String name, List<Program.Function> functions, List<Signature> callable) {
        Expr a = Expr.variable("a", Type.DOUBLES);
        Expr from = Expr.variable("from", Type.INT);
        Expr to = Expr.variable("to", Type.INT);
        Expr middle = Expr.variable("middle", Type.INT);
        Expr half = Expr.binary("/", Expr.binary("+", from, to), Expr.literal(2));
        Expr left = new Expr.Call(name, List.of(a, from, middle), Type.DOUBLE);
        Expr right = new Expr.Call(name, List.of(a, middle, to), Type.DOUBLE);
        Expr element = Expr.element(a, from);
        Expr both = Expr.binary(choose.of("+", "*", "-"), left, choose.chance(50) ? right : Expr.math("cos", right));
        Stmt.Block body = Stmt.block(
                new Stmt.If(Expr.test("<=", to, from), Stmt.block(Stmt.result(Expr.literal(1.5))), Stmt.block()),
                new Stmt.If(
                        Expr.test("==", Expr.binary("-", to, from), Expr.literal(1)),
                        Stmt.block(Stmt.result(Expr.binary("*", element, element))),
                        Stmt.block()),
                Stmt.declare(Type.INT, "middle", half),
                Stmt.result(both));
        add(
                name,
                List.of(parameter(Type.DOUBLES, "a"), parameter(Type.INT, "from"), parameter(Type.INT, "to")),
                body,
                functions);
        Expr all = new Expr.Call(name, List.of(a, Expr.literal(0), new Expr.Length(a)), Type.DOUBLE);
        add(name + "Start", List.of(parameter(Type.DOUBLES, "a")), Stmt.block(Stmt.result(all)), functions);
        callable.add(new Signature(name + "Start", List.of(Type.DOUBLES), List.of(false), false, false, Type.DOUBLE));
    }
}
