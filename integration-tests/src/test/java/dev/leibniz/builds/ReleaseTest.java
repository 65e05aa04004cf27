package dev.leibniz.builds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a release consists of; and that it is the same, byte by byte, wherever and whenever it is built. */
class ReleaseTest {
    private static final Path REPOSITORY = Settings.directory().resolve("release/deployed");

    /** The folders of what is deployed beside the BOM; an artifact is called after the last part. */
    private static final List<String> MODULES =
            List.of("annotations", "runtime", "processor", "page", "explain", "integrations/hipparchus");

    private static Map<String, Path> jars;

    @BeforeAll
    static void deploy() throws IOException {
        Project.in(REPOSITORY);
        Path here = SourceTree.copyTo(Settings.directory().resolve("release/one"));
        jars = build(
                here,
                Map.of("MAVEN_OPTS", "-Duser.language=en -Duser.country=US -Duser.timezone=UTC", "TZ", "UTC"),
                "-pl",
                "!integration-tests",
                "-DaltDeploymentRepository=test::" + REPOSITORY.toUri(),
                "deploy");
    }

    @Test
    void isTheSameFromAnotherFolderInAnotherLocaleAndTimeZone() throws IOException {
        Path there = SourceTree.copyTo(Settings.directory().resolve("release/another place/two"));
        String turkish = "-Duser.language=tr -Duser.country=TR -Duser.timezone=Asia/Kolkata";
        Map<String, Path> again = build(
                there,
                Map.of("MAVEN_OPTS", turkish, "TZ", "Asia/Kolkata", "LC_ALL", "C"),
                "-pl",
                "bom," + String.join(",", MODULES),
                "package");
        assertEquals(jars.keySet(), again.keySet());
        for (String name : jars.keySet()) {
            assertEquals(
                    -1,
                    Files.mismatch(jars.get(name), again.get(name)),
                    () -> name + " differs in " + differences(jars.get(name), again.get(name)));
        }
    }

    @Test
    void consistsOfWhatUsersNeed() {
        Set<String> deployed = Project.files(REPOSITORY, "").keySet().stream()
                .filter(name -> name.endsWith(".jar") || name.endsWith(".pom"))
                .map(name -> name.replaceFirst("^dev/leibniz/([a-z-]+)/.*?(-sources|-javadoc)?(\\.[a-z]+)$", "$1$2$3"))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> expected = new TreeSet<>(Set.of("leibniz-bom.pom"));
        for (String module : MODULES) {
            for (String kind : List.of(".pom", ".jar", "-sources.jar", "-javadoc.jar")) {
                expected.add("leibniz-" + module.replaceFirst(".*/", "") + kind);
            }
        }
        assertEquals(expected, deployed);
    }

    @Test
    void eachJarHasTheLicenseAndABillOfMaterials() {
        assertEquals(3 * MODULES.size(), jars.size(), jars::toString);
        jars.forEach((name, file) -> {
            Set<String> entries = entries(file).keySet();
            assertTrue(entries.contains("META-INF/LICENSE"), name);
            String bill = "META-INF/sbom/" + name.replaceFirst("^.*/(leibniz-[a-z]+)-.*$", "$1") + ".cdx.json";
            assertTrue(entries.contains(bill), () -> name + " has no " + bill);
        });
    }

    @Test
    void theJarsSayWhatTheyAre() throws IOException {
        for (Map.Entry<String, Path> jar : jars.entrySet()) {
            if (jar.getKey().matches(".*(sources|javadoc)\\.jar")) {
                continue;
            }
            try (JarFile file = new JarFile(jar.getValue().toFile())) {
                Attributes manifest = file.getManifest().getMainAttributes();
                assertEquals(Settings.version(), manifest.getValue("Implementation-Version"), jar.getKey());
                boolean isProcessor = jar.getKey().startsWith("processor");
                boolean isModule = jar.getKey().matches("(annotations|runtime)/.*");
                String name = jar.getKey().replaceFirst("^.*/leibniz-([a-z]+)-.*$", "dev.leibniz.$1");
                assertEquals(isModule ? null : name, manifest.getValue("Automatic-Module-Name"));
                assertEquals(isModule, file.getJarEntry("module-info.class") != null);
                assertEquals(
                        isProcessor,
                        file.getJarEntry("META-INF/services/javax.annotation.processing.Processor") != null);
            }
        }
    }

    @Test
    void thePomsStandAlone() throws IOException {
        for (Path file : Project.files(REPOSITORY, ".pom").values()) {
            String pom = Files.readString(file);
            for (String element : List.of("name", "description", "url", "license", "developer", "scm")) {
                assertTrue(
                        pom.contains("<" + element + ">") || pom.contains("<" + element + " "),
                        () -> file + ": " + element);
            }
            assertFalse(pom.contains("<parent>"), file::toString);
            assertFalse(pom.contains("<build>"), file::toString);
            if (file.toString().contains("processor-")) {
                assertFalse(pom.contains("<dependency>"), file::toString);
            }
        }
    }

    private static Map<String, Path> build(Path directory, Map<String, String> environment, String... arguments) {
        List<String> all = new ArrayList<>(List.of("-Prelease", "-DskipTests", "-Dspotless.check.skip"));
        all.addAll(Arrays.asList(arguments));
        Outcome outcome = Maven.run(directory, Jdk.all().get(0), all, environment);
        assertTrue(outcome.success(), outcome::tail);
        Map<String, Path> jars = new TreeMap<>(Project.files(directory, ".jar"));
        String ours = "(" + String.join("|", MODULES) + ")/target/leibniz-[^/]+";
        jars.keySet().removeIf(name -> !name.matches(ours));
        return jars;
    }

    private static List<String> differences(Path first, Path second) {
        Map<String, Long> there = entries(second);
        return entries(first).entrySet().stream()
                .filter(entry -> !entry.getValue().equals(there.get(entry.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The checksums of what is in a jar. */
    private static Map<String, Long> entries(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream().collect(Collectors.toMap(JarEntry::getName, JarEntry::getCrc));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
