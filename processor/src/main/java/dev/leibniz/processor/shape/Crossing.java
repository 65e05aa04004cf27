package dev.leibniz.processor.shape;

import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.walk.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The values that the statements of one block take from outside, and how long they are needed after their definition. */
final class Crossing {
    private final List<Set<Var>> used = new ArrayList<>();
    private final Map<Var, Integer> definedAt = new HashMap<>();
    private final Map<Var, Integer> lastUse = new HashMap<>();

    Crossing(Block block) {
        this(block.stmts(), variables(block.yields()));
    }

    /** @param after the variables needed after the last statement */
    Crossing(List<Stmt> stmts, Set<Var> after) {
        for (int i = 0; i < stmts.size(); i++) {
            Set<Var> free = freeIn(stmts.get(i));
            used.add(free);
            for (Var variable : free) {
                lastUse.put(variable, i);
            }
            for (Var result : stmts.get(i).results()) {
                definedAt.put(result, i);
            }
        }
        after.forEach(variable -> lastUse.put(variable, stmts.size()));
    }

    /** The variables that a statement needs from outside of itself. */
    Set<Var> usedBy(int index) {
        return used.get(index);
    }

    /** The index of the statement that defines a variable; -1 if it comes from outside. */
    int definitionOf(Var variable) {
        return definedAt.getOrDefault(variable, -1);
    }

    /** The last statement that needs the variable; the number of statements if it is needed after them. */
    int lastUseOf(Var variable) {
        return lastUse.getOrDefault(variable, -1);
    }

    /** The variables among some values. */
    static Set<Var> variables(List<Value> values) {
        Set<Var> variables = new LinkedHashSet<>();
        values.forEach(value -> {
            if (value instanceof Var variable) {
                variables.add(variable);
            }
        });
        return variables;
    }

    /** The variables that a sequence of statements needs from before it, in the order of first use. */
    static Set<Var> freeIn(List<Stmt> stmts) {
        Set<Var> free = new LinkedHashSet<>();
        Set<Var> defined = new HashSet<>();
        stmts.forEach(stmt -> collect(stmt, free, defined));
        return free;
    }

    private static Set<Var> freeIn(Stmt stmt) {
        Set<Var> free = new LinkedHashSet<>();
        collect(stmt, free, new HashSet<>());
        return free;
    }

    private static void collect(Stmt stmt, Set<Var> free, Set<Var> defined) {
        use(stmt.operands(), free, defined);
        defined.addAll(Walk.blockParams(stmt));
        for (Block block : stmt.blocks()) {
            block.stmts().forEach(inner -> collect(inner, free, defined));
            use(block.yields(), free, defined);
        }
        defined.addAll(stmt.results());
    }

    private static void use(List<Value> values, Set<Var> free, Set<Var> defined) {
        for (Value value : values) {
            if (value instanceof Var variable && !defined.contains(variable)) {
                free.add(variable);
            }
        }
    }
}
