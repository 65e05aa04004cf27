package dev.leibniz.processor.emit;

import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Op.Primitive;
import dev.leibniz.processor.ir.Origin;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Prints the body of one function as the body of one Java method. One instance prints one method, once. */
final class MethodPrinter {
    private final Function function;
    private final Nesting nesting;
    private final Locals locals;
    private final ExpressionPrinter expressions;
    private final OperatorPrinter operators;
    private final CallPrinter calls;
    private final Set<Local> declared = Collections.newSetFromMap(new IdentityHashMap<>());
    private List<Line> out = new ArrayList<>();

    /**
     * @param kept the parameters that are mentioned after the body
     * @param parameterNames the Java names of the function's parameters, in order
     * @param reserved names that the body must not use for anything of its own
     * @param functions how private functions are called
     */
    MethodPrinter(
            Function function,
            Set<Var> kept,
            List<String> parameterNames,
            Set<String> reserved,
            PrivateFunctions functions) {
        this.function = Conversions.perUse(Pruning.prune(function));
        Map<Var, String> names = new HashMap<>();
        for (int i = 0; i < parameterNames.size(); i++) {
            names.put(function.params().get(i), parameterNames.get(i));
        }
        this.nesting = new Nesting(this.function.body(), names);
        this.locals = new Locals(this.function, kept, nesting, parameterNames, reserved);
        this.expressions = new ExpressionPrinter(nesting, locals::name);
        this.operators = expressions.operators();
        this.calls = new CallPrinter(expressions, functions);
        this.function.params().stream().map(locals::local).forEach(declared::add);
    }

    /** The lines of the body, without a return. */
    List<Line> lines() {
        return inside(() -> statements(function.body()));
    }

    /** Whether the body comes to an end; otherwise there is nothing to return. */
    boolean completes() {
        return Pruning.completes(function.body());
    }

    /** The results, as they may be written where Java converts them to their types. */
    List<Text> results() {
        return function.body().yields().stream().map(expressions::assigned).toList();
    }

    /** Whether the body mentions the parameter at all. */
    boolean uses(int parameter) {
        return nesting.isUsed(function.params().get(parameter));
    }

    String newName(String wish) {
        return locals.newName(wish);
    }

    private List<Line> inside(Runnable print) {
        List<Line> outer = out;
        out = new ArrayList<>();
        print.run();
        List<Line> inner = out;
        out = outer;
        return inner;
    }

    private void statements(Block block) {
        for (Stmt stmt : block.stmts()) {
            if (!nesting.isNested(stmt)) {
                statement(stmt);
            }
        }
    }

    private void line(Origin origin, String format, Object... args) {
        out.add(new Line.Simple(Code.of(format, args), origin));
    }

    private void statement(Stmt stmt) {
        declareBefore(stmt);
        if (stmt instanceof Stmt.Let let) {
            assign(let.target(), let.target(), let.origin());
        } else if (stmt instanceof Stmt.Store s) {
            store(s);
        } else if (stmt instanceof Stmt.Accumulate s) {
            boolean negated = operators.isNegation(s.value());
            Value value = negated ? operators.negated(s.value()) : s.value();
            Code element = expressions.element(s.array(), s.index());
            line(
                    s.origin(),
                    "$L $L= $L",
                    element,
                    negated ? "-" : "+",
                    expressions.assigned(value).code());
        } else if (stmt instanceof Stmt.Fill s) {
            fill(s);
        } else if (stmt instanceof Stmt.CopyRange s) {
            line(s.origin(), "$L.arraycopy($L)", ExpressionPrinter.SYSTEM, expressions.list(s.operands()));
        } else if (stmt instanceof Stmt.AddInto s) {
            line(s.origin(), "$L.addInto($L)", ExpressionPrinter.BUFFERS, expressions.list(s.operands()));
        } else if (stmt instanceof Stmt.If s) {
            branch(s);
        } else if (stmt instanceof Stmt.For s) {
            forLoop(s);
        } else if (stmt instanceof Stmt.While s) {
            whileLoop(s);
        } else if (stmt instanceof Stmt.Call s) {
            call(s);
        } else if (stmt instanceof Stmt.Throw s) {
            Code thrown = Template.fill(s.template(), s.operands(), expressions);
            line(s.origin(), s.template().startsWith("throw ") ? "$L" : "throw $L", thrown);
        } else if (stmt instanceof Stmt.Assert s) {
            Code detail = s.detail().isEmpty()
                    ? Code.of("")
                    : Code.of(" : $L", Template.fill(s.detail(), s.details(), expressions));
            line(s.origin(), "assert $L$L", expressions.exact(s.condition()).code(), detail);
        } else if (stmt instanceof Stmt.Marker s) {
            out.add(new Line.Section(s.comment(), s.origin()));
        } else {
            throw new IllegalStateException("cannot print " + stmt);
        }
    }

    private void declareBefore(Stmt stmt) {
        if (!stmt.blocks().isEmpty()) {
            for (Local local : locals.declaredBefore(stmt)) {
                if (declared.add(local)) {
                    line(Origin.NONE, "$L $L", JavaTypes.of(local.type()), locals.name(local));
                }
            }
        }
    }

    /** {@code target = source}; {@code source} is the target itself if that is where its definition is printed. */
    private void assign(Var target, Value source, Origin origin) {
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

    private void assign(Local local, Code value, Origin origin) {
        if (declared.add(local)) {
            line(origin, "$L $L = $L", JavaTypes.of(local.type()), locals.name(local), value);
        } else {
            line(origin, "$L = $L", locals.name(local), value);
        }
    }

    private Code widened(Expr expr) {
        return expressions.assigned(expr).code();
    }

    private @org.jspecify.annotations.Nullable Expr definition(Value source, Var target) {
        if (source == target) {
            return locals.definition(target);
        }
        return nesting.nested(source) instanceof Stmt.Let let ? let.expr() : null;
    }

    private boolean isIn(Value value, Local local) {
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
    private void store(Stmt.Store s) {
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

    private void fill(Stmt.Fill s) {
        boolean whole = s.from() instanceof Const from
                && from.is(0)
                && nesting.nested(s.to()) instanceof Stmt.Let let
                && let.expr() instanceof Expr.Length length
                && length.array().equals(s.array());
        line(
                s.origin(),
                "$L.fill($L)",
                ExpressionPrinter.ARRAYS,
                expressions.list(whole ? List.of(s.array(), s.value()) : s.operands()));
    }

    private void call(Stmt.Call s) {
        List<Var> wanted = new ArrayList<>(s.results());
        wanted.removeIf(result -> !nesting.isUsed(result));
        if (wanted.isEmpty() || calls.hasSingleValue(s)) {
            Code call = calls.call(s);
            if (wanted.isEmpty()) {
                line(s.origin(), "$L", call);
            } else {
                assign(locals.local(wanted.get(0)), call, s.origin());
            }
            return;
        }
        String holder = locals.newName(calls.holderName(s));
        line(s.origin(), "$L $L = $L", calls.holderType(s), holder, calls.call(s));
        List<String> paths = calls.componentPaths(s);
        for (int i = 0; i < s.results().size(); i++) {
            if (wanted.contains(s.results().get(i))) {
                assign(locals.local(s.results().get(i)), Code.of("$L$L", holder, paths.get(i)), s.origin());
            }
        }
    }

    private void branch(Stmt.If s) {
        if (nesting.isChoice(s)) {
            choice(s);
            return;
        }
        List<Line> then = branch(s.then(), s.results());
        List<Line> otherwise = branch(s.otherwise(), s.results());
        braced(s, then, otherwise);
    }

    private List<Line> branch(Block block, List<Var> results) {
        return inside(() -> {
            statements(block);
            if (Pruning.completes(block)) {
                copy(results, block.yields());
            }
        });
    }

    private void braced(Stmt.If s, List<Line> then, List<Line> otherwise) {
        if (!then.isEmpty()) {
            out.add(new Line.Braced(header("if", expressions.exact(s.condition())), then, otherwise, s.origin()));
        } else if (!otherwise.isEmpty()) {
            out.add(new Line.Braced(header("if", operators.not(s.condition())), otherwise, List.of(), s.origin()));
        }
    }

    private static Code header(String keyword, Text condition) {
        return Code.of("$L ($L)", keyword, condition.code());
    }

    private void choice(Stmt.If s) {
        Local local = locals.local(s.results().get(0));
        Value then = s.then().yields().get(0);
        Value otherwise = s.otherwise().yields().get(0);
        if (isIn(then, local) || isIn(otherwise, local)) {
            braced(s, branch(s.then(), s.results()), branch(s.otherwise(), s.results()));
        } else {
            assign(local, operators.choice(s).code(), s.origin());
        }
    }

    private void forLoop(Stmt.For s) {
        copy(s.params(), s.inits());
        String index = locals.name(s.index());
        String step = Math.abs(s.step()) == 1
                ? index + (s.step() > 0 ? "++" : "--")
                : index + (s.step() > 0 ? " += " : " -= ") + Math.abs((long) s.step());
        Code header = Code.of(
                "for ($L $L = $L; $L $L $L; $L)",
                JavaTypes.of(s.index().type()),
                index,
                expressions.assigned(s.from()).code(),
                index,
                s.relation().symbol(),
                expressions.assigned(s.bound()).atLeast(10),
                step);
        List<Line> body = branch(s.body(), s.params());
        out.add(new Line.Braced(header, body, List.of(), s.origin()));
        copy(s.results(), List.copyOf(s.params()));
    }

    private void whileLoop(Stmt.While s) {
        copy(s.params(), s.inits());
        Value condition = s.condition().yields().get(0);
        if (!(condition instanceof Const c && c.isFalse())) {
            boolean plain = nesting.isPlain(s.condition()) && (condition instanceof Const || isVariable(condition));
            List<Line> body = inside(() -> {
                if (!plain) {
                    statements(s.condition());
                    List<Line> leave = inside(() -> line(s.origin(), "break"));
                    out.add(new Line.Braced(header("if", operators.not(condition)), leave, List.of(), s.origin()));
                }
                out.addAll(branch(s.body(), s.params()));
            });
            Code header = plain ? header("while", expressions.exact(condition)) : Code.of("while (true)");
            out.add(new Line.Braced(header, body, List.of(), s.origin()));
        }
        copy(s.results(), List.copyOf(s.params()));
    }

    /** Whether javac cannot take the condition for a constant, and what follows the loop for unreachable. */
    private boolean isVariable(Value condition) {
        return !reads(condition).isEmpty();
    }

    /** {@code targets = sources}, all at once: an assignment waits until nobody needs the old value any more. */
    private void copy(List<Var> targets, List<? extends Value> sources) {
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
            String name = locals.newName("next" + JavaTypes.capitalized(locals.name(target)));
            temporaries.add(name);
            line(
                    origin(sources.get(i)),
                    "$L $L = $L",
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

    private Set<Local> reads(Value value) {
        Set<Local> read = new HashSet<>();
        nesting.forEachMention(value, v -> read.add(locals.local(v)));
        return read;
    }
}
