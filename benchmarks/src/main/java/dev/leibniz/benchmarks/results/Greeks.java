package dev.leibniz.benchmarks.results;

/** The partial derivatives of an option's price. */
public record Greeks(double spot, double strike, double rate, double dividend, double volatility, double time) {

    /** Something that depends on all of them. */
    public double sum() {
        return spot + strike + rate + dividend + volatility + time;
    }
}
