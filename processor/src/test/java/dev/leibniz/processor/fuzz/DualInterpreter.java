package dev.leibniz.processor.fuzz;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The oracle: runs a random program statement by statement with Java's semantics over dual numbers, so that the primal is
 * Java's bit for bit and the tangent is the derivative in one direction. Arrays are references to cells that hold
 * primal and tangent together; hence aliasing, overwriting and swapping need no thought. Must know nothing of the
 * processor. Expressions are in {@link ExpressionEvaluator}.
 */
final class DualInterpreter {

    private final Program program;
    private final Watch watch;
    private final Map<String, Program.Function> functions = new HashMap<>();
    private final Map<String, Object> constants = new HashMap<>();
    private final ExpressionEvaluator expressions;
    private int depth;

    private DualInterpreter(Program program, ScalarMath math, Watch watch, int levels) {
        this.program = program;
        this.watch = watch;
        program.functions().forEach(f -> functions.put(f.name(), f));
        Primitives primitives = new Primitives(math, watch);
        expressions = new ExpressionEvaluator(this, primitives, watch, new NestedDerivatives(this, levels));
    }

    /** The result, its type, and what was noticed on the way. */
    record Outcome(Object value, Type type, Watch watch) {}

    /** How a statement ended. */
    private record Completion(Kind kind, String label, Object value) {
        static final Completion NORMAL = new Completion(Kind.NORMAL, "", "");

        /** Whether a loop with this label must take a break or continue as its own. */
        boolean concerns(String ownLabel) {
            return label.isEmpty() || label.equals(ownLabel);
        }
    }

    private enum Kind {
        NORMAL,
        BREAK,
        CONTINUE,
        RETURN
    }

    /** The variables of one activation of a method; constants of the class show through. */
    static final class Frame {
        private final Map<String, Object> locals = new HashMap<>();
    }

    /**
     * Runs the program's entry with tangents in these directions, the first at level 1. Arguments are moved by {@code shift}
     * times the first direction.
     *
     * @throws Watch.Rejected if the run throws, is too long or writes to its arguments
     */
    static Outcome run(Program program, double shift, boolean rounding, double[]... directions) {
        Watch watch = new Watch();
        DualInterpreter interpreter =
                new DualInterpreter(program, new DualMath(watch, rounding), watch, directions.length);
        return interpreter.run(DualArguments.lift(program, shift, directions));
    }

    /** Runs the program's entry with jets: every differentiated scalar is a variable of the series. */
    static List<Scalar.Jet> jetsOf(Program program) {
        Watch watch = new Watch();
        DualInterpreter interpreter = new DualInterpreter(program, new JetMath(), watch, 0);
        Outcome outcome = interpreter.run(DualArguments.jets(program));
        return Oracle.differentiated(outcome).stream()
                .map(Scalar.Jet::of)
                .map(jet -> Ranges.limited(jet, program.mentionsFloat()))
                .map(jet -> watch.hasSteepElements() ? jet.until(1, "a steep element") : jet)
                .map(jet -> watch.hasBrokenElements() ? jet.until(Scalar.Jet.LOST, "an infinite element") : jet)
                .map(jet -> watch.hasNoNumbers() ? jet.until(Scalar.Jet.LOST, "not a number on the way") : jet)
                .toList();
    }

    private Outcome run(List<Object> arguments) {
        Frame none = new Frame();
        try {
            for (Program.Constant c : program.constants()) {
                Object value = expressions.evaluate(c.value(), none);
                constants.put(c.name(), expressions.converted(value, c.value(), c.type()));
            }
            Object value = invoke(program.entry(), arguments);
            return new Outcome(value, program.entry().result(), watch);
        } catch (ArithmeticException | ArrayIndexOutOfBoundsException | NegativeArraySizeException e) {
            throw new Watch.Rejected(e.toString());
        }
    }

    /** Calls a method of the program by name. */
    Object invoke(String name, List<Object> arguments) {
        return invoke(function(name), arguments);
    }

    Program.Function function(String name) {
        Program.Function function = functions.get(name);
        if (function == null) {
            throw new Watch.Rejected("no such function");
        }
        return function;
    }

    private Object invoke(Program.Function function, List<Object> arguments) {
        if (++depth > 200) {
            throw new Watch.Rejected("deep recursion");
        }
        Frame frame = new Frame();
        for (int i = 0; i < arguments.size(); i++) {
            frame.locals.put(function.parameters().get(i).name(), arguments.get(i));
        }
        Completion completion = execute(function.body(), frame);
        depth--;
        boolean stopped = function.modifiers().stops() && completion.value() instanceof Scalar;
        return stopped ? ((Scalar) completion.value()).real() : completion.value();
    }

    /** The variables of a part of the program that are declared around it. */
    List<Expr.Variable> variables(Expr part) {
        return FreeVariables.of(part, program).used();
    }

    Object read(Expr.Variable variable, Frame frame) {
        Object value = frame.locals.get(variable.name());
        if (value == null) {
            value = constants.get(variable.name());
        }
        if (value == null) {
            throw new Watch.Rejected("no value of " + variable.name() + " in " + program.name());
        }
        return value;
    }

    void write(Expr.Variable variable, Object value, Frame frame) {
        frame.locals.put(variable.name(), value);
    }

    void remove(Expr.Variable variable, Frame frame) {
        frame.locals.remove(variable.name());
    }

    private Completion execute(Stmt.Block block, Frame frame) {
        Completion completion = sequence(block.statements(), frame);
        boolean mine = completion.kind() == Kind.BREAK
                && !block.label().isEmpty()
                && completion.label().equals(block.label());
        return mine ? Completion.NORMAL : completion;
    }

    /** Runs statements in a scope of their own. */
    private Completion sequence(List<Stmt> statements, Frame frame) {
        Completion completion = Completion.NORMAL;
        for (Stmt statement : statements) {
            completion = execute(statement, frame);
            if (completion.kind() != Kind.NORMAL) {
                break;
            }
        }
        leave(statements, frame);
        return completion;
    }

    private static void leave(List<Stmt> statements, Frame frame) {
        for (Stmt statement : statements) {
            if (statement instanceof Stmt.Declare d) {
                frame.locals.remove(d.name());
            }
        }
    }

    /** Runs the statements in front of a yield, and then the yield. */
    Object yielded(Expr.SwitchArm arm, Frame frame) {
        arm.statements().forEach(s -> execute(s, frame));
        Object value = expressions.evaluate(arm.result(), frame);
        leave(arm.statements(), frame);
        return value;
    }

    private boolean holds(Expr condition, Frame frame) {
        return watch.decision((Boolean) expressions.evaluate(condition, frame));
    }

    private Completion execute(Stmt statement, Frame frame) {
        watch.step();
        if (statement instanceof Stmt.Declare s) {
            if (!s.initial().isEmpty()) {
                Expr initial = s.initial().get(0);
                Object value = expressions.evaluate(initial, frame);
                frame.locals.put(s.name(), expressions.converted(value, initial, s.type()));
            }
            return Completion.NORMAL;
        } else if (statement instanceof Stmt.Evaluate s) {
            expressions.evaluate(s.expression(), frame);
            return Completion.NORMAL;
        } else if (statement instanceof Stmt.If s) {
            return execute(holds(s.condition(), frame) ? s.then() : s.otherwise(), frame);
        } else if (isLoop(statement)) {
            watch.loop(true);
            Completion completion = loop(statement, frame);
            watch.loop(false);
            return completion;
        } else if (statement instanceof Stmt.Switch s) {
            return select(s, frame);
        } else if (statement instanceof Stmt.Break s) {
            return new Completion(Kind.BREAK, s.label(), "");
        } else if (statement instanceof Stmt.Continue s) {
            return new Completion(Kind.CONTINUE, s.label(), "");
        } else if (statement instanceof Stmt.Return s) {
            return returned(s, frame);
        } else if (statement instanceof Stmt.LocalRecord) {
            return Completion.NORMAL;
        } else if (statement instanceof Stmt.Throw) {
            throw new Watch.Rejected("throws");
        } else if (statement instanceof Stmt.Assert s) {
            boolean pure = AstWalk.nodes(s).stream()
                    .noneMatch(n -> n instanceof Expr.Assign || n instanceof Expr.Step || n instanceof Expr.Call);
            if (!pure || !holds(s.condition(), frame)) {
                throw new Watch.Rejected("assertion fails or does something");
            }
            return Completion.NORMAL;
        }
        return execute(statement instanceof Stmt.Dressed s ? s.plain() : (Stmt.Block) statement, frame);
    }

    private Completion returned(Stmt.Return s, Frame frame) {
        if (s.value().isEmpty()) {
            return new Completion(Kind.RETURN, "", "");
        }
        // The conversion to the method's result type is made where the program is built: values have that type.
        return new Completion(Kind.RETURN, "", expressions.evaluate(s.value().get(0), frame));
    }

    /** What a loop does after its body ended: goes on (normal), or ends with the given completion. */
    private static Completion after(Completion body, String label) {
        if (body.kind() == Kind.CONTINUE && body.concerns(label)) {
            return Completion.NORMAL;
        }
        return body;
    }

    private static Completion left(Completion body, String label) {
        return body.kind() == Kind.BREAK && body.concerns(label) ? Completion.NORMAL : body;
    }

    private static boolean isLoop(Stmt statement) {
        return statement instanceof Stmt.For
                || statement instanceof Stmt.While
                || statement instanceof Stmt.DoWhile
                || statement instanceof Stmt.ForEach;
    }

    private Completion loop(Stmt statement, Frame frame) {
        if (statement instanceof Stmt.For s) {
            return loop(s, frame);
        } else if (statement instanceof Stmt.While s) {
            return loop(new Stmt.For(s.label(), List.of(), s.condition(), List.of(), s.body()), frame);
        } else if (statement instanceof Stmt.DoWhile s) {
            return loop(s, frame);
        }
        return loop((Stmt.ForEach) statement, frame);
    }

    private Completion loop(Stmt.For s, Frame frame) {
        s.initial().forEach(i -> execute(i, frame));
        Completion result = Completion.NORMAL;
        while (holds(s.condition(), frame)) {
            watch.step();
            Completion body = after(execute(s.body(), frame), s.label());
            if (body.kind() != Kind.NORMAL) {
                result = left(body, s.label());
                break;
            }
            s.update().forEach(u -> expressions.evaluate(u, frame));
        }
        leave(s.initial(), frame);
        return result;
    }

    private Completion loop(Stmt.DoWhile s, Frame frame) {
        do {
            watch.step();
            Completion body = after(execute(s.body(), frame), s.label());
            if (body.kind() != Kind.NORMAL) {
                return left(body, s.label());
            }
        } while (holds(s.condition(), frame));
        return Completion.NORMAL;
    }

    private Completion loop(Stmt.ForEach s, Frame frame) {
        ArrayValue array = (ArrayValue) expressions.evaluate(s.array(), frame);
        Completion result = Completion.NORMAL;
        for (int i = 0; i < array.length(); i++) {
            Type element = ((Type.ArrayOf) s.array().type()).element();
            frame.locals.put(s.name(), expressions.primitives().convert(array.get(i), element, s.type()));
            Completion body = after(execute(s.body(), frame), s.label());
            if (body.kind() != Kind.NORMAL) {
                result = left(body, s.label());
                break;
            }
        }
        frame.locals.remove(s.name());
        return result;
    }

    private Completion select(Stmt.Switch s, Frame frame) {
        Object selector = expressions.evaluate(s.selector(), frame);
        watch.decision(selector.hashCode());
        int chosen = -1;
        for (int i = 0; i < s.cases().size(); i++) {
            if (s.cases().get(i).labels().contains(selector)) {
                chosen = i;
            } else if (s.cases().get(i).labels().isEmpty() && chosen < 0) {
                chosen = i;
            }
        }
        if (chosen < 0) {
            return Completion.NORMAL;
        }
        // The cases of an old switch are one scope.
        List<Stmt> run = new ArrayList<>();
        int end = s.arrow() ? chosen + 1 : s.cases().size();
        s.cases().subList(chosen, end).forEach(c -> run.addAll(c.body().statements()));
        return left(sequence(run, frame), "");
    }
}
