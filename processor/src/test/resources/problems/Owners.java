import dev.leibniz.annotations.Differentiable;

class Owners {
    void method() {
        class Local {
            @Differentiable
            static double f(double x) { // ERROR: private-owner | f(
                return x;
            }

            class Inner {
                @Differentiable
                double f(double x) { // ERROR: private-owner | f(
                    return x;
                }
            }
        }
    }

    final Runnable field = new Runnable() {
        @Differentiable
        static double f(double x) { // ERROR: private-owner | f(
            return x;
        }

        @Override
        public void run() {}
    };

    static {
        Runnable lambda = () -> {
            record R(double a) {
                @dev.leibniz.annotations.Differentiable(order = 2)
                static double f(double x) { // ERROR: private-owner | f(
                    return x;
                }
            }
        };
    }

    interface Fine {
        @Differentiable
        static double f(double x) {
            return x * x;
        }

        class Nested {
            @Differentiable
            static double f(double x) {
                return x * x;
            }
        }
    }

    enum Constants {
        ONE {
            @Differentiable
            static double f(double x) { // ERROR: private-owner | f(
                return x;
            }
        };

        @Differentiable
        static double f(double x) {
            return x * x;
        }
    }

    class Inner {
        @Differentiable
        static double f(double x) {
            return Fine.f(x) + Owners_FineGrad.fGrad(x).x();
        }
    }

    @Differentiable
    static double upper(double x) {
        return x;
    }

    @Differentiable
    static double UPPER(double x) { // ERROR: ambiguous-name | UPPER
        return x;
    }
}

class Owners_Fine {
    @Differentiable
    static double g(double x) { // ERROR: companion-clash | g(
        return x;
    }
}
