package dev.leibniz.processor.transform.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Origin;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Var;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is tried out leaves nothing behind. */
class SweepStateTest {
    private static final Var X = new Var("x", Type.arrayOf(Type.DOUBLE));
    private static final Loop.For LOOP = new Loop.For(
            new Var("i", Type.INT),
            Const.of(0),
            Op.Primitive.LT,
            Const.of(1),
            1,
            List.of(),
            List.of(),
            Block.yielding(),
            List.of(),
            Origin.NONE);

    @Test
    void whatATrialKeepsIsNotKept() {
        SweepState state = new SweepState();
        SweepState trial = state.copy();
        trial.made().add(X);
        trial.stacks().of(List.of(Type.DOUBLE));
        trial.records().copyAtStart(LOOP, X);
        trial.records().setStart(LOOP, X, X);
        assertEquals(0, state.made().size());
        assertEquals(Map.of(), state.records().copiesAtStart(LOOP));
        assertNull(state.records().start(LOOP, X));
    }

    @Test
    void aCopyHasTheSameVariables() {
        SweepState state = new SweepState();
        List<Var> stacks = state.stacks().of(List.of(Type.DOUBLE));
        Var start = state.records().copyAtStart(LOOP, X);
        assertEquals(stacks, state.copy().stacks().of(List.of(Type.DOUBLE)));
        assertEquals(start, state.copy().records().copyAtStart(LOOP, X));
    }

    @Test
    void nothingThatCanChangeIsShared() throws IllegalAccessException {
        SweepState state = new SweepState();
        state.stacks().of(List.of(Type.DOUBLE));
        state.records().copyAtStart(LOOP, X);
        state.records().setStart(LOOP, X, X);
        assertNothingShared(state, state.copy());
    }

    private static void assertNothingShared(Object one, Object other) throws IllegalAccessException {
        if (one instanceof Map<?, ?> map) {
            assertNotSame(one, other);
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                assertNothingShared(entry.getValue(), ((Map<?, ?>) other).get(entry.getKey()));
            }
        } else if (one instanceof Collection<?>) {
            assertNotSame(one, other);
        } else if (List.of(SweepState.class, Records.class, NamedCopies.class, ValueStacks.class)
                .contains(one.getClass())) {
            assertNotSame(one, other);
            for (Field field : one.getClass().getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    field.setAccessible(true);
                    assertNothingShared(field.get(one), field.get(other));
                }
            }
        }
    }
}
