import dev.leibniz.annotations.Differentiable;

class JavacSpeaks {
    @Differentiable
    static double lambda(double x) {
        Runnable r = () -> {};
        return x;
    }

    @Differentiable
    static double undefined(double x) {
        return x * missing; // ERROR: cannot find symbol | missing
    }
}
