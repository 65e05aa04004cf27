package dev.leibniz.builds;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;

/**
 * Gradle without its distribution. The jar {@code gradle-api} of Maven Central holds its classes in one; Gradle finds its
 * modules by the names of their jars, so each gets one that is empty but for the list of what it needs, and leads to the large one.
 */
final class GradleInstallation {
    static final String VERSION = "8.9";

    /** What is not Java of ours: the launcher, the stand-in, the script. */
    static final Path SOURCES = Path.of("src/test/gradle");

    private static final String LIST = "-classpath.properties";
    private static final String STAND_IN = "gradle-java-compiler-plugin";

    /** Libraries that Gradle asks for by name; their classes are in the large jar. */
    private static final List<String> LIBRARIES =
            List.of("javax.inject", "jul-to-slf4j", "native-platform", "kryo", "commons-lang", "guava", "asm");

    private GradleInstallation() {}

    /** The class path of the launcher, made once. */
    static ClassPath classPath() {
        ClassPath api = ClassPath.of("dev.gradleplugins:gradle-api:" + VERSION, "org.slf4j:slf4j-api:1.7.36");
        Path home = Settings.directory().resolve("tools/gradle");
        Path modules = home.resolve("modules");
        Path launcher = home.resolve("launcher");
        try {
            if (!Files.isDirectory(launcher)) {
                compile(api, modules.resolveSibling("stand-in"), "stand-in/IncrementalCompileTask.java");
                Files.createDirectories(modules);
                writeModules(api, modules, home.resolve("stand-in"));
                compile(api, launcher, "GradleLauncher.java");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ClassPath(List.of(launcher))
                .and(api)
                .with(Project.files(modules, ".jar").values().toArray(Path[]::new));
    }

    private static void compile(ClassPath api, Path classes, String source) {
        Outcome outcome = Command.run(
                Path.of("."),
                List.of(
                        Jdk.all().get(0).javac(),
                        "-cp",
                        api.toString(),
                        "-d",
                        classes.toString(),
                        SOURCES.resolve(source).toAbsolutePath().toString()));
        if (!outcome.success()) {
            throw new IllegalStateException(outcome.tail());
        }
    }

    private static void writeModules(ClassPath api, Path modules, Path standIn) throws IOException {
        Manifest toApi = new Manifest();
        toApi.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        toApi.getMainAttributes()
                .put(
                        Attributes.Name.CLASS_PATH,
                        api.jars().stream()
                                .filter(jar -> jar.toString().endsWith(".jar"))
                                .map(jar -> jar.toUri().toString())
                                .collect(Collectors.joining(" ")));
        try (JarFile all = new JarFile(api.jars().get(0).toFile())) {
            for (var entry : all.stream().toList()) {
                String name = entry.getName();
                if (name.endsWith(LIST) && !name.contains("/")) {
                    String module = name.substring(0, name.length() - LIST.length());
                    String list = new String(all.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                    String own = list.replaceAll(
                            "(?m)^runtime=.*$", "runtime=" + api.jars().get(0).getFileName());
                    jar(modules.resolve(module + "-" + VERSION + ".jar"), toApi, Map.of(name, bytes(own)));
                }
            }
        }
        Map<String, byte[]> plugin = new LinkedHashMap<>();
        plugin.put(STAND_IN + LIST, bytes("projects=\nruntime=\n"));
        for (Map.Entry<String, Path> file : Project.files(standIn, ".class").entrySet()) {
            plugin.put(file.getKey(), Files.readAllBytes(file.getValue()));
        }
        jar(modules.resolve(STAND_IN + "-" + VERSION + ".jar"), new Manifest(), plugin);
        for (String library : LIBRARIES) {
            jar(modules.resolve(library + "-1.jar"), new Manifest(), Map.of("empty", new byte[0]));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void jar(Path file, Manifest manifest, Map<String, byte[]> entries) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out, manifest)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                jar.putNextEntry(new ZipEntry(entry.getKey().replace(File.separatorChar, '/')));
                jar.write(entry.getValue());
                jar.closeEntry();
            }
        }
    }
}
