package dev.leibniz.benchmarks.problems;

/** The logarithm of the gamma function, which the JDK lacks; only constants of the problems need it. */
final class LogGamma {
    /** Lanczos' coefficients for g = 7 and nine terms, as computed by Godfrey. */
    private static final double[] LANCZOS = {
        0.99999999999980993,
        676.5203681218851,
        -1259.1392167224028,
        771.32342877765313,
        -176.61502916214059,
        12.507343278686905,
        -0.13857109526572012,
        9.9843695780195716e-6,
        1.5056327351493116e-7
    };

    private LogGamma() {}

    /** Returns log Γ(a) for a ≥ 1/2, to about 1e-15 relative to the largest term. */
    static double of(double a) {
        double z = a - 1;
        double series = LANCZOS[0];
        for (int i = 1; i < LANCZOS.length; i++) {
            series += LANCZOS[i] / (z + i);
        }
        double t = z + 7.5;
        return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(t) - t + Math.log(series);
    }
}
