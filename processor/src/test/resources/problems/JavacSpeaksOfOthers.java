import dev.leibniz.annotations.Differentiable;

class JavacSpeaksOfOthers {
    @Differentiable
    static double loss(double x) {
        return x;
    }

    @Differentiable
    static double misspelt(double x) {
        return JavacSpeaksOfOthersGrad.gradientOfLoss(x).x(); // ERROR: cannot find symbol | .gradientOfLoss
    }

    @Differentiable
    static double secondDerivative(double x) {
        return JavacSpeaksOfOthersGrad.lossHvp(x, 1).x(); // ERROR: missing-order | .lossHvp
    }

    @Differentiable
    static double wrongArgument(double x) {
        return JavacSpeaksOfOthersGrad.lossGrad(true).x(); // ERROR: incompatible types: boolean cannot be converted to double | true
    }
}
