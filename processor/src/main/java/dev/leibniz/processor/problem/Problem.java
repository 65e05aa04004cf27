package dev.leibniz.processor.problem;

/**
 * One problem, at one place.
 *
 * @param file the front end's name for the source file
 * @param start offset of the first character of the construct
 * @param end offset behind its last character
 * @param kind the front end's name for the kind of construct, which tells apart constructs that begin and end together
 */
public record Problem(ProblemCode code, String file, int start, int end, String kind, String message) {

    /** The message with its code in front, as the user sees it. */
    public String text() {
        return "[leibniz:" + code.id() + "] " + message;
    }
}
