package dev.leibniz.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import dev.leibniz.processor.emit.text.BodyTexts;
import java.io.IOException;
import java.io.Writer;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;

/** A finished source file, for those who are to write it and need not know what printed it. */
public final class GeneratedFile {
    private static final String INDENT = "    ";

    private final JavaFile file;
    private final BodyTexts bodies;
    private final boolean usesRuntime;

    GeneratedFile(String packageName, TypeSpec type, BodyTexts bodies) {
        this.file = JavaFile.builder(packageName, type)
                .indent(INDENT)
                .skipJavaLangImports(true)
                .build();
        this.bodies = bodies;
        this.usesRuntime = bodies.mentioned().stream()
                .anyMatch(name -> name.canonicalName().startsWith("dev.leibniz.runtime."));
    }

    /** The canonical name of the class. */
    String className() {
        return ClassName.get(file.packageName(), file.typeSpec().name()).canonicalName();
    }

    /** Whether the class calls functions of the runtime. */
    public boolean usesRuntime() {
        return usesRuntime;
    }

    /**
     * Writes the file where the compiler wants generated sources.
     *
     * @param module the module, if there are several; else empty
     * @throws IOException if it cannot be written
     */
    public void writeTo(Filer filer, String module) throws IOException {
        String name = module.isEmpty() ? className() : module + "/" + className();
        Element[] originating = file.typeSpec().originatingElements().toArray(Element[]::new);
        try (Writer writer = filer.createSourceFile(name, originating).openWriter()) {
            writer.write(toString());
        }
    }

    /** The Java source. */
    @Override
    public String toString() {
        return bodies.putInto(file.toString());
    }
}
