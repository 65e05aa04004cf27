package dev.leibniz.sample;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The sample: first two textbook derivatives, then a network that learns to read. */
public final class Main {

    static final long SEED = 2;

    private Main() {}

    /**
     * Runs the sample.
     *
     * @param args nothing, or the path of another file of digits
     */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        int status = run(args, out, System.err);
        if (status != 0) {
            System.exit(status);
        }
    }

    /** What {@link #main} does; returns the status to exit with. */
    static int run(String[] args, PrintStream out, PrintStream err) {
        List<Digit> digits;
        try {
            digits = args.length == 0 ? DigitsFile.readBundled() : DigitsFile.read(args[0]);
        } catch (DataFileException e) {
            err.println(e.getMessage());
            return 1;
        }
        out.println();
        out.println("LEIBNIZ: derivatives that were written when this program was compiled");
        out.println();
        out.println("I. From the textbook");
        out.println();
        new TextbookReport(out).print();
        out.println();
        out.println("II. Learning to read");
        out.println();
        new LearningReport(out).print(new Training(digits, SEED));
        out.println();
        out.println("  Digits: E. Alpaydin and C. Kaynak, Optical Recognition of Handwritten Digits, UCI, CC BY 4.0");
        return 0;
    }
}
