package dev.leibniz.processor.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What people reported to other tools is right here: all forms, at the reported point, to known numbers. */
class ReportedProgramsTest {

    @Test
    void oracleHasTheKnownNumbers() {
        assertEquals(Map.of(), ReportedPrograms.disagreements());
    }

    @Test
    void allFormsHaveTheKnownNumbers() {
        assertEquals(Map.of(), ReportedPrograms.failures(List.of()));
    }

    @Test
    void allFormsHaveTheKnownNumbersWithoutAnalysesAndSimplifications() {
        assertEquals(Map.of(), ReportedPrograms.failures(List.of("-Aleibniz.off=all")));
    }
}
