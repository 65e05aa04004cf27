package dev.leibniz.processor.ir.program;

import dev.leibniz.processor.contract.Derivative;
import java.util.Optional;

/**
 * What stands for the code of another class's method, or of a derivative of it, until a program has that code.
 *
 * @param companion canonical name of the class with the derivatives of the method
 * @param method what the derivatives are called after
 * @param derivative which of them; nothing for the method itself
 */
public record Link(String companion, String method, Optional<Derivative> derivative) {

    public static Link to(String companion, String method) {
        return new Link(companion, method, Optional.empty());
    }

    public static Link to(String companion, String method, Derivative derivative) {
        return new Link(companion, method, Optional.of(derivative));
    }

    /** As the name of a function: {@code com.acme.ModelGrad#loss}, or {@code com.acme.ModelGrad#loss:GRAD}. */
    public String text() {
        return companion + "#" + method + derivative.map(form -> ":" + form).orElse("");
    }

    /** Whether a function's name is that of a link. */
    public static boolean isLink(String name) {
        return name.indexOf('#') >= 0;
    }

    /** What {@link #text} says. */
    public static Link of(String text) {
        int hash = text.indexOf('#');
        int colon = text.indexOf(':');
        String method = text.substring(hash + 1, colon < 0 ? text.length() : colon);
        return new Link(
                text.substring(0, hash),
                method,
                colon < 0 ? Optional.empty() : Optional.of(Derivative.valueOf(text.substring(colon + 1))));
    }
}
