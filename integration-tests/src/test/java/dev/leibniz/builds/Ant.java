package dev.leibniz.builds;

import java.nio.file.Path;
import java.util.List;

/** Ant: compiles what is newer than its class, with the other classes on the class path. */
record Ant() implements BuildTool {
    private static final String VERSION = "1.10.15";

    @Override
    public String name() {
        return "Ant " + VERSION;
    }

    @Override
    public void prepare(Project project, Jdk jdk) {
        project.write("build.xml", """
            <project name="demo" default="compile">
              <target name="compile">
                <mkdir dir="out"/>
                <mkdir dir="generated"/>
                <javac srcdir="src/main/java" destdir="out" classpath="%s" includeantruntime="false" release="17">
                  <compilerarg line="-s generated"/>
                  <compilerarg value="-processorpath"/>
                  <compilerarg value="%s"/>
                </javac>
              </target>
            </project>
            """.formatted(ClassPath.runtime(), ClassPath.processor()));
    }

    @Override
    public Outcome build(Project project, Jdk jdk) {
        ClassPath ant = ClassPath.of("org.apache.ant:ant:" + VERSION);
        return Command.run(
                project.directory(),
                List.of(
                        jdk.java(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        ant.toString(),
                        "org.apache.tools.ant.Main",
                        "-noinput"));
    }

    @Override
    public Path classes(Project project) {
        return project.resolve("out");
    }

    @Override
    public Path generated(Project project) {
        return project.resolve("generated");
    }
}
