package dev.leibniz.builds;

import java.nio.file.Path;

/** A way to build a project. */
interface BuildTool {

    /** As it stands in the table. */
    String name();

    /** Writes what the tool needs beside the sources. */
    void prepare(Project project, Jdk jdk);

    Outcome build(Project project, Jdk jdk);

    /** Where the classes go. */
    Path classes(Project project);

    /** Where the generated sources go. */
    Path generated(Project project);

    /** Runs {@code demo.Main} with what was built. */
    default Outcome run(Project project, Jdk jdk) {
        return Javac.run(jdk, ClassPath.runtime().with(classes(project)));
    }

    /** What an IDE that shares the folders does: compiles all, with yesterday's classes in sight. */
    default Outcome compileAsIde(Project project, Jdk jdk) {
        return Javac.compile(project, jdk, classes(project), generated(project));
    }
}
