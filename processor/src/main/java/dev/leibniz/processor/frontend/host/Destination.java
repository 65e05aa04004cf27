package dev.leibniz.processor.frontend.host;

import dev.leibniz.processor.frontend.types.Annotations;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The module that a generated class goes to.
 *
 * @param module the name of the module; empty for the unnamed one
 * @param isExported whether other modules can see the class if it is public
 * @param readable the readable classes among {@link Annotations#GENERATED}, {@link Annotations#GENERATED_DERIVATIVES} and {@link #RUNTIME}
 */
public record Destination(String module, boolean isExported, Set<String> readable) {
    /** A class of the runtime that generated code calls. */
    public static final String RUNTIME = "dev.leibniz.runtime.arrays.Buffers";

    public static Destination of(String packageName, ModuleView module) {
        return new Destination(
                module.name(),
                module.exports(packageName),
                Stream.of(Annotations.GENERATED, Annotations.GENERATED_DERIVATIVES, RUNTIME)
                        .filter(name -> module.type(name) != null)
                        .collect(Collectors.toUnmodifiableSet()));
    }
}
