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
        project.write("pom.xml", """
            <project>
              <modelVersion>4.0.0</modelVersion>
              <groupId>demo</groupId>
              <artifactId>demo</artifactId>
              <version>1</version>
              <properties>
                <maven.compiler.release>17</maven.compiler.release>
                <maven.compiler.useIncrementalCompilation>%3$s</maven.compiler.useIncrementalCompilation>
                <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
              </properties>
              <dependencies>
                <dependency>
                  <groupId>dev.leibniz</groupId>
                  <artifactId>leibniz-runtime</artifactId>
                  <version>%1$s</version>
                </dependency>
              </dependencies>
              <build>
                <plugins>
                  <plugin>
                    <groupId>org.apache.maven.plugins</groupId>
                    <artifactId>maven-compiler-plugin</artifactId>
                    <version>%2$s</version>
                    <configuration>
                      <annotationProcessorPaths>
                        <path>
                          <groupId>dev.leibniz</groupId>
                          <artifactId>leibniz-processor</artifactId>
                          <version>%1$s</version>
                        </path>
                      </annotationProcessorPaths>
                    </configuration>
                  </plugin>
                </plugins>
              </build>
            </project>
            """.formatted(Settings.version(), compilerPlugin, incremental));
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
