package dev.leibniz.processor.frontend.read.control;

import com.sun.source.tree.Tree;
import dev.leibniz.processor.frontend.read.program.MethodCode;
import dev.leibniz.processor.frontend.read.values.Environment;
import dev.leibniz.processor.frontend.read.values.Exit;
import dev.leibniz.processor.frontend.read.values.HelperVariable;
import dev.leibniz.processor.frontend.read.values.JavaValue;
import dev.leibniz.processor.frontend.read.values.StatementEnd;
import dev.leibniz.processor.frontend.read.values.Unreadable;
import dev.leibniz.processor.frontend.syntax.Completion;
import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Origin;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.walk.IrVerifier;
import dev.leibniz.processor.problem.ProblemCode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Turns jumps into structured control flow. The code behind an {@code if} with a branch that does not come back moves into
 * the other branch; the code behind a statement that only may jump runs under the condition that no flag is set. Nothing is
 * duplicated. Knows no expressions.
 */
public final class Control {
    /** A statement of a sequence, to be read when its turn comes. */
    public interface Step {
        /**
         * @param next the exit that control takes behind this statement; a jump there needs no flag. Null if other statements
         *     follow
         */
        StatementEnd read(@Nullable Exit next);
    }

    /** A statement with two branches, into which the rest of the sequence may be moved. */
    public interface Fork extends Step {
        StatementEnd read(List<Step> rest, @Nullable Exit next);

        @Override
        default StatementEnd read(@Nullable Exit next) {
            return read(List.of(), next);
        }
    }

    /** A statement that {@code break}, {@code continue}, {@code return} and {@code yield} can refer to. */
    public record Target(
            @Nullable Tree statement,
            Set<String> labels,
            @Nullable Exit forBreak,
            @Nullable Exit forContinue) {}

    private final MethodCode reader;
    private final Deque<Target> targets = new ArrayDeque<>();
    private final Deque<Exit> valueExits = new ArrayDeque<>();
    private final Deque<Clauses> clauses = new ArrayDeque<>();

    /** The clauses of a {@code try}. @param depth the depth of the enclosing switch expressions */
    private record Clauses(Caught caught, int depth) {}

    public Control(MethodCode reader) {
        this.reader = reader;
    }

    // Targets

    /** From now on {@code return}, or inside of a switch expression {@code yield}, goes to {@code exit}. */
    public void open(Exit exit) {
        valueExits.push(exit);
    }

    public void close() {
        valueExits.pop();
    }

    /** The exit that {@code return} takes. */
    public Exit methodExit() {
        return valueExits.getLast();
    }

    /** The exit that {@code yield} takes. */
    public Exit yieldExit() {
        return valueExits.getFirst();
    }

    public void push(Target target) {
        targets.push(target);
    }

    public void pop() {
        targets.pop();
    }

    public Exit breakExit(@Nullable CharSequence label) {
        for (Target target : targets) {
            Exit exit = target.forBreak();
            if (exit != null
                    && (label == null
                            ? target.statement() != null
                            : target.labels().contains(label.toString()))) {
                return exit;
            }
        }
        throw new IllegalStateException("break to nowhere");
    }

    public Exit continueExit(@Nullable CharSequence label) {
        for (Target target : targets) {
            Exit exit = target.forContinue();
            if (exit != null && (label == null || target.labels().contains(label.toString()))) {
                return exit;
            }
        }
        throw new IllegalStateException("continue to nowhere");
    }

    /** From now on exceptions may go to one of these clauses. */
    public void push(Caught caught) {
        clauses.push(new Clauses(caught, valueExits.size()));
    }

    public void popCaught() {
        clauses.pop();
    }

    public boolean isInTry() {
        return !clauses.isEmpty();
    }

    /** The clause that catches an exception, if there is one around. */
    public Optional<Exit> catchExit(@Nullable TypeMirror thrown) {
        return catching(thrown).flatMap(found -> found.caught().exitOf(java.util.Objects.requireNonNull(thrown)));
    }

    /** Whether the clause that catches an exception is outside of a switch expression. */
    public boolean leavesExpression(@Nullable TypeMirror thrown) {
        return catching(thrown)
                .filter(found -> found.depth() < valueExits.size())
                .isPresent();
    }

    private Optional<Clauses> catching(@Nullable TypeMirror thrown) {
        return thrown == null
                ? Optional.empty()
                : clauses.stream()
                        .filter(one -> one.caught().exitOf(thrown).isPresent())
                        .findFirst();
    }

    /** Jumps to {@code exit}. */
    public StatementEnd jump(Exit exit, @Nullable Exit next) {
        if (exit == next) {
            return StatementEnd.NORMAL;
        }
        reader.set(exit.flag(), JavaValue.of(Const.TRUE));
        return StatementEnd.exit(exit);
    }

    // Sequences

    public StatementEnd sequence(List<Step> steps, @Nullable Exit next) {
        StatementEnd flow = StatementEnd.NORMAL;
        for (int i = 0; i < steps.size(); i++) {
            List<Step> rest = steps.subList(i + 1, steps.size());
            Step step = steps.get(i);
            BlockBuilder code = reader.code();
            Environment before = environment();
            StatementEnd stepFlow;
            try {
                if (step instanceof Fork fork && !rest.isEmpty()) {
                    return flow.then(fork.read(rest, next));
                }
                stepFlow = step.read(rest.isEmpty() ? next : null);
            } catch (Unreadable e) {
                reader.switchTo(code, before); // go on, to find the other problems as well
                continue;
            }
            flow = flow.then(stepFlow);
            if (!stepFlow.normal()) {
                return flow;
            }
            if (!stepFlow.exits().isEmpty() && !rest.isEmpty()) {
                return flow.then(guarded(stepFlow.exits(), rest, next));
            }
        }
        return flow;
    }

    /** Two branches of which the completions are known; the code behind them goes where control comes back. */
    public StatementEnd fork(
            Value condition,
            Step then,
            Completion thenEnds,
            List<Step> otherwise,
            Completion otherwiseEnds,
            List<Step> rest,
            @Nullable Exit next) {
        if (thenEnds == Completion.THROWS) {
            StatementEnd thrown = branch(condition, () -> then.read(null), () -> StatementEnd.NORMAL, (Exit) null);
            return thrown.normal() ? behind(thrown, concat(otherwise, rest), next) : thrown;
        }
        if (otherwiseEnds == Completion.THROWS) {
            Value not = reader.code().not(condition);
            StatementEnd thrown = branch(not, () -> sequence(otherwise, null), () -> StatementEnd.NORMAL, (Exit) null);
            return thrown.normal() ? behind(thrown, concat(List.of(then), rest), next) : thrown;
        }
        boolean thenComes = thenEnds == Completion.NORMAL;
        boolean otherwiseComes = otherwiseEnds == Completion.NORMAL;
        if (thenComes && otherwiseComes && !rest.isEmpty()) {
            StatementEnd flow = branch(condition, () -> then.read(null), () -> sequence(otherwise, null), (Exit) null);
            if (!flow.normal()) {
                return flow;
            }
            return behind(flow, rest, next);
        }
        return branch(
                condition,
                () -> sequence(thenComes ? concat(List.of(then), rest) : List.of(then), next),
                () -> sequence(otherwiseComes ? concat(otherwise, rest) : otherwise, next),
                next);
    }

    /** The statements that follow a statement behind which control may go on. */
    private StatementEnd behind(StatementEnd flow, List<Step> rest, @Nullable Exit next) {
        return flow.then(flow.exits().isEmpty() ? sequence(rest, next) : guarded(flow.exits(), rest, next));
    }

    private static List<Step> concat(List<Step> first, List<Step> second) {
        List<Step> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    /** {@code rest}, unless one of {@code exits} has been taken. */
    StatementEnd guarded(Set<Exit> exits, List<Step> rest, @Nullable Exit next) {
        Value go = noneOf(exits);
        return branch(go, () -> sequence(rest, next), () -> new StatementEnd(false, exits), next);
    }

    /** Whether none of the flags is set. */
    public Value noneOf(Set<Exit> exits) {
        Value any = Const.FALSE;
        for (Exit exit : exits) {
            Value flag = environment().get(exit.flag()).value();
            if (flag instanceof Const c && c.isTrue()) {
                return Const.FALSE;
            }
            if (!(flag instanceof Const)) {
                any = any instanceof Const ? flag : reader.code().apply(Op.Primitive.OR, Type.BOOLEAN, any, flag);
            }
        }
        return reader.code().not(any);
    }

    // Branches

    /** A branch behind which control goes to {@code next}; null: to further statements. */
    public StatementEnd branch(
            Value condition, Supplier<StatementEnd> then, Supplier<StatementEnd> otherwise, @Nullable Exit next) {
        Predicate<Object> live = variable -> true;
        if (next != null && next == methodExit()) {
            live = variable -> variable == next.result();
        } else if (next != null) {
            live = variable -> variable != next.flag();
        }
        return branch(condition, then, otherwise, live);
    }

    /** A branch after which only the {@code live} variables matter. */
    private StatementEnd branch(
            Value condition, Supplier<StatementEnd> then, Supplier<StatementEnd> otherwise, Predicate<Object> live) {
        if (condition instanceof Const constant) {
            return constant.isTrue() ? then.get() : otherwise.get();
        }
        BlockBuilder outer = reader.code();
        Environment before = environment();
        Side first = side(outer, before, then);
        Side second = side(outer, before, otherwise);
        List<Value> firstYields = new ArrayList<>();
        List<Value> secondYields = new ArrayList<>();
        List<Var> results = new ArrayList<>();
        Environment after = before.copy();
        for (Map.Entry<Object, JavaValue> entry : before.all().entrySet()) {
            Object variable = entry.getKey();
            if (!live.test(variable)) {
                continue;
            }
            JavaValue old = entry.getValue();
            ClosureJoins.Joined sides = joined(old, variable, first, second);
            List<Value> merged = new ArrayList<>();
            for (int i = 0; i < sides.first().leaves().size(); i++) {
                Value a = sides.first().leaves().get(i);
                Value b = sides.second().leaves().get(i);
                if (a.equals(b)) {
                    merged.add(a);
                } else {
                    Value wanted = sides.first().layout().equals(old.layout())
                            ? old.leaves().get(i)
                            : a;
                    Var result = new Var(resultName(variable, wanted), wanted.type());
                    results.add(result);
                    firstYields.add(first.dead() ? Const.zero(wanted.type()) : a);
                    secondYields.add(second.dead() ? Const.zero(wanted.type()) : b);
                    merged.add(result);
                }
            }
            after.put(variable, new JavaValue(sides.first().layout(), merged));
        }
        reader.switchTo(outer, after);
        if (!results.isEmpty() || !first.code().isEmpty() || !second.code().isEmpty()) {
            outer.add(new Stmt.If(
                    condition,
                    first.code().build(firstYields),
                    second.code().build(secondYields),
                    results,
                    outer.origin()));
        }
        return first.flow().or(second.flow());
    }

    /** The values of a variable at the ends of two branches. */
    private ClosureJoins.Joined joined(JavaValue old, Object variable, Side first, Side second) {
        JavaValue a = first.dead() ? null : first.environment().get(variable);
        JavaValue b = second.dead() ? null : second.environment().get(variable);
        if (a == null || b == null) {
            JavaValue known = a != null ? a : b != null ? b : old;
            JavaValue none = known.layout().equals(old.layout()) ? old : JavaValue.undefined(known.layout());
            return new ClosureJoins.Joined(a == null ? none : a, b == null ? none : b);
        }
        if (a.layout().equals(b.layout())) {
            return new ClosureJoins.Joined(a, b);
        }
        reader.switchTo(second.code(), second.environment());
        return new ClosureJoins(reader).join(a, b);
    }

    private static String resultName(Object variable, Value old) {
        return old instanceof Var var && var.isNamed() && !(variable instanceof HelperVariable)
                ? var.name()
                : Environment.nameOf(variable);
    }

    private Side side(BlockBuilder outer, Environment before, Supplier<StatementEnd> body) {
        reader.switchTo(outer.nested(), before.copy());
        StatementEnd flow = body.get();
        return new Side(reader.code(), environment(), flow);
    }

    private record Side(BlockBuilder code, Environment environment, StatementEnd flow) {
        /** Whether control never reaches the end of the block. */
        boolean dead() {
            return flow.alwaysThrows() && IrVerifier.endsInThrow(code.build());
        }
    }

    /** A value that is computed on two ways. */
    public JavaValue choose(
            Value condition,
            JavaValue undefined,
            String name,
            Supplier<JavaValue> then,
            Supplier<JavaValue> otherwise) {
        HelperVariable slot = new HelperVariable(name);
        reader.set(slot, undefined);
        branch(condition, () -> assign(slot, then.get()), () -> assign(slot, otherwise.get()), variable -> true);
        return environment().remove(slot);
    }

    private StatementEnd assign(HelperVariable slot, JavaValue value) {
        reader.set(slot, value);
        return StatementEnd.NORMAL;
    }

    private Environment environment() {
        return reader.environment();
    }

    /** Says that control never gets here, so that the code behind need not be there. */
    public void unreachable() {
        reader.add(new Stmt.Throw("new java.lang.AssertionError()", List.of(), Origin.NONE));
    }

    public Unreadable newerJava(Tree tree, String what) {
        return reader.problem(ProblemCode.NEWER_JAVA, tree, what);
    }
}
