package dev.leibniz.processor.problem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects the problems of one round; one cause at one place is reported once, however many methods run into it. */
public final class Problems {
    private final List<Problem> found = new ArrayList<>();

    public void report(Problem problem) {
        boolean known = found.stream()
                .anyMatch(other -> other.file().equals(problem.file())
                        && other.start() == problem.start()
                        && other.end() == problem.end());
        if (!known) {
            found.add(problem);
        }
    }

    /** Takes back the problems reported between two places of a file, except failures of the processor. */
    public void removeWithin(String file, int start, int end) {
        found.removeIf(problem -> problem.code() != ProblemCode.INTERNAL
                && problem.file().equals(file)
                && start <= problem.start()
                && problem.end() <= end);
    }

    /** The number of problems that are no warnings. */
    public int count() {
        int count = 0;
        for (Problem problem : found) {
            count += problem.code().isWarning() ? 0 : 1;
        }
        return count;
    }

    /** All problems, file by file in the order of their places. */
    public List<Problem> sorted() {
        if (found.isEmpty()) { // nearly always; setting up the order takes longer than all the rest here
            return List.of();
        }
        return found.stream()
                .sorted(Comparator.comparing(Problem::file)
                        .thenComparingInt(Problem::start)
                        .thenComparingInt(Problem::end))
                .toList();
    }
}
