package dev.leibniz.processor.frontend.read.statements;

import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import dev.leibniz.processor.frontend.read.MethodReader;
import dev.leibniz.processor.frontend.read.collections.Iterated;
import dev.leibniz.processor.frontend.read.control.Carried;
import dev.leibniz.processor.frontend.read.control.Control;
import dev.leibniz.processor.frontend.read.program.Replays;
import dev.leibniz.processor.frontend.read.values.Environment;
import dev.leibniz.processor.frontend.read.values.Exit;
import dev.leibniz.processor.frontend.read.values.HelperVariable;
import dev.leibniz.processor.frontend.read.values.JavaValue;
import dev.leibniz.processor.frontend.read.values.StatementEnd;
import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** Reads loops: counted ones where it can be seen that they are, all others with an explicit test. */
final class LoopReader {
    private final MethodReader reader;

    LoopReader(MethodReader reader) {
        this.reader = reader;
    }

    StatementEnd read(StatementTree loop, Set<String> labels) {
        Replays replays = new Replays(reader);
        return replays.ofLoop(loop)
                .map(replay -> replays.read(replay, () -> plain(loop, labels)))
                .orElseGet(() -> plain(loop, labels));
    }

    private StatementEnd plain(StatementTree loop, Set<String> labels) {
        Set<Object> visible = reader.environment().variables();
        StatementEnd flow;
        if (loop instanceof WhileLoopTree tree) {
            reader.at(reader.file().origin(tree, reader.file().end(tree.getCondition())));
            flow = test(tree, labels, condition(tree.getCondition()), tree.getStatement(), List.of());
        } else if (loop instanceof DoWhileLoopTree tree) {
            reader.at(reader.file().origin(tree.getCondition()));
            flow = doWhile(tree, labels);
        } else if (loop instanceof ForLoopTree tree) {
            flow = forLoop(tree, labels);
        } else {
            flow = forEach((EnhancedForLoopTree) loop, labels);
        }
        reader.environment().retain(visible);
        return flow;
    }

    static StatementTree bodyOf(StatementTree loop) {
        if (loop instanceof WhileLoopTree tree) {
            return tree.getStatement();
        } else if (loop instanceof DoWhileLoopTree tree) {
            return tree.getStatement();
        }
        return loop instanceof ForLoopTree tree ? tree.getStatement() : ((EnhancedForLoopTree) loop).getStatement();
    }

    /** Declares the variables of a loop without values. */
    void declare(StatementTree loop) {
        List<? extends StatementTree> declared = loop instanceof ForLoopTree tree
                ? tree.getInitializer()
                : loop instanceof EnhancedForLoopTree each ? List.of(each.getVariable()) : List.of();
        for (StatementTree one : declared) {
            if (one instanceof VariableTree variable) {
                Element element = reader.element(variable);
                reader.set(element, JavaValue.undefined(reader.layoutOf(element.asType(), variable, true)));
            }
        }
    }

    private static ExpressionTree condition(ExpressionTree tree) {
        return tree instanceof ParenthesizedTree p ? condition(p.getExpression()) : tree;
    }

    // Counted loops

    private StatementEnd forLoop(ForLoopTree tree, Set<String> labels) {
        reader.at(reader.file().origin(tree, reader.file().start(tree.getStatement())));
        Effects effects = Effects.of(tree, labels, reader);
        CountedLoop counted = effects.leaves() ? null : CountedLoop.recognise(tree, effects, reader);
        if (counted == null) {
            reader.statements().steps(tree.getInitializer()).forEach(step -> step.read(null));
            reader.at(reader.file().origin(tree, reader.file().start(tree.getStatement())));
            List<Control.Step> update = new ArrayList<>();
            for (ExpressionStatementTree step : tree.getUpdate()) {
                update.add(next -> {
                    reader.statements().effect(step.getExpression());
                    return StatementEnd.NORMAL;
                });
            }
            return test(tree, labels, tree.getCondition(), tree.getStatement(), update);
        }
        for (StatementTree init : tree.getInitializer()) {
            reader.statements().step(init).read(null);
        }
        reader.at(reader.file().origin(tree, reader.file().start(tree.getStatement())));
        Value from = reader.environment().get(counted.index()).value();
        Value bound = reader.convert(reader.expressions().value(counted.bound(), ""), Type.INT, "");
        return counted(tree, labels, effects, counted, from, bound);
    }

    private StatementEnd counted(
            ForLoopTree tree, Set<String> labels, Effects effects, CountedLoop loop, Value from, Value bound) {
        Var index = new Var(Environment.nameOf(loop.index()), Type.INT);
        return countedBody(
                tree, labels, effects, index, from, loop.relation(), bound, loop.step(), loop.index(), next -> {
                    StatementEnd flow = reader.statements().scope(tree.getStatement(), next);
                    if (!flow.alwaysThrows()) {
                        loop.others().forEach(update -> reader.statements().effect(update.getExpression()));
                    }
                    return flow;
                });
    }

    private StatementEnd countedBody(
            Tree tree,
            Set<String> labels,
            Effects effects,
            Var index,
            Value from,
            Op.Primitive relation,
            Value bound,
            int step,
            @Nullable Object indexVariable,
            Control.Step body) {
        Exit again = Exit.named("skipped");
        BlockBuilder outer = reader.code();
        Carried carried =
                Carried.of(reader.environment(), variable -> variable != indexVariable && effects.changes(variable));
        reader.switchTo(outer.nested(), carried.inside());
        if (indexVariable != null) {
            reader.set(indexVariable, JavaValue.of(index));
        }
        reader.set(again.flag(), JavaValue.of(Const.FALSE));
        reader.control().push(new Control.Target(tree, labels, Exit.named("stopped"), again));
        StatementEnd flow = body.read(again);
        reader.control().pop();
        BlockBuilder inner = reader.code();
        List<Value> yields = carried.next(reader, flow);
        reader.switchTo(outer, carried.after());
        outer.add(new Loop.For(
                index,
                from,
                relation,
                bound,
                step,
                carried.params(),
                carried.inits(),
                inner.build(yields),
                carried.results(),
                outer.origin()));
        return StatementEnd.NORMAL;
    }

    private StatementEnd forEach(EnhancedForLoopTree tree, Set<String> labels) {
        reader.at(reader.file().origin(tree, reader.file().start(tree.getStatement())));
        Iterated iterated = Iterated.of(tree, reader);
        Value length = iterated.length();
        Effects effects = Effects.of(tree, labels, reader);
        Element variable = reader.element(tree.getVariable());
        Layout layout = reader.layoutOf(variable.asType(), tree.getVariable(), true);
        String name = tree.getVariable().getName().toString();
        if (!effects.leaves()) {
            Var index = Var.temporary(Type.INT);
            return countedBody(tree, labels, effects, index, Const.of(0), Op.Primitive.LT, length, 1, null, next -> {
                reader.set(variable, element(iterated, index, variable, layout, name, tree));
                StatementEnd flow = reader.statements().scope(tree.getStatement(), next);
                return flow;
            });
        }
        HelperVariable position = new HelperVariable("");
        reader.set(position, JavaValue.of(Const.of(0)));
        effects.alsoAssigns(position);
        Control.Step load = next -> {
            Value at = reader.environment().get(position).value();
            reader.set(variable, element(iterated, at, variable, layout, name, tree));
            return StatementEnd.NORMAL;
        };
        Control.Step advance = next -> {
            Value at = reader.environment().get(position).value();
            reader.set(position, JavaValue.of(reader.code().plus(at, Const.of(1))));
            return StatementEnd.NORMAL;
        };
        return new TestedLoop(reader, tree, labels, effects)
                .read(
                        () -> reader.code()
                                .compare(
                                        Op.Primitive.LT,
                                        reader.environment().get(position).value(),
                                        length),
                        List.of(load),
                        tree.getStatement(),
                        List.of(advance));
    }

    /** An object from outside stays as it is in a variable that gets no other. */
    private JavaValue element(
            Iterated iterated, Value index, Element variable, Layout layout, String name, EnhancedForLoopTree tree) {
        JavaValue element = iterated.element(index, layout, name);
        return reader.conversions().isAssigned(variable)
                ? reader.conversions().as(element, layout, tree.getExpression())
                : element;
    }

    // Loops with a test

    private StatementEnd test(
            Tree tree,
            Set<String> labels,
            @Nullable ExpressionTree condition,
            StatementTree body,
            List<Control.Step> update) {
        Effects effects = Effects.of(tree, labels, reader);
        TestedLoop loop = new TestedLoop(reader, tree, labels, effects);
        if (condition == null) {
            return loop.read(() -> Const.TRUE, List.of(), body, update);
        }
        return loop.read(() -> reader.expressions().value(condition, ""), List.of(), body, update);
    }

    private StatementEnd doWhile(DoWhileLoopTree tree, Set<String> labels) {
        Effects effects = Effects.of(tree, labels, reader);
        return new TestedLoop(reader, tree, labels, effects)
                .readDo(() -> reader.expressions().value(tree.getCondition(), ""), tree.getStatement());
    }
}
