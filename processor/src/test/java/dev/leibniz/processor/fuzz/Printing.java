package dev.leibniz.processor.fuzz;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** Programs that print are run many times. */
final class Printing {

    private Printing() {}

    /** Runs something whose output nobody wants to see. */
    static <T> T ignored(Supplier<T> work) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        PrintStream none = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        System.setOut(none);
        System.setErr(none);
        try {
            return work.get();
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }
}
