package dev.leibniz.processor.emit.locals;

import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds where each variable occurs, in the order and in the braces in which {@link dev.leibniz.processor.emit.statements.MethodPrinter} prints the
 * statements. The two must agree on where the copies at the ends of blocks and before loops are.
 */
final class Occurrences {
    private final Nesting nesting;
    private final Map<Var, Span> spans = new LinkedHashMap<>();
    private int order;

    private Occurrences(Nesting nesting) {
        this.nesting = nesting;
    }

    /** The spans of all variables that are printed, in order of first occurrence. */
    static Map<Var, Span> of(Function function, Nesting nesting) {
        Occurrences occurrences = new Occurrences(nesting);
        Scope root = new Scope(null, null, 0);
        for (Var param : function.params()) {
            occurrences.occurs(param, root, true);
        }
        occurrences.order++;
        occurrences.block(function.body(), root);
        occurrences.uses(function.body().yields(), root);
        root.close(++occurrences.order);
        return occurrences.spans;
    }

    private void assigned(List<Var> targets, Scope scope) {
        for (Var target : targets) {
            if (nesting.isUsed(target)) {
                occurs(target, scope, true);
            }
        }
    }

    private void occurs(Var variable, Scope scope, boolean assigned) {
        Span here = new Span(scope, order, scope, assigned);
        Span before = spans.putIfAbsent(variable, here);
        if (before != null) {
            spans.put(variable, before.with(here));
        }
    }

    private void uses(List<? extends Value> values, Scope scope) {
        for (Value value : values) {
            if (value instanceof Var) {
                nesting.forEachMention(value, v -> occurs(v, scope, false));
            }
        }
    }

    private void copy(List<Var> targets, List<? extends Value> sources, Scope scope) {
        uses(sources, scope);
        order++;
        assigned(targets, scope);
        order++;
    }

    private void block(Block block, Scope scope) {
        for (Stmt stmt : block.stmts()) {
            if (!nesting.isNested(stmt)) {
                order++;
                stmt(stmt, scope);
            }
        }
    }

    private void stmt(Stmt stmt, Scope scope) {
        if (stmt instanceof Stmt.If s) {
            uses(s.operands(), scope);
            if (nesting.isChoice(s)) {
                for (Block block : s.blocks()) {
                    uses(block.yields(), scope);
                }
                order++;
                assigned(s.results(), scope);
            } else {
                for (Block block : s.blocks()) {
                    nested(s, scope, block, s.results());
                }
            }
        } else if (stmt instanceof Loop.For s) {
            copy(s.params(), s.inits(), scope);
            uses(List.of(s.from(), s.bound()), scope);
            order++;
            Scope body = new Scope(scope, s, order);
            occurs(s.index(), body, true);
            uses(List.of(s.bound()), body);
            finish(body, s.body(), s.params());
            copy(s.results(), s.params(), scope);
        } else if (stmt instanceof Loop.While s) {
            copy(s.params(), s.inits(), scope);
            order++;
            Scope body = new Scope(scope, s, order);
            block(s.condition(), body);
            uses(s.condition().yields(), nesting.isPlain(s.condition()) ? scope : body);
            finish(body, s.body(), s.params());
            copy(s.results(), s.params(), scope);
        } else {
            uses(stmt.operands(), scope);
            order++;
            assigned(stmt.results(), scope);
        }
    }

    private void nested(Stmt owner, Scope scope, Block block, List<Var> targets) {
        order++;
        finish(new Scope(scope, owner, order), block, targets);
    }

    private void finish(Scope scope, Block block, List<Var> targets) {
        block(block, scope);
        if (Pruning.completes(block)) {
            copy(targets, block.yields(), scope);
        }
        scope.close(++order);
    }
}
