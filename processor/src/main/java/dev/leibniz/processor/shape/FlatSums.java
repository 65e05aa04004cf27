package dev.leibniz.processor.shape;

import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Op.Primitive;
import dev.leibniz.processor.ir.Stmt;
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
 * Writes {@code s + (a * b + c * d)} as {@code s + a * b + c * d}. The product rule makes such sums; flat ones are easier to
 * read, HotSpot makes vector instructions of more of them, and a long one can be cut. Only products are taken out of their
 * parentheses: they are rounded anyway, whereas a difference there may be exact and meant to be.
 */
public final class FlatSums {
    private final Map<Var, Integer> uses;

    /** The products that a variable is the sum of, if nothing but another sum uses it, or the one that it is itself. */
    private final Map<Value, List<Value>> products = new HashMap<>();

    /** Sums whose products are added one by one where they were added before. */
    private final Set<Value> takenApart = new HashSet<>();

    private FlatSums(Block block) {
        uses = Walk.useCounts(block);
    }

    /** The same function with flat sums in its loops. */
    public static Function inLoops(Function function) {
        return function.withBody(function.body()
                .with(
                        Walk.map(function.body().stmts(), stmt -> Walk.rebuild(stmt, FlatSums::in)),
                        function.body().yields()));
    }

    /** The same block with flat sums; blocks inside it stay as they are. */
    static Block in(Block block) {
        List<Stmt> stmts = block.stmts();
        FlatSums sums = new FlatSums(block);
        stmts.forEach(sums::findProducts);
        for (int i = stmts.size() - 1; i >= 0; i--) {
            sums.takeApart(stmts.get(i));
        }
        if (sums.takenApart.isEmpty()) {
            return block;
        }
        BlockBuilder out = new BlockBuilder();
        stmts.forEach(stmt -> sums.append(stmt, out));
        return out.build(block.yields());
    }

    private void findProducts(Stmt stmt) {
        if (is(stmt, Primitive.MUL)) {
            Var product = ((Stmt.Let) stmt).target();
            products.put(product, List.of(product));
        } else if (is(stmt, Primitive.ADD) && uses.getOrDefault(((Stmt.Let) stmt).target(), 0) == 1) {
            List<Value> first = products.get(stmt.operands().get(0));
            List<Value> second = products.get(stmt.operands().get(1));
            if (first != null && second != null) {
                List<Value> all = new ArrayList<>(first);
                all.addAll(second);
                products.put(((Stmt.Let) stmt).target(), all);
            }
        }
    }

    /** The last statement comes first. */
    private void takeApart(Stmt stmt) {
        if (!is(stmt, Primitive.ADD) && !is(stmt, Primitive.SUB)) {
            return;
        }
        List<Value> operands = stmt.operands();
        if (isSum(operands.get(1))) {
            takenApart.add(operands.get(1));
        }
        if (takenApart.contains(((Stmt.Let) stmt).target()) && isSum(operands.get(0))) {
            takenApart.add(operands.get(0));
        }
    }

    private void append(Stmt stmt, BlockBuilder out) {
        if (!(stmt instanceof Stmt.Let let)) {
            out.add(stmt);
        } else if (!takenApart.contains(let.target())) {
            out.add(
                    let.operands().size() == 2
                                    && takenApart.contains(let.operands().get(1))
                            ? flat(let, out)
                            : let);
        }
    }

    private Stmt flat(Stmt.Let let, BlockBuilder out) {
        Expr.Apply last = (Expr.Apply) let.expr();
        Value sum = last.operand(0);
        List<Value> summands = products.getOrDefault(last.operand(1), List.of());
        out.at(let.origin());
        for (Value summand : summands.subList(0, summands.size() - 1)) {
            sum = out.apply(last.op(), last.type(), sum, summand);
        }
        Value summand = summands.get(summands.size() - 1);
        return new Stmt.Let(let.target(), last.withOperands(List.of(sum, summand)), let.origin());
    }

    private boolean isSum(Value value) {
        return products.getOrDefault(value, List.of()).size() > 1;
    }

    private static boolean is(Stmt stmt, Primitive op) {
        return stmt instanceof Stmt.Let let
                && let.expr() instanceof Expr.Apply apply
                && apply.op() == op
                && apply.type().isFloating();
    }
}
