package dev.leibniz.builds;

import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** How a build, or a program, ended, and what it said. */
record Outcome(boolean success, String log) {

    /** Ends the test without a failure if the one thing that is said of ours is that it cannot work with this compiler. */
    void abortIfRefused() {
        List<String> ours =
                log.lines().filter(line -> line.contains("[leibniz:")).toList();
        Assumptions.assumeFalse(
                !success && ours.size() == 1 && ours.get(0).contains("[leibniz:unusable-compiler]"),
                () -> "refused: " + ours.get(0));
    }

    /** The last lines of what was said. */
    String tail() {
        String[] lines = log.split("\n");
        StringBuilder tail = new StringBuilder();
        for (int i = Math.max(0, lines.length - 60); i < lines.length; i++) {
            tail.append(lines[i]).append('\n');
        }
        return tail.toString();
    }
}
