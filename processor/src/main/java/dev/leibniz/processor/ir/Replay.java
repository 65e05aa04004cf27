package dev.leibniz.processor.ir;

/**
 * That a call keeps nothing of its own for the backward sweep, which gets back what it needs by running code once more. A program
 * says it of calls; it then holds for all calls of the function.
 */
public sealed interface Replay {

    /** The function runs again, on its arguments as they were. */
    record Whole() implements Replay {}

    /**
     * The function is a loop and nothing else: its first parameters are what the loop carries, and it yields what the loop leaves. Copies
     * of its state are kept, and iterations run again from these.
     *
     * @param snapshots how many copies there may be at a time; 0 if that is not said
     */
    record Steps(int snapshots) implements Replay {}

    /** As {@link Steps}, but instead of keeping copies, the state before an iteration is made from the state after it, by inverses of calls in it. */
    record Backwards() implements Replay {}

    /**
     * The function makes the next state of its first arguments, and can be undone; it does not stay a call for that.
     *
     * @param function the name of the function that undoes it, with the same parameters and results
     * @param state of how many arguments, and results if it has any, the state consists
     * @param method what the user calls it, for messages
     * @param inverse what the user calls the other function
     */
    record Inverse(String function, int state, String method, String inverse) implements Replay {}

    /** Whether the function is a loop and nothing else. */
    default boolean isLoop() {
        return this instanceof Steps || this instanceof Backwards;
    }
}
