import dev.leibniz.annotations.Differentiable;
import dev.leibniz.annotations.NoDerivative;
import java.nio.file.Path;
import java.util.LinkedList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleUnaryOperator;

class Statements {
    static double state;
    double own;
    static final double[] TABLE = {1, 2};
    static final double[] CHANGED = {1, 2};

    static final double[] SHARED = {1, 2};

    private static final double[] FILLED = new double[2];
    private static final double[] NAMED = {1, 2};
    private static final double[][] RETURNED = {{1}, {2}};
    private static final double[] LATER = FILLED.clone();

    static {
        fill(FILLED);
    }

    static void fill(double[] table) {
        double[] other = table;
        other[1] = 5;
    }

    static void rename() {
        for (double[] row : new double[][] {NAMED}) {
            (row[0])++;
        }
    }

    static double[] row() {
        return RETURNED[1];
    }

    static void change() {
        CHANGED[0] = 3;
    }

    {
        SHARED[0] = own;
    }

    record Point(double x, double y) {}

    record Box<T>(T value) {}

    record Chain(double x, Chain next) {}

    @Differentiable
    static double fields(double x) {
        state = x; // ERROR: field-write | state
        double y = x * state; // ERROR: non-final-field | state
        TABLE[0] = y; // ERROR: constant-written | TABLE
        double f = FILLED[0]; // ERROR: private-constant | FILLED
        double n = NAMED[0]; // ERROR: private-constant | NAMED
        double r = RETURNED[0][0]; // ERROR: private-constant | RETURNED
        double l = LATER[0]; // ERROR: private-constant | LATER
        double z = SHARED[1]; // ERROR: constant-written | SHARED
        return y + CHANGED[0]; // ERROR: constant-written | CHANGED
    }

    @Differentiable
    static double blocks(double x) {
        try {
            x = x * x;
        } finally {
            x = x + 1;
        }
        synchronized (TABLE) { // ERROR: synchronized | synchronized
            x = x + 2;
        }
        class Local {} // ERROR: local-class | class
        return x;
    }

    @Differentiable
    static double hidden(double x) {
        Random random = new Random(); // ERROR: impure-call | new
        return x * ThreadLocalRandom.current().nextDouble(); // ERROR: impure-call | .current
    }

    @Differentiable
    static double objects(double x) {
        Point p = null; // ERROR: null | null
        double y = x;
        Box<String> box = new Box<>("a"); // ERROR: generic | box
        boolean is = TABLE instanceof Object; // ERROR: instanceof | instanceof
        for (Path each : Path.of("a")) { // ERROR: collection | .of
            y = y + 1;
        }
        return x + Math.random(); // ERROR: impure-call | .random
    }

    @Differentiable
    static double recursiveRecord(double x, Chain chain) { // ERROR: recursive-record | chain
        return x;
    }

    @Differentiable
    static double clock(double x) {
        return x * System.nanoTime(); // ERROR: impure-call | .nanoTime
    }

    @NoDerivative
    static double counted(List<Double> list) {
        return list.size();
    }

    @Differentiable
    static double handedToWhatIsNotLookedInto(double x) {
        List<Double> list = List.of(x, 2.0); // ERROR: collection | .of
        return counted(list) * list.get(0); // ERROR: collection | .get
    }

    @Differentiable
    static double reachedByObjects(double x, Statements s) {
        Double boxed = x; // ERROR: boxed | x;
        List<Double> list = new LinkedList<>();
        list.add(boxed); // ERROR: collection | .add
        list.add(x); // ERROR: collection | .add
        Object object = new Holder(x); // ERROR: object-creation | new
        String text = "x" + x;
        System.out.println(text + s.hashCode());
        double read = Double.parseDouble(text); // ERROR: unknown-callee | .parseDouble
        return text.length() * x + read; // ERROR: string-concatenation | .length
    }

    @Differentiable
    static double ofAnObject(double x, DoubleUnaryOperator f) {
        return f.applyAsDouble(1) + f.applyAsDouble(x); // ERROR: unknown-function | .applyAsDouble(x)
    }

    static final class Holder {
        Holder(double x) {}
    }

    @Differentiable
    static double streams(double[] x) {
        return java.util.Arrays.stream(x).boxed().toList().size() * x[0]; // ERROR: stream | .toList
    }

    @Differentiable
    static double sorted(double[] x) {
        double[] y = x.clone();
        java.util.Arrays.parallelSetAll(y, i -> i); // ERROR: unknown-array-function | .parallelSetAll
        return y[0];
    }

    @Differentiable
    static double sortedInPlace(double[] x) {
        double[] y = x;
        java.util.Arrays.sort(y); // ERROR: mutated-parameter | .sort
        return y[0];
    }

    @Differentiable
    static double elsewhere(double x) {
        return Double.longBitsToDouble(Double.doubleToLongBits(x)); // ERROR: bits | .doubleToLongBits
    }

    @Differentiable
    static double mantissa(double x) {
        long bits = Double.doubleToRawLongBits(x) & 0xFFFFFFFFFFFFFL; // ERROR: bits | .doubleToRawLongBits
        return x > 0 ? bits * 0x1p-52 : 0;
    }

    @NoDerivative
    static double normalised(double[] a) {
        a[0] /= a[1];
        return a[0];
    }

    @Differentiable
    static double writtenUnseen(double x) {
        double[] a = {x, 2 * x};
        normalised(a); // ERROR: unseen-write | normalised
        return a[0] * a[1];
    }

    record Cells(double[] all) {
        double clear() {
            all[0] = 0;
            return all[1];
        }
    }

    static final class Normaliser {
        private final double size;

        double size() {
            return size;
        }

        Normaliser(double[] a) {
            a[0] = 1;
            size = a.length;
        }
    }

    @NoDerivative
    static double parenthesised(double[] a) {
        (a[0]) = a[1];
        return 1;
    }

    @NoDerivative
    static double through(Cells cells) {
        return cells.clear();
    }

    @NoDerivative
    static double constructed(double[] a) {
        return new Normaliser(a).size();
    }

    @Differentiable
    static double writtenInOtherWays(double x) {
        double[] a = {x, 2 * x};
        double t = parenthesised(a); // ERROR: unseen-write | parenthesised
        t += through(new Cells(a)); // ERROR: unseen-write | through
        return a[0] * a[1] * t;
    }

    @Differentiable
    static double writtenByAConstructor(double x) {
        double[] a = {x, 2 * x};
        return constructed(a) * a[0]; // ERROR: unseen-write | constructed
    }

    @NoDerivative
    static double onlyRead(double[] a, Cells cells) {
        java.util.List<Double> sorted = new java.util.ArrayList<>();
        for (double v : cells.all()) {
            sorted.add(v);
        }
        java.util.Collections.sort(sorted);
        if (a.length > 9) {
            throw new IllegalArgumentException("too many: " + java.util.Arrays.toString(a));
        }
        return sorted.get(0) + sum(a) + new Cells(a).all().length;
    }

    private static double sum(double[] a) {
        return java.util.Arrays.stream(a).map(v -> v * v).sum();
    }

    @Differentiable
    static double readElsewhere(double x) {
        double[] a = {x, 2 * x};
        return onlyRead(a, new Cells(a)) * a[0];
    }

    @Differentiable
    static double broken(double x) {
        return helper(x);
    }

    @Differentiable
    static double brokenToo(double x) {
        return 2 * helper(x);
    }

    private static double helper(double x) {
        synchronized (TABLE) { // ERROR: synchronized | synchronized
            return x;
        }
    }

    @Differentiable
    static double fine(double x) {
        return x;
    }
}
