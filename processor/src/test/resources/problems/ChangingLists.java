import dev.leibniz.annotations.Differentiable;
import java.util.ArrayList;
import java.util.List;

/** A list that may have changed when the backward sweep comes by. */
class ChangingLists {
    private static double deep(double[] x, List<Integer> positions, int depth) {
        double sum = 0;
        for (int i : positions) {
            sum += x[i] * x[depth];
        }
        return depth == 0 ? sum : sum + x[depth] * deep(x, positions, depth - 1);
    }

    @Differentiable
    static double cleared(double[] x) {
        List<Integer> positions = new ArrayList<>();
        positions.add(0);
        double sum = deep(x, positions, x.length - 1); // ERROR: unavailable | double sum
        positions.clear();
        return sum;
    }
}
