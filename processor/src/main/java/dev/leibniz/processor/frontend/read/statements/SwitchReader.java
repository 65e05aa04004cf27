package dev.leibniz.processor.frontend.read.statements;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import dev.leibniz.processor.frontend.read.EnumDispatch;
import dev.leibniz.processor.frontend.read.MethodReader;
import dev.leibniz.processor.frontend.read.control.Control;
import dev.leibniz.processor.frontend.read.expressions.Patterns;
import dev.leibniz.processor.frontend.read.values.Conversions;
import dev.leibniz.processor.frontend.read.values.Exit;
import dev.leibniz.processor.frontend.read.values.HelperVariable;
import dev.leibniz.processor.frontend.read.values.JavaValue;
import dev.leibniz.processor.frontend.read.values.StatementEnd;
import dev.leibniz.processor.frontend.scan.EnumConstants;
import dev.leibniz.processor.frontend.syntax.Completion;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import org.jspecify.annotations.Nullable;

/** Reads switches as nested branches; where control may fall through, as a sequence of branches on the entry point. */
final class SwitchReader {
    private final MethodReader reader;

    SwitchReader(MethodReader reader) {
        this.reader = reader;
    }

    /**
     * The statements behind one or more labels.
     *
     * @param labels the constants or patterns; empty for a lone {@code default}
     * @param guard the condition that must hold, too; null if there is none
     */
    private record Group(
            List<Tree> labels, @Nullable ExpressionTree guard, boolean isDefault, Control.Step body, Completion ends) {}

    StatementEnd statement(SwitchTree tree, Set<String> labels, @Nullable Exit next) {
        reader.at(reader.file().origin(tree, reader.file().end(tree.getExpression())));
        Exit exit = Exit.named("stopped");
        JavaValue selector = selector(tree.getExpression());
        Set<Object> visible = reader.environment().variables();
        reader.set(exit.flag(), JavaValue.of(Const.FALSE));
        reader.control().push(new Control.Target(tree, labels, exit, null));
        StatementEnd flow = read(groups(tree.getCases(), null), selector, false, exit);
        reader.control().pop();
        reader.environment().retain(visible);
        return flow.arrivedAt(exit);
    }

    JavaValue expression(SwitchExpressionTree tree, String name) {
        Layout layout = reader.layoutOf(tree);
        JavaValue selector = selector(tree.getExpression());
        HelperVariable result = new HelperVariable(name);
        Exit exit = new Exit(new HelperVariable("yielded"), result);
        Set<Object> visible = reader.environment().variables();
        reader.set(result, JavaValue.undefined(layout));
        reader.set(exit.flag(), JavaValue.of(Const.FALSE));
        reader.control().open(exit);
        read(groups(tree.getCases(), exit), selector, true, exit);
        reader.control().close();
        JavaValue value = reader.environment().get(result);
        reader.environment().retain(visible);
        return value;
    }

    private JavaValue selector(ExpressionTree tree) {
        JavaValue selector = reader.expressions().read(tree, "");
        return selector.isRecord() ? selector : JavaValue.of(Conversions.unboxed(reader.code(), selector.value()));
    }

    private List<Group> groups(List<? extends CaseTree> cases, @Nullable Exit yieldTo) {
        List<Group> groups = new ArrayList<>();
        List<Tree> labels = new ArrayList<>();
        boolean isDefault = false;
        for (int i = 0; i < cases.size(); i++) {
            CaseTree tree = cases.get(i);
            labels.addAll(tree.getExpressions());
            List<Tree> patterns = Patterns.patternsOf(tree);
            labels.addAll(patterns);
            if (tree.getExpressions().isEmpty() && patterns.isEmpty()) {
                if (!reader.file().text(tree).startsWith("default")) {
                    throw reader.control().newerJava(tree, "A pattern in a switch");
                }
                isDefault = true;
            }
            isDefault |= Patterns.hasDefault(tree);
            ExpressionTree guard = Patterns.guardOf(tree);
            boolean isRule = tree.getCaseKind() == CaseTree.CaseKind.RULE;
            if (!isRule && tree.getStatements().isEmpty() && i < cases.size() - 1) {
                continue; // shares the statements of the next one
            }
            groups.add(
                    isRule
                            ? rule(labels, guard, isDefault, tree.getBody(), yieldTo)
                            : statements(labels, guard, isDefault, tree.getStatements()));
            labels = new ArrayList<>();
            isDefault = false;
        }
        return groups;
    }

    private Group rule(
            List<Tree> labels, @Nullable ExpressionTree guard, boolean isDefault, Tree body, @Nullable Exit yieldTo) {
        if (body instanceof StatementTree statement) {
            // In a switch statement control leaves the switch behind the rule; so it does by coming to the end.
            return new Group(
                    labels,
                    guard,
                    isDefault,
                    next -> reader.statements().scope(statement, next),
                    Completion.of(statement) == Completion.THROWS ? Completion.THROWS : Completion.JUMPS);
        }
        ExpressionTree expression = (ExpressionTree) body;
        Control.Step step = next -> {
            reader.at(reader.file().origin(expression));
            if (yieldTo == null || yieldTo.result() == null) {
                reader.statements().effect(expression);
                return StatementEnd.NORMAL;
            }
            Layout layout = reader.environment().get(yieldTo.result()).layout();
            reader.set(yieldTo.result(), reader.expressions().readAs(expression, layout, ""));
            return reader.control().jump(yieldTo, next);
        };
        return new Group(labels, guard, isDefault, step, Completion.JUMPS);
    }

    private Group statements(
            List<Tree> labels,
            @Nullable ExpressionTree guard,
            boolean isDefault,
            List<? extends StatementTree> statements) {
        for (StatementTree statement : statements) {
            if (statement instanceof VariableTree variable) { // in scope in the groups behind this one as well
                Element element = reader.element(variable);
                reader.set(element, JavaValue.undefined(reader.layoutOf(element.asType(), variable, true)));
            }
        }
        List<Control.Step> steps = reader.statements().steps(statements);
        return new Group(
                labels, guard, isDefault, next -> reader.control().sequence(steps, next), Completion.of(statements));
    }

    private StatementEnd read(List<Group> groups, JavaValue selector, boolean exhaustive, Exit exit) {
        boolean fallsThrough = groups.subList(0, Math.max(0, groups.size() - 1)).stream()
                .anyMatch(group -> group.ends() == Completion.NORMAL);
        if (fallsThrough) {
            return fallingThrough(groups, selector, exit);
        }
        List<Group> tested = new ArrayList<>(groups);
        Group otherwise = null;
        for (Group group : groups) {
            if (group.isDefault()) {
                otherwise = group;
            }
        }
        if (otherwise == null && exhaustive) {
            otherwise = groups.get(groups.size() - 1);
        }
        if (otherwise != null) {
            tested.remove(otherwise);
        }
        return chain(tested, otherwise, selector, exit);
    }

    private StatementEnd chain(List<Group> tested, @Nullable Group otherwise, JavaValue selector, Exit exit) {
        if (tested.isEmpty()) {
            return otherwise == null
                    ? StatementEnd.NORMAL
                    : last(otherwise, selector).read(exit);
        }
        Group first = tested.get(0);
        List<Group> others = tested.subList(1, tested.size());
        Completion othersEnd = Completion.NORMAL;
        List<Control.Step> second = List.of();
        if (others.isEmpty() && otherwise != null) {
            second = List.of(last(otherwise, selector));
            othersEnd = otherwise.ends();
        } else if (!others.isEmpty()) {
            second = List.of(next -> chain(others, otherwise, selector, exit));
        }
        return reader.control()
                .fork(matches(first, selector), first.body(), first.ends(), second, othersEnd, List.of(), exit);
    }

    /** The group that is left if nothing else matches; its variables get their values. */
    private Control.Step last(Group group, JavaValue selector) {
        return next -> {
            if (!group.isDefault()) {
                matches(group, selector);
            }
            return group.body().read(next);
        };
    }

    /** Numbers the groups; each one runs if the entry point is not behind it, and the switch has not been left. */
    private StatementEnd fallingThrough(List<Group> groups, JavaValue selector, Exit exit) {
        Value entry = Const.of(groups.size());
        for (int i = 0; i < groups.size(); i++) {
            entry = groups.get(i).isDefault() ? Const.of(i) : entry;
        }
        for (int i = groups.size() - 1; i >= 0; i--) {
            if (!groups.get(i).labels().isEmpty()) {
                entry = reader.code().select(matches(groups.get(i), selector), Const.of(i), entry);
            }
        }
        Value start = entry;
        List<Control.Step> steps = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            Group group = groups.get(i);
            Const number = Const.of(i);
            steps.add((ForkStep) (rest, next) -> {
                Value runs = reader.code().compare(Op.Primitive.LE, start, number);
                return reader.control()
                        .fork(runs, group.body(), group.ends(), List.of(), Completion.NORMAL, rest, next);
            });
        }
        return reader.control().sequence(steps, exit);
    }

    private interface ForkStep extends Control.Fork {}

    private Value matches(Group group, JavaValue selector) {
        Value any = Const.FALSE;
        for (Tree label : group.labels()) {
            Value one = matches(label, selector);
            any = any.equals(Const.FALSE) ? one : reader.code().apply(Op.Primitive.OR, Type.BOOLEAN, any, one);
        }
        ExpressionTree guard = group.guard();
        return guard == null
                ? any
                : EnumDispatch.choose(
                                reader,
                                any,
                                JavaValue.of(Const.FALSE).layout(),
                                "",
                                () -> JavaValue.of(reader.expressions().value(guard, "")),
                                () -> JavaValue.of(Const.FALSE))
                        .value();
    }

    private Value matches(Tree label, JavaValue selector) {
        Tree pattern = Patterns.patternOf(label);
        if (pattern != null) {
            return new Patterns(reader).matches(pattern, selector, label);
        }
        if (label.getKind() == Tree.Kind.NULL_LITERAL) {
            throw reader.problem(ProblemCode.NULL, label);
        }
        Element element = reader.file().elementOf(label);
        if (element != null && element.getKind() == ElementKind.ENUM_CONSTANT && selector.isRecord()) {
            return new EnumDispatch(reader).isTag(selector, EnumConstants.tagOf(element));
        }
        Value given = selector.value();
        Value constant = reader.expressions().value((ExpressionTree) label, "");
        if (given.type() instanceof Type.Scalar) {
            Value converted = reader.convert(constant, given.type(), "");
            return reader.code().compare(Op.Primitive.EQ, given, converted);
        }
        // Of a string or an enum; like the switch, this throws if there is none.
        return reader.let("", new Expr.Opaque("$0.equals($1)", List.of(given, constant), Type.BOOLEAN, false));
    }
}
