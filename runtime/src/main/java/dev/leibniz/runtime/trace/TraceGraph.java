package dev.leibniz.runtime.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.IntFunction;

/**
 * The contents of a {@link TraceTape}, as the user sees them: operations that have no name are part of the step that uses them, and a
 * variable that is added to is one step. Has the adjoints of all nodes.
 *
 * <p>There are two sweeps. In the one derivatives take the shortcuts where factors cancel, as in generated derivatives; the other goes
 * through every operation. They differ at what a shortcut passes over: only the second comes there.
 */
public final class TraceGraph {
    /**
     * A way from a step to a number that it uses.
     *
     * @param operand the node of the number
     * @param partial the derivative by it, along all operations of the step
     * @param passed the same, along shortcuts; NaN if these pass over it, or none comes there
     */
    public record Factor(int operand, TraceFormula formula, double partial, TraceFormula passedFormula, double passed) {
        public boolean isPassed() {
            return passedFormula != null;
        }

        boolean isDirect() {
            return formula != null;
        }
    }

    /** A use of a node. */
    public record Use(int user, Factor factor) {}

    /** The contributions to the adjoint of a node so far, along both kinds of ways. */
    private static final class Sum {
        private TraceFormula formula;
        private double number;
        private TraceFormula passedFormula;
        private double passed;

        void add(TraceFormula formula, double number) {
            this.formula = this.formula == null ? formula : this.formula.plus(formula);
            this.number += number;
        }

        void pass(TraceFormula formula, double number) {
            this.passedFormula = this.passedFormula == null ? formula : this.passedFormula.plus(formula);
            this.passed += number;
        }
    }

    /** Begins the rule of a call whose formula is not known. */
    private static final String CALL = "!";

    private final TraceTape tape;
    private final int result;
    private final double[] adjoints;
    private final double[] passed;
    private final BitSet passedOver = new BitSet();
    private final BitSet shown = new BitSet();
    private final int[] useCounts;
    private final int[] anyUser;
    private final Map<Integer, List<Factor>> factors = new HashMap<>();
    private final Map<Integer, List<Use>> uses = new HashMap<>();
    private final Map<Integer, String> labels = new HashMap<>();

    TraceGraph(TraceTape tape, int result) {
        this.tape = tape;
        this.result = result;
        int count = tape.names.size();
        this.useCounts = new int[count];
        this.anyUser = new int[count];
        this.adjoints = new double[count];
        this.passed = new double[count];
        for (int node = 0; node < count; node++) {
            for (int operand : tape.operands.get(node)) {
                useCounts[operand]++;
                anyUser[operand] = node;
            }
        }
        sweep();
        tape.shortcuts.forEach(this::passOver);
        for (int node = 1; node < count; node++) {
            if (node == result || !isPart(node)) {
                shown.set(node);
            }
        }
    }

    // ---- numbers ---------------------------------------------------------------------------------------------------

    private void sweep() {
        adjoints[result] = 1;
        passed[result] = 1;
        for (int node = result; node > 0; node--) {
            TraceTape.Shortcut shortcut = tape.shortcuts.get(node);
            int[] operands = tape.operands.get(node);
            double[] partials = tape.partials.get(node);
            for (int i = 0; i < operands.length; i++) {
                adjoints[operands[i]] += product(adjoints[node], partials[i]);
                if (shortcut == null) {
                    passed[operands[i]] += product(passed[node], partials[i]);
                }
            }
            if (shortcut != null) {
                passed[shortcut.inner()] += product(passed[node], shortcut.partial());
            }
        }
    }

    /** Zero wins over infinity. */
    private static double product(double a, double b) {
        return a == 0 || b == 0 ? 0 : a * b;
    }

    private void passOver(int node, TraceTape.Shortcut shortcut) {
        List<Integer> work = new ArrayList<>();
        for (int operand : tape.operands.get(node)) {
            work.add(operand);
        }
        while (!work.isEmpty()) {
            int next = work.remove(work.size() - 1);
            if (next > shortcut.inner() && tape.active[next] && !passedOver.get(next)) {
                passedOver.set(next);
                for (int operand : tape.operands.get(next)) {
                    work.add(operand);
                }
            }
        }
    }

    boolean isPassedOver(int node) {
        return passedOver.get(node);
    }

    /** The derivative of the result by a node. */
    public double gradient(int node) {
        return passedOver.get(node) ? adjoints[node] : passed[node];
    }

    /** The contribution of a use to the adjoint of a node; NaN if there is none. */
    double contribution(Use use, int node) {
        if (passedOver.get(node)) {
            return product(adjoints[use.user()], use.factor().partial());
        }
        boolean reaches = use.factor().isPassed() && !(passedOver.get(use.user()) && passed[use.user()] == 0);
        return reaches ? product(passed[use.user()], use.factor().passed()) : Double.NaN;
    }

    /** The node of the result. */
    public int result() {
        return result;
    }

    /** The value of a node. */
    public double value(int node) {
        return tape.values[node];
    }

    // ---- steps -----------------------------------------------------------------------------------------------------

    /** Whether a node is part of the step that uses it. */
    private boolean isPart(int node) {
        String name = tape.names.get(node);
        int user = anyUser[node];
        if (isLeaf(node) || useCounts[node] != 1) {
            return false;
        }
        if (name == null) {
            return true;
        }
        int[] operands = tape.operands.get(user);
        String[] rule = TraceNotation.parts(tape.rules.get(user));
        for (int i = 0; i < operands.length; i++) {
            if (operands[i] == node && name.equals(tape.names.get(user))) {
                return i + 1 < rule.length && rule[i + 1].equals("1");
            }
        }
        return false;
    }

    public boolean isLeaf(int node) {
        return tape.operands.get(node).length == 0;
    }

    public boolean isActive(int node) {
        return tape.active[node];
    }

    /** All nodes with a name or more than one use, in the order of computation; inputs and constants, too. */
    public int[] shown() {
        return shown.stream().toArray();
    }

    boolean isShown(int node) {
        return shown.get(node);
    }

    public TraceTape.Statement statement(int node) {
        return tape.statements.get(node);
    }

    /** The node of a name, the last one; of {@code name@i} the one with this number. */
    public int node(String name) {
        int at = name.lastIndexOf('@');
        List<Integer> nodes = tape.byName.get(at < 0 ? name : name.substring(0, at));
        if (nodes == null && name.equals(label(result))) {
            return result;
        }
        if (nodes != null && at < 0) {
            return nodes.get(nodes.size() - 1);
        }
        try {
            return nodes == null ? -1 : nodes.get(Integer.parseInt(name.substring(at + 1)));
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            return -1;
        }
    }

    /** The name of a node; all but the last of a name have a number. */
    public String label(int node) {
        return labels.computeIfAbsent(node, this::newLabel);
    }

    private String newLabel(int node) {
        String name = tape.names.get(node);
        if (name == null) {
            List<String> calls = statement(node).calls();
            String place = calls.isEmpty() ? "line " + statement(node).line() : calls.get(calls.size() - 1);
            return node == result ? tape.method : place + "#" + node;
        }
        List<Integer> nodes = tape.byName.get(name);
        int index = nodes.indexOf(node);
        return index == nodes.size() - 1 ? name : name + "@" + index;
    }

    /** The variable that a step gives a value to, without a number. */
    public String name(int node) {
        String name = tape.names.get(node);
        return name == null ? label(node) : name;
    }

    // ---- formulas --------------------------------------------------------------------------------------------------

    /** The formula by which a step computes its value, in the names of the numbers it uses. */
    public TraceFormula formula(int node) {
        return formula(node, this::named);
    }

    /** The same, with numbers for the names. */
    TraceFormula numbers(int node, int digits) {
        return formula(node, leaf -> numeral(leaf, digits));
    }

    private TraceFormula named(int node) {
        return TraceFormula.named(name(node));
    }

    private TraceFormula numeral(int node, int digits) {
        return TraceFormula.numeral(TraceNumbers.rounded(value(node), digits), node);
    }

    private TraceFormula formula(int node, IntFunction<TraceFormula> leaves) {
        if (isLeaf(node)) {
            return leaves.apply(node);
        }
        String value = TraceNotation.parts(tape.rules.get(node))[0];
        if (value.startsWith(CALL)) {
            return TraceFormula.named(value.substring(1) + "(…)");
        }
        return TraceNotation.read(value, letter -> letter(node, letter, node, leaves));
    }

    /** The formula that a letter of a node's formula stands for. */
    private TraceFormula letter(int node, String letter, int step, IntFunction<TraceFormula> leaves) {
        if (letter.equals("y")) {
            boolean hasName = node == step && tape.names.get(node) != null;
            return hasName ? leaves.apply(node) : formula(node, leaves);
        }
        int index = letter.charAt(0) - 'a';
        return operand(tape.operands.get(node)[index], tape.operandValues.get(node)[index], leaves);
    }

    private TraceFormula operand(int operand, double value, IntFunction<TraceFormula> leaves) {
        if (operand == 0) {
            return TraceFormula.number(value);
        }
        return shown.get(operand) ? leaves.apply(operand) : formula(operand, leaves);
    }

    /** The ways from a step to the numbers that it uses. */
    public List<Factor> factors(int step) {
        return factors.computeIfAbsent(step, node -> factors(node, this::named));
    }

    /** A factor with numbers for the names. */
    public Factor withNumbers(int step, int operand, int digits) {
        return factors(step, leaf -> numeral(leaf, digits)).stream()
                .filter(factor -> factor.operand() == operand)
                .findFirst()
                .orElseThrow();
    }

    private List<Factor> factors(int step, IntFunction<TraceFormula> leaves) {
        NavigableMap<Integer, Sum> sums = new TreeMap<>();
        Sum one = new Sum();
        one.add(TraceFormula.number(1), 1);
        one.pass(TraceFormula.number(1), 1);
        sums.put(step, one);
        List<Factor> found = new ArrayList<>();
        while (!sums.isEmpty()) {
            Map.Entry<Integer, Sum> last = sums.pollLastEntry();
            int node = last.getKey();
            if (node == step || !shown.get(node)) {
                spread(node, last.getValue(), step, leaves, sums);
            } else if (tape.active[node]) {
                Sum sum = last.getValue();
                found.add(new Factor(
                        node,
                        sum.formula == null ? null : sum.formula.simplest(),
                        sum.number,
                        sum.passedFormula == null ? null : sum.passedFormula.simplest(),
                        sum.passed));
            }
        }
        return found;
    }

    private void spread(int node, Sum sum, int step, IntFunction<TraceFormula> leaves, Map<Integer, Sum> sums) {
        TraceTape.Shortcut shortcut = tape.shortcuts.get(node);
        int[] operands = tape.operands.get(node);
        double[] partials = tape.partials.get(node);
        String[] rule = TraceNotation.parts(tape.rules.get(node));
        for (int i = 0; i < operands.length; i++) {
            boolean isCall = rule[0].startsWith(CALL);
            if (operands[i] == 0 || !tape.active[operands[i]] || !isCall && i + 1 >= rule.length) {
                continue;
            }
            TraceFormula partial = isCall
                    ? TraceFormula.named(rule[0].substring(1) + "′")
                    : TraceNotation.read(rule[i + 1], letter -> letter(node, letter, step, leaves));
            Sum next = sums.computeIfAbsent(operands[i], n -> new Sum());
            if (sum.formula != null) {
                next.add(sum.formula.times(partial), product(sum.number, partials[i]));
            }
            if (shortcut == null && sum.passedFormula != null) {
                next.pass(sum.passedFormula.times(partial), product(sum.passed, partials[i]));
            }
        }
        if (shortcut != null && sum.passedFormula != null) {
            TraceFormula partial = TraceNotation.read(shortcut.formula(), letter -> {
                int index = letter.charAt(0) - 'a';
                return letter.equals("y")
                        ? letter(node, letter, step, leaves)
                        : operand(shortcut.mentioned()[index], shortcut.values()[index], leaves);
            });
            sums.computeIfAbsent(shortcut.inner(), n -> new Sum())
                    .pass(sum.passedFormula.times(partial), product(sum.passed, shortcut.partial()));
        }
    }

    /** The steps that use a node. */
    List<Use> uses(int node) {
        if (uses.isEmpty()) {
            for (int step : shown()) {
                if (tape.active[step] && !isLeaf(step)) {
                    for (Factor factor : factors(step)) {
                        uses.computeIfAbsent(factor.operand(), n -> new ArrayList<>())
                                .add(new Use(step, factor));
                    }
                }
            }
        }
        return uses.getOrDefault(node, List.of());
    }

    /** All names, for a message. */
    public String names() {
        String[] names = tape.byName.keySet().toArray(String[]::new);
        Arrays.sort(names);
        return String.join(", ", names.length > 20 ? Arrays.copyOf(names, 20) : names)
                + (names.length > 20 ? ", …" : "");
    }

    public String method() {
        return tape.method;
    }
}
