package dev.leibniz.processor.ir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;

import dev.leibniz.processor.ir.walk.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WalkTest {

    @Test
    void visitsOuterBeforeInner() {
        List<String> seen = new ArrayList<>();
        Walk.forEach(
                SampleFunctions.branching("product").body(),
                stmt -> seen.add(stmt.getClass().getSimpleName()));
        assertEquals(List.of("Let", "If", "Let", "Call"), seen);
    }

    @Test
    void countsUsesInBlocksAndYields() {
        Function function = SampleFunctions.branching("product");
        assertEquals(3, Walk.useCounts(function.body()).get(function.params().get(0)));
        Function sum = SampleFunctions.runningSum();
        assertEquals(3, Walk.useCounts(sum.body()).get(sum.params().get(0)));
    }

    @Test
    void rebuildKeepsEverythingByDefault() {
        for (Function function : List.of(
                SampleFunctions.runningSum(), SampleFunctions.halving(), SampleFunctions.branching("product"))) {
            Walk.forEach(function.body(), stmt -> assertEquals(stmt, Walk.rebuild(stmt, v -> v, b -> b)));
        }
    }

    @Test
    void rebuildKnowsEveryKindOfStatement() {
        Var a = new Var("a", Type.arrayOf(Type.DOUBLE));
        Var b = new Var("b", Type.arrayOf(Type.DOUBLE));
        List<Stmt> all = SampleFunctions.simpleStatements(a);
        Set<Class<?>> kinds = new HashSet<>(List.of(Stmt.class.getPermittedSubclasses()));
        all.forEach(stmt -> kinds.remove(stmt.getClass()));
        assertEquals(Set.of(Stmt.Let.class, Stmt.SetField.class, Stmt.If.class, Loop.class, Stmt.Marker.class), kinds);
        for (Stmt stmt : all) {
            Stmt renamed = Walk.rebuild(stmt, v -> v == a ? b : v, block -> block);
            assertNotSame(stmt, renamed);
            assertEquals(stmt.operands().stream().map(v -> v == a ? b : v).toList(), renamed.operands());
        }
        Stmt marker = new Stmt.Marker("backward", Origin.NONE);
        assertEquals(marker, Walk.rebuild(marker, v -> v, block -> block));
    }

    @Test
    void blockParamsAreIndexAndCarried() {
        Stmt loop = SampleFunctions.runningSum().body().stmts().get(1);
        assertEquals(
                List.of("s", "i"),
                Walk.blockParams(loop).stream().map(Var::name).toList());
    }
}
