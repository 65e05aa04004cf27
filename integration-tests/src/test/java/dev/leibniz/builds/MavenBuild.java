package dev.leibniz.builds;

import java.nio.file.Path;
import java.util.List;

/**
 * Maven.
 *
 * @param compilerPlugin the version of the compiler plugin
 * @param incremental whether the plugin looks for what has changed and then compiles everything; otherwise it compiles changed
 *     files only
 */
record MavenBuild(String compilerPlugin, boolean incremental) implements BuildTool {
    MavenBuild(String compilerPlugin) {
        this(compilerPlugin, true);
    }

    @Override
    public String name() {
        return "Maven 3.9, compiler plugin " + compilerPlugin
                + (incremental ? "" : ", `useIncrementalCompilation=false`");
    }

    @Override
    public void prepare(Project project, Jdk jdk) {
        project.write(
                "pom.xml",
                MavenPom.of(
                        compilerPlugin,
                        incremental,
                        List.of("dev.leibniz:leibniz-runtime:" + Settings.version()),
                        List.of("dev.leibniz:leibniz-processor:" + Settings.version())));
    }

    @Override
    public Outcome build(Project project, Jdk jdk) {
        return Maven.run(project.directory(), jdk, List.of("compile"));
    }

    @Override
    public Path classes(Project project) {
        return project.resolve("target/classes");
    }

    @Override
    public Path generated(Project project) {
        return project.resolve("target/generated-sources/annotations");
    }
}
