package corpus;

import dev.leibniz.annotations.Differentiable;
import dev.leibniz.annotations.NoDerivative;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Functions that are handed to code of the platform which handles constants: orders, tests, what makes a group. */
public final class ConstantFunctions {
    private ConstantFunctions() {}

    public record Subject(String group, double time, boolean event) {
        public double age() {
            return 2 * time;
        }
    }

    static final double LIMIT = 1.5;

    static List<Subject> subjects(double[] times) {
        List<Subject> all = new ArrayList<>();
        for (int i = 0; i < times.length; i++) {
            all.add(new Subject(i % 2 == 0 ? "even" : "odd", times[i], times[i] > 0));
        }
        return all;
    }

    @NoDerivative
    static List<Subject> constants(double[] times) {
        return subjects(times);
    }

    static boolean isLate(Subject s) {
        return s.time() > LIMIT;
    }

    @Differentiable(order = 2)
    public static double sorted(double b, @NoDerivative double[] times) {
        List<Subject> sorted = new ArrayList<>(constants(times));
        sorted.sort(Comparator.comparingDouble(Subject::time).reversed());
        double risk = 0;
        double sum = 0;
        for (Subject each : sorted) {
            risk += Math.exp(b * each.time());
            sum += each.event() ? b * each.time() - Math.log(risk) : 0;
        }
        sorted.sort((p, q) -> Double.compare(p.age(), q.age()));
        return sum * sorted.get(0).time();
    }

    @Differentiable(order = 2)
    public static double filtered(double b, @NoDerivative double[] times) {
        List<Subject> late = constants(times).stream()
                .filter(s -> s.time() > LIMIT || isLate(s))
                .sorted(Comparator.comparing(Subject::group).thenComparingDouble(s -> -s.time()))
                .toList();
        List<Subject> events = constants(times).stream().filter(Subject::event).collect(Collectors.toList());
        double sum = events.size() * b;
        for (Subject each : late) {
            sum = sum * b + each.time();
        }
        return sum;
    }

    @Differentiable(order = 2)
    public static double grouped(double[] b, @NoDerivative double[] times) {
        Map<String, List<Subject>> groups =
                constants(times).stream().collect(Collectors.groupingBy(Subject::group, TreeMap::new, Collectors.toList()));
        Map<String, Integer> counts = new TreeMap<>();
        Map<String, List<Double>> lists = new HashMap<>();
        for (Subject each : constants(times)) {
            counts.merge(each.group(), 1, Integer::sum);
            lists.computeIfAbsent(each.group(), k -> new ArrayList<>()).add(each.time());
        }
        double sum = 0;
        int i = 0;
        for (Map.Entry<String, List<Subject>> group : groups.entrySet()) {
            double weight = b[i++ % b.length];
            for (Subject each : group.getValue()) {
                sum += weight * weight * each.time();
            }
            sum *= counts.get(group.getKey()) + lists.get(group.getKey()).get(0);
        }
        return sum;
    }

    @Differentiable(order = 2)
    public static double found(double b, @NoDerivative double[] times) {
        Optional<Subject> first = constants(times).stream().filter(Subject::event).findFirst();
        double latest = constants(times).stream().mapToDouble(Subject::time).max().orElse(0);
        return first.isPresent() ? b * b * first.get().time() + latest * b : b;
    }

    /** In a loop, with what is sorted changed by it. */
    @Differentiable(order = 2)
    public static double again(double x, @NoDerivative double[] times) {
        List<Subject> all = new ArrayList<>(constants(times));
        double sum = x;
        for (int i = 0; i < 3; i++) {
            all.sort(Comparator.comparingDouble(s -> s.time()));
            Subject first = all.get(0);
            sum = sum * x + first.time();
            all.set(0, new Subject("new", first.time() + 2, true));
        }
        return sum;
    }

    static List<Integer> positions(double[] x) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < x.length; i++) {
            if (x[i] > 0.5) {
                found.add(i);
            }
        }
        return found;
    }

    static void fill(List<Integer> list, int n) {
        for (int i = 0; i < n; i++) {
            list.add(i);
        }
    }

    /** What a list holds is seen after the loop that has filled it, wherever that runs. */
    @Differentiable(order = 2)
    public static double selected(double[] x) {
        double sum = 0;
        for (int i : positions(x)) {
            sum += x[i] * x[i];
        }
        List<Integer> all = new ArrayList<>();
        fill(all, x.length);
        for (int i : all) {
            sum += x[i] * (i + 1);
        }
        return sum + all.stream().mapToDouble(i -> x[i] * x[i]).sum();
    }

    /** The same in texts. */
    @Differentiable(order = 2)
    public static double shown(double[] x) {
        StringBuilder letters = new StringBuilder();
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < x.length; i++) {
            letters.append(i % 2 == 0 ? "ab" : "c");
            all.add(i);
        }
        String text = "" + letters;
        String before = "" + all;
        all.add(1000);
        String after = "" + all;
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * x[i] * (text.charAt(i) - 'a' + String.valueOf(all).length());
        }
        return sum * before.length() + x[0] * after.length();
    }

    /** With type arguments, without which the order would have another type. */
    @Differentiable(order = 2)
    public static double typed(double b, @NoDerivative double[] times) {
        List<String> groups = constants(times).stream()
                .map(Subject::group)
                .sorted(Comparator.<String>naturalOrder().reversed())
                .toList();
        double sum = b;
        for (String each : groups) {
            sum = sum * b + each.length();
        }
        return sum + b * Optional.<Double>empty().orElse(2.0) + Comparator.<String>naturalOrder().reversed().compare("a", "b");
    }

    /** Types that the compiler has found, types that are written, and variables of the functions themselves. */
    @Differentiable(order = 2)
    public static double types(double b, @NoDerivative double[] times) {
        List<List<Subject>> groups = new ArrayList<>(List.of(constants(times), constants(new double[] {2, 0.5})));
        groups.sort((p, q) -> Integer.compare(p.size(), q.size()));
        groups.sort(Comparator.comparingInt(group -> -group.size()));
        List<Subject> first = new ArrayList<>(groups.get(0));
        first.sort((Subject p, Subject q) -> {
            double difference = p.time() - q.time();
            var negative = difference < 0;
            return negative ? 1 : difference > 0 ? -1 : 0;
        });
        return first.isEmpty() ? b : b * b * first.get(0).time() + groups.size() * b;
    }
}
