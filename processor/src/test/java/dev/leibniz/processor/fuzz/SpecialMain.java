package dev.leibniz.processor.fuzz;

import dev.leibniz.processor.fuzz.SpecialHarness.Found;
import java.util.List;

/**
 * The machine at special points from the command line: {@code SpecialMain count [seed [-Aoption…]]}. System properties:
 * {@code special.points} and {@code special.nestings} (names with commas between them), {@code special.shrink} (how many
 * failures to make small, default 5) and {@code special.seconds} (for each, default 30).
 */
public final class SpecialMain {

    private SpecialMain() {}

    /** Runs the machine; the exit code says whether something failed. */
    public static void main(String[] args) {
        int count = args.length > 0 ? Integer.parseInt(args[0]) : 200;
        long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
        List<String> options = List.of(args).subList(Math.min(2, args.length), args.length);
        SpecialSession.Extent extent = SpecialSession.Extent.of(
                System.getProperty("special.points", ""),
                System.getProperty("special.nestings", "TANGENT,COTANGENT,GRADIENT,PRODUCT"));
        SpecialSession session = new SpecialSession(FuzzMain.processor(), options, extent);
        long start = System.nanoTime();
        SpecialHarness.Report report = session.run(seed, count);
        System.out.println(report + " in " + (System.nanoTime() - start) / 1_000_000_000 + " s, options " + options);
        report.reasons.forEach((reason, times) -> System.out.println("  " + times + " × " + reason));
        for (Found f : report.failures) {
            System.out.println("  " + f.where().program().name() + " " + f.method() + " "
                    + f.failure().kind() + " "
                    + f.failure().detail().lines().findFirst().orElse(""));
        }
        int shrunk = Math.min(report.failures.size(), Integer.getInteger("special.shrink", 5));
        for (Found f : report.failures.subList(0, shrunk)) {
            System.out.println(SpecialSession.describe(session.shrink(f, Integer.getInteger("special.seconds", 30))));
        }
        System.exit(report.failures.isEmpty() ? 0 : 1);
    }
}
