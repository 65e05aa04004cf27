package dev.leibniz.processor.fuzz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks the oracle without any processor. */
final class OracleCheck {

    private static final int BATCH = 100;

    private OracleCheck() {}

    /** The programs whose value in the interpreter is not that of the compiled program, or that do not compile. */
    static List<String> values(long firstSeed, int count) {
        List<String> wrong = new ArrayList<>();
        InMemoryCompiler compiler = new InMemoryCompiler(Optional.empty(), List.of());
        for (long seed = firstSeed; seed < firstSeed + count; seed += BATCH) {
            Map<String, Program> programs = new LinkedHashMap<>();
            Map<String, String> sources = new LinkedHashMap<>();
            for (long s = seed; s < Math.min(seed + BATCH, firstSeed + count); s++) {
                Program program = ProgramGenerator.generate(s, ProgramGenerator.profile(s), 1);
                if (!program.callsDerivatives()) {
                    programs.put(program.name(), program);
                    sources.putAll(JavaRenderer.sources(program, false));
                }
            }
            InMemoryCompiler.Result result = compiler.compile(sources);
            if (!result.succeeded()) {
                result.messages().stream()
                        .filter(InMemoryCompiler.Message::error)
                        .forEach(m -> wrong.add(m.text()));
                continue;
            }
            ClassLoader loader = result.load();
            for (Program program : programs.values()) {
                String java = JavaValues.bits(new CompiledProgram(program, loader).primal());
                Oracle oracle = Oracle.of(program);
                List<Object> scalars = new CompiledProgram(program, loader).primalScalars();
                if (!oracle.agrees(scalars, 0)) {
                    wrong.add(program.name() + ": Java " + java + ", oracle " + oracle.primal());
                }
            }
        }
        return wrong;
    }

    /** Programs compared, and those whose derivative disagrees with a difference quotient. */
    record Differences(int compared, List<String> wrong) {}

    /** Compares derivatives of some order with central differences of those of one order less, in a random direction where the program is smooth on both sides. */
    static Differences differences(long firstSeed, int count, int order) {
        int compared = 0;
        List<String> wrong = new ArrayList<>();
        for (long seed = firstSeed; seed < firstSeed + count; seed++) {
            Program program = ProgramGenerator.generate(seed, ProgramGenerator.profile(seed), 1);
            if (program.stopsDerivatives()) {
                continue;
            }
            Choices choose = new Choices(seed);
            double[] direction = new double[DualArguments.count(program)];
            for (int i = 0; i < direction.length; i++) {
                direction[i] = choose.number();
            }
            Optional<String> verdict;
            try {
                verdict = difference(program, direction, order);
            } catch (Watch.Rejected rejected) {
                continue;
            }
            if (verdict.isPresent()) {
                compared++;
                if (!verdict.get().isEmpty()) {
                    wrong.add(program.name() + ": " + verdict.get());
                }
            }
        }
        return new Differences(compared, wrong);
    }

    /** Nothing if it cannot be compared, the empty text if it agrees, else what is wrong. */
    private static Optional<String> difference(Program program, double[] direction, int order) {
        double[][] directions = new double[order][];
        Arrays.fill(directions, direction);
        DualInterpreter.Outcome at = DualInterpreter.run(program, 0, false, directions);
        if (!at.watch().doubts().isEmpty()) {
            return Optional.empty();
        }
        double h = 3e-5;
        double[][] values = new double[4][];
        double[] shifts = {h, -h, 2 * h, -2 * h};
        for (int i = 0; i < 4; i++) {
            DualInterpreter.Outcome moved = DualInterpreter.run(program, shifts[i], false, directions);
            if (moved.watch().way() != at.watch().way()
                    || !moved.watch().doubts().isEmpty()) {
                return Optional.empty();
            }
            values[i] = Oracle.differentiated(moved).stream()
                    .mapToDouble(s -> derivative(s, order - 1).value())
                    .toArray();
        }
        List<Scalar> results = Oracle.differentiated(at);
        for (int i = 0; i < results.size(); i++) {
            double fine = (values[0][i] - values[1][i]) / (2 * h);
            double coarse = (values[2][i] - values[3][i]) / (4 * h);
            double quotient = (4 * fine - coarse) / 3;
            double before = derivative(results.get(i), order - 1).magnitude();
            Scalar.Real expected = derivative(results.get(i), order);
            double uncertainty = Math.abs(fine - coarse) + 1e-8 * (1 + before);
            if (expected.magnitude() > 1e5 || uncertainty > 1e-4 * (1 + Math.abs(quotient))) {
                return Optional.empty();
            }
            double error = Math.abs(quotient - expected.value());
            if (!(error <= uncertainty + 1e-6 * (1 + expected.magnitude()))) {
                return Optional.of("result " + i + ": differences " + quotient + ", oracle " + expected);
            }
        }
        return Optional.of("");
    }

    /** The derivative of some order in one direction; the value itself for 0. */
    private static Scalar.Real derivative(Scalar result, int order) {
        Scalar derivative = result;
        while (derivative.level() > order) {
            derivative = derivative.primalAt(derivative.level());
        }
        for (int level = order; level > 0; level--) {
            derivative = derivative.tangentAt(level);
        }
        return derivative.real();
    }
}
