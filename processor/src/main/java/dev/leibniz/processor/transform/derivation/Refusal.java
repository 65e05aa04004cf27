package dev.leibniz.processor.transform.derivation;

import dev.leibniz.processor.ir.Origin;

/** A valid program that a transform cannot be sure to differentiate rightly; becomes a message at the place. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Origin origin;

    public Refusal(Origin origin, String message) {
        super(message);
        this.origin = origin;
    }

    public Origin origin() {
        return origin;
    }
}
