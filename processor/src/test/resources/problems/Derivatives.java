import dev.leibniz.annotations.Differentiable;
import dev.leibniz.annotations.NoDerivative;
import java.util.List;

class Derivatives {
    static final int THIRD = 3;

    @Differentiable
    static double loss(double[] w) {
        return w[0] * w[0];
    }

    @Differentiable
    static double[] layer(double[] w) {
        return w.clone();
    }

    @Differentiable(name = "renamed")
    static double[][] matrix(double[][] w) {
        return w.clone();
    }

    static double plain(double x) {
        return x;
    }

    @Differentiable
    static double secondDerivative(double[] w) {
        double[] product = DerivativesGrad.lossHvp(w, w).w(); // ERROR: missing-order | .lossHvp
        return product[0] * DerivativesGrad.lossHessian(w).matrix()[0][0]; // ERROR: missing-order | .lossHessian
    }

    @Differentiable
    static double recordOfASecondDerivative(double[] w) {
        DerivativesGrad.LossHvp hvp = DerivativesGrad.lossHvp(w, w); // ERROR: missing-order | .lossHvp
        return hvp.w()[0];
    }

    @Differentiable
    static double jacobianOfAScalar(double[] w) {
        return DerivativesGrad.lossJacobian(w).w()[0]; // ERROR: wrong-derivative | .lossJacobian
    }

    @Differentiable
    static double gradientOfAnArray(double[] w) {
        var grad = DerivativesGrad.layerGrad(w); // ERROR: wrong-derivative | .layerGrad
        return grad.w()[0] + DerivativesGrad.layerHvp(w, w).w()[0]; // ERROR: wrong-derivative | .layerHvp
    }

    @Differentiable
    static double jacobianOfAMatrix(double[][] w) {
        return DerivativesGrad.renamedJacobian(w).w()[0][0][0]; // ERROR: wrong-derivative | .renamedJacobian
    }

    @Differentiable
    static double fourth(double x) {
        return x * x;
    }

    @Differentiable
    static double noBuffers(double x) {
        return DerivativesGrad.fourthGradInto(x).x(); // ERROR: wrong-derivative | .fourthGradInto
    }

    @Differentiable
    static double notAnnotated(double x) {
        return DerivativesGrad.plainGrad(x).x(); // ERROR: missing-derivative | .plainGrad
    }

    @Differentiable
    static double notAnnotatedElsewhere(double x) {
        return NobodyGrad.nothingGrad(x).x(); // ERROR: missing-derivative | .nothingGrad
    }

    @Differentiable(order = THIRD) // ERROR: bad-order | THIRD
    static double third(double x) {
        return x * x * x;
    }

    @Differentiable(order = 0) // ERROR: bad-order | 0
    static double zeroth(double x) {
        return x * x * x;
    }

    @Differentiable
    static double collection(List<Double> names, double x) { // ERROR: collection | names
        return x;
    }

    @Differentiable
    static double ofWhatIsRefusedItself(double x) {
        return DerivativesGrad.collectionGrad(List.of(), x).x();
    }

    @Differentiable
    static double cycle(double x) {
        return DerivativesGrad.backAgainGrad(x).x(); // ERROR: derivative-cycle | .backAgainGrad
    }

    @Differentiable
    static double backAgain(double x) {
        return between(x);
    }

    private static double between(double x) {
        return x * DerivativesGrad.cycleJvp(x, 1).tangent();
    }

    @Differentiable
    static double ofItself(double x) {
        return DerivativesGrad.ofItselfGrad(x).x(); // ERROR: derivative-cycle | .ofItselfGrad
    }

    static double outsideOfDifferentiatedCode(double[] w) {
        return DerivativesGrad.lossHvp(w, w).w()[0]; // ERROR: missing-order | .lossHvp
    }

    @Differentiable
    static double otherProblemsAreReportedAsWell(double x, @NoDerivative double y) {
        Object r = (Runnable) () -> {}; // ERROR: function-value | (Runnable) ()
        return x;
    }
}

class Nobody {
    static double nothing(double x) {
        return x;
    }
}
