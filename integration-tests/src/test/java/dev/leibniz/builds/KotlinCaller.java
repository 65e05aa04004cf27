package dev.leibniz.builds;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Java that is differentiated, compiled by javac, and then a program in Kotlin that calls the derivatives. */
record KotlinCaller() implements BuildTool {
    private static final String VERSION = "2.4.21";
    private static final BuildTool JAVA = new Javac();

    @Override
    public String name() {
        return "javac, then Kotlin " + VERSION + " that calls";
    }

    @Override
    public void prepare(Project project, Jdk jdk) {
        JAVA.prepare(project, jdk);
    }

    @Override
    public Outcome build(Project project, Jdk jdk) {
        Outcome java = JAVA.build(project, jdk);
        if (!java.success()) {
            return java;
        }
        project.write("src/main/kotlin/demo/Caller.kt", caller(project));
        ClassPath compiler = ClassPath.of("org.jetbrains.kotlin:kotlin-compiler-embeddable:" + VERSION);
        List<String> command = new ArrayList<>(List.of(jdk.java(), "-cp", compiler.toString()));
        command.addAll(List.of("org.jetbrains.kotlin.cli.jvm.K2JVMCompiler", "-no-stdlib", "-no-reflect"));
        command.addAll(List.of("-cp", kotlin(project).toString()));
        command.addAll(List.of("-jvm-target", "17", "-d", classes(project).toString()));
        command.add(project.resolve("src/main/kotlin").toString());
        return Command.run(project.directory(), command);
    }

    /** Prints what {@link Demo} expects. */
    private static String caller(Project project) {
        boolean renamed = Files.exists(project.sourceRoot().resolve("demo/Network.java"));
        boolean hasStep = Files.exists(project.sourceRoot().resolve("demo/Step.java"));
        return """
            package demo

            object Caller {
                @JvmStatic
                fun main(args: Array<String>) {
                    val loss = %s.lossGrad(doubleArrayOf(1.0, 2.0))
                    println("loss ${loss.value()} ${loss.w().contentToString()}")
            %s    }
            }
            """.formatted(renamed ? "NetworkGrad" : "ModelGrad", hasStep ? """
                            val next = StepGrad.nextGrad(1.0)
                            println("next ${next.value()} ${next.x()}")
                    """ : "");
    }

    @Override
    public Outcome run(Project project, Jdk jdk) {
        return Command.run(
                project.directory(), List.of(jdk.java(), "-cp", kotlin(project).toString(), "demo.Caller"));
    }

    private ClassPath kotlin(Project project) {
        return ClassPath.of("org.jetbrains.kotlin:kotlin-stdlib:" + VERSION)
                .and(ClassPath.runtime())
                .with(classes(project));
    }

    @Override
    public Path classes(Project project) {
        return JAVA.classes(project);
    }

    @Override
    public Path generated(Project project) {
        return JAVA.generated(project);
    }
}
