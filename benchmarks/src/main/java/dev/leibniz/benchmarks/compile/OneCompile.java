package dev.leibniz.benchmarks.compile;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** One run of javac in a virtual machine of its own; says what the machine has used of the processor until the end. */
public final class OneCompile {
    private OneCompile() {}

    /** Compiles as javac would with these arguments, and prints nanoseconds. */
    public static void main(String[] args) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        int status = compiler.run(null, null, null, args);
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        System.out.println(system.getProcessCpuTime());
        System.exit(status);
    }
}
