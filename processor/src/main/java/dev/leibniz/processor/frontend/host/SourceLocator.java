package dev.leibniz.processor.frontend.host;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/** Finds the text of a class that a compiler without trees is compiling: it may know the file, or have a source path, or tell its name. */
final class SourceLocator {
    private static final String JAVA = ".java";

    private final ProcessingEnvironment host;

    SourceLocator(ProcessingEnvironment host) {
        this.host = host;
    }

    /** A file with its path. */
    record Found(String path, String text) {}

    /** All files that may be the one of a class that is in no other, the most likely first. */
    Stream<Found> filesOf(TypeElement type) {
        return Stream.<Supplier<Optional<Found>>>of(() -> known(type), () -> onSourcePath(type), () -> named(type))
                .map(Supplier::get)
                .flatMap(Optional::stream);
    }

    /** {@code Elements} know it since Java 18. */
    private Optional<Found> known(TypeElement type) {
        try {
            Object file =
                    Elements.class.getMethod("getFileObjectOf", Element.class).invoke(host.getElementUtils(), type);
            return file instanceof FileObject source ? read(source) : Optional.empty();
        } catch (ReflectiveOperationException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private Optional<Found> onSourcePath(TypeElement type) {
        String packageName =
                host.getElementUtils().getPackageOf(type).getQualifiedName().toString();
        try {
            return read(host.getFiler()
                    .getResource(StandardLocation.SOURCE_PATH, packageName, type.getSimpleName() + JAVA));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Found> read(FileObject file) {
        try {
            return file.getName().endsWith(JAVA)
                    ? Optional.of(
                            new Found(file.getName(), file.getCharContent(true).toString()))
                    : Optional.empty();
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** The elements of ECJ have a method for it. */
    private static Optional<Found> named(TypeElement type) {
        try {
            Object name = type.getClass().getMethod("getFileName").invoke(type);
            Path path = Path.of(String.valueOf(name));
            return path.toString().endsWith(JAVA) && Files.isRegularFile(path)
                    ? Optional.of(new Found(path.toString(), decoded(Files.readAllBytes(path))))
                    : Optional.empty();
        } catch (ReflectiveOperationException | IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** The encoding is not known; text that is not valid UTF-8 is most likely in the other common one. */
    private static String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }
}
