package dev.leibniz.processor.docs;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leibniz.processor.DifferentiableProcessor;
import dev.leibniz.processor.Passes;
import dev.leibniz.processor.frontend.Compiled;
import java.util.List;
import java.util.Map;

/** What one class looks like on its way through the processor, as the options print it. */
final class Stages {
    private Stages() {}

    /** A function after a pass. */
    static String after(Passes pass, String head, String className, String source) {
        String function = "fn " + head;
        String name = head.substring(0, head.indexOf('('));
        Compiled compiled = compile(className, source, List.of("-Aleibniz.print=" + pass.label() + "," + name));
        return compiled.messages().stream()
                .map(message -> message.getMessage(null))
                .map(note -> note.substring(note.indexOf('\n') + 1).stripIndent() + "\n")
                .filter(printed -> printed.startsWith(function))
                .findFirst()
                .orElseThrow(() -> new AssertionError(compiled.messages().toString()));
    }

    /** The generated class. */
    static String emitted(String className, String source) {
        return compile(className, source, List.of()).generated().get(className + "Grad.java");
    }

    private static Compiled compile(String className, String source, List<String> options) {
        Compiled compiled = Compiled.of(Map.of(className + ".java", source), options, new DifferentiableProcessor());
        assertTrue(compiled.success(), () -> compiled.messages().toString());
        return compiled;
    }
}
