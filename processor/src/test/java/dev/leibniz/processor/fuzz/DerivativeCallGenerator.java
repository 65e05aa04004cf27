package dev.leibniz.processor.fuzz;

import dev.leibniz.processor.fuzz.Scope.Binding;
import java.util.ArrayList;
import java.util.List;

/** Random calls of generated derivatives inside of methods, and what such calls are made for. */
final class DerivativeCallGenerator {

    private final Choices choose;
    private final ExpressionGenerator expressions;

    DerivativeCallGenerator(Choices choose, ExpressionGenerator expressions) {
        this.choose = choose;
        this.expressions = expressions;
    }

    /** Adds a statement with such a call, or nothing if there is nothing to call. */
    void statement(List<Stmt> made, Scope scope) {
        List<Scope.Derivative> there = scope.function().derivatives();
        if (there.isEmpty() || scope.loops() > 1 || !scope.function().mayCallDerivative()) {
            return;
        }
        Scope.Derivative derivative = choose.pick(there);
        int kind = choose.below(100);
        if (derivative.form().equals("Grad") && kind < 35) {
            descent(made, scope, derivative);
        } else if (derivative.form().equals("GradInto")) {
            buffered(made, scope, derivative);
        } else {
            kept(made, scope, derivative, kind < 60);
        }
    }

    /** A call, or nothing if there is nothing to call it with. */
    List<Expr> call(Scope.Derivative derivative, Scope scope, int depth) {
        List<Type> types = derivative.function().parameters().stream()
                .map(Program.Parameter::type)
                .toList();
        List<Boolean> written = types.stream().map(t -> false).toList();
        Scope.Signature own =
                new Scope.Signature(derivative.function().name(), types, written, false, false, derivative.type());
        List<Expr> arguments = new ArrayList<>(expressions.arguments(own, scope, depth));
        if (arguments.isEmpty()) {
            return List.of();
        }
        // The derivative's arguments have exactly the types of its parameters.
        for (int i = 0; i < arguments.size(); i++) {
            if (types.get(i) instanceof Type.Primitive && arguments.get(i).type() != types.get(i)) {
                arguments.set(i, new Expr.Cast(types.get(i), arguments.get(i)));
            }
        }
        if (derivative.form().equals("Vjp")) {
            Type result = derivative.function().result();
            arguments.add(result == Type.DOUBLE ? expressions.of(result, scope, 1) : cotangents(scope));
        } else if (!derivative.extras().isEmpty() && !tangents(derivative, arguments, scope)) {
            return List.of();
        }
        return List.of(new Expr.Derivative(
                derivative.form(), derivative.function().name(), List.copyOf(arguments), derivative.type()));
    }

    private Expr cotangents(Scope scope) {
        List<Expr> elements = new ArrayList<>();
        for (int i = 0; i < DifferentiableGenerator.LENGTH; i++) {
            elements.add(expressions.of(Type.DOUBLE, scope, 1));
        }
        return new Expr.ArrayInitializer(Type.DOUBLES, List.copyOf(elements));
    }

    /** Adds tangents of the arguments' shapes; whether that could be done. */
    private boolean tangents(Scope.Derivative derivative, List<Expr> arguments, Scope scope) {
        List<Program.Parameter> parameters = derivative.function().parameters();
        List<Expr> tangents = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            Type type = parameters.get(i).type();
            Expr argument = arguments.get(i);
            if (!parameters.get(i).isDifferentiated()) {
                continue;
            } else if (type.isFloating()) {
                tangents.add(expressions.of(type, scope, 1));
            } else if (!(argument instanceof Expr.Variable)) {
                return false;
            } else if (type.equals(Type.DOUBLES) && choose.chance(60)) {
                tangents.add(
                        choose.chance(50)
                                ? new Expr.Clone(argument)
                                : new Expr.NewArray(Type.DOUBLES, List.of(new Expr.Length(argument))));
            } else {
                tangents.add(argument);
            }
        }
        arguments.addAll(tangents);
        return true;
    }

    /** The record in a variable, or an array out of it. */
    private void kept(List<Stmt> made, Scope scope, Scope.Derivative derivative, boolean whole) {
        List<Expr> call = call(derivative, scope, 2);
        if (call.isEmpty()) {
            return;
        }
        List<Type.Component> arrays = derivative.type().components().stream()
                .filter(c -> c.type().equals(Type.DOUBLES))
                .toList();
        Type.RecordOf type = derivative.type();
        if (whole || arrays.isEmpty()) {
            String name = reserve(scope, "rec");
            made.add(new Stmt.Declare(type, name, call, choose.chance(50)));
            scope.add(new Binding(Expr.variable(name, type), false, 0, 0));
        } else {
            Type.Component array = choose.pick(arrays);
            String name = reserve(scope, "a");
            Expr part = new Expr.Access(call.get(0), array.name(), array.type());
            made.add(new Stmt.Declare(array.type(), name, List.of(part), choose.chance(20)));
            boolean own = !array.name().equals("value");
            scope.add(new Binding(Expr.variable(name, array.type()), own, DifferentiableGenerator.LENGTH, 0));
        }
    }

    private String reserve(Scope scope, String stem) {
        String name = scope.fresh(choose, stem);
        scope.add(new Binding(Expr.variable(name, Type.VOID), false, 0, 0));
        return name;
    }

    /** Some steps of gradient descent from an array of this program. */
    private void descent(List<Stmt> made, Scope scope, Scope.Derivative derivative) {
        List<Program.Parameter> parameters = derivative.function().parameters();
        List<Integer> arrays = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i).type().equals(Type.DOUBLES)) {
                arrays.add(i);
            }
        }
        Scope inner = scope.inner("", true);
        List<Expr> call = call(derivative, inner, 1);
        if (arrays.isEmpty() || call.isEmpty()) {
            return;
        }
        int which = choose.pick(arrays);
        Expr.Derivative gradient = (Expr.Derivative) call.get(0);
        Expr start = gradient.arguments().get(which);
        Expr.Variable w = Expr.variable(reserve(scope, "w"), Type.DOUBLES);
        Expr.Variable step = Expr.variable(reserve(scope, "k"), Type.INT);
        Expr.Variable g = Expr.variable(reserve(scope, "g"), Type.DOUBLES);
        Expr.Variable i = Expr.variable(reserve(scope, "i"), Type.INT);
        List<Expr> arguments = new ArrayList<>(gradient.arguments());
        arguments.set(which, w);
        Expr call2 = new Expr.Derivative("Grad", gradient.function(), List.copyOf(arguments), gradient.type());
        Expr part = new Expr.Access(call2, parameters.get(which).name(), Type.DOUBLES);
        Expr rate = choose.chance(50) ? Expr.literal(0.1) : Expr.math("sin", expressions.of(Type.DOUBLE, scope, 1));
        Stmt move = Stmt.assign(
                Expr.element(w, i), choose.chance(80) ? "-=" : "=", Expr.binary("*", rate, Expr.element(g, i)));
        made.add(Stmt.declare(Type.DOUBLES, w.name(), new Expr.Clone(start)));
        made.add(IdiomGenerator.upTo(
                step,
                0,
                Expr.literal(choose.between(1, 3)),
                Stmt.declare(Type.DOUBLES, g.name(), part),
                IdiomGenerator.upTo(i, 0, new Expr.Length(w), move)));
        scope.add(new Binding(w, true, DifferentiableGenerator.LENGTH, 0));
    }

    /** Gradients summed up in a buffer, in a loop. */
    private void buffered(List<Stmt> made, Scope scope, Scope.Derivative derivative) {
        Expr.Variable step = Expr.variable(reserve(scope, "k"), Type.INT);
        Scope inner = scope.inner("", true);
        inner.add(new Binding(step, false, 2, 0));
        Scope.Derivative plain = new Scope.Derivative("Grad", derivative.function(), List.of(), derivative.type());
        List<Expr> call = call(plain, inner, 2);
        if (call.isEmpty()) {
            return;
        }
        List<Expr> arguments = new ArrayList<>(((Expr.Derivative) call.get(0)).arguments());
        List<Binding> buffers = new ArrayList<>();
        List<Program.Parameter> parameters = derivative.function().parameters();
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i).type().equals(Type.DOUBLES)) {
                Expr.Variable buffer = Expr.variable(reserve(scope, "buffer"), Type.DOUBLES);
                Expr length = new Expr.Length(arguments.get(i));
                Expr fresh = new Expr.NewArray(Type.DOUBLES, List.of(length));
                Expr initial = choose.chance(60) ? fresh : new Expr.Clone(arguments.get(i));
                made.add(Stmt.declare(Type.DOUBLES, buffer.name(), initial));
                buffers.add(new Binding(buffer, true, DifferentiableGenerator.LENGTH, 0));
            }
        }
        buffers.forEach(b -> arguments.add(b.variable()));
        Expr added = new Expr.Derivative(
                "GradInto", derivative.function().name(), List.copyOf(arguments), derivative.type());
        made.add(IdiomGenerator.upTo(step, 0, Expr.literal(choose.between(1, 3)), new Stmt.Evaluate(added)));
        buffers.forEach(scope::add);
    }
}
