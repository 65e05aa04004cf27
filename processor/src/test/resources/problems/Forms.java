import dev.leibniz.annotations.Differentiable;
import dev.leibniz.annotations.Form;
import dev.leibniz.annotations.NoDerivative;

class Forms {
    @Differentiable(forms = {Form.VJP, Form.HESSIAN}) // ERROR: bad-form | {Form.VJP
    static double[] hessianOfAnArray(double[] x) {
        return x;
    }

    @Differentiable(forms = Form.FLAT) // ERROR: bad-form | .FLAT
    private static double hidden(double x) {
        return x;
    }

    @Differentiable(forms = Form.FLAT) // ERROR: bad-form | .FLAT
    static double[][] flatOfAMatrix(double[][] x) {
        return x;
    }

    @Differentiable(wrt = "z") // ERROR: bad-wrt | "z"
    static double nobody(double x) {
        return x;
    }

    @Differentiable(wrt = {"x", "n"}) // ERROR: bad-wrt | {"x"
    static double whole(double x, int n) {
        return x * n;
    }

    @Differentiable(wrt = "y", order = 2) // ERROR: bad-wrt | "y"
    static double constant(double x, @NoDerivative double y) {
        return x * y;
    }

    @Differentiable(forms = Form.VJP)
    static double onlyReverse(double x) {
        return x;
    }

    @Differentiable
    static double wantsForward(double x) {
        return FormsGrad.onlyReverseJvp(x, 1).tangent(); // ERROR: missing-form | .onlyReverseJvp
    }

    @Differentiable(wrt = "x", forms = Form.JVP)
    static double someOf(double x, double y) {
        return x * y;
    }

    @Differentiable
    static double plain(double x) {
        return x;
    }

    static Object flat() {
        return FormsGrad.plainFlat(1); // ERROR: unnamed-form | .plainFlat
    }

    static double uses() {
        return FormsGrad.someOfJvp(1, 2, 3).tangent() + FormsGrad.onlyReverseVjp(1, 2).x();
    }
}
