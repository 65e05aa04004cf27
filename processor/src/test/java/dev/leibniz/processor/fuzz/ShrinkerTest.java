package dev.leibniz.processor.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** A shrunk program is small, still does what made it fail, and still runs. */
class ShrinkerTest {

    @Test
    void keepsOnlyWhatIsNeeded() {
        long seed = 0;
        Program program;
        do {
            program = ProgramGenerator.generate(++seed, Profile.HELPERS, 1);
        } while (!hasTanh(program));
        Program small = new Shrinker(ShrinkerTest::hasTanh, 300).shrink(program);
        assertEquals(1, small.functions().size());
        assertTrue(hasTanh(small));
        assertTrue(JavaRenderer.render(small, false).lines().count() < 20, () -> JavaRenderer.render(small, false));
    }

    private static boolean hasTanh(Program program) {
        boolean there = AstWalk.nodes(program.entry()).stream()
                .anyMatch(n -> n instanceof Expr.Library call && call.name().equals("tanh"));
        if (!there) {
            return false;
        }
        try {
            DualInterpreter.run(program, 0, true);
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }
}
