package dev.leibniz.processor.shape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Origin;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.walk.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LoopDistributionTest {
    private static final Type ARRAY = Type.arrayOf(Type.DOUBLE);

    private final Var index = new Var("d", Type.INT);
    private final BlockBuilder body = new BlockBuilder();

    @Test
    void aLoopOverManyArraysBecomesSeveral() {
        sum("x", 4);
        sum("y", 4);
        sum("z", 4);
        List<Stmt> loops = distributed(Set.of());
        assertEquals(List.of(Set.of("x"), Set.of("y"), Set.of("z")), targets(loops));
        assertTrue(loops.stream().allMatch(loop -> arrays(loop) == 5), loops::toString);
    }

    @Test
    void whatFitsIntoOneLoopStaysTogether() {
        sum("x", 2);
        sum("y", 2);
        sum("z", 6);
        assertEquals(List.of(Set.of("x", "y"), Set.of("z")), targets(distributed(Set.of())));
    }

    @Test
    void aSmallLoopStaysAsItIs() {
        sum("x", 2);
        sum("y", 2);
        Loop.For loop = loop();
        assertSame(loop, LoopDistribution.of(loop, new Same(Set.of())).get(0));
    }

    @Test
    void aLoadIsRepeated() {
        Value shared = body.load(array("shared"), index);
        store("x", body.plus(shared, sumOf("x", 4)));
        store("y", body.plus(shared, sumOf("y", 4)));
        assertEquals(List.of(Set.of("x"), Set.of("y")), targets(distributed(Set.of())));
    }

    @Test
    void workIsNotRepeated() {
        Value shared = body.times(body.load(array("shared"), index), body.load(array("factor"), index));
        store("x", body.plus(shared, sumOf("x", 4)));
        store("y", body.plus(shared, sumOf("y", 4)));
        assertEquals(List.of(Set.of("x", "y")), targets(distributed(Set.of())));
    }

    @Test
    void whatDoesNotDependOnTheIterationMayBeRepeated() {
        Value factor = body.times(new Var("a", Type.DOUBLE), new Var("b", Type.DOUBLE));
        store("x", body.times(factor, sumOf("x", 4)));
        store("y", body.times(factor, sumOf("y", 4)));
        assertEquals(List.of(Set.of("x"), Set.of("y")), targets(distributed(Set.of())));
    }

    @Test
    void whatMayBeWrittenByAnotherLoopStaysWithIt() {
        sum("x", 4);
        sum("y", 4);
        sum("z", 4);
        assertEquals(List.of(Set.of("y"), Set.of("x", "z")), targets(distributed(Set.of("x", "z2"))));
        assertEquals(List.of(Set.of("x", "y"), Set.of("z")), targets(distributed(Set.of("x0", "y"))));
        assertEquals(List.of(Set.of("x"), Set.of("y", "z")), targets(distributed(Set.of("y", "z"))));
        assertEquals(3, distributed(Set.of("x1", "z1")).size());
    }

    @Test
    void whatIsAddedToIsReadAndWritten() {
        body.accumulate(array("x"), index, sumOf("a", 4));
        body.accumulate(array("y"), index, sumOf("b", 4));
        assertEquals(2, distributed(Set.of()).size());
        assertEquals(1, distributed(Set.of("x", "b1")).size());
    }

    /** What is added twice is not the same statement, though it looks the same. */
    @Test
    void twoStatementsThatAreEqualStayTwo() {
        Value value = sumOf("a", 3);
        Var target = array("x");
        body.accumulate(target, index, value);
        body.accumulate(target, index, value);
        sum("y", 5);
        List<Stmt> loops = distributed(Set.of());
        assertEquals(2, loops.size());
        long added = loops.stream()
                .flatMap(loop -> loop.blocks().get(0).stmts().stream())
                .filter(Stmt.Accumulate.class::isInstance)
                .count();
        assertEquals(2, added);
    }

    private void sum(String target, int count) {
        store(target, sumOf(target, count));
    }

    /** The sum of elements of as many arrays, called after the target. */
    private Value sumOf(String target, int count) {
        Value sum = body.load(array(target + 0), index);
        for (int i = 1; i < count; i++) {
            sum = body.plus(sum, body.load(array(target + i), index));
        }
        return sum;
    }

    private void store(String target, Value value) {
        body.store(array(target), index, value);
    }

    private static Var array(String name) {
        return new Var(name, ARRAY);
    }

    private Loop.For loop() {
        return Loop.For.upTo(index, Const.of(9), body.build(), Origin.NONE);
    }

    private List<Stmt> distributed(Set<String> same) {
        return LoopDistribution.of(loop(), new Same(same));
    }

    private static List<Set<String>> targets(List<Stmt> loops) {
        return loops.stream()
                .map(loop -> loop.blocks().get(0).stmts().stream()
                        .filter(stmt -> !(stmt instanceof Stmt.Let))
                        .map(stmt -> name(stmt.operands().get(0)))
                        .collect(Collectors.toSet()))
                .toList();
    }

    private static long arrays(Stmt loop) {
        List<String> names = new ArrayList<>();
        Walk.forEachUse(loop.blocks().get(0), value -> {
            if (value.type().isArray()) {
                names.add(name(value));
            }
        });
        return names.stream().distinct().count();
    }

    private static String name(Value array) {
        return ((Var) array).name();
    }

    /** Arrays of one name are one array; those of the given names may be. */
    private record Same(Set<String> names) implements LoopParts.Arrays {
        @Override
        public Object identity(Value array) {
            return name(array);
        }

        @Override
        public boolean mayBeSame(Value a, Value b) {
            return name(a).equals(name(b)) || names.contains(name(a)) && names.contains(name(b));
        }
    }
}
