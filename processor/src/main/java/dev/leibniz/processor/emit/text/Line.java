package dev.leibniz.processor.emit.text;

import dev.leibniz.processor.ir.Origin;
import java.util.List;

/** Printed code before comments are put over it. */
public sealed interface Line {

    /** The place in the user's source that it comes from. */
    Origin origin();

    /** A statement without braces. */
    record Simple(Code code, Origin origin) implements Line {}

    /** A statement with a block in braces; with {@code otherwise} not empty, an {@code if} with an {@code else}. */
    record Braced(Code header, List<Line> body, List<Line> otherwise, Origin origin) implements Line {}

    /** Here a new part of the method begins. */
    record Section(String comment, Origin origin) implements Line {}
}
