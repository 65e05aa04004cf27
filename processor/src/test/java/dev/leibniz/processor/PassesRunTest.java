package dev.leibniz.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leibniz.processor.frontend.ReadPrograms;
import dev.leibniz.processor.ir.program.Program;
import dev.leibniz.processor.transform.derivation.Analysis;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The list of passes is what happens. */
class PassesRunTest {
    private static final Program PROGRAM = ReadPrograms.of("""
            @Differentiable(order = 2)
            static double loss(double[] x, double y) {
                double s = 0;
                for (int i = 0; i < x.length; i++) {
                    s += square(x[i] - y) + Math.sin(y);
                }
                return s;
            }

            @Differentiable(forms = Form.SPARSE)
            static double[] doubled(double[] x) {
                return new double[] {x[0] * 2};
            }

            private static double square(double x) {
                return x * x;
            }
            """);

    private static List<Passes> run(Set<String> off, String function) {
        List<Passes> seen = new ArrayList<>();
        Pipeline.differentiate(PROGRAM, new PassRunner(off, (pass, made) -> {
            if (made.name().startsWith(function)) {
                seen.add(pass);
            }
        }));
        return seen;
    }

    static List<Passes> thatCanBeOff() {
        return Arrays.stream(Passes.values()).filter(Passes::canBeOff).toList();
    }

    @Test
    void eachPassRuns() {
        assertEquals(EnumSet.allOf(Passes.class), EnumSet.copyOf(run(Set.of(), "")));
    }

    @ParameterizedTest
    @MethodSource("thatCanBeOff")
    void whatIsOffDoesNotRun(Passes pass) {
        Set<Passes> seen = EnumSet.copyOf(run(Set.of(pass.label()), ""));
        assertEquals(EnumSet.complementOf(EnumSet.of(pass)), seen);
    }

    @Test
    void withoutAllThereIsWhatIsNeeded() {
        Set<Passes> needed = EnumSet.allOf(Passes.class);
        needed.removeIf(Passes::canBeOff);
        assertEquals(needed, EnumSet.copyOf(run(Set.of("all"), "")));
        assertEquals(Set.of(), new PassRunner(Set.of("all")).analyses());
    }

    /** What is called goes through reading, preparation and allocation, and then it is inlined. */
    @Test
    void aFunctionGoesThroughThePassesInTheirOrder() {
        List<Passes> first = new ArrayList<>(new LinkedHashSet<>(run(Set.of(), "square")));
        assertEquals(
                List.of(
                        Passes.READING,
                        Passes.INLINING,
                        Passes.UNBOXING,
                        Passes.FOLDING,
                        Passes.UNCARRYING,
                        Passes.SHARING,
                        Passes.HOISTING,
                        Passes.DEAD_CODE_REMOVAL,
                        Passes.MOVING_INTO_ARMS,
                        Passes.MERGING,
                        Passes.NESTING,
                        Passes.DEAD_ZERO_REMOVAL,
                        Passes.ALLOCATION_HOISTING),
                first);
    }

    @ParameterizedTest
    @EnumSource
    void anAnalysisCanBeOff(Analysis analysis) {
        assertFalse(new PassRunner(Set.of(analysis.label())).analyses().contains(analysis));
        assertEquals(
                Analysis.values().length - 1,
                new PassRunner(Set.of(analysis.label())).analyses().size());
    }

    @Test
    void noNameIsUsedTwice() {
        Set<String> names = new HashSet<>();
        Arrays.stream(Passes.values()).forEach(pass -> assertTrue(names.add(pass.label()), pass.label()));
        Arrays.stream(Analysis.values()).forEach(analysis -> assertTrue(names.add(analysis.label()), analysis.label()));
        assertTrue(names.add(PassRunner.ALL));
    }
}
