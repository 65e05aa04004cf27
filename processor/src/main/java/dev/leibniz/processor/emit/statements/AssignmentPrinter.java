package dev.leibniz.processor.emit.statements;

import dev.leibniz.processor.contract.CamelCase;
import dev.leibniz.processor.emit.locals.Local;
import dev.leibniz.processor.emit.locals.Locals;
import dev.leibniz.processor.emit.locals.Nesting;
import dev.leibniz.processor.emit.text.Code;
import dev.leibniz.processor.emit.text.JavaTypes;
import dev.leibniz.processor.emit.text.Line;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Op.Primitive;
import dev.leibniz.processor.ir.Origin;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Prints what gives a local variable or an element of an array a value, as a declaration, an assignment or an update. */
final class AssignmentPrinter {
    private final Nesting nesting;
    private final Locals locals;
    private final ExpressionPrinter expressions;
    private final OperatorPrinter operators;
    private final Consumer<Line> out;
    private final Set<Local> declared = Collections.newSetFromMap(new IdentityHashMap<>());

    /** @param out takes the lines as they are printed */
    AssignmentPrinter(Nesting nesting, Locals locals, ExpressionPrinter expressions, Consumer<Line> out) {
        this.nesting = nesting;
        this.locals = locals;
        this.expressions = expressions;
        this.operators = expressions.operators();
        this.out = out;
    }

    /** From now on the local variable needs no declaration. */
    void noteDeclared(Local local) {
        declared.add(local);
    }

    private void line(Origin origin, String format, Object... args) {
        out.accept(new Line.Simple(Code.of(format, args), origin));
    }

    /** Declares the variables that a statement with blocks gives a value inside them. */
    void declareBefore(Stmt stmt) {
        if (!stmt.blocks().isEmpty()) {
            for (Local local : locals.declaredBefore(stmt)) {
                if (declared.add(local)) {
                    line(Origin.NONE, "$T $L", JavaTypes.of(local.type()), locals.name(local));
                }
            }
        }
    }

    /** {@code target = source}; {@code source} is the target itself if that is where its definition is printed. */
    void assign(Var target, Value source, Origin origin) {
        Local local = locals.local(target);
        Expr expr = definition(source, target);
        if (expr == null && isIn(source, local)) {
            return;
        }
        if (declared.contains(local) && expr instanceof Expr.Apply apply && updates(local, apply, origin)) {
            return;
        }
        Code value = expr == null ? expressions.assigned(source).code() : widened(expr);
        assign(local, value, origin);
    }

    void assign(Local local, Code value, Origin origin) {
        if (declared.add(local)) {
            line(origin, "$T $L = $L", JavaTypes.of(local.type()), locals.name(local), value);
        } else {
            line(origin, "$L = $L", locals.name(local), value);
        }
    }

    private Code widened(Expr expr) {
        return expressions.assigned(expr).code();
    }

    private @Nullable Expr definition(Value source, Var target) {
        if (source == target) {
            return locals.definition(target);
        }
        return nesting.nested(source) instanceof Stmt.Let let ? let.expr() : null;
    }

    /** Whether a value is the one that a local variable holds. */
    boolean isIn(Value value, Local local) {
        return value instanceof Var v && nesting.nested(v) == null && locals.local(v) == local;
    }

    /** Prints {@code x = x + y} as {@code x += y}. */
    private boolean updates(Local local, Expr.Apply apply, Origin origin) {
        if (!(apply.op() instanceof Primitive op)
                || apply.operands().size() != 2
                || !apply.type().equals(local.type())
                || op.isComparison()) {
            return false;
        }
        Value left = apply.operand(0);
        Value right = apply.operand(1);
        boolean commutes = op == Primitive.ADD || op == Primitive.MUL;
        if (!isIn(left, local)) {
            if (!commutes || !isIn(right, local)) {
                return false;
            }
            right = left;
        }
        if (!right.type().equals(local.type())) {
            return false;
        }
        Code place = new Code(locals.name(local));
        if (OperatorPrinter.isDoubling(apply)) {
            update(place, Primitive.MUL, Const.number(2, local.type()), origin);
        } else {
            update(place, op, right, origin);
        }
        return true;
    }

    private void update(Code place, Primitive operator, Value value, Origin origin) {
        Primitive op = operator;
        Value by = value;
        if ((op == Primitive.ADD || op == Primitive.SUB) && operators.isNegation(by)) {
            op = op == Primitive.ADD ? Primitive.SUB : Primitive.ADD;
            by = operators.negated(by);
        }
        boolean isStep = by instanceof Const c && c.is(1) && !by.type().isFloating();
        if (isStep && (op == Primitive.ADD || op == Primitive.SUB)) {
            line(origin, "$L$L", place, op == Primitive.ADD ? "++" : "--");
        } else {
            line(
                    origin,
                    "$L $L= $L",
                    place,
                    op.symbol(),
                    expressions.assigned(by).code());
        }
    }

    /** Prints {@code a[i] = a[i] + v} as {@code a[i] += v}. */
    void store(Stmt.Store s) {
        Code element = expressions.element(s.array(), s.index());
        if (nesting.nested(s.value()) instanceof Stmt.Let let
                && let.expr() instanceof Expr.Apply apply
                && apply.op() instanceof Primitive op
                && apply.operands().size() == 2
                && !op.isComparison()
                && apply.operand(1).type().equals(apply.type())
                && nesting.nested(apply.operand(0)) instanceof Stmt.Let first
                && first.expr() instanceof Expr.Load load
                && load.array().equals(s.array())
                && load.index().equals(s.index())) {
            update(element, op, apply.operand(1), s.origin());
        } else {
            line(s.origin(), "$L = $L", element, expressions.assigned(s.value()).code());
        }
    }

    /** {@code a[i] += v}. */
    void accumulate(Stmt.Accumulate s) {
        boolean negated = operators.isNegation(s.value());
        Value value = negated ? operators.negated(s.value()) : s.value();
        Code element = expressions.element(s.array(), s.index());
        line(
                s.origin(),
                "$L $L= $L",
                element,
                negated ? "-" : "+",
                expressions.assigned(value).code());
    }

    /** {@code targets = sources}, all at once: an assignment waits until nobody needs the old value any more. */
    void copy(List<Var> targets, List<? extends Value> sources) {
        List<Integer> pending = new ArrayList<>();
        for (int i = 0; i < targets.size(); i++) {
            if (nesting.isUsed(targets.get(i)) && !isIn(sources.get(i), locals.local(targets.get(i)))) {
                pending.add(i);
            }
        }
        while (!pending.isEmpty()) {
            Integer next = pending.stream()
                    .filter(i -> pending.stream()
                            .noneMatch(
                                    j -> !j.equals(i) && reads(sources.get(j)).contains(locals.local(targets.get(i)))))
                    .findFirst()
                    .orElse(null);
            if (next == null) {
                throughTemporaries(pending, targets, sources);
                return;
            }
            assign(targets.get(next), sources.get(next), origin(sources.get(next)));
            pending.remove(next);
        }
    }

    /** For values that change places: all new values are computed before the first is assigned. */
    private void throughTemporaries(List<Integer> pending, List<Var> targets, List<? extends Value> sources) {
        List<String> temporaries = new ArrayList<>();
        for (int i : pending.subList(0, pending.size() - 1)) {
            Local target = locals.local(targets.get(i));
            String name = locals.newName("next" + CamelCase.capitalized(locals.name(target)));
            temporaries.add(name);
            line(
                    origin(sources.get(i)),
                    "$T $L = $L",
                    JavaTypes.of(target.type()),
                    name,
                    expressions.assigned(sources.get(i)).code());
        }
        int last = pending.get(pending.size() - 1);
        assign(targets.get(last), sources.get(last), origin(sources.get(last)));
        for (int k = 0; k < temporaries.size(); k++) {
            assign(locals.local(targets.get(pending.get(k))), new Code(temporaries.get(k)), Origin.NONE);
        }
    }

    private Origin origin(Value source) {
        Stmt stmt = nesting.nested(source);
        return stmt == null ? Origin.NONE : stmt.origin();
    }

    /** The local variables that the text of a value mentions. */
    Set<Local> reads(Value value) {
        Set<Local> read = new HashSet<>();
        nesting.forEachMention(value, v -> read.add(locals.local(v)));
        return read;
    }
}
