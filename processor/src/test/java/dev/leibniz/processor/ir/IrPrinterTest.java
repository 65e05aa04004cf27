package dev.leibniz.processor.ir;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.leibniz.processor.ir.walk.IrPrinter;
import org.junit.jupiter.api.Test;

class IrPrinterTest {

    @Test
    void loopOverAnArray() {
        assertEquals("""
            fn runningSum(x: double[]) -> (double)
              %1 = x.length
              s = for i = 0; < %1; +1 carrying s2 = 0.0
                %2 = x[i]
                %3 = Math.sin(%2)
                %4 = %2 * %3
                %5 = s2 + %4
                x[i] = %5
                next %5
              return s
            """, IrPrinter.print(SampleFunctions.runningSum()));
    }

    @Test
    void loopWithATest() {
        assertEquals("""
            fn halving(x: double) -> (double)
              x2, n = while carrying x3 = x, n2 = 0
                  %1 = x3 > 1.0
                  test %1
                %2 = x3 * 0.5
                %3 = n2 + 1
                next %2, %3
              %4 = (double) n
              %5 = x2 * %4
              return %5
            """, IrPrinter.print(SampleFunctions.halving()));
    }

    @Test
    void branchWithACall() {
        assertEquals("""
            fn branching(x: double, y: double) -> (double)
              %1 = x > y
              r = if %1
                %2 = x / y
                yield %2
              else
                c = product(x, y)
                yield c
              return r
            """, IrPrinter.print(SampleFunctions.branching("product")));
    }
}
