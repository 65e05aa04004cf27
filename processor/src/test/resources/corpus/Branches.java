package corpus;

import dev.leibniz.annotations.Differentiable;

/** Conditions of all kinds. */
public final class Branches {
    private Branches() {}

    @Differentiable
    static double onParameter(double x, double y) {
        if (x > y) {
            return x * x * y;
        } else {
            return y * y - x;
        }
    }

    @Differentiable
    static double oneArm(double x) {
        double y = x;
        if (x < 0) {
            y = x * x * x;
        }
        return y * x;
    }

    @Differentiable
    static double chain(double x) {
        double y;
        if (x < -0.5) {
            y = Math.exp(x);
        } else if (x < 0) {
            y = x * x;
        } else if (x < 0.7) {
            y = Math.sin(x);
        } else {
            y = 2 * x;
        }
        return y * y + x;
    }

    @Differentiable
    static double nested(double x, double y, int n) {
        double r = x;
        if (n > 1) {
            if (y > 0) {
                r = r * y;
            } else {
                r = r - y * y;
            }
            r *= 2;
        } else if (x > 0) {
            r = Math.sqrt(x) * y;
        }
        return r * r;
    }

    @Differentiable
    static double ternary(double x, double y) {
        return (x > 0 ? x * y : y > 0 ? y * y : x - y) * x;
    }

    @Differentiable
    static double shortCircuit(double x, double y) {
        double r = 1;
        if (x > 0 && Math.log(x) < y || y > 1) {
            r = x * y;
        }
        if (!(x > 0.5) || y == 0) {
            r += y * y * y;
        }
        return r * x;
    }

    @Differentiable
    static double flag(double x) {
        boolean positive = x > 0;
        boolean large = positive && x > 1;
        boolean odd = positive ^ large;
        return odd ? x * x : large | !positive ? Math.cos(x) : 0;
    }

    @Differentiable
    static double earlyReturn(double x, double y) {
        if (x < -1) {
            return y * 5;
        }
        double z = x * y;
        if (z > 0) {
            return z * z;
        }
        z += x;
        if (y > 1) {
            return z;
        }
        return z * y;
    }

    @Differentiable
    static double noNanFromTheOtherBranch(double x) {
        return x > 0 ? Math.sqrt(x) : x == 0 ? 0 : -Math.sqrt(-x);
    }

    @Differentiable
    static double smoothMaximum(double x, double y) {
        return Math.max(x, y) * Math.min(x, 2 * y) + Math.abs(x - y);
    }

    @Differentiable
    static double clipped(double x) {
        return Math.max(-0.5, Math.min(0.5, x)) * x;
    }

    /** @range n 0 5 */
    @Differentiable
    static double oldSwitch(double x, int n) {
        double r = x;
        switch (n) {
            case 0:
                r = x * x;
                break;
            case 1:
                r = Math.sin(x);
                return r * 2;
            case 2:
            case 3:
                r *= 3;
                break;
            default:
                r = -x;
        }
        return r * x;
    }

    /** @range n 0 4 */
    @Differentiable
    @SuppressWarnings("fallthrough")
    static double fallThrough(double x, int n) {
        double r = 1;
        switch (n) {
            case 3:
                r *= x;
            case 2:
                r += x;
            case 1:
                r *= r;
                break;
            default:
                r = x * 0.5;
        }
        return r;
    }

    /** @range n 0 3 */
    @Differentiable
    static double arrowSwitch(double x, int n) {
        double r = switch (n) {
            case 0 -> x;
            case 1, 2 -> {
                double y = x * x;
                yield y + n * x;
            }
            default -> Math.exp(x);
        };
        return r * r;
    }

    @Differentiable
    static double onStrings(double x, String kind) {
        switch (kind) {
            case "up" -> x = x * x;
            case "down" -> x = -x;
            default -> {}
        }
        return x * 3;
    }

    enum Shape {
        LINEAR,
        QUADRATIC,
        CUBIC
    }

    @Differentiable
    static double onEnums(double x, Shape shape) {
        return switch (shape) {
            case LINEAR -> 2 * x;
            case QUADRATIC -> x * x;
            case CUBIC -> x * x * x;
        };
    }

    @Differentiable
    static double branchInBranchValue(double x, double y) {
        double z = (x > y ? x : y) * (x > 0 ? (y > 0 ? x : y) : 1);
        return z + (z > 1 ? z * z : z);
    }

    /** @range x 0.1 2 */
    @Differentiable
    static double guarded(double x) {
        if (x <= 0) {
            throw new IllegalArgumentException("x = " + x);
        }
        assert x < 100 : "large " + x;
        return Math.log(x);
    }

    /** A condition is false behind a check of it, but not where control did not come by the check. */
    @Differentiable(order = 2)
    static double checkedInAnArm(double x, double y) {
        boolean isSteep = x * x > 0.01;
        double s = y;
        if (y > 100) {
            if (isSteep) {
                throw new IllegalArgumentException("steep");
            }
            s = x * y;
        }
        return isSteep ? s * x * x : s + x;
    }

    /** The same in a loop, whose last iteration only comes by the check. */
    @Differentiable
    static double checkedInALoop(double x, double[] y) {
        double s = 0;
        for (int i = 0; i < y.length; i++) {
            boolean isFirst = i == 0;
            if (i == y.length - 1 && y.length > 1) {
                if (isFirst) {
                    throw new IllegalStateException();
                }
                s *= x;
            }
            s += isFirst ? x * y[i] : y[i] * y[i];
        }
        return s;
    }

    private static double handedOn(double x, int depth, double unused, double[] work) {
        if (depth == 0) {
            return x * x;
        }
        return Math.sin(handedOn(x * 1.1, depth - 1, unused, work)) + x;
    }

    /** Of a recursive helper, what it only hands to itself. */
    @Differentiable(order = 2)
    static double handedToItselfOnly(double x, double y) {
        return handedOn(x, 3, x * y, new double[] {y}) * y;
    }
}
