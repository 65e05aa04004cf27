package dev.leibniz.processor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Which package of the runtime may know which other. What users call is in the root package, which knows what it is made of; what
 * only generated code calls is below it or beside it.
 */
class RuntimeArchitectureTest {
    private static final String ROOT = "dev.leibniz.runtime";

    private static final Map<String, List<String>> MAY_KNOW = new TreeMap<>(Map.of(
            "arrays", List.of(),
            "check", List.of(),
            "colouring", List.of(),
            "complex", List.of(),
            "replay", List.of(),
            "solve", List.of(),
            "special", List.of(),
            "trace", List.of(),
            "recording", List.of("", "trace"),
            "sparse", List.of("", "colouring")));

    /** What the root package is made of; it may know the annotations, too. */
    private static final List<String> ROOT_MAY_KNOW = List.of("arrays", "check", "colouring", "solve", "trace");

    /** Those that no generated code calls. */
    private static final Set<String> NOT_EXPORTED = Set.of("check", "colouring", "trace");

    private static final JavaClasses RUNTIME = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @TestFactory
    Stream<DynamicTest> eachPackageKnowsOnlyWhatItMay() {
        return Stream.concat(
                Stream.of(dynamicTest("root", () -> check("", ROOT_MAY_KNOW))),
                MAY_KNOW.entrySet().stream()
                        .map(entry -> dynamicTest(entry.getKey(), () -> check(entry.getKey(), entry.getValue()))));
    }

    private static void check(String room, List<String> others) {
        List<String> allowed = new ArrayList<>(List.of("java..", "dev.leibniz.annotations", nameOf(room)));
        others.forEach(other -> allowed.add(nameOf(other)));
        classes()
                .that()
                .resideInAPackage(nameOf(room))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed.toArray(String[]::new))
                .check(RUNTIME);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.leibniz.(**)").should().beFreeOfCycles().check(RUNTIME);
    }

    @Test
    void everyPackageIsInTheTable() {
        Set<String> expected = new TreeSet<>(Set.of(ROOT));
        MAY_KNOW.keySet().forEach(room -> expected.add(nameOf(room)));
        assertEquals(expected, RUNTIME.stream().map(JavaClass::getPackageName).collect(toCollection(TreeSet::new)));
    }

    /** A module with generated code can see what this calls, and nothing else. */
    @Test
    void whatGeneratedCodeCallsIsExported() throws IOException {
        String module = Files.readString(Path.of("..", "runtime", "src", "main", "java", "module-info.java"));
        Set<String> expected = new TreeSet<>(Set.of(ROOT));
        MAY_KNOW.keySet().stream()
                .filter(room -> !NOT_EXPORTED.contains(room))
                .forEach(room -> expected.add(nameOf(room)));
        assertEquals(
                expected,
                Pattern.compile("exports ([\\w.]+);")
                        .matcher(module)
                        .results()
                        .map(found -> found.group(1))
                        .collect(toCollection(TreeSet::new)));
    }

    /** The processor knows the runtime by name only. */
    @Test
    void whatTheProcessorNamesIsThere() throws IOException {
        Set<String> missing = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Pattern.compile("\"(dev\\.leibniz\\.runtime\\.(?:[a-z]+\\.)*[A-Z]\\w*)")
                        .matcher(Files.readString(file))
                        .results()
                        .map(found -> found.group(1))
                        .filter(name -> RUNTIME.stream()
                                .noneMatch(type -> type.getName().startsWith(name)
                                        && !NOT_EXPORTED.contains(
                                                type.getPackageName().replace(ROOT + ".", ""))))
                        .forEach(missing::add);
            }
        }
        assertEquals(Set.of(), missing);
    }

    private static String nameOf(String room) {
        return room.isEmpty() ? ROOT : ROOT + "." + room;
    }
}
