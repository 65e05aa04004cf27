package dev.leibniz.builds;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.maven.shared.invoker.DefaultInvocationRequest;
import org.apache.maven.shared.invoker.DefaultInvoker;
import org.apache.maven.shared.invoker.InvocationRequest;
import org.apache.maven.shared.invoker.MavenInvocationException;

/** Runs the Maven that runs us. */
final class Maven {
    private Maven() {}

    static Outcome run(Path directory, Jdk jdk, List<String> arguments) {
        return run(directory, jdk, arguments, Map.of("MAVEN_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"));
    }

    static Outcome run(Path directory, Jdk jdk, List<String> arguments, Map<String, String> environment) {
        StringBuilder log = new StringBuilder();
        Properties properties = new Properties();
        properties.setProperty(
                "maven.repo.local.tail", Settings.repositoryTail().toString());
        InvocationRequest request = new DefaultInvocationRequest()
                .setBaseDirectory(directory.toFile())
                .setJavaHome(jdk.home().toFile())
                .setLocalRepositoryDirectory(Settings.repository().toFile())
                .setBatchMode(true)
                .setProperties(properties)
                .addArgs(arguments)
                .setOutputHandler(line -> log.append(line).append('\n'));
        environment.forEach(request::addShellEnvironment);
        request.setErrorHandler(line -> log.append(line).append('\n'));
        try {
            int exit = new DefaultInvoker()
                    .setMavenHome(Settings.maven().toFile())
                    .execute(request)
                    .getExitCode();
            return new Outcome(exit == 0, log.toString());
        } catch (MavenInvocationException e) {
            throw new IllegalStateException(e);
        }
    }
}
