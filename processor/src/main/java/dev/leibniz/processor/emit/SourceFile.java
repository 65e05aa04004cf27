package dev.leibniz.processor.emit;

import com.palantir.javapoet.JavaFile;
import java.io.IOException;
import javax.annotation.processing.Filer;

/** A finished source file, for those who are to write it and need not know what printed it. */
public final class SourceFile {
    private final JavaFile file;

    SourceFile(JavaFile file) {
        this.file = file;
    }

    /**
     * Writes the file where the compiler wants generated sources.
     *
     * @throws IOException if it cannot be written
     */
    public void writeTo(Filer filer) throws IOException {
        file.writeTo(filer);
    }

    /** The Java source. */
    @Override
    public String toString() {
        return file.toString();
    }
}
