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

    public boolean isEmpty() {
        return stmts.isEmpty();
    }
}
