package dev.leibniz.processor.analysis.memory;

import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.walk.Walk;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The position of each statement, and the region and the statement that define each variable. */
public final class Places {

    /** A position in a block. */
    public record Place(Region region, int index) {}

    private final Map<Block, Region> regions = new IdentityHashMap<>();
    private final Map<Stmt, Place> places = new IdentityHashMap<>();
    private final Map<Var, Region> definedIn = new HashMap<>();
    private final Map<Var, Stmt> definitions = new HashMap<>();
    private final Region root = new Region(null, null, 0, Region.Kind.FUNCTION, 0);

    private Places() {}

    public static Places of(Function function) {
        Places places = new Places();
        function.params().forEach(param -> places.definedIn.put(param, places.root));
        places.visit(function.body(), places.root);
        return places;
    }

    private void visit(Block block, Region region) {
        regions.put(block, region);
        int index = 0;
        for (Stmt stmt : block.stmts()) {
            places.put(stmt, new Place(region, index));
            for (Var result : stmt.results()) {
                definedIn.put(result, region);
                definitions.put(result, stmt);
            }
            Region.Kind kind = stmt instanceof Stmt.If ? Region.Kind.BRANCH : Region.Kind.LOOP;
            for (Block inner : stmt.blocks()) {
                Region innerRegion = new Region(region, stmt, index, kind, region.depth() + 1);
                for (Var param : Walk.blockParams(stmt)) {
                    definedIn.put(param, innerRegion);
                }
                visit(inner, innerRegion);
            }
            index++;
        }
    }

    public Region root() {
        return root;
    }

    public Region region(Block block) {
        return known(regions.get(block), block);
    }

    public Place place(Stmt stmt) {
        return known(places.get(stmt), stmt);
    }

    /** The region in which a variable is visible: that of its definition, or the loop body it is a parameter of. */
    public Region definedIn(Var variable) {
        return known(definedIn.get(variable), variable);
    }

    public boolean knows(Var variable) {
        return definedIn.containsKey(variable);
    }

    /** The statement that defines a variable; null for parameters, of the function or of a loop. */
    public @Nullable Stmt definition(Var variable) {
        return definitions.get(variable);
    }

    private static <T> T known(@Nullable T found, Object what) {
        if (found == null) {
            throw new IllegalStateException("not part of the function: " + what);
        }
        return found;
    }
}
