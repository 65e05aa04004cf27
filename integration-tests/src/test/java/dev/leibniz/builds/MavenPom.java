package dev.leibniz.builds;

import java.util.List;
import java.util.stream.Collectors;

/** The POM of a project with one module. */
final class MavenPom {
    private MavenPom() {}

    /**
     * @param libraries the dependencies, {@code group:artifact:version[:classifier]}
     * @param processors what is on the processor path, in order
     */
    static String of(String compilerPlugin, boolean incremental, List<String> libraries, List<String> processors) {
        return """
            <project>
              <modelVersion>4.0.0</modelVersion>
              <groupId>demo</groupId>
              <artifactId>demo</artifactId>
              <version>1</version>
              <properties>
                <maven.compiler.release>17</maven.compiler.release>
                <maven.compiler.useIncrementalCompilation>%s</maven.compiler.useIncrementalCompilation>
                <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
              </properties>
              <dependencies>
            %s
              </dependencies>
              <build>
                <plugins>
                  <plugin>
                    <groupId>org.apache.maven.plugins</groupId>
                    <artifactId>maven-compiler-plugin</artifactId>
                    <version>%s</version>
                    <configuration>
                      <annotationProcessorPaths>
            %s
                      </annotationProcessorPaths>
                    </configuration>
                  </plugin>
                </plugins>
              </build>
            </project>
            """.formatted(
                        incremental, elements("dependency", libraries), compilerPlugin, elements("path", processors));
    }

    static String elements(String name, List<String> coordinates) {
        return coordinates.stream().map(coordinate -> element(name, coordinate)).collect(Collectors.joining("\n"));
    }

    private static String element(String name, String coordinate) {
        String[] parts = coordinate.split(":");
        return "<%1$s><groupId>%2$s</groupId><artifactId>%3$s</artifactId><version>%4$s</version>%5$s</%1$s>"
                .formatted(
                        name,
                        parts[0],
                        parts[1],
                        parts[2],
                        parts.length > 3 ? "<classifier>" + parts[3] + "</classifier>" : "");
    }
}
