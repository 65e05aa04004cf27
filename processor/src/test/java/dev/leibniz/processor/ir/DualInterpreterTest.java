package dev.leibniz.processor.ir;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DualInterpreterTest {

    @Test
    void followsOverwrittenElements() {
        double[] x = {0.3, 0.8};
        double[] dx = {1, 2};
        DualInterpreter.Result result = DualInterpreter.run(SampleFunctions.runningSum(), List.of(x), List.of(dx))
                .get(0);
        double first = Math.sin(0.3) + 0.3 * Math.cos(0.3);
        double second = 2 * (Math.sin(0.8) + 0.8 * Math.cos(0.8));
        assertEquals(0.3 * Math.sin(0.3) + 0.8 * Math.sin(0.8), result.primal());
        assertEquals(first + second, (Double) result.tangent(), 1e-10);
        assertArrayEquals(new double[] {first, first + second}, dx, 1e-10);
    }

    @Test
    void tripCountThatDependsOnTheInput() {
        assertEquals(
                List.of(new DualInterpreter.Result(0.625 * 3, 0.125 * 3)),
                DualInterpreter.run(SampleFunctions.halving(), List.of(5.0), List.of(1.0)));
    }

    @Test
    void onlyTheBranchTaken() {
        Map<String, Function> functions = Map.of("product", SampleFunctions.product());
        Function branching = SampleFunctions.branching("product");
        assertEquals(
                2 * 2 * 3 + 4 * 0.5,
                DualInterpreter.run(
                                functions,
                                (o, a) -> IrInterpreter.unknown(o),
                                branching,
                                List.of(2.0, 3.0),
                                List.of(1.0, 0.5))
                        .get(0)
                        .tangent());
        assertEquals(
                (1 - 1.5 * 0.5) / 2,
                DualInterpreter.run(branching, List.of(3.0, 2.0), List.of(1.0, 0.5))
                        .get(0)
                        .tangent());
    }

    @Test
    void rowsOfAMatrixShareTheirTangents() {
        Var m = new Var("m", Type.arrayOf(Type.arrayOf(Type.DOUBLE)));
        BlockBuilder out = new BlockBuilder();
        Value row = out.load(m, Const.of(0));
        out.store(m, Const.of(1), row);
        Value element = out.load(row, Const.of(0));
        out.store(row, Const.of(0), out.times(element, element));
        Value alias = out.load(m, Const.of(1));
        Function function = SampleFunctions.function("f", List.of(m), out, out.load(alias, Const.of(0)));
        double[][] arg = {{3}, {5}};
        double[][] direction = {{1}, {100}};
        assertEquals(
                List.of(new DualInterpreter.Result(9.0, 6.0)),
                DualInterpreter.run(function, List.of((Object) arg), List.of((Object) direction)));
    }

    @Test
    void floatsRoundButTheirTangentsNeedNot() {
        Var x = new Var("x", Type.FLOAT);
        BlockBuilder out = new BlockBuilder();
        Value wide = out.convert(out.times(x, x), Type.DOUBLE);
        Function function = SampleFunctions.function("f", List.of(x), out, wide);
        assertEquals(
                List.of(new DualInterpreter.Result((double) (0.1f * 0.1f), 2.0 * 0.1f)),
                DualInterpreter.run(function, List.of(0.1f), List.of(1.0)));
    }
}
