package dev.leibniz.processor.transform.derivation;

import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.pass.Nothing;
import dev.leibniz.processor.pass.Stage;
import dev.leibniz.processor.shape.LoopParts;

/** The places in differentiation where passes run; one that hands the transform itself to its passes is named by the transform. */
public final class Stages {
    /** A function of the program, as it was read, when it is first asked for. */
    public static final Stage<Function, Nothing> READING = new Stage<>("reading");

    /** Each function that was read or made. */
    public static final Stage<Function, Callees> PREPARATION = new Stage<>("preparation");

    /** Each prepared function, which may be differentiated again after it. */
    public static final Stage<Function, Nothing> ALLOCATION = new Stage<>("allocation");

    /** A prepared function of which a backward sweep is to be made. */
    public static final Stage<Function, Nothing> BEFORE_REVERSE = new Stage<>("before reverse mode");

    /** The step from a function to one with a tangent. */
    public static final Stage<Function, Derivation> FORWARD = new Stage<>("forward mode");

    /** A loop over directions, as the body of a function, while the tangents in many directions are made. */
    public static final Stage<Function, LoopParts.Arrays> DIRECTION_LOOP = new Stage<>("loop over directions");

    /** The step from a function to one with tangents in many directions. */
    public static final Stage<Function, Derivation> DIRECTIONS = new Stage<>("many directions");

    private Stages() {}
}
