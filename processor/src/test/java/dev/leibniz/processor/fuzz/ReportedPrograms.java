package dev.leibniz.processor.fuzz;

import dev.leibniz.processor.fuzz.Series.Term;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Array;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Programs in the spirit of reports to other tools, each with a point and with what its derivatives are there. The numbers were
 * made with a computer algebra system, or follow from the contract where calculus leaves a choice.
 */
final class ReportedPrograms {

    private ReportedPrograms() {}

    /** A program at a point, what it is about, and its derivatives: up to the first order where there is no Hessian. */
    record Reported(String about, Program program, List<Term> gradient, List<List<Term>> hessian) {

        /** Without the value, which is the method's own. */
        Expected expected(double value) {
            return new Expected(Term.of(value), hessian.isEmpty() ? 1 : 2, "", gradient, hessian);
        }
    }

    static List<Reported> all() {
        List<Reported> found = new ArrayList<>();
        for (String text : text().split("\n---\n")) {
            found.add(read("R" + found.size(), text));
        }
        return found;
    }

    private static String text() {
        try (InputStream in = ReportedPrograms.class.getResourceAsStream("/special/reported.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Reported read(String name, String text) {
        Program program = ProgramReader.read(name, text, new Choices(1));
        List<String> words = words(line(text, "at ").orElseThrow());
        List<Object> arguments = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            Type type = program.entry().parameters().get(i).type();
            arguments.add(value(words.get(i), type));
        }
        List<Term> gradient = numbers(line(text, "gradient ").orElseThrow());
        int n = gradient.size();
        List<List<Term>> hessian = new ArrayList<>();
        line(text, "hessian ").ifPresent(line -> {
            List<Term> all = numbers(line);
            for (int row = 0; row < n; row++) {
                hessian.add(all.subList(row * n, (row + 1) * n));
            }
        });
        String about = text.lines().findFirst().orElseThrow().substring(3);
        return new Reported(about, SpecialPoints.with(program, arguments), gradient, hessian);
    }

    private static Optional<String> line(String text, String start) {
        return text.lines()
                .filter(line -> line.startsWith("// " + start))
                .map(line -> line.substring(3 + start.length()))
                .findFirst();
    }

    private static List<Term> numbers(String line) {
        return Arrays.stream(line.split(", "))
                .map(word -> Term.of(Double.parseDouble(word)).atScale(1))
                .toList();
    }

    /** What is between commas that are in no braces. */
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ',';
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (c == ',' && depth == 0) {
                words.add(text.substring(start, i).strip());
                start = i + 1;
            }
        }
        return words;
    }

    private static Object value(String word, Type type) {
        if (type instanceof Type.ArrayOf array) {
            List<Object> elements = words(word.substring(1, word.length() - 1)).stream()
                    .map(element -> value(element, array.element()))
                    .toList();
            Object made = Array.newInstance(component(elements.get(0)), elements.size());
            for (int i = 0; i < elements.size(); i++) {
                Array.set(made, i, elements.get(i));
            }
            return made;
        } else if (type == Type.BOOLEAN) {
            return Boolean.parseBoolean(word);
        }
        double number = Double.parseDouble(word);
        return type == Type.INT
                ? (Object) (int) number
                : type == Type.FLOAT ? (Object) (float) number : (Object) number;
    }

    private static Class<?> component(Object element) {
        Map<Class<?>, Class<?>> primitives = Map.of(Double.class, double.class, Boolean.class, boolean.class);
        return primitives.getOrDefault(element.getClass(), element.getClass());
    }

    /** Compiles all of them and checks every form; what fails, by what it is about. */
    static Map<String, String> failures(List<String> options) {
        List<Reported> all = all();
        Map<String, String> sources = new TreeMap<>();
        all.forEach(r -> sources.putAll(JavaRenderer.sources(r.program(), true)));
        InMemoryCompiler compiler = new InMemoryCompiler(Optional.of(FuzzMain.processor()), options);
        InMemoryCompiler.Result result = compiler.compile(sources);
        if (!result.succeeded()) {
            throw new IllegalStateException(result.crash() + " " + result.messages());
        }
        ClassLoader loader = result.load();
        Map<String, String> failures = new TreeMap<>();
        for (Reported r : all) {
            Program.Function f = r.program().entry();
            Companion companion = new Companion(loader, r.program().name(), "f", f.parameters(), f.result());
            double value = companion.numbers(companion.value(r.program().arguments()))[0];
            double tolerance = r.program().mentionsFloat() ? 1e-5 : 1e-9;
            List<Expected> expected = List.of(r.expected(value));
            FormChecks.check(
                            companion,
                            r.program().arguments(),
                            expected,
                            tolerance,
                            new Choices(1),
                            r.expected(value).trusted())
                    .ifPresent(failure -> failures.put(r.about(), failure.kind() + ": " + failure.detail()));
        }
        return failures;
    }

    /** Where the oracle has other numbers than these. */
    static Map<String, String> disagreements() {
        Map<String, String> found = new TreeMap<>();
        for (Reported r : all()) {
            Scalar.Jet jet = DualInterpreter.jetsOf(r.program()).get(0);
            int n = r.gradient().size();
            int order = r.hessian().isEmpty() ? 1 : 2;
            if (jet.trusted() < order) {
                found.put(r.about(), "trusted to order " + jet.trusted() + " only: " + jet.why());
            }
            for (int i = 0; i < n; i++) {
                compare(
                        found,
                        r.about() + ", gradient " + i,
                        jet.series().derivative(i),
                        r.gradient().get(i));
                for (int j = 0; j < r.hessian().size(); j++) {
                    Term known = r.hessian().get(i).get(j);
                    compare(
                            found,
                            r.about() + ", Hessian " + i + ", " + j,
                            jet.series().derivative(i, j),
                            known);
                }
            }
        }
        return found;
    }

    private static void compare(Map<String, String> found, String what, Term oracle, Term known) {
        double a = oracle.value().toDouble();
        double b = known.value().toDouble();
        if (!(Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b)))) {
            found.put(what, "the oracle has " + a + ", known is " + b);
        }
    }
}
