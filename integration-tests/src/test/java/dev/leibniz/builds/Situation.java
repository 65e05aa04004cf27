package dev.leibniz.builds;

/** What happens to a project between two builds; in the order in which it happens. */
enum Situation {
    FIRST(Demo.BEGIN, "first build"),
    NO_CHANGE(Demo.BEGIN, "no change"),
    BODY(Demo.BEGIN, "body"),
    SIGNATURE(Demo.CALLER_BODY, "signature"),
    RENAME(Demo.SIGNATURE, "rename"),
    DELETE(Demo.RENAMED, "delete"),
    ERROR_AND_REPAIR(Demo.DELETED, "error and repair"),
    IDE(Demo.REPAIRED, "IDE beside it");

    private final Demo before;
    private final String title;

    Situation(Demo before, String title) {
        this.before = before;
        this.title = title;
    }

    /** The stage in which the project is, when it happens. */
    Demo before() {
        return before;
    }

    /** As it stands in the table. */
    String title() {
        return title;
    }
}
