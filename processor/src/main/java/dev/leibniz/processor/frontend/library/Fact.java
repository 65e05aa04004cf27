package dev.leibniz.processor.frontend.library;

/** A fact that a line of the {@linkplain LibraryTable table} states about a method, or about all methods of a class. */
public enum Fact {
    // Arrays that a method is given

    /** Works on an array; if nothing more is said of it, as of one that a newer Java has added, it writes. */
    ARRAY_FUNCTION,
    /** Answers a question about the elements of an array; the answer is a number, a boolean or a text. */
    READS,
    /** Hands the elements on in an array or a stream of its own. Rows are not copied. */
    COPIES,
    /** Writes elements of its first argument. */
    WRITES,
    /** Writes elements of its third argument. */
    WRITES_THIRD,
    /** Hands on something that writes to the array itself. */
    SHARES,
    /** Writes to no array, and hands none to code that might. Lambdas are looked at where they stand. */
    LEAVES_ARRAYS,
    /** Fills an array that it is given, though other methods of its class leave them alone. */
    FILLS,
    /** Returns its first argument, and does nothing else. */
    RETURNS_ARGUMENT,

    // The state that a call depends on, and the state that it changes

    /** Is pure: only returns a value that its arguments, and the object it belongs to, determine. */
    PURE,
    /** Belongs to an object that changes, or returns information from elsewhere, though its package is else pure. */
    CHANGES,
    /** Depends on the world around the program, or changes it: calls are refused, as they cannot be repeated. */
    WORLD,
    /** Draws random numbers. */
    RANDOM,
    /** Makes another object each time. */
    UNREPEATABLE,
    /** Prints its arguments, if it returns nothing or the printer. */
    PRINTS,
    /** Tells its arguments to a logger, if it returns nothing. */
    LOGS,

    // Objects

    /** Belongs to an object that never changes, so that a call gives the same each time. */
    IMMUTABLE,
    /** Belongs to an object that holds others, as a list or a stream does. */
    COLLECTION,
    /** Only reads its collection. */
    LOOKS,
    /** Makes an object that never changes from its arguments alone. */
    MAKES_CONSTANT,
    /** Makes text, and does nothing else. */
    MAKES_TEXT,
    /** Makes an order or a collector of others, which have types that cannot be written. */
    MAKES_FUNCTION,

    // Numbers

    /** A function of numbers that throws nothing; the table of rules has its derivative. */
    MATH,
    /** Adds two numbers, or chooses one of them. */
    ARITHMETIC,
    /** Asks something of numbers; the answer changes in steps. */
    TESTS,
    /** Gives the bits of a number. */
    GIVES_BITS,
    /** Makes a number of bits. */
    TAKES_BITS,
    /** The objects of the class have no numbers that could be differentiated. */
    NO_NUMBERS,
    /** Has a derivative in {@code LibraryRules} of the runtime. */
    RULE
}
