package dev.leibniz.processor.transform.forms;

import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.walk.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Elements counted by a variable, as in {@code r[k++] = u; r[k++] = v}: a loop that carries nothing else computes {@code k} from the
 * number of its iteration, and carries nothing.
 */
final class CountedElements {
    private final Set<Value> used = new HashSet<>();

    private CountedElements(Function function) {
        Walk.forEachUse(function.body(), used::add);
    }

    /** The function with such loops in its own block. */
    static Function of(Function function) {
        CountedElements elements = new CountedElements(function);
        List<Stmt> stmts =
                function.body().stmts().stream().map(elements::counted).toList();
        return function.withBody(function.body().with(stmts, function.body().yields()));
    }

    private Stmt counted(Stmt stmt) {
        if (!(stmt instanceof Loop.For loop)
                || loop.params().isEmpty()
                || !loop.from().equals(Const.of(0))
                || loop.step() != 1
                || loop.results().stream().anyMatch(used::contains)) {
            return stmt;
        }
        Map<Value, Expr.Apply> sums = new HashMap<>();
        for (Stmt inner : loop.body().stmts()) {
            if (inner instanceof Stmt.Let let && let.expr() instanceof Expr.Apply apply && apply.type() == Type.INT) {
                sums.put(let.target(), apply);
            }
        }
        List<Stmt> body = new ArrayList<>();
        for (int i = 0; i < loop.params().size(); i++) {
            Var param = loop.params().get(i);
            int change = change(loop.body().yields().get(i), param, sums);
            if (change == 0 || !loop.inits().get(i).equals(Const.of(0))) {
                return stmt;
            }
            List<Value> factors = List.of(loop.index(), Const.of(change));
            body.add(new Stmt.Let(param, new Expr.Apply(Op.Primitive.MUL, factors, Type.INT), loop.origin()));
        }
        body.addAll(loop.body().stmts());
        return loop.carrying(List.of(), List.of(), new Block(body, List.of()), List.of());
    }

    /** The amount by which a value exceeds a variable; 0 if that is not known. */
    private static int change(Value value, Var variable, Map<Value, Expr.Apply> sums) {
        int change = 0;
        Value at = value;
        while (!at.equals(variable)) {
            Expr.Apply sum = sums.get(at);
            if (sum == null
                    || sum.op() != Op.Primitive.ADD
                    || !(sum.operand(1) instanceof Const constant)
                    || !(constant.value() instanceof Integer number)) {
                return 0;
            }
            change += number;
            at = sum.operand(0);
        }
        return change;
    }
}
