package dev.leibniz.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.leibniz.processor.frontend.ReadPrograms;
import dev.leibniz.processor.ir.Companion;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Program;
import dev.leibniz.processor.simplify.Simplifier;
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
    void eachFunctionIsSimplifiedOnce() {
        Program program = ReadPrograms.of(MEMBERS);
        List<String> simplified = new ArrayList<>();
        Companion companion = Differentiation.of(program, Set.of(), function -> {
                    simplified.add(function.name());
                    return Simplifier.simplify(function, Set.of());
                })
                .companion();
        int primals = program.functions().size();
        assertEquals(3, primals);
        assertEquals(primals + companion.forms().size(), simplified.size(), simplified::toString);
    }

    @Test
    void whatIsSimpleStaysTheSameObject() {
        Program program = ReadPrograms.of(MEMBERS);
        for (Companion.Form form : Differentiation.of(
                        program, Set.of(), function -> Simplifier.simplify(function, Set.of()))
                .companion()
                .forms()) {
            Function function = form.function();
            assertSame(function, Simplifier.simplify(function, Set.of()), function.name());
        }
    }
}
