package demo;

import java.util.Arrays;

public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.out.println("gradient " + Arrays.toString(ModelGrad.lossGrad(new double[] {1, 2}).w()));
    }
}
