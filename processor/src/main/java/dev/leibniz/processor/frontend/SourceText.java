package dev.leibniz.processor.frontend;

import java.net.URI;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/** A source file in memory, for the shadow compilation. */
final class SourceText extends SimpleJavaFileObject {
    private final String binaryName;
    private final String text;

    private SourceText(String binaryName, URI uri, String text) {
        super(uri, JavaFileObject.Kind.SOURCE);
        this.binaryName = binaryName;
        this.text = text;
    }

    /** The header of a class, for other sources to compile against. */
    static SourceText stub(String binaryName, String text) {
        return new SourceText(binaryName, URI.create("stub:///" + binaryName.replace('.', '/') + ".java"), text);
    }

    /** A file to be compiled; {@code path} ends in the name of the file. */
    static SourceText file(String path, String text) {
        String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        return new SourceText("", URI.create("shadow:///" + Integer.toHexString(path.hashCode()) + "/" + name), text);
    }

    String binaryName() {
        return binaryName;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
    }
}
