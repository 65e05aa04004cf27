package dev.leibniz.processor.fuzz;

import dev.leibniz.processor.fuzz.Failure.Kind;
import dev.leibniz.processor.fuzz.Scalar.Jet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.annotation.processing.Processor;

/** Compiles programs, many at a time, and holds all their forms at special points to the jets. */
final class SpecialHarness {

    private final InMemoryCompiler compiler;
    /** What is greater, or less than its inverse, is cubed in derivatives of derivatives, beyond the range of {@code double}. */
    private static final double MOST = 1e100;

    private final Report report = new Report();
    private final Map<String, Integer> failingPoints = new TreeMap<>();

    SpecialHarness(Supplier<Processor> processor, List<String> options) {
        compiler = new InMemoryCompiler(Optional.of(processor), options);
    }

    /** A program at several points, and what is made of it. */
    record Case(List<Program> points, Set<Nesting> nestings) {
        Program program() {
            return points.get(0);
        }

        Case at(Program point) {
            return new Case(List.of(point), nestings);
        }

        Map<String, String> sources() {
            Map<String, String> sources = new LinkedHashMap<>(JavaRenderer.sources(program(), true));
            String nested =
                    nestings.stream().map(n -> "\n" + n.source(program())).collect(Collectors.joining());
            sources.computeIfPresent(
                    program().name(), (name, text) -> text.substring(0, text.lastIndexOf('}')) + nested + "}\n");
            return sources;
        }
    }

    /** A failure, where it is, and in which method. */
    record Found(Case where, String method, Failure failure) {}

    /** Counts, and failures: at most one for each method of each program. */
    static final class Report {
        int programs;
        int points;
        int singular;
        int refused;
        final Map<String, Integer> reasons = new TreeMap<>();
        final List<Found> failures = new ArrayList<>();

        @Override
        public String toString() {
            return programs + " programs at " + points + " points, " + singular + " of them singular, " + refused
                    + " programs refused: " + failures.size() + " failures";
        }
    }

    Report report() {
        return report;
    }

    /** Failing points of all programs, by the program's name and the method. */
    Map<String, Integer> failingPoints() {
        return failingPoints;
    }

    private void count(Case c, String method) {
        failingPoints.merge(c.program().name() + " " + method, 1, Integer::sum);
    }

    void check(List<Case> cases) {
        Map<String, String> sources = new LinkedHashMap<>();
        cases.forEach(c -> sources.putAll(c.sources()));
        InMemoryCompiler.Result result = compiler.compile(sources);
        if (!result.succeeded()) {
            if (cases.size() > 1) {
                cases.forEach(c -> check(List.of(c)));
            } else {
                unsuccessful(cases.get(0), result);
            }
            return;
        }
        ClassLoader loader = result.load();
        cases.forEach(c -> examine(c, loader));
    }

    private void unsuccessful(Case c, InMemoryCompiler.Result result) {
        report.programs++;
        String errors = result.messages().stream()
                .filter(InMemoryCompiler.Message::error)
                .map(InMemoryCompiler.Message::text)
                .collect(Collectors.joining("\n"));
        if (result.crash().isPresent()) {
            failed(c, "", Kind.CRASH, result.crash().get().toString());
        } else if (errors.contains("[leibniz:") && !errors.contains("[leibniz:internal")) {
            report.refused++;
            report.reasons.merge(errors.lines().findFirst().orElse(""), 1, Integer::sum);
        } else {
            failed(c, "", errors.contains("internal") ? Kind.INTERNAL : Kind.COMPILE_ERROR, errors);
        }
    }

    private void failed(Case c, String method, Kind kind, String detail) {
        report.failures.add(new Found(c, method, new Failure(kind, detail)));
    }

    private void examine(Case c, ClassLoader loader) {
        report.programs++;
        Map<String, Found> found = new LinkedHashMap<>();
        for (Program point : c.points()) {
            try {
                examine(c.at(point), point, loader, found);
            } catch (CompiledProgram.Absent e) {
                found.putIfAbsent("", new Found(c, "", new Failure(Kind.MISSING, String.valueOf(e.getMessage()))));
            }
        }
        report.failures.addAll(found.values());
    }

    private void examine(Case c, Program point, ClassLoader loader, Map<String, Found> found) {
        Program.Function entry = point.entry();
        List<Jet> jets = DualInterpreter.jetsOf(point);
        int n = DualArguments.count(point);
        report.points++;
        jets.stream().filter(j -> j.trusted() < Series.ORDER).findFirst().ifPresent(jet -> {
            report.singular++;
            report.reasons.merge("singular: " + jet.why() + ", order " + jet.trusted(), 1, Integer::sum);
        });
        double tolerance = point.mentionsFloat() ? 1e-3 : 1e-9;
        Choices choose = new Choices(point.name().hashCode());
        Companion companion = new Companion(loader, point.name(), entry.name(), entry.parameters(), entry.result());
        List<Expected> expected =
                jets.stream().map(jet -> Nesting.ofEntry(jet, n)).toList();
        boolean isModerate = isModerate(point);
        FormChecks.check(companion, point.arguments(), expected, tolerance, choose, isModerate ? point.order() : 1)
                .ifPresent(f -> {
                    count(c, entry.name());
                    found.putIfAbsent(entry.name(), new Found(c, entry.name(), f));
                });
        for (Nesting nesting : isModerate ? c.nestings() : Set.<Nesting>of()) {
            Nesting.Numbers numbers = Nesting.Numbers.random(n, choose);
            Companion nested =
                    new Companion(loader, point.name(), nesting.methodName(), nesting.parameters(point), Type.DOUBLE);
            List<Object> arguments = nesting.arguments(point, companion, numbers);
            List<Expected> outer = List.of(nesting.expected(jets.get(0), n, numbers));
            FormChecks.check(nested, arguments, outer, 10 * tolerance, choose, nesting.order())
                    .map(f -> new Failure(f.kind(), f.detail() + "\nwith " + JavaValues.bits(arguments)))
                    .ifPresent(f -> {
                        count(c, nesting.methodName());
                        found.putIfAbsent(nesting.methodName(), new Found(c, nesting.methodName(), f));
                    });
        }
    }

    private static boolean isModerate(Program point) {
        List<Program.Parameter> parameters = point.entry().parameters();
        for (int i = 0; i < parameters.size(); i++) {
            List<Object> numbers = JavaValues.scalars(
                    point.arguments().get(i), parameters.get(i).type(), false);
            boolean isExtreme = numbers.stream()
                    .filter(Number.class::isInstance)
                    .mapToDouble(number -> Math.abs(((Number) number).doubleValue()))
                    .filter(number -> number != 0 && Double.isFinite(number))
                    .anyMatch(number -> number > MOST || number < 1 / MOST);
            if (isExtreme) {
                return false;
            }
        }
        return true;
    }
}
