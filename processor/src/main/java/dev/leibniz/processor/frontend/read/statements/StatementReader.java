package dev.leibniz.processor.frontend.read.statements;

import com.sun.source.tree.AssertTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EmptyStatementTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.tree.YieldTree;
import dev.leibniz.processor.frontend.read.MethodReader;
import dev.leibniz.processor.frontend.read.RecordArrays;
import dev.leibniz.processor.frontend.read.Statements;
import dev.leibniz.processor.frontend.read.collections.FixedLists;
import dev.leibniz.processor.frontend.read.collections.GrowingLists;
import dev.leibniz.processor.frontend.read.control.Control;
import dev.leibniz.processor.frontend.read.expressions.Assignments;
import dev.leibniz.processor.frontend.read.values.Exit;
import dev.leibniz.processor.frontend.read.values.HelperVariable;
import dev.leibniz.processor.frontend.read.values.JavaValue;
import dev.leibniz.processor.frontend.read.values.StatementEnd;
import dev.leibniz.processor.frontend.read.values.Unreadable;
import dev.leibniz.processor.frontend.syntax.Completion;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.problem.ProblemCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reads statements; loops and switches are read by {@link LoopReader} and {@link SwitchReader}. */
public final class StatementReader implements Statements {
    private final MethodReader reader;
    private final LoopReader loops;
    private final SwitchReader switches;
    private final MessageReader messages;

    public StatementReader(MethodReader reader) {
        this.reader = reader;
        this.loops = new LoopReader(reader);
        this.switches = new SwitchReader(reader);
        this.messages = new MessageReader(reader);
    }

    @Override
    public JavaValue switchExpression(SwitchExpressionTree tree, String name) {
        return switches.expression(tree, name);
    }

    @Override
    public List<Control.Step> steps(List<? extends StatementTree> statements) {
        List<Control.Step> steps = new ArrayList<>();
        GrowingLists lists = new GrowingLists(reader);
        Map<StatementTree, List<Element>> filled = lists.filledBy(statements);
        for (StatementTree statement : statements) {
            steps.add(step(statement));
            for (Element list : filled.getOrDefault(statement, List.of())) {
                steps.add(next -> {
                    lists.cut(list);
                    return StatementEnd.NORMAL;
                });
            }
        }
        return steps;
    }

    @Override
    public Control.Step step(StatementTree statement) {
        return statement instanceof IfTree tree ? new IfFork(tree) : next -> read(statement, next);
    }

    @Override
    public StatementEnd scope(StatementTree statement, @Nullable Exit next) {
        List<? extends StatementTree> statements =
                statement instanceof BlockTree block ? block.getStatements() : List.of(statement);
        return scope(steps(statements), next);
    }

    @Override
    public StatementEnd scope(List<Control.Step> steps, @Nullable Exit next) {
        Set<Object> visible = reader.environment().variables();
        StatementEnd flow = reader.control().sequence(steps, next);
        reader.environment().retain(visible);
        return flow;
    }

    private StatementEnd read(StatementTree statement, @Nullable Exit next) {
        Control control = reader.control();
        if (statement instanceof BlockTree) {
            return scope(statement, next);
        } else if (statement instanceof EmptyStatementTree) {
            return StatementEnd.NORMAL;
        } else if (statement instanceof LabeledStatementTree tree) {
            return labelled(tree, next);
        } else if (statement instanceof WhileLoopTree
                || statement instanceof DoWhileLoopTree
                || statement instanceof ForLoopTree
                || statement instanceof EnhancedForLoopTree) {
            return loop(statement, Set.of());
        } else if (statement instanceof SwitchTree tree) {
            return switches.statement(tree, Set.of(), next);
        } else if (statement instanceof BreakTree tree) {
            return control.jump(control.breakExit(tree.getLabel()), next);
        } else if (statement instanceof ContinueTree tree) {
            return control.jump(control.continueExit(tree.getLabel()), next);
        }
        reader.at(reader.file().origin(statement));
        if (statement instanceof VariableTree tree) {
            declaration(tree);
        } else if (statement instanceof ExpressionStatementTree tree) {
            effect(tree.getExpression());
        } else if (statement instanceof ReturnTree tree) {
            return leave(control.methodExit(), tree.getExpression(), next);
        } else if (statement instanceof YieldTree tree) {
            return leave(control.yieldExit(), tree.getValue(), next);
        } else if (statement instanceof ThrowTree tree) {
            return thrown(tree);
        } else if (statement instanceof AssertTree tree) {
            messages.readAssert(tree);
        } else if (statement instanceof ClassTree tree) {
            if (tree.getKind() != Tree.Kind.RECORD && tree.getKind() != Tree.Kind.ENUM) {
                throw reader.problem(ProblemCode.LOCAL_CLASS, tree);
            }
        } else if (statement instanceof TryTree tree) {
            return new TryReader(reader).read(tree);
        } else if (statement instanceof SynchronizedTree tree) {
            throw reader.problem(ProblemCode.SYNCHRONIZED, tree);
        } else {
            throw reader.problem(ProblemCode.UNSUPPORTED, statement, "This statement");
        }
        return StatementEnd.NORMAL;
    }

    private StatementEnd thrown(ThrowTree tree) {
        TypeMirror exception = TryReader.thrownBy(tree, reader.file());
        if (reader.control().leavesExpression(exception)) {
            throw reader.problem(ProblemCode.UNSUPPORTED, tree, "Catching what a switch expression throws");
        }
        Optional<Exit> clause = reader.control().catchExit(exception);
        if (clause.isPresent()) {
            return reader.control().jump(clause.get(), null);
        }
        messages.readThrow(tree);
        return StatementEnd.THROWN;
    }

    /** A loop; if its header cannot be read, its body is, to find the other problems as well. */
    private StatementEnd loop(StatementTree tree, Set<String> labels) {
        try {
            return loops.read(tree, labels);
        } catch (Unreadable e) {
            Exit left = Exit.named("left");
            Exit next = Exit.named("next");
            reader.set(left.flag(), JavaValue.of(Const.FALSE));
            reader.set(next.flag(), JavaValue.of(Const.FALSE));
            reader.control().push(new Control.Target(tree, labels, left, next));
            loops.declare(tree);
            try {
                scope(LoopReader.bodyOf(tree), null);
            } finally {
                reader.control().pop();
            }
            throw e;
        }
    }

    private StatementEnd labelled(LabeledStatementTree tree, @Nullable Exit next) {
        Set<String> labels = new HashSet<>(Set.of(tree.getLabel().toString()));
        StatementTree inner = tree.getStatement();
        while (inner instanceof LabeledStatementTree another) {
            labels.add(another.getLabel().toString());
            inner = another.getStatement();
        }
        if (inner instanceof SwitchTree switchTree) {
            return switches.statement(switchTree, labels, next);
        }
        if (inner instanceof WhileLoopTree
                || inner instanceof DoWhileLoopTree
                || inner instanceof ForLoopTree
                || inner instanceof EnhancedForLoopTree) {
            return loop(inner, labels);
        }
        Exit exit = Exit.named("left");
        reader.set(exit.flag(), JavaValue.of(Const.FALSE));
        reader.control().push(new Control.Target(null, labels, exit, null));
        StatementEnd flow = scope(inner, exit);
        reader.control().pop();
        reader.environment().remove(exit.flag());
        return flow.arrivedAt(exit);
    }

    void declaration(VariableTree tree) {
        Element variable = reader.element(tree);
        ExpressionTree initializer = tree.getInitializer();
        if (initializer == null) {
            reader.set(variable, JavaValue.undefined(reader.layoutOf(variable.asType(), tree, true)));
            return;
        }
        Optional<JavaValue> list = new FixedLists(reader).declared(variable, initializer);
        JavaValue initial = list.isPresent() ? list.get() : initial(variable, initializer, tree);
        RecordArrays.suggestNames(initial, tree.getName().toString());
        reader.set(variable, initial);
    }

    private JavaValue initial(Element variable, ExpressionTree initializer, VariableTree tree) {
        Layout layout = reader.layoutOf(variable.asType(), tree, true);
        return reader.conversions()
                .readFor(variable, initializer, layout, tree.getName().toString());
    }

    @Override
    public void effect(ExpressionTree expression) {
        if (expression instanceof ParenthesizedTree tree) {
            effect(tree.getExpression());
        } else if (expression instanceof AssignmentTree
                || expression instanceof CompoundAssignmentTree
                || expression instanceof UnaryTree) {
            new Assignments(reader).effect(expression);
        } else if (expression instanceof MethodInvocationTree tree) {
            reader.calls().read(tree, "");
        } else {
            reader.expressions().read(expression, "");
        }
    }

    private StatementEnd leave(Exit exit, @Nullable ExpressionTree value, @Nullable Exit next) {
        HelperVariable result = exit.result();
        if (value != null && result != null) {
            Layout layout = reader.environment().get(result).layout();
            reader.set(result, reader.expressions().readAs(value, layout, ""));
        }
        return reader.control().jump(exit, next);
    }

    @Override
    public Control.Step expression(ExpressionTree body, Exit exit) {
        return next -> {
            reader.at(reader.file().origin(body));
            boolean isWanted = exit.result() != null
                    && !(reader.environment().get(exit.result()).layout() instanceof Layout.Nothing);
            if (!isWanted) {
                effect(body);
            }
            return leave(exit, isWanted ? body : null, next);
        };
    }

    /** An {@code if}: the statements that follow it move into the branch that comes back. */
    private final class IfFork implements Control.Fork {
        private final IfTree tree;

        IfFork(IfTree tree) {
            this.tree = tree;
        }

        @Override
        public StatementEnd read(List<Control.Step> rest, @Nullable Exit next) {
            StatementTree otherwise = tree.getElseStatement();
            reader.at(reader.file().origin(tree, reader.file().end(tree.getCondition())));
            Value condition;
            try {
                condition = reader.expressions().value(tree.getCondition(), "");
            } catch (Unreadable e) {
                condition = Var.temporary(Type.BOOLEAN); // go on, to find the problems inside as well
            }
            List<Control.Step> second = otherwise == null ? List.of() : List.of(scoped(otherwise));
            return reader.control()
                    .fork(
                            condition,
                            scoped(tree.getThenStatement()),
                            completion(tree.getThenStatement()),
                            second,
                            otherwise == null ? Completion.NORMAL : completion(otherwise),
                            rest,
                            next);
        }

        /** As {@link Completion#of} has it, but an exception thrown in a {@code try} may be caught, and is a jump. */
        private Completion completion(StatementTree statement) {
            Completion completion = Completion.of(statement);
            return completion == Completion.THROWS && reader.control().isInTry() ? Completion.JUMPS : completion;
        }

        private Control.Step scoped(StatementTree statement) {
            return statement instanceof IfTree ? step(statement) : next -> scope(statement, next);
        }
    }
}
