package dev.leibniz.processor.shape;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.IrInterpreter;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Origin;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.walk.IrVerifier;
import dev.leibniz.processor.ir.walk.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BinaryOperator;
import org.junit.jupiter.api.Test;

/** Loops that store one sum of the elements of many arrays. */
class LongSumTest {
    private static final int ARRAYS = 12;
    private static final int LENGTH = 5;

    private final Var index = new Var("d", Type.INT);
    private final BlockBuilder body = new BlockBuilder();
    private final List<Var> arrays = new ArrayList<>();

    LongSumTest() {
        for (int i = 0; i <= ARRAYS; i++) {
            arrays.add(new Var("a" + i, Type.arrayOf(Type.DOUBLE)));
        }
    }

    @Test
    void aLongSumIsAddedUpInSeveralLoops() {
        store(chain(body::plus));
        assertTrue(loops(false).size() > 1);
        assertSameToTheLastBit(loops(false));
    }

    @Test
    void whatIsSubtractedStaysSubtracted() {
        boolean[] plus = {false};
        store(chain((a, b) -> (plus[0] = !plus[0]) ? body.plus(a, b) : body.minus(a, b)));
        assertTrue(loops(false).size() > 1);
        assertSameToTheLastBit(loops(false));
    }

    @Test
    void theOppositeOfASumIsTakenPieceByPiece() {
        boolean[] plus = {false};
        store(body.negate(chain((a, b) -> (plus[0] = !plus[0]) ? body.plus(a, b) : body.minus(a, b))));
        assertTrue(loops(false).size() > 1);
        assertSameToTheLastBit(loops(false));
    }

    /** The second loop would read what the first one has changed. */
    @Test
    void aSumThatReadsWhereItIsStoredStaysWhole() {
        store(chain(body::plus));
        assertEquals(1, loops(true).size());
    }

    @Test
    void workThatTwoSummandsShareIsDoneOnce() {
        Value shared = body.times(element(1), element(2));
        Value sum = shared;
        for (int i = 3; i <= ARRAYS; i++) {
            sum = body.plus(sum, element(i));
        }
        store(body.plus(sum, shared));
        assertEquals(1, loops(false).size());
    }

    @Test
    void anInnerSumThatIsUsedTwiceStaysWhole() {
        Value sum = chain(body::plus);
        store(body.plus(body.times(sum, sum), sum));
        assertEquals(1, loops(false).size());
    }

    private Value chain(BinaryOperator<Value> next) {
        Value sum = body.times(element(1), element(2));
        for (int i = 3; i <= ARRAYS; i++) {
            sum = next.apply(sum, element(i));
        }
        return sum;
    }

    private Value element(int i) {
        return body.load(arrays.get(i), index);
    }

    private void store(Value sum) {
        body.store(arrays.get(0), index, sum);
    }

    private Loop.For loop() {
        return Loop.For.upTo(index, Const.of(LENGTH), body.build(), Origin.NONE);
    }

    private List<Stmt> loops(boolean mayBeSame) {
        return LoopDistribution.of((Loop.For) Walk.rebuild(loop(), FlatSums::in), new LoopParts.Arrays() {
            @Override
            public Object identity(Value array) {
                return array;
            }

            @Override
            public boolean mayBeSame(Value a, Value b) {
                return mayBeSame || a.equals(b);
            }
        });
    }

    private void assertSameToTheLastBit(List<Stmt> loops) {
        assertArrayEquals(stored(List.of(loop())), stored(loops));
    }

    private double[] stored(List<Stmt> stmts) {
        Function function = new Function("f", arrays, List.of(), new Block(stmts, List.of()));
        IrVerifier.verify(function);
        Random random = new Random(1);
        Object[] args = new Object[arrays.size()];
        for (int i = 0; i < args.length; i++) {
            args[i] = random.doubles(LENGTH, -1, 1).toArray();
        }
        IrInterpreter.run(function, args);
        return (double[]) args[0];
    }
}
