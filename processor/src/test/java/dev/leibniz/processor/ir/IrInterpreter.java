package dev.leibniz.processor.ir;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * Runs a function of the IR exactly as Java would run the code that is printed for it. Numbers are boxed, arrays are
 * Java arrays. What operations do with values is the business of {@link Domain}, so that dual numbers need no second
 * copy of the control flow.
 */
public final class IrInterpreter {

    /** What values are, and what operations do with them. */
    interface Domain {
        Object constant(Const constant);

        /** The plain Java value behind one of this domain: decides branches and indices. */
        Object plain(Object value);

        Object eval(Expr expr, List<Object> operands);

        /** A statement without blocks, other than Let, Call, Throw and Assert. */
        void write(Stmt stmt, List<Object> operands);
    }

    /** What a {@link Stmt.Throw} throws. */
    public static final class Thrown extends RuntimeException {
        private static final long serialVersionUID = 1;

        Thrown(String message) {
            super(message);
        }
    }

    private static final long MAX_STEPS = 50_000_000;

    private final Map<String, Function> functions;
    private final Domain domain;
    private long steps;

    IrInterpreter(Map<String, Function> functions, Domain domain) {
        this.functions = functions;
        this.domain = domain;
    }

    /** The results of a function that calls no others and has no opaque expressions. */
    public static List<Object> run(Function function, Object... args) {
        return run(Map.of(), (opaque, operands) -> unknown(opaque), function, args);
    }

    /**
     * The results of a function.
     *
     * @param functions those it may call
     * @param opaque evaluates opaque expressions
     */
    public static List<Object> run(
            Map<String, Function> functions,
            BiFunction<Expr.Opaque, List<Object>, Object> opaque,
            Function function,
            Object... args) {
        return new IrInterpreter(functions, new PlainDomain(opaque)).call(function, java.util.Arrays.asList(args));
    }

    static Object unknown(Expr.Opaque opaque) {
        throw new UnsupportedOperationException("no meaning given to " + opaque.template());
    }

    List<Object> call(Function function, List<Object> args) {
        if (args.size() != function.params().size()) {
            throw new IllegalArgumentException(function.name() + " takes " + function.params() + ", got " + args);
        }
        Map<Var, Object> values = new HashMap<>();
        bind(values, function.params(), args);
        return block(function.body(), values);
    }

    private List<Object> block(Block block, Map<Var, Object> values) {
        for (Stmt stmt : block.stmts()) {
            if (++steps > MAX_STEPS) {
                throw new IllegalStateException("runs for too long");
            }
            bind(values, stmt.results(), stmt(stmt, values));
        }
        return all(block.yields(), values);
    }

    private List<Object> stmt(Stmt stmt, Map<Var, Object> values) {
        if (stmt instanceof Stmt.If s) {
            return block(isTrue(value(s.condition(), values)) ? s.then() : s.otherwise(), values);
        } else if (stmt instanceof Loop.For s) {
            return counted(s, values);
        } else if (stmt instanceof Loop.While s) {
            return repeated(s, values);
        }
        List<Object> operands = all(stmt.operands(), values);
        if (stmt instanceof Stmt.Let let) {
            return java.util.Collections.singletonList(domain.eval(let.expr(), operands));
        } else if (stmt instanceof Stmt.Call s) {
            if (!(s.callee() instanceof Callee.Local local)) {
                throw new UnsupportedOperationException("call of " + s.callee());
            }
            return call(functions.get(local.name()), operands);
        } else if (stmt instanceof Stmt.Throw s) {
            throw new Thrown(s.template());
        } else if (stmt instanceof Stmt.Assert s) {
            if (!isTrue(operands.get(0))) {
                throw new Thrown("assertion failed: " + s.detail());
            }
            return List.of();
        }
        domain.write(stmt, operands);
        return List.of();
    }

    private List<Object> counted(Loop.For s, Map<Var, Object> values) {
        int from = (Integer) domain.plain(value(s.from(), values));
        int bound = (Integer) domain.plain(value(s.bound(), values));
        List<Object> carried = all(s.inits(), values);
        for (int i = from; runs(s.relation(), i, bound); i += s.step()) {
            values.put(s.index(), domain.constant(Const.of(i)));
            bind(values, s.params(), carried);
            carried = block(s.body(), values);
        }
        return carried;
    }

    private static boolean runs(Op.Primitive relation, int i, int bound) {
        return switch (relation) {
            case LT -> i < bound;
            case LE -> i <= bound;
            case GT -> i > bound;
            case GE -> i >= bound;
            default -> throw new IllegalStateException("loop relation " + relation);
        };
    }

    private List<Object> repeated(Loop.While s, Map<Var, Object> values) {
        List<Object> carried = all(s.inits(), values);
        while (true) {
            bind(values, s.params(), carried);
            if (!isTrue(block(s.condition(), values).get(0))) {
                return carried;
            }
            carried = block(s.body(), values);
        }
    }

    private boolean isTrue(Object value) {
        return (Boolean) domain.plain(value);
    }

    private static void bind(Map<Var, Object> values, List<Var> variables, List<Object> to) {
        for (int i = 0; i < variables.size(); i++) {
            values.put(variables.get(i), to.get(i));
        }
    }

    private List<Object> all(List<? extends Value> from, Map<Var, Object> values) {
        List<Object> all = new ArrayList<>();
        for (Value value : from) {
            all.add(value(value, values));
        }
        return all;
    }

    private Object value(Value value, Map<Var, Object> values) {
        if (value instanceof Const constant) {
            return domain.constant(constant);
        }
        if (!values.containsKey((Var) value)) {
            throw new IllegalStateException("used before it is defined: " + value);
        }
        return values.get((Var) value);
    }
}
