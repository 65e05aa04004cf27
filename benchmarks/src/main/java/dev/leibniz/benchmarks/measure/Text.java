package dev.leibniz.benchmarks.measure;

import java.util.Locale;

/** What stands in tables. */
public final class Text {
    private Text() {}

    /** The virtual machine that runs this, and its version. */
    public static String machine() {
        return System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version");
    }

    /** A number, with a point wherever the table is printed. */
    public static String number(String format, double number) {
        return String.format(Locale.ROOT, format, number);
    }
}
