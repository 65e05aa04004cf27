package dev.leibniz.processor.analysis.memory;

import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.walk.IrVerifier;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The values that a variable may have which a branch or a loop defines, those that are chosen from other choices in between
 * included.
 *
 * @param names the variable, and those that stand for it on the way: a value that is one of these adds nothing
 * @param values the values it is chosen from
 * @param around the region in which the outermost of these statements stands
 */
record Choice(Set<Var> names, List<Value> values, Region around) {

    /** The values a variable is chosen from; null if it is not chosen. */
    static @Nullable Choice of(Var variable, Places places) {
        if (!places.knows(variable)) {
            return null;
        }
        Stmt owner = places.definition(variable);
        if (owner == null) {
            owner = places.definedIn(variable).owner();
        }
        if (!(owner instanceof Stmt.If || owner instanceof Loop)) {
            return null;
        }
        Choice choice = new Choice(
                new LinkedHashSet<>(), new ArrayList<>(), places.place(owner).region());
        return choice.add(variable, places) ? choice : null;
    }

    /** Adds the values a variable is chosen from; false if it is not chosen. */
    private boolean add(Var variable, Places places) {
        Stmt owner = places.knows(variable) ? places.definition(variable) : null;
        if (owner == null && places.knows(variable)) {
            owner = places.definedIn(variable).owner();
        }
        if (owner == null || !places.place(owner).region().isWithin(around)) {
            return false;
        } else if (owner instanceof Stmt.If choice) {
            int at = choice.results().indexOf(variable);
            names.add(variable);
            choice.blocks().stream()
                    .filter(block -> !IrVerifier.endsInThrow(block))
                    .forEach(block -> addValue(block, at, places));
            return true;
        } else if (owner instanceof Loop loop) {
            int at = Math.max(loop.results().indexOf(variable), loop.params().indexOf(variable));
            if (at < 0) {
                return false;
            }
            if (names.add(loop.params().get(at))) {
                names.add(loop.results().get(at));
                addValue(loop.inits().get(at), places);
                addValue(loop.body(), at, places);
            }
            return true;
        }
        return false;
    }

    private void addValue(Block block, int at, Places places) {
        addValue(block.yields().get(at), places);
    }

    private void addValue(Value value, Places places) {
        boolean isName = value instanceof Var variable && names.contains(variable);
        if (!isName && !(value instanceof Var other && add(other, places))) {
            values.add(value);
        }
    }
}
