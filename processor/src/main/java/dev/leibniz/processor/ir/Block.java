package dev.leibniz.processor.ir;

import java.util.List;

/** Statements in order, and the values that the block hands to what encloses it. */
public record Block(List<Stmt> stmts, List<Value> yields) {
    public Block {
        stmts = List.copyOf(stmts);
        yields = List.copyOf(yields);
    }

    public static Block yielding(Value... yields) {
        return new Block(List.of(), List.of(yields));
    }

    /** A block of these statements and yields: this one if they are the very same objects. */
    public Block with(List<Stmt> stmts, List<Value> yields) {
        return areSame(this.yields, yields) && areSame(this.stmts, stmts) ? this : new Block(stmts, yields);
    }

    private static boolean areSame(List<?> before, List<?> after) {
        if (before == after) {
            return true;
        }
        int size = before.size();
        if (after.size() != size) {
            return false;
        }
        for (int i = 0; i < size; i++) {
            if (before.get(i) != after.get(i)) {
                return false;
            }
        }
        return true;
    }

    public boolean isEmpty() {
        return stmts.isEmpty();
    }
}
