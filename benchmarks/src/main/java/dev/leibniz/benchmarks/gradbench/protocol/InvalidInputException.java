package dev.leibniz.benchmarks.gradbench.protocol;

/** What a message asks for cannot be done; the message says why, and goes into the answer. */
public final class InvalidInputException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Makes an exception with the reason. */
    public InvalidInputException(String message) {
        super(message);
    }

    /** The complaint about a function that an eval does not have. */
    public static InvalidInputException unknownFunction(String function) {
        return new InvalidInputException("unknown function: " + function);
    }
}
