import dev.leibniz.annotations.Differentiable;

/** Members of a class with derivatives, nearly. */
class Misspelt {
    @Differentiable
    static double plain(double x) {
        return x * x;
    }

    static double misspelt(double x) {
        return MisspeltGrad.plianGrad(x).x() // ERROR: unknown-member | .plianGrad
                + MisspeltGrad.plainGradient(x).x() // ERROR: unknown-member | .plainGradient
                + MisspeltGrad.plaingrad(x).x() // ERROR: unknown-member | .plaingrad
                + MisspeltGrad.plainGrad(x).x();
    }

    static double componentOf(double x) {
        MisspeltGrad.PlainJvp product = MisspeltGrad.plainJvp(x, 1);
        return product.valeu() + product.tangnet(); // ERROR: unknown-member | .valeu && unknown-member | .tangnet
    }

    static Object recordOf(double x) {
        MisspeltGrad.PlainJpv product = null; // ERROR: unknown-member | .PlainJpv
        return product;
    }
}
