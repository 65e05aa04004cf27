package dev.leibniz.processor.emit.locals;

import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.walk.Walk;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A block and where it stands: the blocks of a function as a tree that can be climbed. */
final class BlockPlace {
    private final Block block;
    private final @Nullable BlockPlace parent;
    private final @Nullable Stmt owner;
    private final int index;
    private final List<List<BlockPlace>> children;
    private final List<Set<String>> names;
    private final boolean[] writes;
    private boolean writesAtAll;

    private BlockPlace(Block block, @Nullable BlockPlace parent, @Nullable Stmt owner, int index) {
        this.block = block;
        this.parent = parent;
        this.owner = owner;
        this.index = index;
        int size = block.stmts().size();
        this.children = new ArrayList<>(size);
        this.names = new ArrayList<>(size);
        this.writes = new boolean[size];
        for (int i = 0; i < size; i++) {
            Stmt stmt = block.stmts().get(i);
            List<BlockPlace> inner = inner(stmt, i);
            children.add(inner);
            names.add(definedNames(stmt, inner));
            writes[i] = MemoryAccess.writes(stmt);
            for (BlockPlace region : inner) {
                writes[i] |= region.writesAtAll;
            }
            writesAtAll |= writes[i];
        }
    }

    static BlockPlace of(Block body) {
        return new BlockPlace(body, null, null, 0);
    }

    private List<BlockPlace> inner(Stmt stmt, int at) {
        if (stmt.blocks().isEmpty()) {
            return List.of();
        }
        List<BlockPlace> inner = new ArrayList<>(2);
        for (Block nested : stmt.blocks()) {
            inner.add(new BlockPlace(nested, this, stmt, at));
        }
        return inner;
    }

    private static Set<String> definedNames(Stmt stmt, List<BlockPlace> inner) {
        if (stmt instanceof Stmt.Let let) {
            return let.target().isNamed() ? Set.of(let.target().name()) : Set.of();
        }
        Set<String> defined = new HashSet<>();
        for (BlockPlace region : inner) {
            for (Set<String> names : region.names) {
                defined.addAll(names);
            }
        }
        for (Var result : stmt.results()) {
            defined.add(result.name());
        }
        for (Var param : Walk.blockParams(stmt)) {
            defined.add(param.name());
        }
        defined.remove("");
        return defined;
    }

    Block block() {
        return block;
    }

    List<Stmt> stmts() {
        return block.stmts();
    }

    @Nullable
    BlockPlace parent() {
        return parent;
    }

    /** The statement that this is a block of; null for a function's body. */
    @Nullable
    Stmt owner() {
        return owner;
    }

    /** The place of {@link #owner} in {@link #parent}. */
    int index() {
        return index;
    }

    /** Whether the block may run more than once each time its surroundings run. */
    boolean isRepeated() {
        return owner instanceof Loop;
    }

    /** The blocks of the statement at a place. */
    List<BlockPlace> children(int at) {
        return children.get(at);
    }

    boolean writesBetween(int from, int to) {
        for (int i = from; i < to; i++) {
            if (writes[i]) {
                return true;
            }
        }
        return false;
    }

    /** Whether a statement of that range defines, at any depth, a variable of one of these names. */
    boolean definesBetween(int from, int to, Set<String> wanted) {
        for (int i = from; i < to; i++) {
            if (!Collections.disjoint(names.get(i), wanted)) {
                return true;
            }
        }
        return false;
    }

    boolean definesAt(int at, Set<String> wanted) {
        return definesBetween(at, at + 1, wanted);
    }
}
