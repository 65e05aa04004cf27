package dev.leibniz.processor.ir.program;

import dev.leibniz.processor.contract.Derivative;
import java.util.Optional;

/**
 * A placeholder for the code of another class's method, or of a derivative of it, until a program has that code.
 *
 * @param companion canonical name of the class with the derivatives of the method
 * @param method the base of the names of the derivatives
 * @param derivative the derivative that is meant; nothing for the method itself
 */
public record Link(String companion, String method, Optional<Derivative> derivative) {

    public static Link to(String companion, String method) {
        return new Link(companion, method, Optional.empty());
    }

    public static Link to(String companion, String method, Derivative derivative) {
        return new Link(companion, method, Optional.of(derivative));
    }

    /** The link as the name of a function: {@code com.acme.ModelGrad#loss}, or {@code com.acme.ModelGrad#loss:GRAD}. */
    public String text() {
        return companion + "#" + method + derivative.map(form -> ":" + form).orElse("");
    }

    /** Whether a function's name is that of a link. */
    public static boolean isLink(String name) {
        return name.indexOf('#') >= 0;
    }

    /** The link that a {@link #text} describes. */
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
