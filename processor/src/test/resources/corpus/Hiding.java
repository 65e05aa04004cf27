package corpus.hiding;

import dev.leibniz.annotations.Differentiable;

/** A package with classes of its own that are called like those generated code uses. */
public final class Hiding {
    private Hiding() {}

    @Differentiable
    static double functions(double x) {
        return java.lang.Math.sin(x) * StrictMath.exp(x) + java.lang.Math.PI * x;
    }

    @Deprecated
    static final double[] TABLE = {2, 3};

    @Differentiable
    static double deprecated(double x) {
        Auxiliary a = new Auxiliary(x * x);
        return a.x() * TABLE[1] * Auxiliary.FACTOR.x();
    }

    @Differentiable
    static double arrays(double[] a) {
        double[] b = java.util.Arrays.copyOf(a, a.length);
        java.lang.System.arraycopy(a, 0, b, 1, a.length - 1);
        double largest = java.lang.Double.NEGATIVE_INFINITY;
        for (double x : b) {
            if (x > 100) {
                throw new java.lang.IllegalArgumentException("large");
            }
            largest = java.lang.Math.max(largest, x * Math.FACTOR);
        }
        return largest * b[1];
    }
}

record Auxiliary(double x) {
    static final Auxiliary FACTOR = new Auxiliary(3);
}

final class Math {
    static final double FACTOR = Double.valueOf("3");

    private Math() {}
}

final class System {
    private System() {}
}

final class Arrays {
    private Arrays() {}
}

final class Buffers {
    private Buffers() {}
}

final class Double {
    private Double() {}

    static double valueOf(String text) {
        return java.lang.Double.parseDouble(text);
    }
}

final class IllegalArgumentException {
    private IllegalArgumentException() {}
}
