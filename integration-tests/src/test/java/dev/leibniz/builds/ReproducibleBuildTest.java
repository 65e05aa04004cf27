package dev.leibniz.builds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** A release is the same, byte by byte, wherever and whenever it is built. */
class ReproducibleBuildTest {
    private static final String RELEASED = "bom,annotations,runtime,processor";
    private static final int JARS = 9;

    @Test
    void twoBuildsInOtherPlacesGiveTheSameJars() throws IOException {
        Path here = SourceTree.copyTo(Settings.directory().resolve("reproducible/one"));
        Path there = SourceTree.copyTo(Settings.directory().resolve("reproducible/another place/two"));
        Map<String, Path> first = build(here, "-Duser.language=en -Duser.country=US -Duser.timezone=UTC", "UTC");
        Map<String, Path> second =
                build(there, "-Duser.language=tr -Duser.country=TR -Duser.timezone=Asia/Kolkata", "Asia/Kolkata");
        assertEquals(JARS, first.size(), first::toString);
        assertEquals(first.keySet(), second.keySet());
        for (String name : first.keySet()) {
            assertEquals(
                    -1,
                    Files.mismatch(first.get(name), second.get(name)),
                    () -> name + " differs in " + differences(first.get(name), second.get(name)));
        }
    }

    private static Map<String, Path> build(Path directory, String jvmOptions, String zone) {
        Outcome outcome = Maven.run(
                directory,
                Jdk.all().get(0),
                List.of("-Prelease", "-DskipTests", "-pl", RELEASED, "package"),
                Map.of("MAVEN_OPTS", jvmOptions, "TZ", zone));
        assertTrue(outcome.success(), outcome::tail);
        Map<String, Path> jars = new TreeMap<>(Project.files(directory, ".jar"));
        jars.keySet().removeIf(name -> !name.matches("[a-z]+/target/leibniz-[^/]+"));
        return jars;
    }

    private static List<String> differences(Path first, Path second) {
        Map<String, String> there = entries(second);
        return entries(first).entrySet().stream()
                .filter(entry -> !entry.getValue().equals(there.get(entry.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Map<String, String> entries(Path jar) {
        Map<String, String> entries = new TreeMap<>();
        try (InputStream in = Files.newInputStream(jar);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), entry.getTime() + new String(zip.readAllBytes(), StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entries;
    }
}
