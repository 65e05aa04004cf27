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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Which package of the processor may know which other; the root package may know them all, and none may know the root. A package
 * stands in the table behind all that it may know, so arrows point one way.
 */
class ArchitectureTest {

    private static final String ROOT = "dev.leibniz.processor";

    private static final Map<String, List<String>> MAY_KNOW = table(
            room("problem"),
            room("contract"),
            room("ir", "contract"),
            room("ir.walk", "ir"),
            room("ir.program", "contract", "ir", "ir.walk"),
            room("pass"),
            room("rules", "ir"),
            room("analysis.memory", "ir", "ir.walk"),
            room("analysis.extremes", "ir", "ir.walk", "rules", "analysis.memory"),
            room("analysis", "ir", "ir.walk", "rules", "analysis.memory", "analysis.extremes"),
            room("shape", "contract", "ir", "ir.walk", "ir.program"),
            room("simplify", "ir", "ir.walk", "rules"),
            room("transform.derivation", "ir", "ir.walk", "pass", "analysis.memory", "analysis", "shape"),
            room("transform.arrays", "ir", "ir.walk", "analysis"),
            room("transform.record", "ir", "ir.walk", "analysis.memory", "analysis", "transform.derivation"),
            room(
                    "transform.calls",
                    "contract",
                    "ir",
                    "ir.walk",
                    "ir.program",
                    "analysis.memory",
                    "analysis",
                    "transform.derivation",
                    "transform.record"),
            room(
                    "transform.reverse",
                    "ir",
                    "ir.walk",
                    "pass",
                    "rules",
                    "analysis.memory",
                    "analysis.extremes",
                    "analysis",
                    "transform.derivation",
                    "transform.arrays",
                    "transform.record",
                    "transform.calls"),
            room(
                    "transform.forward",
                    "contract",
                    "ir",
                    "ir.walk",
                    "pass",
                    "rules",
                    "analysis.memory",
                    "analysis.extremes",
                    "analysis",
                    "shape",
                    "transform.derivation",
                    "transform.calls"),
            room("transform.trace", "ir", "ir.walk", "rules", "analysis", "transform.derivation", "transform.calls"),
            room(
                    "transform.replay",
                    "ir",
                    "ir.walk",
                    "ir.program",
                    "analysis.memory",
                    "analysis",
                    "transform.derivation",
                    "transform.record",
                    "transform.calls"),
            room(
                    "transform.forms",
                    "contract",
                    "ir",
                    "ir.walk",
                    "pass",
                    "analysis.memory",
                    "analysis",
                    "transform.derivation",
                    "transform.calls",
                    "transform.reverse",
                    "transform.forward",
                    "transform.trace"),
            room(
                    "transform",
                    "contract",
                    "ir",
                    "ir.walk",
                    "ir.program",
                    "pass",
                    "analysis.memory",
                    "analysis",
                    "transform.derivation",
                    "transform.record",
                    "transform.calls",
                    "transform.reverse",
                    "transform.forward",
                    "transform.replay",
                    "transform.forms"),
            room("emit.text", "contract", "ir", "ir.program"),
            room("emit.locals", "ir", "ir.walk", "ir.program"),
            room("emit.statements", "contract", "ir", "ir.program", "emit.text", "emit.locals"),
            room("emit", "contract", "ir", "ir.walk", "ir.program", "emit.text", "emit.locals", "emit.statements"),
            room("frontend.syntax", "ir"),
            room("frontend.types", "problem", "ir", "ir.program"),
            room("frontend.library", "rules", "frontend.types"),
            room("frontend.host", "frontend.syntax", "frontend.types"),
            room(
                    "frontend.headers",
                    "problem",
                    "contract",
                    "ir",
                    "ir.program",
                    "rules",
                    "frontend.syntax",
                    "frontend.types",
                    "frontend.library",
                    "frontend.host"),
            room(
                    "frontend.shadow",
                    "problem",
                    "contract",
                    "ir",
                    "ir.program",
                    "frontend.syntax",
                    "frontend.types",
                    "frontend.library",
                    "frontend.host",
                    "frontend.headers"),
            room(
                    "frontend.scan",
                    "contract",
                    "ir",
                    "frontend.syntax",
                    "frontend.types",
                    "frontend.library",
                    "frontend.shadow"),
            room(
                    "frontend.read.values",
                    "problem",
                    "ir",
                    "ir.walk",
                    "ir.program",
                    "frontend.types",
                    "frontend.headers",
                    "frontend.shadow"),
            room(
                    "frontend.check",
                    "problem",
                    "contract",
                    "ir",
                    "ir.walk",
                    "frontend.types",
                    "frontend.headers",
                    "frontend.shadow",
                    "frontend.read.values"),
            room(
                    "frontend.read.program",
                    "problem",
                    "contract",
                    "ir",
                    "ir.program",
                    "frontend.syntax",
                    "frontend.types",
                    "frontend.host",
                    "frontend.headers",
                    "frontend.shadow",
                    "frontend.scan",
                    "frontend.read.values"),
            room(
                    "frontend.read.control",
                    "problem",
                    "ir",
                    "ir.walk",
                    "frontend.syntax",
                    "frontend.shadow",
                    "frontend.scan",
                    "frontend.read.values",
                    "frontend.read.program"),
            room(
                    "frontend.read",
                    "problem",
                    "contract",
                    "ir",
                    "ir.walk",
                    "rules",
                    "frontend.syntax",
                    "frontend.types",
                    "frontend.library",
                    "frontend.headers",
                    "frontend.shadow",
                    "frontend.scan",
                    "frontend.read.values",
                    "frontend.read.program",
                    "frontend.read.control"),
            room(
                    "frontend.read.collections",
                    "problem",
                    "ir",
                    "frontend.syntax",
                    "frontend.types",
                    "frontend.library",
                    "frontend.shadow",
                    "frontend.scan",
                    "frontend.read.values",
                    "frontend.read.program",
                    "frontend.read.control",
                    "frontend.read"),
            room(
                    "frontend.read.expressions",
                    "problem",
                    "ir",
                    "frontend.syntax",
                    "frontend.types",
                    "frontend.library",
                    "frontend.shadow",
                    "frontend.scan",
                    "frontend.read.values",
                    "frontend.read.program",
                    "frontend.read.control",
                    "frontend.read",
                    "frontend.read.collections"),
            room(
                    "frontend.read.calls",
                    "problem",
                    "contract",
                    "ir",
                    "rules",
                    "frontend.syntax",
                    "frontend.types",
                    "frontend.library",
                    "frontend.headers",
                    "frontend.shadow",
                    "frontend.scan",
                    "frontend.read.values",
                    "frontend.read.program",
                    "frontend.read.control",
                    "frontend.read",
                    "frontend.read.collections"),
            room(
                    "frontend.read.statements",
                    "problem",
                    "ir",
                    "frontend.syntax",
                    "frontend.types",
                    "frontend.library",
                    "frontend.shadow",
                    "frontend.scan",
                    "frontend.read.values",
                    "frontend.read.program",
                    "frontend.read.control",
                    "frontend.read",
                    "frontend.read.collections",
                    "frontend.read.expressions"),
            room(
                    "frontend",
                    "problem",
                    "contract",
                    "ir",
                    "ir.walk",
                    "ir.program",
                    "frontend.types",
                    "frontend.host",
                    "frontend.headers",
                    "frontend.shadow",
                    "frontend.scan",
                    "frontend.read.values",
                    "frontend.check",
                    "frontend.read.program",
                    "frontend.read",
                    "frontend.read.expressions",
                    "frontend.read.calls",
                    "frontend.read.statements"));

    /** Those of the front end that ask for declarations and types only, and never look at a tree. */
    private static final Set<String> WITHOUT_TREES = Set.of("frontend.types", "frontend.library");

    private static final int LONGEST_FILE = 400;
    private static final int LARGEST_PACKAGE = 20;

    private static final JavaClasses PROCESSOR = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @TestFactory
    Stream<DynamicTest> eachPackageKnowsOnlyWhatItMay() {
        return MAY_KNOW.entrySet().stream().map(entry -> {
            String room = entry.getKey();
            List<String> allowed = new ArrayList<>(List.of("java..", "javax..", "org.jspecify..", exactly(room)));
            entry.getValue().forEach(other -> allowed.add(exactly(other)));
            if (room.startsWith("frontend") && !WITHOUT_TREES.contains(room)) {
                allowed.add("com.sun.source..");
            }
            if (room.startsWith("emit") && !room.equals("emit.locals")) {
                allowed.add("com.palantir.javapoet..");
            }
            return dynamicTest(
                    room + " knows " + entry.getValue(),
                    () -> classes()
                            .that()
                            .resideInAPackage(exactly(room))
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
                                Stream.of(ROOT), MAY_KNOW.keySet().stream().map(ArchitectureTest::exactly))
                        .toArray(String[]::new))
                .allowEmptyShould(true)
                .check(PROCESSOR);
    }

    @Test
    void arrowsPointToWhatStandsBefore() {
        List<String> before = new ArrayList<>();
        MAY_KNOW.forEach((room, others) -> {
            assertTrue(before.containsAll(others), () -> room + " knows what stands behind it in the table: " + others);
            before.add(room);
        });
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
        Map<Path, Integer> tooLong = new TreeMap<>();
        for (Path file : sources()) {
            int lines = Files.readAllLines(file).size();
            if (lines > LONGEST_FILE) {
                tooLong.put(file, lines);
            }
        }
        assertEquals(Map.of(), tooLong, "lines of files that are longer than " + LONGEST_FILE);
    }

    @Test
    void noPackageIsTooLargeToKnow() throws IOException {
        Map<Path, Integer> sizes = new TreeMap<>();
        sources().forEach(file -> sizes.merge(file.getParent(), 1, Integer::sum));
        sizes.values().removeIf(files -> files <= LARGEST_PACKAGE);
        assertEquals(Map.of(), sizes, "files of packages that have more than " + LARGEST_PACKAGE);
    }

    /** Those of all modules, which are beside this one or in a folder there. */
    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        try (Stream<Path> folders = Files.find(Path.of(".."), 2, (folder, is) -> is.isDirectory())) {
            for (Path module : folders.map(folder -> folder.resolve(Path.of("src", "main", "java")))
                    .filter(Files::isDirectory)
                    .toList()) {
                try (Stream<Path> files = Files.walk(module)) {
                    files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
                }
            }
        }
        for (String module : List.of("annotations", "runtime", "processor", "spark")) {
            assertTrue(
                    sources.stream().anyMatch(file -> file.toString().contains(module)),
                    () -> "run from the module's folder; there are no sources of " + module);
        }
        return sources;
    }

    private static Map.Entry<String, List<String>> room(String name, String... mayKnow) {
        return Map.entry(name, List.of(mayKnow));
    }

    @SafeVarargs
    private static Map<String, List<String>> table(Map.Entry<String, List<String>>... rooms) {
        Map<String, List<String>> table = new LinkedHashMap<>();
        for (Map.Entry<String, List<String>> room : rooms) {
            table.put(room.getKey(), room.getValue());
        }
        return table;
    }

    private static String exactly(String room) {
        return ROOT + "." + room;
    }

    private static String within(String room) {
        return ROOT + "." + room + "..";
    }
}
