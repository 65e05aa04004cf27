package dev.leibniz.processor.fuzz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/** Evaluates expressions for the {@link DualInterpreter}, operands from left to right as Java does. */
final class ExpressionEvaluator {

    private final DualInterpreter methods;
    private final Primitives primitives;
    private final ScalarMath math;
    private final Watch watch;
    private final NestedDerivatives derivatives;

    ExpressionEvaluator(DualInterpreter methods, Primitives primitives, Watch watch, NestedDerivatives derivatives) {
        this.methods = methods;
        this.primitives = primitives;
        this.math = primitives.math();
        this.watch = watch;
        this.derivatives = derivatives;
    }

    /** {@code Math.max} or {@code Math.min}. */
    Scalar extremum(String name, Scalar left, Scalar right) {
        return math.call("Math", name, List.of(left, right), List.of(false, false), false);
    }

    Primitives primitives() {
        return primitives;
    }

    /** The value of {@code source} as it is assigned to something of the given type. */
    Object converted(Object value, Expr source, Type to) {
        return primitives.convert(value, source.type(), to);
    }

    private Object evaluate(Expr e, DualInterpreter.Frame frame, Type to) {
        return converted(evaluate(e, frame), e, to);
    }

    private int index(Expr e, DualInterpreter.Frame frame) {
        return (Integer) evaluate(e, frame);
    }

    Object evaluate(Expr expr, DualInterpreter.Frame frame) {
        return watch.computed(value(expr, frame));
    }

    private Object value(Expr expr, DualInterpreter.Frame frame) {
        if (expr instanceof Expr.Literal e) {
            return e.type().isFloating() ? Scalar.constant(((Number) e.value()).doubleValue()) : e.value();
        } else if (expr instanceof Expr.Variable e) {
            return methods.read(e, frame);
        } else if (expr instanceof Expr.Unary e) {
            return primitives.unary(e.op(), evaluate(e.operand(), frame));
        } else if (expr instanceof Expr.Binary e) {
            return binary(e, frame);
        } else if (expr instanceof Expr.Conditional e) {
            boolean first = watch.decision((Boolean) evaluate(e.condition(), frame));
            return evaluate(first ? e.then() : e.otherwise(), frame, e.type());
        } else if (expr instanceof Expr.Cast e) {
            return evaluate(e.operand(), frame, e.type());
        } else if (expr instanceof Expr.Element e) {
            ArrayValue array = (ArrayValue) evaluate(e.array(), frame);
            return array.get(index(e.index(), frame));
        } else if (expr instanceof Expr.Get e) {
            return ((ArrayValue) evaluate(e.collection(), frame)).get(index(e.index(), frame));
        } else if (expr instanceof Expr.Size e) {
            return ((ArrayValue) evaluate(e.collection(), frame)).length();
        } else if (expr instanceof Expr.Length e) {
            return ((ArrayValue) evaluate(e.array(), frame)).length();
        } else if (expr instanceof Expr.Assign e) {
            return assign(e, frame);
        } else if (expr instanceof Expr.Step e) {
            return step(e, frame);
        } else if (expr instanceof Expr.Library e) {
            return library(e, frame);
        } else if (expr instanceof Expr.Call e) {
            return call(e, frame);
        } else if (expr instanceof Expr.Derivative e) {
            List<Object> arguments = new ArrayList<>();
            e.arguments().forEach(a -> arguments.add(evaluate(a, frame)));
            return derivatives.evaluate(e, arguments);
        } else if (expr instanceof Expr.NewArray e) {
            List<Integer> lengths = new ArrayList<>();
            e.dimensions().forEach(d -> lengths.add(index(d, frame)));
            return allocate(e.type(), lengths);
        } else if (expr instanceof Expr.ArrayInitializer e) {
            Object[] cells = new Object[e.elements().size()];
            for (int i = 0; i < cells.length; i++) {
                cells[i] = evaluate(e.elements().get(i), frame, e.type().element());
            }
            Arrays.stream(cells).forEach(watch::stored);
            return new ArrayValue(cells, false);
        } else if (expr instanceof Expr.Clone e) {
            ArrayValue array = (ArrayValue) evaluate(e.array(), frame);
            return array.copy(0, array.length(), ArrayValue.ABSENT);
        } else if (expr instanceof Expr.NewRecord e) {
            List<Object> values = new ArrayList<>();
            for (int i = 0; i < e.arguments().size(); i++) {
                values.add(evaluate(
                        e.arguments().get(i),
                        frame,
                        e.type().components().get(i).type()));
            }
            return new RecordValue(e.type(), List.copyOf(constants(e.type(), values)));
        } else if (expr instanceof Expr.Access e) {
            return ((RecordValue) evaluate(e.owner(), frame)).get(e.component());
        }
        if (expr instanceof Expr.Equals e) {
            return evaluate(e.text(), frame).equals(evaluate(e.other(), frame));
        } else if (expr instanceof Expr.Dressed e) {
            boolean solved = e.dress().isEquation() && SolverDress.isUnknown(e.plain());
            return solved ? new SolutionEvaluator(this, methods, watch).evaluate(e, frame) : value(e.plain(), frame);
        } else if (expr instanceof Expr.Stream e) {
            return new StreamEvaluator(this, methods, watch).evaluate(e, frame);
        } else if (expr instanceof Expr.NewRandom e) {
            return new Random(((Number) evaluate(e.seed(), frame)).longValue());
        } else if (expr instanceof Expr.Draw e) {
            RandomGenerator random = (RandomGenerator) evaluate(e.random(), frame);
            return Scalar.constant(e.method().equals("nextDouble") ? random.nextDouble() : random.nextGaussian());
        }
        return choose((Expr.SwitchExpr) expr, frame);
    }

    /** A component that is not differentiated stops the derivative of what is put into it. */
    private List<Object> constants(Type.RecordOf type, List<Object> values) {
        for (int i = 0; i < values.size(); i++) {
            if (type.components().get(i).constant() && values.get(i) instanceof Scalar scalar) {
                if (scalar.touched()) {
                    watch.doubt("derivative into a constant component");
                }
                values.set(i, scalar.real());
            }
        }
        return values;
    }

    private Object binary(Expr.Binary e, DualInterpreter.Frame frame) {
        Object left = evaluate(e.left(), frame);
        if (e.op().equals("&&") || e.op().equals("||")) {
            boolean decided = watch.decision((Boolean) left) == e.op().equals("||");
            return decided ? left : evaluate(e.right(), frame);
        }
        Object right = evaluate(e.right(), frame);
        return primitives.binary(e.op(), left, e.left().type(), right, e.right().type());
    }

    private static ArrayValue allocate(Type.ArrayOf type, List<Integer> lengths) {
        int length = lengths.get(0);
        if (length < 0) {
            throw new NegativeArraySizeException();
        }
        if (length > 1000) {
            throw new Watch.Rejected("large array");
        }
        if (lengths.size() == 1) {
            return ArrayValue.filled(length, ArrayValue.zero(type.element()));
        }
        Object[] rows = new Object[length];
        for (int i = 0; i < length; i++) {
            rows[i] = allocate((Type.ArrayOf) type.element(), lengths.subList(1, lengths.size()));
        }
        return new ArrayValue(rows, false);
    }

    /** A place that can be read and written: its subexpressions are evaluated already. */
    private record Place(Expr.Variable variable, ArrayValue array, int index) {}

    private Place place(Expr target, DualInterpreter.Frame frame) {
        if (target instanceof Expr.Element e) {
            ArrayValue array = (ArrayValue) evaluate(e.array(), frame);
            return new Place(Expr.variable("", e.type()), array, index(e.index(), frame));
        }
        return new Place((Expr.Variable) target, ArrayValue.filled(0, ""), 0);
    }

    private Object read(Place place, DualInterpreter.Frame frame) {
        boolean local = !place.variable().name().isEmpty();
        return local ? methods.read(place.variable(), frame) : place.array().get(place.index());
    }

    private void write(Place place, Object value, DualInterpreter.Frame frame) {
        if (place.variable().name().isEmpty()) {
            watch.stored(value);
            place.array().set(place.index(), value);
        } else {
            methods.write(place.variable(), value, frame);
        }
    }

    private Object assign(Expr.Assign e, DualInterpreter.Frame frame) {
        Place place = place(e.target(), frame);
        Type type = e.target().type();
        Object value;
        if (e.op().equals("=")) {
            value = evaluate(e.value(), frame, type);
        } else {
            Object old = read(place, frame);
            Object operand = evaluate(e.value(), frame);
            value = operated(
                    e.op().substring(0, e.op().length() - 1),
                    old,
                    type,
                    operand,
                    e.value().type());
        }
        if (isSum(e)) {
            watch.summed(value);
        }
        write(place, value, frame);
        return value;
    }

    private static boolean isSum(Expr.Assign e) {
        return e.op().equals("+=")
                || e.op().equals("-=")
                || e.value() instanceof Expr.Binary b && (b.op().equals("+") || b.op().equals("-"));
    }

    private Object operated(String op, Object old, Type type, Object operand, Type operandType) {
        Object value = primitives.binary(op, old, type, operand, operandType);
        boolean shift = op.startsWith("<<") || op.startsWith(">>");
        return primitives.convert(
                value, shift ? Type.promoted(type, Type.INT) : Type.promoted(type, operandType), type);
    }

    private Object step(Expr.Step e, DualInterpreter.Frame frame) {
        Place place = place(e.target(), frame);
        Object old = read(place, frame);
        Object value = operated(e.op().substring(1), old, e.target().type(), 1, Type.INT);
        write(place, value, frame);
        return e.prefix() ? value : old;
    }

    private Object call(Expr.Call e, DualInterpreter.Frame frame) {
        watch.step();
        Program.Function function = methods.function(e.name());
        int fixed = function.parameters().size() - (function.modifiers().variable() ? 1 : 0);
        List<Object> arguments = new ArrayList<>();
        for (int i = 0; i < fixed; i++) {
            arguments.add(evaluate(
                    e.arguments().get(i), frame, function.parameters().get(i).type()));
        }
        if (function.modifiers().variable()) {
            Type.ArrayOf packed =
                    (Type.ArrayOf) function.parameters().get(fixed).type();
            List<Expr> rest = e.arguments().subList(fixed, e.arguments().size());
            boolean array = rest.size() == 1 && rest.get(0).type().equals(packed);
            arguments.add(evaluate(array ? rest.get(0) : new Expr.ArrayInitializer(packed, rest), frame));
        }
        return methods.invoke(e.name(), arguments);
    }

    private Object choose(Expr.SwitchExpr e, DualInterpreter.Frame frame) {
        Object selector = evaluate(e.selector(), frame);
        watch.decision(selector.hashCode());
        Expr.SwitchArm chosen = e.arms().get(e.arms().size() - 1);
        for (Expr.SwitchArm arm : e.arms().subList(0, e.arms().size() - 1)) {
            if (arm.labels().contains(selector)) {
                chosen = arm;
                break;
            }
        }
        return converted(methods.yielded(chosen, frame), chosen.result(), e.type());
    }

    private Object library(Expr.Library e, DualInterpreter.Frame frame) {
        List<Object> values = new ArrayList<>();
        e.arguments().forEach(a -> values.add(evaluate(a, frame)));
        if (e.owner().equals("Arrays") || e.owner().equals("System")) {
            return arrays(e, values);
        }
        if (RuntimeMath.OWNERS.contains(e.owner())) {
            for (int i = 0; i < values.size(); i++) {
                boolean widened = values.get(i) instanceof Integer && !e.name().equals("crossEntropyWithLogits");
                values.set(i, widened ? Scalar.constant((Integer) values.get(i)) : values.get(i));
            }
            return math.runtime(e.name(), values);
        }
        if (e.name().equals("round")) {
            Scalar argument = (Scalar) values.get(0);
            watch.rounded(argument.real());
            double v = argument.value();
            Object rounded = e.type() == Type.INT ? (Object) Math.round((float) v) : (Object) Math.round(v);
            watch.decision(((Number) rounded).longValue());
            return rounded;
        }
        if (e.type() == Type.INT || e.type() == Type.LONG) {
            return integral(e, values);
        }
        List<Scalar> scalars = new ArrayList<>();
        List<Boolean> literals = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            scalars.add((Scalar) converted(values.get(i), e.arguments().get(i), e.type()));
            literals.add(e.arguments().get(i) instanceof Expr.Literal);
        }
        return math.call(e.owner(), e.name(), scalars, literals, e.type() == Type.FLOAT);
    }

    private static Object integral(Expr.Library e, List<Object> values) {
        if (e.type() == Type.LONG) {
            return Math.abs(((Number) values.get(0)).longValue());
        }
        int x = (Integer) values.get(0);
        return switch (e.name()) {
            case "abs" -> Math.abs(x);
            case "max" -> Math.max(x, (Integer) values.get(1));
            case "min" -> Math.min(x, (Integer) values.get(1));
            case "floorMod" -> Math.floorMod(x, (Integer) values.get(1));
            case "floorDiv" -> Math.floorDiv(x, (Integer) values.get(1));
            default -> throw new IllegalArgumentException(e.name());
        };
    }

    private Object arrays(Expr.Library e, List<Object> values) {
        ArrayValue array = (ArrayValue) values.get(0);
        Type element = ((Type.ArrayOf) e.arguments().get(0).type()).element();
        int last = values.size() - 1;
        switch (e.name()) {
            case "fill" -> {
                int from = last == 1 ? 0 : (Integer) values.get(1);
                int to = last == 1 ? array.length() : (Integer) values.get(2);
                if (from > to || from < 0 || to > array.length()) {
                    throw new Watch.Rejected("fill outside");
                }
                Object value = converted(values.get(last), e.arguments().get(last), element);
                for (int i = from; i < to; i++) {
                    watch.stored(value);
                    array.set(i, value);
                }
                return "";
            }
            case "copyOf", "copyOfRange" -> {
                int from = last == 1 ? 0 : (Integer) values.get(1);
                int to = (Integer) values.get(last);
                if (from > to || from < 0 || to > 1000) {
                    throw new Watch.Rejected("copy outside");
                }
                return array.copy(from, to, ArrayValue.zero(element));
            }
            default -> {
                ArrayValue target = (ArrayValue) values.get(2);
                int from = (Integer) values.get(1);
                int to = (Integer) values.get(3);
                int length = (Integer) values.get(4);
                if (from < 0 || to < 0 || length < 0 || length > 1000) {
                    throw new Watch.Rejected("copy outside");
                }
                Object[] moved = new Object[length];
                Arrays.setAll(moved, i -> array.get(from + i));
                for (int i = 0; i < length; i++) {
                    target.set(to + i, moved[i]);
                }
                return "";
            }
        }
    }
}
