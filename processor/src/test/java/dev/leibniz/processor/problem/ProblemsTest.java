package dev.leibniz.processor.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemsTest {

    private static Problem at(String file, int start, ProblemCode code) {
        return new Problem(code, file, start, start + 1, "IDENTIFIER", code.message("x"));
    }

    @Test
    void sortedByFileAndPlace() {
        Problems problems = new Problems();
        Problem second = at("A", 7, ProblemCode.TRY);
        Problem first = at("A", 3, ProblemCode.LAMBDA);
        Problem third = at("B", 1, ProblemCode.TRY);
        List.of(third, second, first).forEach(problems::report);
        assertEquals(List.of(first, second, third), problems.sorted());
    }

    @Test
    void oneCauseIsReportedOnce() {
        Problems problems = new Problems();
        problems.report(at("A", 3, ProblemCode.LAMBDA));
        problems.report(at("A", 3, ProblemCode.TRY));
        assertEquals(1, problems.count());
        assertEquals(ProblemCode.LAMBDA, problems.sorted().get(0).code());
    }

    @Test
    void theTextBeginsWithTheCode() {
        assertEquals("[leibniz:lambda]", at("A", 1, ProblemCode.LAMBDA).text().split(" ")[0]);
    }
}
