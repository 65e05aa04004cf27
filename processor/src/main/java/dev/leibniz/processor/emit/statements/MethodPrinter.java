package dev.leibniz.processor.emit.statements;

import dev.leibniz.processor.emit.locals.Local;
import dev.leibniz.processor.emit.locals.Locals;
import dev.leibniz.processor.emit.locals.Nesting;
import dev.leibniz.processor.emit.locals.Pruning;
import dev.leibniz.processor.emit.text.Code;
import dev.leibniz.processor.emit.text.JavaTypes;
import dev.leibniz.processor.emit.text.Line;
import dev.leibniz.processor.emit.text.Text;
import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Origin;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Prints the body of one function as the body of one Java method. One instance prints one method, once. */
public final class MethodPrinter {
    private final Function function;
    private final Nesting nesting;
    private final Locals locals;
    private final ExpressionPrinter expressions;
    private final OperatorPrinter operators;
    private final CallPrinter calls;
    private final AssignmentPrinter assignments;
    private List<Line> out = new ArrayList<>();

    /**
     * @param kept the parameters that are mentioned after the body
     * @param parameterNames the Java names of the function's parameters, in order
     * @param reserved names that the body must not use for anything of its own
     * @param functions the names of private functions
     */
    public MethodPrinter(
            Function function,
            Set<Var> kept,
            List<String> parameterNames,
            Set<String> reserved,
            PrivateFunctions functions) {
        this.function = function;
        Map<Var, String> names = new HashMap<>();
        for (int i = 0; i < parameterNames.size(); i++) {
            names.put(function.params().get(i), parameterNames.get(i));
        }
        this.nesting = new Nesting(this.function.body(), names);
        this.locals = new Locals(this.function, kept, nesting, parameterNames, reserved);
        this.expressions = new ExpressionPrinter(nesting, locals::name);
        this.operators = expressions.operators();
        this.calls = new CallPrinter(expressions, functions);
        this.assignments = new AssignmentPrinter(nesting, locals, expressions, line -> out.add(line));
        for (Var param : this.function.params()) {
            assignments.noteDeclared(locals.local(param));
        }
    }

    /** The lines of the body, without a return. */
    public List<Line> lines() {
        return inside(() -> statements(function.body()));
    }

    /** Whether the body comes to an end; otherwise there is nothing to return. */
    public boolean completes() {
        return Pruning.completes(function.body());
    }

    /** The results, as they may be written where Java converts them to their types. */
    public List<Text> results() {
        return function.body().yields().stream().map(expressions::assigned).toList();
    }

    /** Whether the body mentions the parameter at all. */
    public boolean uses(int parameter) {
        return nesting.isUsed(function.params().get(parameter));
    }

    public String newName(String wish) {
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
        assignments.declareBefore(stmt);
        if (stmt instanceof Stmt.Let let) {
            assignments.assign(let.target(), let.target(), let.origin());
        } else if (stmt instanceof Stmt.Store s) {
            assignments.store(s);
        } else if (stmt instanceof Stmt.SetField s) {
            Code value = expressions.assigned(s.value()).code();
            line(s.origin(), "$L = $L", expressions.field(s.frame(), s.field()), value);
        } else if (stmt instanceof Stmt.Accumulate s) {
            assignments.accumulate(s);
        } else if (stmt instanceof Stmt.Fill s) {
            fill(s);
        } else if (stmt instanceof Stmt.CopyRange s) {
            line(s.origin(), "$L.arraycopy($L)", ExpressionPrinter.SYSTEM, expressions.list(s.operands()));
        } else if (stmt instanceof Stmt.AddInto s) {
            line(s.origin(), "$L.addInto($L)", ExpressionPrinter.BUFFERS, expressions.list(s.operands()));
        } else if (stmt instanceof Stmt.If s) {
            branch(s);
        } else if (stmt instanceof Loop.For s) {
            forLoop(s);
        } else if (stmt instanceof Loop.While s) {
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
                assignments.assign(locals.local(wanted.get(0)), call, s.origin());
            }
            return;
        }
        String holder = locals.newName(calls.holderName(s));
        line(s.origin(), "$L $L = $L", calls.holderType(s), holder, calls.call(s));
        List<String> paths = calls.componentPaths(s);
        for (int i = 0; i < s.results().size(); i++) {
            if (wanted.contains(s.results().get(i))) {
                assignments.assign(locals.local(s.results().get(i)), Code.of("$L$L", holder, paths.get(i)), s.origin());
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
                assignments.copy(results, block.yields());
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
        if (assignments.isIn(then, local) || assignments.isIn(otherwise, local)) {
            braced(s, branch(s.then(), s.results()), branch(s.otherwise(), s.results()));
        } else {
            assignments.assign(local, operators.choice(s).code(), s.origin());
        }
    }

    private void forLoop(Loop.For s) {
        assignments.copy(s.params(), s.inits());
        String index = locals.name(s.index());
        String step = Math.abs(s.step()) == 1
                ? index + (s.step() > 0 ? "++" : "--")
                : index + (s.step() > 0 ? " += " : " -= ") + Math.abs((long) s.step());
        Code header = Code.of(
                "for ($T $L = $L; $L $L $L; $L)",
                JavaTypes.of(s.index().type()),
                index,
                expressions.assigned(s.from()).code(),
                index,
                s.relation().symbol(),
                expressions.assigned(s.bound()).atLeast(10),
                step);
        List<Line> body = branch(s.body(), s.params());
        out.add(new Line.Braced(header, body, List.of(), s.origin()));
        assignments.copy(s.results(), List.copyOf(s.params()));
    }

    private void whileLoop(Loop.While s) {
        assignments.copy(s.params(), s.inits());
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
        assignments.copy(s.results(), List.copyOf(s.params()));
    }

    /** Whether javac cannot take the condition for a constant, and what follows the loop for unreachable. */
    private boolean isVariable(Value condition) {
        return !assignments.reads(condition).isEmpty();
    }
}
