package dev.leibniz.processor.emit.locals;

import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Origin;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.walk.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives each use of a converted integer its own conversion, so that it can be written where it is used, or not at all
 * where Java widens by itself: {@code x / n} rather than a variable that holds {@code n} as a {@code double}.
 */
public final class ConversionsPerUse {
    private final Map<Var, Expr.Apply> conversions = new HashMap<>();

    private ConversionsPerUse() {}

    public static Function perUse(Function function) {
        ConversionsPerUse pass = new ConversionsPerUse();
        for (Stmt stmt : Walk.statements(function.body())) {
            if (stmt instanceof Stmt.Let let && !let.target().isNamed() && isWidening(let.expr())) {
                pass.conversions.put(let.target(), (Expr.Apply) let.expr());
            }
        }
        return pass.conversions.isEmpty() ? function : function.withBody(pass.block(function.body()));
    }

    private static boolean isWidening(Expr expr) {
        return expr instanceof Expr.Apply apply
                && apply.op() == Op.Primitive.CONVERT
                && apply.operand(0) instanceof Var
                && apply.operand(0).type() == Type.INT
                && apply.type() == Type.DOUBLE;
    }

    private Block block(Block block) {
        List<Stmt> stmts = new ArrayList<>();
        for (Stmt stmt : block.stmts()) {
            if (!(stmt instanceof Stmt.Let let) || !conversions.containsKey(let.target())) {
                stmts.add(Walk.rebuild(stmt, value -> use(value, stmts, stmt.origin()), this::block));
            }
        }
        List<Value> yields = new ArrayList<>();
        for (Value value : block.yields()) {
            yields.add(use(value, stmts, Origin.NONE));
        }
        return new Block(stmts, yields);
    }

    private Value use(Value value, List<Stmt> stmts, Origin origin) {
        Expr.Apply conversion = value instanceof Var variable ? conversions.get(variable) : null;
        if (conversion == null) {
            return value;
        }
        Var own = Var.temporary(value.type());
        stmts.add(new Stmt.Let(own, conversion, origin));
        return own;
    }
}
