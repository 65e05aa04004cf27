package dev.leibniz.processor.emit.locals;

/**
 * The range of a variable's occurrences in the printed code.
 *
 * @param home the innermost scope around all its occurrences
 * @param first the number of the statement of the first one
 * @param firstScope the scope of the first one
 * @param firstAssigns whether the first one is an assignment that can be made a declaration
 */
record Span(Scope home, int first, Scope firstScope, boolean firstAssigns) {

    Span with(Span later) {
        Span earlier = later.first < first ? later : this;
        return new Span(home.around(later.home), earlier.first, earlier.firstScope, earlier.firstAssigns);
    }

    /** Whether the declaration must stand alone, before the statement in which the first assignment is made. */
    boolean isDeclaredApart() {
        return home != firstScope || !firstAssigns;
    }

    /** The number of the statement from which on the name is taken. */
    int start() {
        return home == firstScope ? first : home.childTowards(firstScope).start();
    }

    boolean overlaps(Span other) {
        return start() <= other.home.end() && other.start() <= home.end();
    }
}
