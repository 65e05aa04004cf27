package dev.leibniz.processor.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The oracle is itself put to the test: against Java for values, and against differences for derivatives. */
class OracleTest {

    @Test
    void valuesAreJavasBitForBit() {
        List<String> wrong = OracleCheck.values(1, 100);
        assertEquals(List.of(), wrong);
    }

    @Test
    void secondDerivativesAgreeWithDifferences() {
        OracleCheck.Differences differences = OracleCheck.differences(1, 200, 2);
        assertEquals(List.of(), differences.wrong());
        assertTrue(differences.compared() > 60, "only " + differences.compared() + " could be compared");
    }

    @Test
    void derivativesAgreeWithDifferences() {
        OracleCheck.Differences differences = OracleCheck.differences(1, 400, 1);
        assertEquals(List.of(), differences.wrong());
        assertTrue(differences.compared() > 200, "only " + differences.compared() + " could be compared");
    }
}
