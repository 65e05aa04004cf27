package dev.leibniz.builds;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The compiler of Eclipse, alone. */
record Ecj() implements BuildTool {
    /** The last that runs on JDK 17 is older; this one is run by the JDK that it compiles for. */
    private static final String VERSION = "3.40.0";

    @Override
    public String name() {
        return "ECJ " + VERSION;
    }

    @Override
    public void prepare(Project project, Jdk jdk) {
        // there is nothing to write
    }

    @Override
    public Outcome build(Project project, Jdk jdk) {
        ClassPath ecj = ClassPath.of("org.eclipse.jdt:ecj:" + VERSION);
        List<String> command =
                new ArrayList<>(List.of(jdk.java(), "-jar", ecj.jars().get(0).toString()));
        command.addAll(List.of("--release", "17", "-d", classes(project).toString()));
        command.addAll(List.of("-s", generated(project).toString()));
        // Without yesterday's classes: ECJ lets no processor generate a class that is there.
        command.addAll(List.of("-cp", ClassPath.runtime().toString()));
        command.addAll(List.of("-processorpath", ClassPath.processor().toString()));
        command.addAll(project.sources());
        return Command.run(project.directory(), command);
    }

    @Override
    public Path classes(Project project) {
        return project.resolve("bin");
    }

    @Override
    public Path generated(Project project) {
        return project.resolve("generated");
    }
}
