package dev.leibniz.processor.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leibniz.processor.DifferentiableProcessor;
import dev.leibniz.processor.frontend.Compiled;
import dev.leibniz.processor.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each section of docs/problems.md has an example which is refused as it says, in the line that says so. */
class ProblemsPageTest {
    private static final Pattern EXAMPLE = Pattern.compile("(?s)```java\n(.*?)```");
    private static final Pattern MARK = Pattern.compile("// (refused|warning)");
    private static final String HEAD =
            "import dev.leibniz.annotations.*; import java.util.*; import java.util.function.*; import java.util.stream.*; "
                    + "final class Example {\n";

    /** What a source alone does not lead to: other files, tools or options do, or thousands of lines. */
    private static final List<String> WITHOUT = List.of(
            ProblemCode.NOT_JAVA.id(),
            ProblemCode.CHANGED_SOURCE.id(),
            ProblemCode.COMPACT_SOURCE.id(),
            ProblemCode.NAME_CLASH.id(),
            ProblemCode.STALE_SOURCE.id(),
            ProblemCode.STALE_CLASS.id(),
            ProblemCode.EXISTING_CLASS.id(),
            ProblemCode.MISSING_RUNTIME.id(),
            ProblemCode.COMPILED_DERIVATIVE.id(),
            ProblemCode.MISSING_COMPANION.id(),
            ProblemCode.TOO_MANY_PARAMETERS.id(),
            ProblemCode.TOO_MANY_METHODS.id(),
            ProblemCode.NEWER_JAVA.id(),
            ProblemCode.INTERNAL.id(),
            ProblemCode.UNKNOWN_PASS.id(),
            ProblemCode.UNUSABLE_COMPILER.id());

    @TestFactory
    Stream<DynamicTest> eachExampleIsRefused() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "problems.md"));
        return Arrays.stream(page.split("(?m)^## "))
                .skip(1)
                .map(section -> section.split("(?m)^# ")[0])
                .filter(section -> !WITHOUT.contains(codeOf(section)))
                .map(section -> DynamicTest.dynamicTest(codeOf(section), () -> check(section)));
    }

    private static String codeOf(String section) {
        return section.lines().findFirst().orElseThrow();
    }

    private static void check(String section) throws IOException {
        String example = EXAMPLE.matcher(section)
                .results()
                .map(found -> found.group(1))
                .filter(text -> MARK.matcher(text).find())
                .findFirst()
                .orElse("");
        assertTrue(!example.isEmpty(), "no example with `// refused` or `// warning`");
        Compiled compiled = Compiled.of(Map.of("Example.java", HEAD + example + "}\n"), new DifferentiableProcessor());
        List<String> said = compiled.problems().stream()
                .map(one -> one.getLineNumber() - 1 + ": "
                        + one.getMessage(null).lines().findFirst().orElse(""))
                .filter(message -> message.contains("[leibniz:"))
                .toList();
        List<String> lines = example.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            Matcher mark = MARK.matcher(lines.get(i));
            String start = i + 1 + ": [leibniz:" + codeOf(section) + "]";
            boolean isSaid = said.stream().anyMatch(message -> message.startsWith(start));
            assertEquals(mark.find(), isSaid, start + " in " + said);
        }
    }
}
