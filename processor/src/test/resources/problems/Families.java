import dev.leibniz.annotations.Differentiable;
import dev.leibniz.annotations.NoDerivative;
import java.util.List;

class Families {
    public interface Open {
        double f(double x);
    }

    record Times(double k) implements Open {
        public double f(double x) {
            return k * x;
        }
    }

    sealed interface Part permits Hidden, Wheel {
        double f(double x);
    }

    private record Hidden(double k) implements Part {
        public double f(double x) {
            return k * x;
        }
    }

    record Wheel(double r) implements Part {
        public double f(double x) {
            return r + x;
        }
    }

    private interface Local {
        double f(double x);

        double g(double x);
    }

    private record Known(double k) implements Local {
        public double f(double x) {
            return k * x;
        }

        public double g(double x) {
            return k + x;
        }
    }

    sealed interface Tree permits Leaf, Node {}

    record Leaf(double value) implements Tree {}

    record Node(Tree left, Tree right) implements Tree {}

    record Machine(Part part, double x) {}

    static double state;

    enum Counting {
        ONE(1);

        private double count;

        Counting(double count) {
            this.count = count;
        }

        double next(double x) {
            count++; // ERROR: field-write | count
            return count * x; // ERROR: non-final-field | count
        }
    }

    @Differentiable
    static double open(double x, @NoDerivative Open open) {
        return open.f(2) * open.f(x); // ERROR: unreadable-object | .f(x)
    }

    @Differentiable
    static double hidden(double x, @NoDerivative List<Part> parts) {
        double s = 0;
        for (Part part : parts) {
            s += part.f(x); // ERROR: unreadable-object | .f(x)
        }
        return s;
    }

    @Differentiable
    static double parameter(double x, Part part) { // ERROR: object-parameter | part)
        return part.f(x);
    }

    @Differentiable
    static double component(Machine machine) { // ERROR: object-parameter | machine)
        return machine.x();
    }

    @Differentiable
    static Part result(double x) { // ERROR: object-result | result
        return new Wheel(x);
    }

    @Differentiable
    static double anonymous(double x) {
        Local local = new Local() { // ERROR: object-creation | new Local
            public double f(double y) {
                return y * x;
            }

            public double g(double y) {
                return y + x;
            }
        };
        return local.f(x);
    }

    @Differentiable
    static double same(double x) {
        Part first = new Wheel(x);
        Part second = x > 0 ? first : new Hidden(x);
        return first == second ? x : 2 * x; // ERROR: reference-comparison | ==
    }

    @Differentiable
    static double tree(double x) {
        Tree tree = new Leaf(x); // ERROR: object-creation | new Leaf
        Node node = new Node(tree, tree);
        return x;
    }

    @Differentiable
    static double counting(double x) {
        return Counting.ONE.next(x);
    }

    @Differentiable
    static double texts(double x, int n) {
        Part part = n > 0 ? new Wheel(1) : new Hidden(2);
        String text = String.valueOf(part); // ERROR: kept-object | part);
        return x * text.length();
    }
}
