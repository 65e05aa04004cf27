package demo;

import java.util.Arrays;

/** A program. */
public final class Main {
    private Main() {}

    /**
     * Prints a gradient.
     *
     * @param args none
     */
    public static void main(String[] args) {
        System.out.println("gradient " + Arrays.toString(ModelGrad.lossGrad(new double[] {1, 2}).w()));
    }
}
