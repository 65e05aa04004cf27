package dev.leibniz.processor.frontend.host;

import java.net.URI;
import java.util.function.Supplier;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/** A source file in memory, for the shadow compilation. */
public final class SourceText extends SimpleJavaFileObject {
    private final String binaryName;
    private final Supplier<String> text;
    private final Edits edits;

    private SourceText(String binaryName, URI uri, Supplier<String> text, Edits edits) {
        super(uri, JavaFileObject.Kind.SOURCE);
        this.binaryName = binaryName;
        this.text = text;
        this.edits = edits;
    }

    /** The header of a class, for other sources to compile against. */
    public static SourceText stub(String binaryName, String text) {
        return stub(binaryName, () -> text);
    }

    /** The same, which is not printed until it is read: it never is if no source mentions the class. */
    public static SourceText stub(String binaryName, Supplier<String> text) {
        return new SourceText(
                binaryName, URI.create("stub:///" + binaryName.replace('.', '/') + ".java"), text, new Edits());
    }

    /** A file to be compiled; {@code path} ends in the name of the file. */
    public static SourceText file(String path, String text) {
        String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        return new SourceText(
                "",
                URI.create("shadow:///" + Integer.toHexString(path.hashCode()) + "/" + name),
                () -> text,
                new Edits());
    }

    /** The same file with changes, which only the compiler sees. */
    public SourceText with(Edits changes) {
        return new SourceText(binaryName, toUri(), text, changes);
    }

    /** The text as it was written. */
    public String written() {
        return text.get();
    }

    /** The edits that make the text that the compiler sees instead. */
    public Edits edits() {
        return edits;
    }

    public String binaryName() {
        return binaryName;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return edits.applyTo(text.get());
    }
}
