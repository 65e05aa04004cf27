package dev.leibniz.processor.fuzz;

import dev.leibniz.processor.fuzz.FuzzHarness.Found;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.annotation.processing.Processor;

/** Generates, checks and, on failure, shrinks: a run of the machine over a range of seeds with one set of options. */
final class FuzzSession {

    private static final int BATCH = 25;

    private final Supplier<Processor> processor;
    private final List<String> options;
    private final int order;

    FuzzSession(Supplier<Processor> processor, List<String> options, int order) {
        this.processor = processor;
        this.options = options;
        this.order = order;
    }

    /** Checks the programs of consecutive seeds; the profiles take turns unless one is given. */
    FuzzHarness.Report run(long firstSeed, int count, Optional<Profile> profile) {
        return Printing.ignored(() -> quietly(firstSeed, count, profile));
    }

    private FuzzHarness.Report quietly(long firstSeed, int count, Optional<Profile> profile) {
        FuzzHarness harness = new FuzzHarness(processor, options);
        for (long seed = firstSeed; seed < firstSeed + count; seed += BATCH) {
            Map<String, Program> programs = new LinkedHashMap<>();
            for (long s = seed; s < Math.min(seed + BATCH, firstSeed + count); s++) {
                try {
                    Program program = ProgramGenerator.generate(s, profile.orElse(ProgramGenerator.profile(s)), order);
                    programs.put(program.name(), program);
                } catch (RuntimeException e) {
                    System.err.println("No program for seed " + s + ", the interpreter failed: " + e);
                }
            }
            harness.check(programs.values());
        }
        return harness.report();
    }

    /** The smallest program found that fails in the same way, and how it fails. */
    Found shrink(Found found, int seconds) {
        String message = essence(found.failure());
        Failure.Kind kind = found.failure().kind();
        Shrinker shrinker = new Shrinker(
                candidate -> failure(candidate, kind)
                        .filter(f -> essence(f).equals(message))
                        .isPresent(),
                seconds);
        Program small = Printing.ignored(() -> shrinker.shrink(found.program()));
        return new Found(small, failure(small, kind).orElse(found.failure()));
    }

    /** What of a failure's text must stay the same: all but names and numbers for errors, nothing for wrong numbers. */
    private static String essence(Failure failure) {
        return switch (failure.kind()) {
            case CRASH, INTERNAL, THROWS, COMPILE_ERROR, WARNING, MISSING -> {
                String firstLine =
                        failure.detail().lines().findFirst().orElse("").replaceAll("^\\w*:\\d+:\\d+: ", "");
                yield firstLine
                        .replaceAll("[^A-Za-z: ]\\w*|\\b\\w*\\d\\w*\\b", "")
                        .replaceAll(" at .*", "");
            }
            default -> "";
        };
    }

    /** The failure of a single program, if it is valid Java and fails in this way. */
    private Optional<Failure> failure(Program program, Failure.Kind kind) {
        try {
            Oracle.of(program);
        } catch (RuntimeException | StackOverflowError e) {
            return Optional.empty();
        }
        FuzzHarness harness = new FuzzHarness(processor, options);
        harness.check(List.of(program));
        return harness.report().failures.stream()
                .map(Found::failure)
                .filter(f -> f.kind() == kind && isJava(program))
                .findFirst();
    }

    private static boolean isJava(Program program) {
        InMemoryCompiler plain = new InMemoryCompiler(Optional.empty(), List.of());
        return plain.compile(JavaRenderer.sources(program, false)).succeeded();
    }

    /** A failure as text: the seed is in the class name. */
    static String describe(Found found) {
        StringBuilder text = new StringBuilder();
        text.append("// ").append(found.failure().kind()).append(": ");
        text.append(found.failure().detail().replace("\n", "\n// ")).append('\n');
        for (Object argument : found.program().arguments()) {
            text.append("// argument ").append(JavaValues.bits(argument)).append('\n');
        }
        return text + JavaRenderer.render(found.program(), true);
    }
}
