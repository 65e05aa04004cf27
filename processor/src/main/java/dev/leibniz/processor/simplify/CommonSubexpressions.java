package dev.leibniz.processor.simplify;

import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Computes nothing twice where the first result is still visible. A load counts as the same only while nothing can have
 * been written to its region of {@link AliasClasses}; a load of what has just been stored is the stored value.
 */
public final class CommonSubexpressions extends Rewriter {

    /** A value that equals an expression, as long as its region has not been written to again. */
    private record Known(Value value, int version) {}

    private record Shadowed(Expr expr, @Nullable Known before) {}

    private final AliasClasses memory;
    private final Map<Expr, Known> known = new HashMap<>();
    private final Map<Object, Integer> versions = new HashMap<>();
    private final Deque<List<Shadowed>> scopes = new ArrayDeque<>();

    CommonSubexpressions(Function function) {
        this.memory = new AliasClasses(function);
    }

    /** The same function with expressions that are computed twice computed once. */
    public static Function in(Function function) {
        return new CommonSubexpressions(function).function(function);
    }

    @Override
    Block block(Block block) {
        scopes.push(new ArrayList<>());
        Block result = super.block(block);
        List<Shadowed> scope = scopes.pop();
        for (int i = scope.size() - 1; i >= 0; i--) {
            Shadowed shadowed = scope.get(i);
            if (shadowed.before() == null) {
                known.remove(shadowed.expr());
            } else {
                known.put(shadowed.expr(), shadowed.before());
            }
        }
        return result;
    }

    @Override
    void stmt(Stmt stmt, List<Stmt> out) {
        if (stmt instanceof Stmt.Let let && isRepeatable(let.expr())) {
            let(let, out);
            return;
        }
        boolean isLoop = stmt instanceof Loop;
        if (isLoop) {
            written(memory.allWrites(stmt));
        }
        super.stmt(stmt, out);
        written(memory.writes(stmt));
        if (stmt instanceof Stmt.Store s) {
            remember(new Expr.Load(value(s.array()), value(s.index())), value(s.value()));
        }
    }

    private void let(Stmt.Let let, List<Stmt> out) {
        Expr expr = expr(let.expr());
        Value same = find(expr);
        if (same != null) {
            replace(let.target(), same);
        } else {
            remember(expr, let.target());
            out.add(expr == let.expr() ? let : new Stmt.Let(let.target(), expr, let.origin()));
        }
    }

    private static boolean isRepeatable(Expr expr) {
        return expr instanceof Expr.Apply
                || expr instanceof Expr.Length
                || expr instanceof Expr.Load
                || expr instanceof Expr.Opaque opaque && isRead(opaque);
    }

    /** A read of a constant; what is called may look at the clock, or into an array that changes, and a text shows what an object is by then. */
    private static boolean isRead(Expr.Opaque opaque) {
        boolean seesArray = opaque.operands().stream()
                .anyMatch(operand -> operand instanceof Var && operand.type().isArray());
        boolean isText = opaque.template().contains(" + ");
        return !opaque.allocates() && !opaque.template().contains("(") && !seesArray && !isText;
    }

    private @Nullable Value find(Expr expr) {
        Known found = known.get(expr);
        if (found == null && expr instanceof Expr.Apply apply && Arithmetic.isCommutative(apply.op())) {
            found = known.get(apply.withOperands(List.of(apply.operand(1), apply.operand(0))));
        }
        return found != null && found.version() == version(expr) ? found.value() : null;
    }

    private void remember(Expr expr, Value value) {
        Known before = known.put(expr, new Known(value, version(expr)));
        scopes.element().add(new Shadowed(expr, before));
    }

    private int version(Expr expr) {
        return expr instanceof Expr.Load load ? versions.getOrDefault(memory.region(load.array()), 0) : 0;
    }

    private void written(Set<Object> regions) {
        for (Object region : regions) {
            versions.merge(region, 1, Integer::sum);
        }
    }
}
