import java.io.File;
import java.util.Arrays;
import org.gradle.api.internal.StartParameterInternal;
import org.gradle.api.logging.LogLevel;
import org.gradle.configuration.GradleLauncherMetaData;
import org.gradle.internal.agents.AgentStatus;
import org.gradle.internal.buildprocess.BuildProcessState;
import org.gradle.internal.classpath.ClassPath;
import org.gradle.internal.concurrent.CompositeStoppable;
import org.gradle.internal.logging.LoggingManagerInternal;
import org.gradle.internal.logging.services.LoggingServiceRegistry;
import org.gradle.internal.nativeintegration.services.NativeServices;
import org.gradle.internal.service.ServiceRegistry;
import org.gradle.internal.watch.registry.WatchMode;
import org.gradle.launcher.cli.RunBuildAction;
import org.gradle.launcher.exec.BuildActionParameters;
import org.gradle.launcher.exec.BuildExecutor;
import org.gradle.launcher.exec.DefaultBuildActionParameters;
import org.gradle.tooling.internal.provider.RunInProcess;

/** Does what {@code gradle --no-daemon} does, without a distribution: {@code PROJECT GRADLE-HOME TASK...}. */
public final class GradleLauncher {
    private GradleLauncher() {}

    @SuppressWarnings({"unchecked", "rawtypes"})
    public static void main(String[] arguments) {
        File project = new File(arguments[0]).getAbsoluteFile();
        File home = new File(arguments[1]).getAbsoluteFile();
        NativeServices.initializeOnDaemon(home, NativeServices.NativeServicesMode.DISABLED);
        ServiceRegistry logging = LoggingServiceRegistry.newCommandLineProcessLogging();
        LoggingManagerInternal manager = logging.newInstance(LoggingManagerInternal.class);
        manager.setLevelInternal(LogLevel.INFO);
        manager.start();

        StartParameterInternal start = new StartParameterInternal();
        start.setProjectDir(project);
        start.setCurrentDir(project);
        start.setGradleUserHomeDir(home);
        start.setTaskNames(Arrays.asList(arguments).subList(2, arguments.length));
        start.setLogLevel(LogLevel.INFO);
        start.setWatchFileSystemMode(WatchMode.DISABLED);

        BuildProcessState state = new BuildProcessState(
                false, AgentStatus.disabled(), ClassPath.EMPTY, logging, NativeServices.getInstance());
        ServiceRegistry services = state.getServices();
        BuildActionParameters parameters = new DefaultBuildActionParameters(
                System.getProperties(), System.getenv(), project, LogLevel.INFO, false, ClassPath.EMPTY);
        new RunBuildAction(
                        (org.gradle.launcher.exec.BuildActionExecutor) new RunInProcess(
                                (org.gradle.launcher.exec.BuildActionExecutor) services.get(BuildExecutor.class)),
                        start,
                        new GradleLauncherMetaData(),
                        System.currentTimeMillis(),
                        parameters,
                        services,
                        CompositeStoppable.stoppable(state))
                .run();
    }
}
