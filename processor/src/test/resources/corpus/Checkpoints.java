package corpus;

import dev.leibniz.annotations.Checkpointed;
import dev.leibniz.annotations.Differentiable;

/** Loops and methods whose forward sweep is not stored. */
@SuppressWarnings("leibniz:checkpointed")
public final class Checkpoints {
    private Checkpoints() {}

    @Checkpointed
    static double expensive(double x) {
        double s = x;
        for (int i = 0; i < 5; i++) {
            s = Math.sin(s) + x;
        }
        return s;
    }

    @Differentiable
    static double callsCheckpointed(double x, double y) {
        return expensive(x) * expensive(y);
    }

    @Differentiable
    static double loop(double[] u, double k) {
        double[] v = u.clone();
        for (@Checkpointed(snapshots = 3) int t = 0; t < 10; t++) {
            for (int i = 1; i < v.length; i++) {
                v[i] += 0.1 * k * Math.sin(v[i - 1]);
            }
            v[0] = v[0] * v[3] * 0.3 + k;
        }
        return v[0] * v[2];
    }
}
