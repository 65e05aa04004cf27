package dev.leibniz.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.leibniz.processor.frontend.ReadPrograms;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.program.Companion;
import dev.leibniz.processor.ir.program.Program;
import dev.leibniz.processor.simplify.Simplified;
import dev.leibniz.processor.transform.Differentiation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Nothing is done twice: what the processor costs is what it does, counted, for times depend on the machine. */
class WorkTest {
    private static final String MEMBERS = """
            @Differentiable
            static double loss(double[] w, double x) {
                double s = 0;
                for (int i = 0; i < w.length; i++) {
                    s += square(w[i] - x) + Math.sin(x);
                }
                return s;
            }

            @Differentiable
            static double both(double x, double y) {
                return square(x) * square(y);
            }

            private static double square(double x) {
                return x * x;
            }
            """;

    @Test
    void eachFunctionIsPreparedOnce() {
        Program program = ReadPrograms.of(MEMBERS);
        List<String> prepared = new ArrayList<>();
        PassRunner passes = new PassRunner(Set.of(), (pass, function) -> {
            if (pass == Passes.INLINING) {
                prepared.add(function.name());
            }
        });
        Companion companion = Pipeline.differentiate(program, passes).companion();
        int primals = program.functions().size();
        assertEquals(3, primals);
        assertEquals(primals + companion.forms().size(), prepared.size(), prepared::toString);
    }

    @Test
    void whatIsSimpleStaysTheSameObject() {
        Program program = ReadPrograms.of(MEMBERS);
        PassRunner passes = new PassRunner(Set.of());
        for (Companion.Form form : Differentiation.of(program, passes, passes.analyses())
                .companion()
                .forms()) {
            Function function = form.function();
            assertSame(function, Simplified.of(function, Set.of()), function.name());
        }
    }
}
