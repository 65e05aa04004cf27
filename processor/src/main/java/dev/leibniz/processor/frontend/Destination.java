package dev.leibniz.processor.frontend;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a generated class goes.
 *
 * @param module the name of the module; empty for the unnamed one
 * @param isExported whether other modules can see the class if it is public
 * @param annotations those of {@link #GENERATED} and {@link #GENERATED_DERIVATIVES} that the module can read
 */
public record Destination(String module, boolean isExported, Set<String> annotations) {
    public static final String GENERATED = "javax.annotation.processing.Generated";
    public static final String GENERATED_DERIVATIVES = "dev.leibniz.annotations.GeneratedDerivatives";

    static Destination of(String packageName, ModuleView module) {
        return new Destination(
                module.name(),
                module.exports(packageName),
                Stream.of(GENERATED, GENERATED_DERIVATIVES)
                        .filter(name -> module.type(name) != null)
                        .collect(Collectors.toUnmodifiableSet()));
    }
}
