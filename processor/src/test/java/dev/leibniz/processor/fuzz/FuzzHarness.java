package dev.leibniz.processor.fuzz;

import dev.leibniz.processor.fuzz.Failure.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.annotation.processing.Processor;

/**
 * Compiles programs with the processor, many at a time, and checks each. What the processor refuses with a message of
 * its own is counted; everything else that is not right is a failure.
 */
final class FuzzHarness {

    private static final Pattern CODE = Pattern.compile("\\[leibniz:([a-z-]+)]");
    private static final int SECONDS = 20;

    private final InMemoryCompiler compiler;
    private final Report report = new Report();

    FuzzHarness(Supplier<Processor> processor, List<String> options) {
        compiler = new InMemoryCompiler(Optional.of(processor), options);
    }

    /** A program and what is wrong with it. */
    record Found(Program program, Failure failure) {}

    /** Counts, refusals by code with an example of each, and failures. */
    static final class Report {
        int passed;
        int refused;
        final Map<String, Integer> refusals = new TreeMap<>();
        final Map<String, String> examples = new TreeMap<>();
        final List<Found> failures = new ArrayList<>();

        @Override
        public String toString() {
            int all = passed + refused + failures.size();
            return all + " programs: " + passed + " passed, " + failures.size() + " failed, " + refused + " refused "
                    + refusals;
        }
    }

    Report report() {
        return report;
    }

    /** Checks programs with different names together. */
    void check(Collection<Program> programs) {
        Map<String, Program> left = new LinkedHashMap<>();
        programs.forEach(p -> left.put(p.name(), p));
        while (!left.isEmpty()) {
            InMemoryCompiler.Result result = compile(left);
            if (result.succeeded()) {
                examine(left.values(), result);
                return;
            }
            Map<String, List<String>> errors = attributed(result, left);
            if (result.crash().isPresent() || errors.isEmpty() || errors.containsKey("")) {
                if (left.size() > 1) {
                    left.values().forEach(p -> check(List.of(p)));
                } else {
                    left.values().forEach(p -> unsuccessful(p, result));
                }
                return;
            }
            for (Map.Entry<String, List<String>> error : errors.entrySet()) {
                conclude(left.get(error.getKey()), error.getValue());
                left.remove(error.getKey());
            }
        }
    }

    private InMemoryCompiler.Result compile(Map<String, Program> programs) {
        Map<String, String> sources = new LinkedHashMap<>();
        programs.forEach((name, program) -> sources.putAll(JavaRenderer.sources(program, true)));
        return compiler.compile(sources);
    }

    /** Errors by program; under the empty name what belongs to none. */
    private static Map<String, List<String>> attributed(InMemoryCompiler.Result result, Map<String, Program> programs) {
        Map<String, List<String>> errors = new LinkedHashMap<>();
        for (InMemoryCompiler.Message m : result.messages()) {
            if (m.error()) {
                String name = programName(m.unit());
                errors.computeIfAbsent(programs.containsKey(name) ? name : "", n -> new ArrayList<>())
                        .add(m.text());
            }
        }
        return errors;
    }

    private static String programName(String unit) {
        return unit.replaceAll("^(P\\d+).*", "$1");
    }

    private void unsuccessful(Program program, InMemoryCompiler.Result result) {
        if (result.crash().isPresent()) {
            Throwable crash = result.crash().get();
            List<StackTraceElement> trace =
                    List.of(crash.getStackTrace()).stream().limit(6).toList();
            failed(program, new Failure(Kind.CRASH, crash + " at " + trace));
            return;
        }
        conclude(
                program,
                result.messages().stream()
                        .filter(InMemoryCompiler.Message::error)
                        .map(InMemoryCompiler.Message::text)
                        .toList());
    }

    private void conclude(Program program, List<String> errors) {
        boolean refused = !errors.isEmpty();
        for (String error : errors) {
            Matcher code = CODE.matcher(error);
            if (!code.find()) {
                refused = false;
                failed(program, new Failure(Kind.COMPILE_ERROR, String.join("\n", errors)));
                return;
            } else if (code.group(1).startsWith("internal")) {
                failed(program, new Failure(Kind.INTERNAL, error));
                return;
            }
        }
        if (!refused) {
            failed(program, new Failure(Kind.COMPILE_ERROR, "no class files, and no error"));
            return;
        }
        report.refused++;
        for (String error : errors) {
            Matcher code = CODE.matcher(error);
            if (code.find()) {
                report.refusals.merge(code.group(1), 1, Integer::sum);
                report.examples.putIfAbsent(code.group(1), error);
            }
        }
    }

    private void failed(Program program, Failure failure) {
        report.failures.add(new Found(program, failure));
    }

    private void examine(Collection<Program> programs, InMemoryCompiler.Result result) {
        Map<String, String> warnings = new LinkedHashMap<>();
        for (InMemoryCompiler.Message m : result.messages()) {
            if (m.unit().endsWith("Grad")) {
                warnings.putIfAbsent(programName(m.unit()), m.text());
            }
        }
        ClassLoader loader = result.load();
        for (Program program : programs) {
            String warning = warnings.get(program.name());
            Optional<Failure> failure = warning != null
                    ? Optional.of(new Failure(Kind.WARNING, warning))
                    : timed(() -> DerivativeChecks.check(program, loader));
            failure.ifPresentOrElse(f -> failed(program, f), () -> report.passed++);
        }
    }

    /** Runs on a thread of its own, which is given up if generated code does not come back. */
    private static Optional<Failure> timed(Callable<Optional<Failure>> check) {
        FutureTask<Optional<Failure>> task = new FutureTask<>(check);
        Thread thread = new Thread(null, task, "fuzz", 16L << 20);
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            return Optional.of(new Failure(Kind.HANGS, "no result after " + SECONDS + " seconds"));
        } catch (ExecutionException e) {
            return Optional.of(new Failure(Kind.THROWS, String.valueOf(e.getCause())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
