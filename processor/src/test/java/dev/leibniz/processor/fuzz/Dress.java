package dev.leibniz.processor.fuzz;

import dev.leibniz.processor.fuzz.Profile.Feature;
import java.util.Arrays;
import java.util.List;

/**
 * A way to write a part of a program in other constructs of Java, with the same meaning. The interpreter sees the plain part, so
 * that it needs to know nothing of lambdas, objects and exceptions.
 */
enum Dress {
    /** A lambda that is handed to a helper. */
    LAMBDA(Feature.FUNCTIONS, false),
    /** A reference to a method that is handed to a helper. */
    REFERENCE(Feature.FUNCTIONS, false),
    /** A helper that returns a lambda, which has captured its parameters. */
    MAKER(Feature.FUNCTIONS, false),
    /** A lambda that makes a lambda. */
    CURRIED(Feature.FUNCTIONS, false),
    /** A lambda that is handed down a recursion. */
    RECURSION(Feature.FUNCTIONS, false),
    /** A record that implements a functional interface. */
    FUNCTOR(Feature.FUNCTIONS, false),
    /** Two functions, of which a condition chooses one. */
    CHOICE(Feature.FUNCTIONS, false),
    /** A function after another one. */
    COMPOSITION(Feature.FUNCTIONS, false),
    /** A function in the field of a record. */
    TABLE(Feature.FUNCTIONS, false),
    /** A function that is made before the statement and called in it. */
    EARLY(Feature.FUNCTIONS, true),
    /** An object with fields and a method. */
    OBJECT(Feature.OBJECTS, false),
    /** A value object with a static factory and a getter. */
    BOX(Feature.OBJECTS, false),
    /** A branch as implementations of a sealed interface. */
    DISPATCH(Feature.OBJECTS, false),
    /** An operator as a constant of an enum with a body. */
    OPERATION(Feature.OBJECTS, false),
    /** An object whose field changes. */
    ACCUMULATOR(Feature.OBJECTS, false),
    /** The variables of a statement as fields of an object whose method is the statement. */
    STATE(Feature.OBJECTS, true),
    /** A value that is printed on its way. */
    SHOWN(Feature.EFFECTS, false),
    /** A constant in a list or a map. */
    LISTED(Feature.EFFECTS, false),
    /** A statement and something printed. */
    PRINTED(Feature.EFFECTS, true),
    /** The second statement, or something that does not matter, is done finally. */
    FINALLY(Feature.EFFECTS, true),
    /** A branch as an exception that is thrown and caught. */
    CAUGHT(Feature.EFFECTS, true),
    /** A method that is not looked into, with its derivative written by hand. */
    RULE(Feature.RULES, false),
    /** A method that finds the solution of an equation. */
    SOLVED(Feature.SOLVERS, false),
    /** A method that finds a fixed point. */
    FIXED(Feature.SOLVERS, false),
    /** A value that is computed again in the backward sweep. */
    KEPT(Feature.CHECKPOINTS, false),
    /** A statement that is done again in the backward sweep. */
    REPEATED(Feature.CHECKPOINTS, true),
    /** A loop that keeps some copies of its state. */
    COPIED(Feature.CHECKPOINTS, true),
    /** A loop whose steps are undone in the backward sweep. */
    UNDONE(Feature.CHECKPOINTS, true);

    private final Feature feature;
    private final boolean statement;

    Dress(Feature feature, boolean statement) {
        this.feature = feature;
        this.statement = statement;
    }

    /** Whether the derivative is that of an equation. */
    boolean isEquation() {
        return feature == Feature.SOLVERS;
    }

    /** The dresses of statements, or those of expressions, that a profile has. */
    static List<Dress> of(Profile profile, boolean statement) {
        return Arrays.stream(values())
                .filter(d -> d.statement == statement && profile.has(d.feature))
                .toList();
    }
}
