package dev.leibniz.processor.shape;

import dev.leibniz.processor.contract.CamelCase;
import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.walk.Copier;
import dev.leibniz.processor.ir.walk.TemporaryNames;
import dev.leibniz.processor.ir.walk.Walk;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The names of the values of a function: those the user gave, or else names after the expressions that compute them, or else after
 * the values that are computed from them.
 */
final class ValueNames {
    /** Says of what type a value is, or of which operation, but not which value it is. */
    private static final Set<String> SAYS_LITTLE =
            Set.of("t", "s", "r", "k", "it", "flag", "array", "row", "holds", "isZero");

    /** The name of records of values that have none. */
    private static final String SAVED = "saved";

    /** The distance up to which to look for a name. */
    private static final int MOST_STEPS = 6;

    /** The value that another one goes into, and the name that it has there. */
    private record Goal(Value whole, String as) {
        boolean isNamed() {
            return whole instanceof Var variable && variable.isNamed();
        }
    }

    private final Map<Var, Expr> definitions = new HashMap<>();
    private final Map<Var, Goal> goals = new HashMap<>();
    private final Map<Var, String> components = new HashMap<>();
    private final Map<Value, Value> contents = new HashMap<>();
    private final Map<Value, Value> earlier = new HashMap<>();

    ValueNames(Function function) {
        Walk.forEach(function.body(), this::note);
    }

    /** The function with names for its records of values that have none: they are named after their contents. */
    static Function withNamedRecords(Function function) {
        ValueNames names = new ValueNames(function);
        return new Copier(variable -> new Var(names.ofRecord(variable), variable.type())).function(function);
    }

    private String ofRecord(Var variable) {
        if (!variable.name().equals(SAVED)) {
            return variable.name();
        }
        Value content = contents.get(root(variable));
        String name = content instanceof Var part ? part.isNamed() ? ofRecord(part) : outOfContext(part) : SAVED;
        if (name.equals(SAVED) || SAYS_LITTLE.contains(name)) {
            return SAVED;
        }
        String suffix = CamelCase.capitalized(SAVED);
        return name.endsWith(suffix) ? name : name + suffix;
    }

    /** The first of the variables that hold one record, which grows. */
    private Value root(Value record) {
        Value root = record;
        while (earlier.containsKey(root)) {
            root = earlier.get(root);
        }
        return root;
    }

    private void note(Stmt stmt) {
        if (stmt instanceof Stmt.Let let) {
            definitions.put(let.target(), let.expr());
            if (let.expr() instanceof Expr.Load load) {
                goal(load.array(), let.target(), "");
            } else if (let.expr() instanceof Expr.CopyOfRange copy) {
                follows(let.target(), copy.array());
            } else if (let.expr() instanceof Expr.Apply apply) {
                apply.operands().forEach(operand -> goal(operand, let.target(), role(apply.op())));
            }
        } else if (stmt instanceof Stmt.Accumulate s) {
            goal(s.value(), s.array(), "Term");
        } else if (stmt instanceof Stmt.Store s) {
            contents.putIfAbsent(root(arrayOf(s.array())), s.value());
            goal(s.value(), s.array(), s.value().type().isArray() ? "Row" : "Value");
        } else if (stmt instanceof Stmt.Call s && s.callee() instanceof Callee.External callee) {
            components(s.results(), callee.result().namePaths());
        } else if (stmt instanceof Stmt.If s) {
            yields(s.then(), s.results());
            yields(s.otherwise(), s.results());
        } else if (stmt instanceof Loop.For s) {
            carried(s.params(), s.inits(), s.body(), s.results());
        } else if (stmt instanceof Loop.While s) {
            carried(s.params(), s.inits(), s.body(), s.results());
        }
    }

    /** The array itself, or the one that it is a row of. */
    private Value arrayOf(Value array) {
        return array instanceof Var row && definitions.get(row) instanceof Expr.Load load
                ? arrayOf(load.array())
                : array;
    }

    private static String role(Op op) {
        if (op == Op.Primitive.ADD || op == Op.Primitive.SUB) {
            return "Term";
        }
        return op == Op.Primitive.MUL || op == Op.Primitive.DIV ? "Factor" : "Part";
    }

    private void carried(List<Var> params, List<Value> inits, Block body, List<Var> results) {
        for (int i = 0; i < params.size(); i++) {
            goal(inits.get(i), params.get(i), "");
            goal(params.get(i), results.get(i), "");
            follows(params.get(i), inits.get(i));
            follows(results.get(i), params.get(i));
        }
        yields(body, results);
    }

    private void yields(Block block, List<Var> results) {
        for (int i = 0; i < Math.min(results.size(), block.yields().size()); i++) {
            goal(block.yields().get(i), results.get(i), "");
            follows(results.get(i), block.yields().get(i));
        }
    }

    /** Notes that a variable holds what another one held before, in case it is a record. */
    private void follows(Var variable, Value before) {
        if (before instanceof Var record && record.name().equals(SAVED)) {
            earlier.putIfAbsent(variable, record);
        }
    }

    private void components(List<Var> results, List<String> paths) {
        for (int i = 0; i < results.size(); i++) {
            String path = paths.get(i);
            if (!path.isEmpty()) {
                components.put(results.get(i), path.substring(path.lastIndexOf('.') + 1));
            }
        }
    }

    private void goal(Value part, Value whole, String as) {
        boolean isRecord = whole instanceof Var array
                && array.name().toLowerCase(Locale.ROOT).contains(SAVED);
        if (part instanceof Var variable && !variable.isNamed() && !isRecord) {
            Goal goal = new Goal(whole, as);
            goals.merge(variable, goal, (first, next) -> next.isNamed() && !first.isNamed() ? next : first);
        }
    }

    /** A name, which others may have, too; empty for a constant. */
    String of(Value value) {
        if (!(value instanceof Var variable)) {
            return "";
        }
        return variable.isNamed()
                ? variable.name()
                : TemporaryNames.suggest(definitions.get(variable), variable.type(), this::of);
    }

    /** A name that says something also where nothing of the computation is to be seen. */
    String outOfContext(Value value) {
        String name = of(value);
        if (value instanceof Var variable && !variable.isNamed() && SAYS_LITTLE.contains(name)) {
            String component = components.getOrDefault(variable, "");
            String better = component.isEmpty() ? ofGoal(variable) : component;
            return better.isEmpty() ? name : better;
        }
        return name;
    }

    /** {@code yTerm} for what is added up in {@code y}; empty if nothing with a name is computed from the value. */
    private String ofGoal(Var variable) {
        String as = "";
        Value at = variable;
        for (int step = 0; step < MOST_STEPS; step++) {
            Goal goal = goals.get(at);
            if (goal == null) {
                return "";
            }
            as = as.isEmpty() ? goal.as() : as;
            at = goal.whole();
            if (at instanceof Var whole && whole.isNamed()) {
                return whole.name() + as;
            }
        }
        return "";
    }
}
