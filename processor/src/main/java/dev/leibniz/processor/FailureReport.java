package dev.leibniz.processor;

import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Signature;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.program.Program;
import dev.leibniz.processor.ir.walk.IrPrinter;
import dev.leibniz.processor.ir.walk.Walk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.annotation.processing.ProcessingEnvironment;
import javax.tools.Diagnostic;

/**
 * The report that {@code -Aleibniz.report=FILE} writes on failures of the processor, for a bug report that anybody may read: versions, its
 * options, the method, and what was read of it. No paths, no class path, no other code, no options of others.
 */
final class FailureReport {
    /** The option with the name of the file. */
    static final String OPTION = "leibniz.report";

    private static final String OUR_OPTIONS = "leibniz.";

    private final ProcessingEnvironment environment;
    private final Map<String, String> failures = new LinkedHashMap<>();

    FailureReport(ProcessingEnvironment environment) {
        this.environment = environment;
    }

    /** A method that failed; once each. {@code program} is there if it failed after it was read. */
    void add(String method, String source, String what, Optional<Program> program) {
        String file = environment.getOptions().get(OPTION);
        if (file == null || file.isBlank() || failures.containsKey(source)) {
            return;
        }
        failures.put(
                source,
                "\n## `" + method + "`: " + what + "\n\n```java\n" + source.strip() + "\n```\n\n"
                        + program.map(read -> "What was read:\n\n```text\n" + functions(method, read) + "```\n")
                                .orElse("It failed while it was read.\n"));
        try {
            Files.writeString(Path.of(file.strip()), head() + String.join("", failures.values()));
        } catch (IOException | InvalidPathException e) {
            environment
                    .getMessager()
                    .printMessage(Diagnostic.Kind.WARNING, "the file of -A" + OPTION + " cannot be written: " + e);
        }
    }

    private String head() {
        String own = DifferentiableProcessor.class.getPackage().getImplementationVersion();
        return "# Failure of Leibniz\n\n"
                + "- Leibniz " + (own == null ? "(unpackaged)" : own)
                + "\n- Java " + System.getProperty("java.version") + ", " + System.getProperty("java.vendor")
                + "\n- source level " + environment.getSourceVersion()
                + "\n- options: " + options() + "\n";
    }

    private String options() {
        Map<String, String> ours = new TreeMap<>(environment.getOptions());
        ours.keySet().removeIf(name -> !name.startsWith(OUR_OPTIONS) || name.equals(OPTION));
        return ours.isEmpty()
                ? "none"
                : ours.entrySet().stream()
                        .map(option -> option.getKey() + "=" + option.getValue())
                        .collect(Collectors.joining(" "));
    }

    /** The method's function and those that it calls. */
    private static String functions(String method, Program program) {
        Map<String, Function> needed = new LinkedHashMap<>();
        Deque<String> open = new ArrayDeque<>();
        program.methods().stream()
                .filter(signature -> signature.method().equals(method))
                .map(Signature::function)
                .forEach(open::add);
        while (!open.isEmpty()) {
            Function function = program.functions().get(open.remove());
            if (function != null && needed.putIfAbsent(function.name(), function) == null) {
                for (Stmt stmt : Walk.statements(function.body())) {
                    if (stmt instanceof Stmt.Call call) {
                        open.add(
                                call.callee() instanceof Callee.DerivativeOf derivative
                                        ? derivative.signature().function()
                                        : call.callee().name());
                    }
                }
            }
        }
        return needed.values().stream().map(IrPrinter::print).collect(Collectors.joining("\n"));
    }
}
