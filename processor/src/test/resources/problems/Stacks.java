import dev.leibniz.annotations.Differentiable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

class Stacks {
    /** There is no element that equals the place, so nothing is removed. */
    @Differentiable
    static double equal(double[] x) {
        Collection<Double> all = new ArrayList<>();
        for (double each : x) {
            all.add(each * each); // ERROR: collection | .add
            if (all.size() > 2) {
                all.remove(all.size() - 1);
            }
        }
        double sum = 0;
        for (double each : all) {
            sum += each;
        }
        return sum;
    }

    @Differentiable
    static double top(double[] x) {
        Deque<double[]> stack = new ArrayDeque<>();
        double sum = 0;
        for (double each : x) {
            double[] top = stack.peek();
            if (top != null) {
                sum += top[0] * each;
            }
            stack.push(new double[] {each}); // ERROR: collection | .push
        }
        return sum;
    }

    /** Where the element is stored is a place in an array that was replaced when it was full. */
    @Differentiable
    static double replaced(double[] x) {
        List<Double> all = new ArrayList<>();
        for (double each : x) {
            all.add(each); // ERROR: collection | .add
            all.set(all.size() - 1, all.add(each * each) ? each * 2 : each); // ERROR: collection | .set && collection | .add
        }
        return all.size();
    }

    @Differentiable
    static double boxes(double x) {
        List<Double> all = List.of(0.5, 0.5, x);
        return all.get(0) == all.get(1) ? x : 7; // ERROR: boxed | .get(0)
    }

    /** The top of a stack without elements is {@code null}. */
    @Differentiable
    static double isEmpty(double[] x) {
        Deque<Double> stack = new ArrayDeque<>();
        double sum = 0;
        for (double each : x) {
            sum += stack.peek() == null ? each : stack.pop() * each;
            stack.push(each); // ERROR: collection | .push
        }
        return sum;
    }
}
