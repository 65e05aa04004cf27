package dev.leibniz.processor.fuzz;

import dev.leibniz.processor.fuzz.FuzzHarness.Found;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import javax.annotation.processing.Processor;

/**
 * The machine from the command line, without Maven.
 *
 * <p>{@code FuzzMain count [seed [profile [-Aoption…]]]}, where the profile may be {@code -}. With {@code show seed
 * [profile]} it prints a program. System properties: {@code fuzz.order} (2 adds second derivatives), {@code fuzz.finds} (a folder for
 * failures as source files), {@code fuzz.checkpointed} (loops keep copies of their state), {@code fuzz.shrink} (how many failures of a kind to shrink, default 2) and
 * {@code fuzz.seconds} (for each, default 40).
 */
public final class FuzzMain {

    private static final String PROCESSOR = "dev.leibniz.processor.DifferentiableProcessor";

    private FuzzMain() {}

    /** Runs the machine; the exit code says whether something failed. */
    public static void main(String[] args) throws IOException {
        int order = Integer.getInteger("fuzz.order", 1);
        if (args.length >= 2 && args[0].equals("show")) {
            long seed = Long.parseLong(args[1]);
            Profile shown = args.length > 2 ? Profile.valueOf(args[2]) : ProgramGenerator.profile(seed);
            Program program = ProgramGenerator.generate(seed, shown, order);
            Oracle oracle = Oracle.of(program);
            System.out.println(JavaRenderer.render(program, true));
            System.out.println("arguments " + JavaValues.bits(program.arguments()));
            System.out.println("value " + oracle.primal() + ", Jacobian " + Arrays.deepToString(oracle.jacobian()) + " "
                    + oracle.doubts());
            return;
        }
        int count = args.length > 0 ? Integer.parseInt(args[0]) : 200;
        long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
        Optional<Profile> profile =
                args.length > 2 && !args[2].equals("-") ? Optional.of(Profile.valueOf(args[2])) : Optional.empty();
        List<String> options = List.of(args).subList(Math.min(3, args.length), args.length);
        FuzzSession session = new FuzzSession(processor(), options, order);
        long start = System.nanoTime();
        FuzzHarness.Report report = session.run(seed, count, profile);
        System.out.println(report + " in " + (System.nanoTime() - start) / 1_000_000_000 + " s, options " + options);
        report.examples.forEach((code, example) -> System.out.println("  refused, for example: " + example));
        print(session, report);
        System.exit(report.failures.isEmpty() ? 0 : 1);
    }

    private static void print(FuzzSession session, FuzzHarness.Report report) throws IOException {
        Map<Failure.Kind, List<Found>> byKind = new TreeMap<>();
        for (Found found : report.failures) {
            byKind.computeIfAbsent(found.failure().kind(), k -> new ArrayList<>())
                    .add(found);
        }
        for (Map.Entry<Failure.Kind, List<Found>> kind : byKind.entrySet()) {
            List<Found> found = kind.getValue();
            System.out.println("== " + kind.getKey() + ": " + found.size());
            for (Found f : found) {
                String line = f.failure().detail().lines().findFirst().orElse("");
                System.out.println("  " + f.program().name() + " " + line.substring(0, Math.min(200, line.length())));
            }
            int shrunk = Math.min(found.size(), Integer.getInteger("fuzz.shrink", 2));
            for (Found f : found.subList(0, shrunk)) {
                Found small = session.shrink(f, Integer.getInteger("fuzz.seconds", 40));
                String text = FuzzSession.describe(small);
                System.out.println(text);
                String folder = System.getProperty("fuzz.finds", "");
                if (!folder.isEmpty()) {
                    Files.createDirectories(Path.of(folder));
                    Files.writeString(
                            Path.of(folder, kind.getKey() + "_" + f.program().name() + ".java"), text);
                }
            }
        }
    }

    /** Whether there is a processor to test. */
    static boolean hasProcessor() {
        try {
            Class.forName(PROCESSOR);
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /** New instances of the processor, found by name: this package must not depend on it. */
    static Supplier<Processor> processor() {
        return () -> {
            try {
                return (Processor) Class.forName(System.getProperty("fuzz.processor", PROCESSOR))
                        .getDeclaredConstructor()
                        .newInstance();
            } catch (InvocationTargetException e) {
                throw new IllegalStateException(e.getCause());
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        };
    }
}
