package dev.leibniz.builds;

/** How a build, or a program, ended, and what it said. */
record Outcome(boolean success, String log) {

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
