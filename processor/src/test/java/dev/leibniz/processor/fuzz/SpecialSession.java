package dev.leibniz.processor.fuzz;

import dev.leibniz.processor.fuzz.SpecialHarness.Case;
import dev.leibniz.processor.fuzz.SpecialHarness.Found;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.annotation.processing.Processor;

/** Generates programs, chooses points for them, checks them, and makes failing ones small. */
final class SpecialSession {

    private static final int BATCH = 20;
    private static final int POINTS = 6;
    private static final List<SpecialPoints.Kind> KINDS = Arrays.stream(
                    System.getProperty("special.points", "ROUND,ROUND,ROUND,EXTREME").split(","))
            .map(SpecialPoints.Kind::valueOf)
            .toList();

    private final Supplier<Processor> processor;
    private final List<String> options;

    SpecialSession(Supplier<Processor> processor, List<String> options) {
        this.processor = processor;
        this.options = options;
    }

    SpecialHarness.Report run(long firstSeed, int count, boolean nested) {
        SpecialHarness harness = new SpecialHarness(processor, options);
        List<Case> batch = new ArrayList<>();
        for (long seed = firstSeed; seed < firstSeed + count; seed++) {
            make(seed, nested).ifPresent(batch::add);
            if (batch.size() == BATCH || seed == firstSeed + count - 1) {
                if (!batch.isEmpty()) {
                    harness.check(List.copyOf(batch));
                }
                batch.clear();
            }
        }
        return harness.report();
    }

    /** The case of a seed: a program at a few points, most of them not singular. */
    static Optional<Case> make(long seed, boolean nested) {
        Program program = SmoothGenerator.generate(seed);
        Choices choose = new Choices(seed * 31 + 7);
        List<Program> points = new ArrayList<>();
        List<Program> singular = new ArrayList<>();
        for (int i = 0; i < 40 && points.size() < POINTS; i++) {
            SpecialPoints.Kind kind = KINDS.get(i % KINDS.size());
            Program point = SpecialPoints.moved(program, kind, choose);
            try {
                Scalar value = (Scalar) DualInterpreter.jets(point).value();
                (Scalar.Jet.of(value).trusted() == Series.ORDER ? points : singular).add(point);
            } catch (Watch.Rejected e) {
                continue;
            }
        }
        singular.stream().limit(points.isEmpty() ? 2 : 1).forEach(points::add);
        if (points.isEmpty()) {
            return Optional.empty();
        }
        EnumSet<Nesting> nestings = EnumSet.noneOf(Nesting.class);
        if (nested && Nesting.fits(program)) {
            Nesting first = Nesting.values()[(int) Math.floorMod(seed, 4L)];
            nestings.add(first);
            nestings.add(choose.pick(Arrays.asList(Nesting.values())));
        }
        return Optional.of(new Case(points, nestings));
    }

    /** The smallest program found that fails in the same way in the same method. */
    Found shrink(Found found, int seconds) {
        if (found.method().isEmpty()) {
            return found;
        }
        Set<Nesting> nestings = EnumSet.noneOf(Nesting.class);
        found.where().nestings().stream()
                .filter(n -> n.methodName().equals(found.method()))
                .forEach(nestings::add);
        Shrinker shrinker = new Shrinker(
                candidate -> failure(candidate, nestings, found).isPresent(), seconds);
        Program small = shrinker.shrink(found.where().program());
        return failure(small, nestings, found).orElse(found);
    }

    private Optional<Found> failure(Program candidate, Set<Nesting> nestings, Found like) {
        if (!nestings.isEmpty() && !Nesting.fits(candidate)) {
            return Optional.empty();
        }
        SpecialHarness harness = new SpecialHarness(processor, options);
        try {
            harness.check(List.of(new Case(List.of(candidate), nestings)));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
        return harness.report().failures.stream()
                .filter(f -> f.method().equals(like.method()))
                .filter(f -> f.failure().kind() == like.failure().kind())
                .findFirst();
    }

    /** A failure as text: the seed is in the class name. */
    static String describe(Found found) {
        StringBuilder text = new StringBuilder();
        text.append("// ").append(found.failure().kind()).append(" of ").append(found.method()).append(": ");
        text.append(found.failure().detail().replace("\n", "\n// ")).append('\n');
        for (Object argument : found.where().program().arguments()) {
            text.append("// at ").append(JavaValues.bits(argument)).append('\n');
        }
        return text + String.join("\n", found.where().sources().values());
    }
}
