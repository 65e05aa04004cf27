package demo;

import java.util.Arrays;

public final class Main {
    private Main() {}

    public static void main(String[] args) {
        double[] w = {1, 2};
        System.out.println("gradient " + Arrays.toString(ModelGrad.lossGrad(w).w()));
        System.out.println("hessian " + Arrays.deepToString(ModelGrad.lossHessian(w).matrix()));
    }
}
