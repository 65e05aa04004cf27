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
import java.util.stream.Collectors;
import javax.annotation.processing.Processor;

/** Generates programs, chooses points for them, checks them, and makes failing ones small. */
final class SpecialSession {

    private static final int BATCH = 20;
    private static final int POINTS = 6;
    private static final int MOST = 9;

    private final Supplier<Processor> processor;
    private final List<String> options;
    private final Extent extent;

    SpecialSession(Supplier<Processor> processor, List<String> options, Extent extent) {
        this.processor = processor;
        this.options = options;
        this.extent = extent;
    }

    /** At which points programs are evaluated, in turn, and which nestings are made of them. */
    record Extent(List<SpecialPoints.Kind> points, Set<Nesting> nestings) {
        static final Extent ALL = new Extent(
                List.of(SpecialPoints.Kind.ROUND, SpecialPoints.Kind.ROUND, SpecialPoints.Kind.EXTREME),
                EnumSet.allOf(Nesting.class));

        /** Points and nestings by name, with commas between them. */
        static Extent of(String points, String nestings) {
            List<SpecialPoints.Kind> kinds =
                    names(points).stream().map(SpecialPoints.Kind::valueOf).toList();
            Set<Nesting> made = names(nestings).stream().map(Nesting::valueOf).collect(Collectors.toSet());
            return new Extent(kinds.isEmpty() ? ALL.points : kinds, made);
        }

        private static List<String> names(String list) {
            return Arrays.stream(list.split(","))
                    .filter(name -> !name.isEmpty())
                    .toList();
        }
    }

    SpecialHarness.Report run(long firstSeed, int count) {
        SpecialHarness harness = new SpecialHarness(processor, options);
        List<Case> batch = new ArrayList<>();
        for (long seed = firstSeed; seed < firstSeed + count; seed++) {
            make(seed).ifPresent(batch::add);
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
    Optional<Case> make(long seed) {
        Program program = generate(seed);
        if (program.callsDerivatives() || DualArguments.count(program) > MOST) {
            return Optional.empty();
        }
        Choices choose = new Choices(seed * 31 + 7);
        List<Program> points = new ArrayList<>();
        List<Program> singular = new ArrayList<>();
        List<SpecialPoints.Kind> kinds = kinds(program);
        for (int i = 0; i < 40 && points.size() < POINTS; i++) {
            SpecialPoints.Kind kind = kinds.get(i % kinds.size());
            Program point = SpecialPoints.moved(program, kind, choose);
            try {
                boolean regular = DualInterpreter.jetsOf(point).stream().allMatch(jet -> jet.trusted() == Series.ORDER);
                (regular ? points : singular).add(point);
            } catch (Watch.Rejected e) {
                continue;
            }
        }
        singular.stream().limit(points.isEmpty() ? 2 : 1).forEach(points::add);
        if (points.isEmpty()) {
            return Optional.empty();
        }
        EnumSet<Nesting> nestings = EnumSet.noneOf(Nesting.class);
        if (!extent.nestings().isEmpty() && Nesting.fits(program)) {
            List<Nesting> possible = extent.nestings().stream().sorted().toList();
            nestings.add(possible.get((int) Math.floorMod(seed / 3, (long) possible.size())));
            nestings.add(choose.pick(possible));
        }
        return Optional.of(new Case(points, nestings));
    }

    /** A rule is written down, and an equation solved, for numbers of ordinary size. */
    private List<SpecialPoints.Kind> kinds(Program program) {
        boolean ordinary = AstWalk.nodes(program).stream()
                .anyMatch(node -> node instanceof Expr.Dressed d
                        && (d.dress() == Dress.RULE || d.dress().isEquation()));
        List<SpecialPoints.Kind> kinds = extent.points().stream()
                .filter(kind -> !ordinary || kind == SpecialPoints.Kind.ROUND || kind == SpecialPoints.Kind.GENERIC)
                .toList();
        return kinds.isEmpty() ? List.of(SpecialPoints.Kind.ROUND) : kinds;
    }

    /** The program of a seed: an expression, one that was written down, or any. */
    private static Program generate(long seed) {
        return switch ((int) Math.floorMod(seed, 3L)) {
            case 0 -> SmoothGenerator.generate(seed);
            case 1 -> {
                List<String> texts = SpecialPrograms.all();
                String text = texts.get((int) Math.floorMod(seed / 3, (long) texts.size()));
                yield ProgramReader.read("P" + seed, text, new Choices(seed * 101 + 3));
            }
            default -> program(seed);
        };
    }

    private static Program program(long seed) {
        List<Profile> profiles = List.of(
                Profile.STRAIGHT,
                Profile.LOOPS,
                Profile.MUTATION,
                Profile.HELPERS,
                Profile.RECORDS,
                Profile.FLOATS,
                Profile.EXITS,
                Profile.CONSTANTS,
                Profile.RUNTIME,
                Profile.KERNELS,
                Profile.RULES,
                Profile.SOLVERS,
                Profile.CHECKPOINTS,
                Profile.MIXED);
        return ProgramGenerator.generate(seed, profiles.get((int) Math.floorMod(seed / 3, (long) profiles.size())), 2);
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
        Shrinker shrinker =
                new Shrinker(candidate -> failure(candidate, nestings, found).isPresent(), seconds);
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
        text.append("// ")
                .append(found.failure().kind())
                .append(" of ")
                .append(found.method())
                .append(": ");
        text.append(found.failure().detail().replace("\n", "\n// ")).append('\n');
        for (Object argument : found.where().program().arguments()) {
            text.append("// at ").append(JavaValues.bits(argument)).append('\n');
        }
        return text + String.join("\n", found.where().sources().values());
    }
}
