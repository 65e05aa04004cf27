package dev.leibniz.processor.fuzz;

import dev.leibniz.processor.fuzz.Profile.Feature;
import dev.leibniz.processor.fuzz.Scope.Binding;
import dev.leibniz.processor.fuzz.Scope.Signature;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a random program from a seed. Its Java is valid by construction, except that nothing keeps indices in range,
 * values finite and recursion short but likelihood: {@link #generate} runs each draft in the oracle and draws again.
 */
final class ProgramGenerator {

    private static final int DRAFTS = 60;

    private final Choices choose;
    private final Profile profile;
    private final ExpressionGenerator expressions;
    private final StatementGenerator statements;
    private final HelperGenerator helpers;
    private final DifferentiableGenerator differentiable;
    private final List<Type.RecordOf> records = new ArrayList<>();
    private final List<Program.Constant> constants = new ArrayList<>();
    private final List<Program.Function> functions = new ArrayList<>();
    private final List<Signature> callable = new ArrayList<>();
    private final List<Scope.Derivative> derivatives = new ArrayList<>();
    private final List<Object> arguments = new ArrayList<>();

    private ProgramGenerator(long seed, Profile profile) {
        this.choose = new Choices(seed);
        this.profile = profile;
        this.expressions = new ExpressionGenerator(choose, profile);
        this.statements = new StatementGenerator(choose, expressions);
        this.helpers = new HelperGenerator(choose, expressions, statements);
        this.differentiable = new DifferentiableGenerator(choose, expressions, statements);
    }

    /** The profile of a seed: they take turns. */
    static Profile profile(long seed) {
        Profile[] all = Profile.values();
        return all[(int) Math.floorMod(seed, (long) all.length)];
    }

    /** The program of a seed. One in about thirty may have no comparable derivative; its primal still is. */
    static Program generate(long seed, Profile profile, int order) {
        boolean doubtful = Math.floorMod(seed, 31) == 0;
        for (int draft = 0; draft < DRAFTS; draft++) {
            Program program = new ProgramGenerator(seed * 1_000_003 + draft, profile).program("P" + seed, order);
            int n = DualArguments.count(program);
            try {
                DualInterpreter.Outcome outcome = DualInterpreter.run(program, 0, true, new double[n]);
                if (doubtful || outcome.watch().doubts().isEmpty()) {
                    return program;
                }
            } catch (Watch.Rejected rejected) {
                continue;
            }
        }
        return generate(seed + 1_000_000, profile, order);
    }

    private Program program(String name, int order) {
        makeRecords();
        makeConstants();
        if (profile.has(Feature.HELPERS)) {
            int n = choose.between(1, 3);
            for (int i = 0; i < n; i++) {
                helpers.make("help" + i, functions, callable, records, globals());
            }
        }
        if (profile.has(Feature.DERIVATIVES)) {
            makeDifferentiable(name);
        }
        functions.add(0, entry());
        Program plain = new Program(
                name,
                order,
                List.copyOf(records),
                List.copyOf(constants),
                List.copyOf(functions),
                List.copyOf(arguments));
        return new Dresser(choose, profile).dressed(plain);
    }

    /** Methods with derivatives of their own, some in a class beside the program's, which cannot call the methods here. */
    private void makeDifferentiable(String name) {
        List<Signature> beside = new ArrayList<>();
        List<Scope.Derivative> derivativesBeside = new ArrayList<>();
        int n = choose.between(1, 3);
        for (int i = 0; i < n; i++) {
            boolean elsewhere = choose.chance(30);
            DifferentiableGenerator.Surroundings around = elsewhere
                    ? new DifferentiableGenerator.Surroundings(beside, derivativesBeside, List.of(), List.of())
                    : new DifferentiableGenerator.Surroundings(callable, derivatives, records, globals());
            Program.Function made = differentiable.make("g" + i, elsewhere ? "Lib" : "", around);
            functions.add(made);
            List<Type> types =
                    made.parameters().stream().map(Program.Parameter::type).toList();
            List<Boolean> written = types.stream().map(t -> false).toList();
            Signature signature = new Signature(made.name(), types, written, false, false, made.result());
            List<Scope.Derivative> own = DifferentiableGenerator.derivatives(name, made);
            callable.add(signature);
            derivatives.addAll(own);
            if (elsewhere) {
                beside.add(signature);
                derivativesBeside.addAll(own);
            }
        }
    }

    private void makeRecords() {
        if (!profile.has(Feature.RECORDS)) {
            return;
        }
        List<Type.Component> components = new ArrayList<>();
        components.add(new Type.Component("a", Type.DOUBLE, false));
        components.add(new Type.Component(choose.of("b", "value"), Type.DOUBLE, false));
        if (choose.chance(40)) {
            components.add(new Type.Component("data", Type.DOUBLES, false));
        }
        if (choose.chance(10) && profile.has(Feature.MATRICES)) {
            components.add(new Type.Component("grid", Type.MATRIX, false));
        }
        if (choose.chance(20) && profile.has(Feature.TEXTS)) {
            components.add(new Type.Component("mode", Type.MODE, false));
        }
        if (choose.chance(25)) {
            components.add(new Type.Component("k", Type.INT, false));
        }
        if (choose.chance(15)) {
            components.add(new Type.Component("fixed", Type.DOUBLE, true));
        }
        if (profile.has(Feature.FLOATS) && choose.chance(30)) {
            components.add(new Type.Component("f", Type.FLOAT, false));
        }
        Type.RecordOf first = new Type.RecordOf("Pair", List.copyOf(components));
        records.add(first);
        if (choose.chance(50)) {
            records.add(new Type.RecordOf(
                    "Nested",
                    List.of(
                            new Type.Component("left", first, false),
                            new Type.Component("weight", Type.DOUBLE, false),
                            new Type.Component("right", first, false))));
        }
    }

    private void makeConstants() {
        if (!profile.has(Feature.CONSTANTS)) {
            return;
        }
        if (choose.chance(50)) {
            constants.add(new Program.Constant(Type.DOUBLE, "SCALE", Expr.literal(choose.constant())));
        }
        if (choose.chance(30)) {
            constants.add(new Program.Constant(Type.INT, "COUNT", Expr.literal(choose.between(1, 3))));
        }
        if (choose.chance(40)) {
            List<Expr> elements = List.of(Expr.literal(0.5), Expr.literal(choose.number()), Expr.literal(2.0));
            constants.add(
                    new Program.Constant(Type.DOUBLES, "WEIGHTS", new Expr.ArrayInitializer(Type.DOUBLES, elements)));
        }
        if (choose.chance(20)) {
            List<Expr> elements = List.of(Expr.literal(1), Expr.literal(choose.below(3)), Expr.literal(0));
            constants.add(new Program.Constant(Type.INTS, "ORDER", new Expr.ArrayInitializer(Type.INTS, elements)));
        }
        if (profile.has(Feature.TEXTS)) {
            constants.add(new Program.Constant(Type.STRING, "NAME", new Expr.Literal(Type.STRING, "beta")));
        }
    }

    /** The constants as bindings that every method begins with. */
    private List<Binding> globals() {
        return constants.stream()
                .map(c -> new Binding(
                        Expr.variable(c.name(), c.type()), false, c.type() instanceof Type.ArrayOf ? 3 : 0, 0))
                .toList();
    }

    private Program.Function entry() {
        Type result = Type.DOUBLE;
        boolean filled = profile.has(Feature.RESULTS) && !profile.has(Feature.EXITS) && choose.chance(35);
        if (filled) {
            result = Type.DOUBLES;
        } else if (profile.has(Feature.ARRAY_RESULTS) && choose.chance(30)) {
            result = Type.DOUBLES;
        } else if (profile.has(Feature.FLOATS) && choose.chance(25)) {
            result = Type.FLOAT;
        } else if (!records.isEmpty() && choose.chance(20)) {
            result = choose.pick(records);
        }
        Scope scope = Scope.of(
                new Scope.Function(result, callable, derivatives, true, profile.has(Feature.LARGE) ? 120 : 28));
        globals().forEach(scope::add);
        List<Program.Parameter> parameters = new ArrayList<>();
        int n = choose.between(1, 4);
        for (int i = 0; i < n; i++) {
            parameter(parameters, scope, i == 0);
        }
        List<Stmt> body = new ArrayList<>();
        Binding out = new Binding(Expr.variable("", Type.DOUBLES), true, 0, 0);
        if (filled) {
            Expr.Variable variable = Expr.variable(statements.reserve(scope, "out"), Type.DOUBLES);
            out = new Binding(variable, true, choose.between(1, 4), 0);
            Expr length = Expr.literal(out.length());
            body.add(Stmt.declare(Type.DOUBLES, variable.name(), new Expr.NewArray(Type.DOUBLES, List.of(length))));
            scope.add(out);
        }
        workingVariables(body, scope);
        statements.add(body, scope, profile.has(Feature.LARGE) ? choose.between(25, 50) : choose.between(3, 8));
        ResultGenerator results = new ResultGenerator(choose, expressions);
        if (filled) {
            results.fill(body, scope, out);
        } else {
            results.finish(body, scope, result);
        }
        Program.Modifiers modifiers = filled ? Program.Modifiers.FILLED : Program.Modifiers.NONE;
        return new Program.Function("f", modifiers, List.copyOf(parameters), result, Stmt.block(body));
    }

    /** Something that the statements can change: an accumulator, and copies of the arrays. */
    private void workingVariables(List<Stmt> body, Scope scope) {
        if (profile.has(Feature.DRAWS) && choose.chance(60)) {
            String name = statements.reserve(scope, "random");
            body.add(Stmt.declare(Type.RANDOM, name, new Expr.NewRandom(Expr.literal(choose.below(1000)))));
            scope.add(new Binding(Expr.variable(name, Type.RANDOM), false, 0, 0));
        }
        for (Binding b : scope.all(any -> true)) {
            if (b.type().equals(Type.DOUBLES) && choose.chance(60)) {
                String name = statements.reserve(scope, "a");
                body.add(Stmt.declare(Type.DOUBLES, name, new Expr.Clone(b.variable())));
                scope.add(new Binding(Expr.variable(name, Type.DOUBLES), true, b.length(), 0));
            }
        }
        String name = statements.reserve(scope, "d");
        body.add(Stmt.declare(Type.DOUBLE, name, expressions.of(Type.DOUBLE, scope, 2)));
        scope.add(new Binding(Expr.variable(name, Type.DOUBLE), true, 0, 0));
    }

    private void parameter(List<Program.Parameter> parameters, Scope scope, boolean first) {
        int kind = choose.below(100);
        Type type = Type.DOUBLE;
        if (kind < 35 && profile.has(Feature.ARRAYS)) {
            type = Type.DOUBLES;
        } else if (kind < 48 && profile.has(Feature.MATRICES)) {
            type = Type.MATRIX;
        } else if (kind < 65 && !records.isEmpty()) {
            type = choose.pick(records);
        } else if (kind < 78 && profile.has(Feature.FLOATS)) {
            type = choose.of(Type.FLOAT, Type.FLOATS);
        } else if (kind < 84 && !first) {
            type = choose.of(Type.INT, Type.INTS);
        } else if (kind < 88 && profile.has(Feature.MATRICES)) {
            type = Type.CUBE;
        } else if (kind < 90 && profile.has(Feature.INTEGERS) && !first) {
            type = choose.of(Type.LONG, Type.BYTE, Type.SHORT, Type.CHAR, Type.BOOLEAN, new Type.ArrayOf(Type.BOOLEAN));
        } else if (kind < 96 && profile.has(Feature.TEXTS) && !first) {
            type = choose.of(Type.STRING, Type.MODE);
        }
        if (!first && profile.has(Feature.COLLECTIONS) && choose.chance(35)) {
            type = choose.of(
                    Type.RANDOM,
                    Type.SPLITTABLE,
                    new Type.Collected("List", Type.DOUBLE),
                    new Type.Collected("List", records.get(0)),
                    new Type.Collected("Map", Type.DOUBLE));
        } else if (profile.has(Feature.COLLECTIONS) && choose.chance(25)) {
            type = new Type.ArrayOf(choose.pick(records));
        }
        boolean constant = !first && choose.chance(8) || type instanceof Type.Collected;
        String name = scope.fresh(choose, "p");
        int length = choose.chance(4) ? choose.below(2) : choose.between(2, 4);
        int width = choose.between(1, 3);
        boolean array = type instanceof Type.ArrayOf || type instanceof Type.Collected;
        boolean owned = !(array || type == Type.INT || type instanceof Type.Opaque) && choose.chance(25);
        length = type instanceof Type.Collected ? Math.max(1, length) : length;
        scope.add(new Binding(
                Expr.variable(name, type), owned, array ? length : type == Type.INT ? 2 : 0, array ? width : 0));
        parameters.add(new Program.Parameter(type, name, constant));
        arguments.add(argument(type, length, width));
    }

    private Object argument(Type type, int length, int width) {
        if (type instanceof Type.RecordOf record) {
            List<Object> values = new ArrayList<>();
            record.components().forEach(c -> values.add(argument(c.type(), 2, 2)));
            return List.copyOf(values);
        } else if (type.equals(Type.DOUBLES)) {
            double[] values = new double[length];
            for (int i = 0; i < length; i++) {
                values[i] = choose.number();
            }
            return values;
        } else if (type.equals(Type.FLOATS)) {
            float[] values = new float[length];
            for (int i = 0; i < length; i++) {
                values[i] = (float) choose.number();
            }
            return values;
        } else if (type.equals(Type.INTS)) {
            int[] values = new int[length];
            for (int i = 0; i < length; i++) {
                values[i] = choose.below(4);
            }
            return values;
        } else if (type.equals(Type.MATRIX)) {
            double[][] rows = new double[length][];
            for (int i = 0; i < length; i++) {
                rows[i] = (double[]) argument(Type.DOUBLES, choose.chance(10) ? width + 1 : width, 0);
            }
            return rows;
        } else if (type == Type.FLOAT) {
            return (float) choose.number();
        }
        if (type instanceof Type.Collected c) {
            List<Object> elements = new ArrayList<>();
            for (int i = 0; i < length; i++) {
                elements.add(argument(c.element(), 2, 2));
            }
            return List.copyOf(elements);
        }
        if (type instanceof Type.Opaque) {
            return choose.below(1000);
        }
        if (type instanceof Type.ArrayOf array) {
            boolean records = array.element() instanceof Type.RecordOf;
            Class<?> element = records ? List.class : array.equals(Type.CUBE) ? double[][].class : boolean.class;
            Object values = java.lang.reflect.Array.newInstance(element, length);
            for (int i = 0; i < length; i++) {
                java.lang.reflect.Array.set(values, i, argument(array.element(), width, 2));
            }
            return values;
        }
        return scalar(type);
    }

    private Object scalar(Type type) {
        if (type instanceof Type.Text text) {
            return choose.pick(text.values());
        } else if (type == Type.INT) {
            return choose.below(2);
        } else if (type == Type.LONG) {
            return (long) choose.between(-3, 5);
        } else if (type == Type.BYTE) {
            return (byte) choose.between(-3, 120);
        } else if (type == Type.SHORT) {
            return (short) choose.between(-3, 300);
        } else if (type == Type.CHAR) {
            return (char) choose.between(0, 99);
        }
        return type == Type.BOOLEAN ? (Object) choose.chance(50) : (Object) choose.number();
    }
}
