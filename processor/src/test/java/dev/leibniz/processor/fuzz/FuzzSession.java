package dev.leibniz.processor.fuzz;

import dev.leibniz.processor.fuzz.FuzzHarness.Found;
import java.util.ArrayList;
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
        FuzzHarness harness = new FuzzHarness(processor, options);
        for (long seed = firstSeed; seed < firstSeed + count; seed += BATCH) {
            Map<String, Program> programs = new LinkedHashMap<>();
            for (long s = seed; s < Math.min(seed + BATCH, firstSeed + count); s++) {
                Program program = ProgramGenerator.generate(s, profile.orElse(ProgramGenerator.profile(s)), order);
                programs.put(program.name(), program);
            }
            harness.check(programs.values());
        }
        return harness.report();
    }

    /** The smallest program found that fails in the same way, and how it fails. */
    Found shrink(Found found, int seconds) {
        String message = essence(found.failure());
        Shrinker shrinker = new Shrinker(
                candidate -> failure(candidate)
                        .filter(f ->
                                f.kind() == found.failure().kind() && essence(f).equals(message))
                        .isPresent(),
                seconds);
        Program small = shrinker.shrink(found.program());
        return new Found(small, failure(small).orElse(found.failure()));
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

    /** How a single program fails, if it is valid Java at all. */
    private Optional<Failure> failure(Program program) {
        try {
            Oracle.of(program);
        } catch (RuntimeException | StackOverflowError e) {
            return Optional.empty();
        }
        InMemoryCompiler plain = new InMemoryCompiler(Optional.empty(), List.of());
        InMemoryCompiler.Result result = plain.compile(Map.of(program.name(), JavaRenderer.render(program, false)));
        if (!result.succeeded()) {
            return Optional.empty();
        }
        FuzzHarness harness = new FuzzHarness(processor, options);
        harness.check(List.of(program));
        return new ArrayList<>(harness.report().failures).stream().findFirst().map(Found::failure);
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
