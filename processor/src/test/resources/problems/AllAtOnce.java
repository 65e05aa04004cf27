import dev.leibniz.annotations.*;

/** What is wrong is said at once, also inside of what has a problem of its own. */
class AllAtOnce {
    static final double[] TABLE = {1, 2};

    @Differentiable
    static double condition(double x) {
        if (Math.random() > x) { // ERROR: impure-call | .random
            synchronized (TABLE) { // ERROR: synchronized | synchronized
                x = x + 1;
            }
        } else {
            x = Math.random(); // ERROR: impure-call | .random
        }
        return x;
    }

    @Differentiable
    static double loops(double x) {
        for (int i = 0; i < Math.random(); i++) { // ERROR: impure-call | .random
            if (i > 3) continue;
            double y = x;
            synchronized (TABLE) { // ERROR: synchronized | synchronized
                x = x + y;
            }
            if (x > 7) break;
        }
        outer:
        while (Math.random() < x) { // ERROR: impure-call | .random
            for (int j = 0; j < 3; j++) {
                if (j > 3) continue outer;
                x += System.nanoTime(); // ERROR: impure-call | .nanoTime
                if (x > 7) break outer;
            }
        }
        for (double t : new double[] {Math.random()}) { // ERROR: impure-call | .random
            x += t * System.nanoTime(); // ERROR: impure-call | .nanoTime
        }
        do {
            x += System.nanoTime(); // ERROR: impure-call | .nanoTime
        } while (Math.random() < x); // ERROR: impure-call | .random
        return x;
    }

    @Differentiable
    static void nothing(double x) { // ERROR: void-result | nothing
        x += System.nanoTime(); // ERROR: impure-call | .nanoTime
    }

    @Differentiable
    static int whole(double x) { // ERROR: result-type | whole
        return (int) (x * System.nanoTime()); // ERROR: impure-call | .nanoTime
    }

    @Differentiable
    static double snapshots(double x) {
        for (@Checkpointed(snapshots = -3) int i = 0; i < 3; i++) { // ERROR: bad-snapshots | i = 0
            x += System.nanoTime(); // ERROR: impure-call | .nanoTime
        }
        return x;
    }
}
