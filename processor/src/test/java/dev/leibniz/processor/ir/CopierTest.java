package dev.leibniz.processor.ir;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.leibniz.processor.ir.walk.Copier;
import dev.leibniz.processor.ir.walk.IrPrinter;
import dev.leibniz.processor.ir.walk.IrVerifier;
import dev.leibniz.processor.ir.walk.Walk;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CopierTest {

    private static Set<Var> defined(Function function) {
        Set<Var> defined = new HashSet<>(function.params());
        Walk.forEach(function.body(), stmt -> {
            defined.addAll(stmt.results());
            defined.addAll(Walk.blockParams(stmt));
        });
        return defined;
    }

    @Test
    void copySharesNoVariable() {
        for (Function function : List.of(
                SampleFunctions.runningSum(), SampleFunctions.halving(), SampleFunctions.branching("product"))) {
            Function copy = new Copier().function(function);
            IrVerifier.verify(copy);
            Set<Var> shared = defined(function);
            shared.retainAll(defined(copy));
            assertEquals(Set.of(), shared);
            assertEquals(IrPrinter.print(function), IrPrinter.print(copy));
        }
    }

    @Test
    void copyComputesTheSame() {
        Function copy = new Copier().function(SampleFunctions.runningSum());
        double[] x = {1, 2};
        double[] y = {1, 2};
        assertEquals(IrInterpreter.run(SampleFunctions.runningSum(), (Object) x), IrInterpreter.run(copy, (Object) y));
        assertArrayEquals(x, y);
    }

    @Test
    void variablesFromOutsideAreSubstituted() {
        Function product = SampleFunctions.product();
        Copier copier = new Copier()
                .map(product.params().get(0), Const.of(3.0))
                .map(product.params().get(1), Const.of(5.0));
        Block inlined = copier.block(product.body());
        Function function = new Function("f", List.of(), product.results(), inlined);
        IrVerifier.verify(function);
        assertEquals(List.of(45.0), IrInterpreter.run(function));
        assertFalse(inlined.yields().contains(product.body().yields().get(0)));
        assertEquals(
                inlined.yields().get(0), copier.value(product.body().yields().get(0)));
    }
}
