package dev.leibniz.processor.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Each line of the table of derivatives where formulas go wrong, up to the third order: alone, and with functions in it that
 * pass through zero.
 */
class TableAtSpecialPointsTest {

    @Test
    void atZerosOnesAndEqualArguments() {
        assertEquals("", TableMain.run(false, "", List.of()));
    }

    @Test
    void atHugeAndTinyArguments() {
        assumeTrue(Boolean.getBoolean("special.far"), "./mvnw -B -Pspecial runs it");
        assertEquals("", TableMain.run(true, "", List.of()));
    }
}
