package dev.leibniz.processor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Which room of the processor may know which other; the root package may know them all, and none may know the root. */
class ArchitectureTest {

    private static final String ROOT = "dev.leibniz.processor";

    private static final Map<String, List<String>> MAY_KNOW = Map.ofEntries(
            Map.entry("problem", List.of()),
            Map.entry("contract", List.of()),
            Map.entry("ir", List.of("contract")),
            Map.entry("pass", List.of()),
            Map.entry("rules", List.of("ir")),
            Map.entry("analysis", List.of("ir", "rules")),
            Map.entry("transform", List.of("contract", "ir", "pass", "rules", "analysis", "shape")),
            Map.entry("shape", List.of("ir")),
            Map.entry("simplify", List.of("ir", "rules")),
            Map.entry("emit", List.of("contract", "ir")),
            Map.entry("frontend", List.of("problem", "contract", "ir", "rules")));

    private static final int LONGEST_FILE = 500;

    private static final JavaClasses PROCESSOR = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @TestFactory
    Stream<DynamicTest> eachPackageKnowsOnlyWhatItMay() {
        return MAY_KNOW.entrySet().stream().sorted(Map.Entry.comparingByKey()).map(entry -> {
            String room = entry.getKey();
            List<String> allowed = new ArrayList<>(List.of("java..", "javax..", "org.jspecify..", within(room)));
            entry.getValue().forEach(other -> allowed.add(within(other)));
            if (room.equals("frontend")) {
                allowed.add("com.sun.source..");
            }
            if (room.equals("emit")) {
                allowed.add("com.palantir.javapoet..");
            }
            return dynamicTest(
                    room + " knows " + entry.getValue(),
                    () -> classes()
                            .that()
                            .resideInAPackage(within(room))
                            .should()
                            .onlyDependOnClassesThat()
                            .resideInAnyPackage(allowed.toArray(String[]::new))
                            .allowEmptyShould(true)
                            .check(PROCESSOR));
        });
    }

    @Test
    void everyPackageIsInTheTable() {
        classes()
                .should()
                .resideInAnyPackage(Stream.concat(
                                Stream.of(ROOT), MAY_KNOW.keySet().stream().map(ArchitectureTest::within))
                        .toArray(String[]::new))
                .allowEmptyShould(true)
                .check(PROCESSOR);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching(ROOT + ".(**)")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(PROCESSOR);
    }

    @Test
    void onlyTheFrontEndReadsJavacTrees() {
        noClasses()
                .that()
                .resideOutsideOfPackage(within("frontend"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.sun.source..")
                .allowEmptyShould(true)
                .check(PROCESSOR);
    }

    @Test
    void onlyTheEmitterKnowsJavaPoet() {
        noClasses()
                .that()
                .resideOutsideOfPackage(within("emit"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.palantir.javapoet..")
                .allowEmptyShould(true)
                .check(PROCESSOR);
    }

    @Test
    void nobodyUsesTheInsideOfJavac() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.sun.tools..")
                .allowEmptyShould(true)
                .check(PROCESSOR);
    }

    @Test
    void noFileIsTooLongToRead() throws IOException {
        Path sources = Path.of("src", "main", "java");
        assertTrue(Files.isDirectory(sources), () -> "run from the module's folder; there is no " + sources);
        Map<Path, Long> tooLong = new TreeMap<>();
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file : (Iterable<Path>) files.filter(f -> f.toString().endsWith(".java"))::iterator) {
                long lines = Files.readAllLines(file).size();
                if (lines > LONGEST_FILE) {
                    tooLong.put(file, lines);
                }
            }
        }
        assertEquals(Map.of(), tooLong, "lines of files that are longer than " + LONGEST_FILE);
    }

    private static String within(String room) {
        return ROOT + "." + room + "..";
    }
}
