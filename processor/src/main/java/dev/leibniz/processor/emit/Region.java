package dev.leibniz.processor.emit;

import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A block and where it stands: the blocks of a function as a tree that can be climbed. */
final class Region {
    private final Block block;
    private final @Nullable Region parent;
    private final @Nullable Stmt owner;
    private final int index;
    private final List<List<Region>> children = new ArrayList<>();
    private final List<Boolean> writes = new ArrayList<>();
    private final List<Set<String>> names = new ArrayList<>();

    private Region(Block block, @Nullable Region parent, @Nullable Stmt owner, int index) {
        this.block = block;
        this.parent = parent;
        this.owner = owner;
        this.index = index;
        for (int i = 0; i < block.stmts().size(); i++) {
            Stmt stmt = block.stmts().get(i);
            List<Region> inner = new ArrayList<>();
            for (Block nested : stmt.blocks()) {
                inner.add(new Region(nested, this, stmt, i));
            }
            children.add(inner);
            writes.add(Memory.writes(stmt) || inner.stream().anyMatch(r -> r.writes.contains(true)));
            names.add(definedNames(stmt, inner));
        }
    }

    static Region of(Block body) {
        return new Region(body, null, null, 0);
    }

    private static Set<String> definedNames(Stmt stmt, List<Region> inner) {
        Set<String> defined = new HashSet<>();
        inner.forEach(region -> region.names.forEach(defined::addAll));
        stmt.results().stream().map(Var::name).forEach(defined::add);
        Walk.blockParams(stmt).stream().map(Var::name).forEach(defined::add);
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
    Region parent() {
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
        return owner instanceof Stmt.For || owner instanceof Stmt.While;
    }

    /** The blocks of the statement at a place. */
    List<Region> children(int at) {
        return children.get(at);
    }

    boolean writesBetween(int from, int to) {
        return writes.subList(from, to).contains(true);
    }

    /** Whether a statement of that range defines, at any depth, a variable of one of these names. */
    boolean definesBetween(int from, int to, Set<String> wanted) {
        return names.subList(from, to).stream()
                .anyMatch(defined -> wanted.stream().anyMatch(defined::contains));
    }

    boolean definesAt(int at, Set<String> wanted) {
        return definesBetween(at, at + 1, wanted);
    }
}
