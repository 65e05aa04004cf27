package dev.leibniz.processor.frontend.host;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.Method;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * The other processors on the path. Some do not add classes, but change those that are compiled: Lombok, and every one that
 * tells MapStruct that it does so. A class is not to be read before they are done with it.
 */
public final class OtherProcessors {
    private static final String PROCESSORS = "javax.annotation.processing.Processor";

    /** MapStruct's interface, which others than MapStruct ask by now; known by name only. */
    private static final String CHANGING = "org.mapstruct.ap.spi.AstModifyingAnnotationProcessor";

    private static final String LOMBOK = "lombok.launch.AnnotationProcessorHider$AnnotationProcessor";
    private static final String OURS = "dev.leibniz.";

    private final ClassLoader path;
    private final boolean isAlone;
    private final boolean hasLombok;
    private final List<Object> changing = new ArrayList<>();

    /**
     * @param path finds the classes of the processor path
     */
    public OtherProcessors(@Nullable ClassLoader path) {
        this.path = path == null ? ClassLoader.getSystemClassLoader() : path;
        Set<String> names = services(PROCESSORS);
        this.isAlone = names.stream().allMatch(name -> name.startsWith(OURS));
        this.hasLombok = names.contains(LOMBOK);
        for (String name : services(CHANGING)) {
            try {
                changing.add(this.path.loadClass(name).getDeclaredConstructor().newInstance());
            } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
                // without MapStruct on the path such a class is of no use
            }
        }
    }

    /** Whether there is no other processor. */
    public boolean isAlone() {
        return isAlone;
    }

    /**
     * Whether a class may still be changed.
     *
     * @param text the text of its file
     * @param isNew whether this is the first round that the class is part of; Lombok's changes can be seen in the next one
     */
    public boolean mayChange(TypeElement type, String text, boolean isNew) {
        return isNew && mayChange(text) || changing.stream().anyMatch(other -> !isComplete(other, type.asType()));
    }

    /** Whether the classes of a file are among those that Lombok changes. */
    public boolean mayChange(String text) {
        return hasLombok && text.contains("lombok");
    }

    private boolean isComplete(Object other, TypeMirror type) {
        try {
            Method ask = path.loadClass(CHANGING).getMethod("isTypeComplete", TypeMirror.class);
            return Boolean.TRUE.equals(ask.invoke(other, type));
        } catch (ReflectiveOperationException | RuntimeException e) {
            return true; // it says nothing
        }
    }

    private Set<String> services(String type) {
        Set<String> names = new LinkedHashSet<>();
        try {
            for (URL url : Collections.list(path.getResources("META-INF/services/" + type))) {
                var connection = url.openConnection();
                connection.setUseCaches(false); // else the jar would stay open
                try (BufferedReader lines = new BufferedReader(
                        new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
                    for (String line : lines.lines().toList()) {
                        String name = line.replaceAll("#.*", "").strip();
                        if (!name.isEmpty()) {
                            names.add(name);
                        }
                    }
                }
            }
        } catch (IOException e) {
            // as if there were none
        }
        return names;
    }
}
