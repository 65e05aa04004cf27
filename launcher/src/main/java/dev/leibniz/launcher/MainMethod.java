package dev.leibniz.launcher;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Runs the main method of a compiled file, in this machine. */
final class MainMethod {
    private static final int FAILED = 1;

    private MainMethod() {}

    /** The status to exit with: 0, or 1 when there is no main method or it throws. */
    static int run(CompiledFile compiled, String classPath, List<String> arguments) throws MalformedURLException {
        if (compiled.mainClass().isEmpty()) {
            return failed("error: no class declared in " + compiled.file());
        }
        ClassLoader loader = new MemoryClasses(urls(classPath), compiled.classes());
        Thread.currentThread().setContextClassLoader(loader);
        try {
            Method main = loader.loadClass(compiled.mainClass()).getDeclaredMethod("main", String[].class);
            if (!Modifier.isStatic(main.getModifiers()) || main.getReturnType() != void.class) {
                return failed("error: 'main' method is not declared as 'static void' in class " + compiled.mainClass());
            }
            main.setAccessible(true);
            main.invoke(null, (Object) arguments.toArray(String[]::new));
            return 0;
        } catch (ClassNotFoundException | NoSuchMethodException e) {
            return failed("error: there is no 'static void main(String[])' in class " + compiled.mainClass()
                    + "; --show prints its derivatives without it");
        } catch (IllegalAccessException e) {
            return failed("error: cannot call 'main' of class " + compiled.mainClass());
        } catch (InvocationTargetException e) {
            Throwable thrown = e.getCause();
            thrown.setStackTrace(withoutLauncher(thrown.getStackTrace()));
            System.err.print("Exception in thread \"main\" ");
            thrown.printStackTrace();
            return FAILED;
        }
    }

    private static int failed(String message) {
        System.err.println(message);
        return FAILED;
    }

    /** Only what the program called. */
    private static StackTraceElement[] withoutLauncher(StackTraceElement[] trace) {
        int own = trace.length;
        while (own > 0 && isOfLauncherOrReflection(trace[own - 1])) {
            own--;
        }
        return Arrays.copyOf(trace, own);
    }

    private static boolean isOfLauncherOrReflection(StackTraceElement frame) {
        String name = frame.getClassName();
        return name.startsWith("dev.leibniz.launcher.")
                || name.startsWith("java.lang.reflect.")
                || name.startsWith("jdk.internal.reflect.");
    }

    private static URL[] urls(String classPath) throws MalformedURLException {
        List<URL> urls = new ArrayList<>();
        for (String entry : classPath.split(File.pathSeparator)) {
            if (!entry.isEmpty()) {
                urls.add(Path.of(entry).toUri().toURL());
            }
        }
        return urls.toArray(URL[]::new);
    }

    /** The compiled classes, then the user's class path, then the runtime in the launcher's own jar. */
    private static final class MemoryClasses extends URLClassLoader {
        private final Map<String, byte[]> classes;

        MemoryClasses(URL[] urls, Map<String, byte[]> classes) {
            super(urls, Launcher.class.getClassLoader());
            this.classes = classes;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                byte[] bytes = classes.get(name);
                if (bytes == null) {
                    return super.loadClass(name, resolve);
                }
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? defineClass(name, bytes, 0, bytes.length) : loaded;
            }
        }

        @Override
        public InputStream getResourceAsStream(String name) {
            String className = name.endsWith(".class")
                    ? name.substring(0, name.length() - ".class".length()).replace('/', '.')
                    : "";
            byte[] bytes = classes.get(className);
            return bytes == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(bytes);
        }
    }
}
