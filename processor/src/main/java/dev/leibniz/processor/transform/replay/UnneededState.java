package dev.leibniz.processor.transform.replay;

import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether the gradients that a reverse derivative computes do not depend on one of its parameters, or its contents; only its value may. */
final class UnneededState {
    private final Function reverse;
    private final int values;
    private final Set<Value> tainted = new HashSet<>();
    private final Set<Value> made = new HashSet<>();
    private boolean matters;

    /** Whether the visited code only runs under a condition that depends on the parameter. */
    private boolean isChosen;

    private UnneededState(Function reverse, int values) {
        this.reverse = reverse;
        this.values = values;
    }

    /**
     * @param values how many of the results are those of the function that was differentiated
     */
    static boolean is(Function reverse, int param, int values) {
        return new UnneededState(reverse, values).isUnneeded(reverse.params().get(param));
    }

    private boolean isUnneeded(Var param) {
        tainted.add(param);
        if (param.type().isArray()) {
            made.add(param);
        }
        int before;
        do {
            before = tainted.size() + made.size();
            block(reverse.body());
        } while (!matters && tainted.size() + made.size() > before);
        List<Value> yields = reverse.body().yields();
        return !matters && yields.subList(values, yields.size()).stream().noneMatch(tainted::contains);
    }

    private void block(Block block) {
        block.stmts().forEach(this::stmt);
    }

    private void stmt(Stmt stmt) {
        boolean isTouched = stmt.operands().stream().anyMatch(tainted::contains);
        if (stmt instanceof Stmt.Let let) {
            if (let.expr().makesArray()) {
                made.add(let.target());
            }
            if (isTouched && !(let.expr() instanceof Expr.Length)) {
                tainted.add(let.target());
            }
        } else if (stmt instanceof Stmt.If choice) {
            branch(choice, isTouched);
            return;
        } else if (stmt instanceof Loop loop) {
            if (loop instanceof Loop.For counted) {
                matters |= tainted.contains(counted.from()) || tainted.contains(counted.bound());
            } else {
                matters |= ((Loop.While) loop).condition().yields().stream().anyMatch(tainted::contains);
            }
            hand(loop.inits(), loop.params());
            hand(loop.inits(), loop.results());
            hand(loop.body().yields(), loop.params());
            hand(loop.body().yields(), loop.results());
        } else if (stmt instanceof Stmt.Store store) {
            matters |= tainted.contains(store.index());
            write(store.array(), isChosen || tainted.contains(store.value()));
        } else if (stmt instanceof Stmt.Accumulate sum) {
            matters |= tainted.contains(sum.index());
            write(sum.array(), isChosen || tainted.contains(sum.value()));
        } else {
            matters |= isTouched || isChosen && !(stmt instanceof Stmt.Marker);
        }
        stmt.blocks().forEach(this::block);
    }

    /** The results of a branch depend on its condition. */
    private void branch(Stmt.If choice, boolean isTouched) {
        hand(choice.then().yields(), choice.results());
        hand(choice.otherwise().yields(), choice.results());
        if (isTouched) {
            tainted.addAll(choice.results());
        }
        boolean outer = isChosen;
        isChosen |= isTouched;
        choice.blocks().forEach(this::block);
        isChosen = outer;
    }

    private void hand(List<Value> from, List<Var> to) {
        for (int i = 0; i < to.size(); i++) {
            if (tainted.contains(from.get(i))) {
                tainted.add(to.get(i));
            }
        }
    }

    /** A new array depends on the values written to it; other arrays may be seen from outside. */
    private void write(Value array, boolean isTouched) {
        if (isTouched && !made.contains(array)) {
            matters = true;
        } else if (isTouched) {
            tainted.add(array);
        }
    }
}
