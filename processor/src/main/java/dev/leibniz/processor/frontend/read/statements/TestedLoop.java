package dev.leibniz.processor.frontend.read.statements;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import dev.leibniz.processor.frontend.read.MethodReader;
import dev.leibniz.processor.frontend.read.Statements;
import dev.leibniz.processor.frontend.read.control.Carried;
import dev.leibniz.processor.frontend.read.control.Control;
import dev.leibniz.processor.frontend.read.values.Environment;
import dev.leibniz.processor.frontend.read.values.Exit;
import dev.leibniz.processor.frontend.read.values.HelperVariable;
import dev.leibniz.processor.frontend.read.values.JavaValue;
import dev.leibniz.processor.frontend.read.values.StatementEnd;
import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Reads one loop that is not counted. Jumps out of it become part of its test. A test that does more than compute moves into
 * the body, and a flag carried from one iteration to the next says whether to go on.
 */
final class TestedLoop {
    private final MethodReader reader;
    private final Tree tree;
    private final Set<String> labels;
    private final Effects effects;
    private final Exit stop = Exit.named("stopped");
    private final Exit again = Exit.named("skipped");
    private final Set<Exit> ways = new LinkedHashSet<>();

    TestedLoop(MethodReader reader, Tree tree, Set<String> labels, Effects effects) {
        this.reader = reader;
        this.tree = tree;
        this.labels = labels;
        this.effects = effects;
        if (effects.breaks()) {
            ways.add(stop);
        }
        ways.addAll(effects.exits());
    }

    StatementEnd read(
            Supplier<Value> condition, List<Control.Step> first, StatementTree body, List<Control.Step> update) {
        BlockBuilder outer = reader.code();
        Environment before = reader.environment();
        before.put(stop.flag(), JavaValue.of(Const.FALSE));
        before.put(again.flag(), JavaValue.of(Const.FALSE));
        Carried carried = Carried.of(before, this::isCarried);

        reader.switchTo(outer.nested(), carried.inside());
        Value alone = condition.get();
        boolean endless = alone instanceof Const c && c.isTrue();
        if (endless && ways.isEmpty() || !isPure(reader.code().build()) || !sameAs(carried.inside())) {
            reader.switchTo(outer, before);
            return withFlag(condition, first, body, update, endless);
        }
        if (!ways.isEmpty()) {
            reader.switchTo(outer.nested(), carried.inside());
            Value go = reader.control().noneOf(ways);
            alone = endless
                    ? go
                    : reader.control()
                            .choose(
                                    go,
                                    JavaValue.of(Const.FALSE),
                                    "",
                                    () -> JavaValue.of(condition.get()),
                                    () -> JavaValue.of(Const.FALSE))
                            .value();
        }
        Block test = reader.code().build(alone);

        reader.switchTo(outer.nested(), carried.inside());
        StatementEnd flow = body(first, body, update);
        Block iteration = reader.code().build(carried.next(reader, flow));
        reader.switchTo(outer, carried.after());
        outer.add(
                new Loop.While(carried.params(), carried.inits(), test, iteration, carried.results(), outer.origin()));
        return behind(flow, endless);
    }

    /** A loop that carries a flag; the test is part of the body. */
    private StatementEnd withFlag(
            Supplier<Value> condition,
            List<Control.Step> first,
            StatementTree body,
            List<Control.Step> update,
            boolean endless) {
        StatementEnd flow = flagged(go -> reader.control()
                .branch(
                        condition.get(),
                        () -> {
                            StatementEnd end = body(first, body, update);
                            if (!end.alwaysThrows()) {
                                reader.set(go, JavaValue.of(reader.control().noneOf(ways)));
                            }
                            return end;
                        },
                        () -> {
                            reader.set(go, JavaValue.of(Const.FALSE));
                            return StatementEnd.NORMAL;
                        },
                        (Exit) null));
        if (endless && flow.exits().isEmpty() && !effects.breaks()) {
            reader.control().unreachable();
            return StatementEnd.THROWN;
        }
        return behind(flow, endless);
    }

    StatementEnd readDo(Supplier<Value> condition, StatementTree body) {
        reader.set(stop.flag(), JavaValue.of(Const.FALSE));
        reader.set(again.flag(), JavaValue.of(Const.FALSE));
        StatementEnd flow = flagged(go -> {
            StatementEnd end = body(List.of(), body, List.of());
            if (!end.alwaysThrows()) {
                Value more = reader.control()
                        .choose(
                                reader.control().noneOf(ways),
                                JavaValue.of(Const.FALSE),
                                "",
                                () -> JavaValue.of(condition.get()),
                                () -> JavaValue.of(Const.FALSE))
                        .value();
                reader.set(go, JavaValue.of(more));
            }
            return end;
        });
        if (flow.alwaysThrows()) {
            reader.control().unreachable();
            return StatementEnd.THROWN;
        }
        return behind(flow, false);
    }

    private interface Iteration {
        StatementEnd read(HelperVariable go);
    }

    private StatementEnd flagged(Iteration iteration) {
        BlockBuilder outer = reader.code();
        Environment before = reader.environment();
        HelperVariable go = new HelperVariable("more");
        before.put(go, JavaValue.of(Const.TRUE));
        Carried carried = Carried.of(before, variable -> variable == go || isCarried(variable));
        reader.switchTo(outer.nested(), carried.inside());
        Block test = reader.code().build(reader.environment().get(go).value());
        reader.switchTo(outer.nested(), carried.inside());
        StatementEnd flow = iteration.read(go);
        Block body = reader.code().build(carried.next(reader, flow));
        reader.switchTo(outer, carried.after());
        outer.add(new Loop.While(carried.params(), carried.inits(), test, body, carried.results(), outer.origin()));
        return flow;
    }

    private boolean isCarried(Object variable) {
        return variable == stop.flag() ? effects.breaks() : effects.changes(variable);
    }

    private StatementEnd body(List<Control.Step> first, StatementTree body, List<Control.Step> update) {
        reader.control().push(new Control.Target(tree, labels, stop, again));
        Statements statements = reader.statements();
        List<Control.Step> steps = new ArrayList<>(first);
        StatementEnd flow;
        if (update.isEmpty()) {
            steps.addAll(flat(body));
            flow = statements.scope(steps, again);
        } else if (effects.continues()) {
            steps.add(next -> statements.scope(body, again).arrivedAt(again));
            steps.addAll(update);
            flow = statements.scope(steps, null);
        } else {
            steps.addAll(flat(body));
            steps.addAll(update);
            flow = statements.scope(steps, null);
        }
        reader.control().pop();
        return flow;
    }

    private List<Control.Step> flat(StatementTree body) {
        return reader.statements().steps(body instanceof BlockTree block ? block.getStatements() : List.of(body));
    }

    private StatementEnd behind(StatementEnd iteration, boolean endless) {
        StatementEnd flow = iteration.arrivedAt(again).arrivedAt(stop);
        return new StatementEnd(!endless || effects.breaks(), flow.exits());
    }

    private boolean sameAs(Environment expected) {
        return reader.environment().all().equals(expected.all());
    }

    /** Whether a block only computes. */
    private static boolean isPure(Block block) {
        return block.stmts().stream()
                .allMatch(stmt -> stmt instanceof Stmt.Let let && !allocates(let.expr())
                        || stmt instanceof Stmt.If && stmt.blocks().stream().allMatch(TestedLoop::isPure));
    }

    private static boolean allocates(Expr expr) {
        return expr.makesArray() || expr instanceof Expr.Opaque opaque && opaque.allocates();
    }
}
