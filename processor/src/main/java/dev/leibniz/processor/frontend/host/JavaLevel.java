package dev.leibniz.processor.frontend.host;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * The Java that the running compilation is of: language, preview features, and the version of the platform whose classes it
 * sees. The last is not said anywhere, but some enums of the platform have a constant for each version that there was.
 */
public final class JavaLevel {
    private static final Pattern RELEASE = Pattern.compile("RELEASE_(\\d+)");

    private final int language;
    private final int platform;
    private final boolean preview;

    private JavaLevel(int language, int platform, boolean preview) {
        this.language = language;
        this.platform = platform;
        this.preview = preview;
    }

    public static JavaLevel of(ProcessingEnvironment host) {
        int language = host.getSourceVersion().ordinal();
        if (language == Runtime.version().feature()) { // nothing to find out, and asking takes long
            return new JavaLevel(language, language, host.isPreviewEnabled());
        }
        Elements elements = host.getElementUtils();
        OptionalInt known = newest("java.base", "java.lang.reflect.ClassFileFormatVersion", elements); // since 20
        if (known.isEmpty()) {
            known = newest("java.compiler", "javax.lang.model.SourceVersion", elements);
        }
        return new JavaLevel(language, known.orElse(language), host.isPreviewEnabled());
    }

    /** Asks one module only: for a class that is not there, javac would look through all of them. */
    private static OptionalInt newest(String module, String type, Elements elements) {
        TypeElement found = ModuleView.of(elements, module).type(type);
        return found == null
                ? OptionalInt.empty()
                : ElementFilter.fieldsIn(found.getEnclosedElements()).stream()
                        .map(field -> RELEASE.matcher(field.getSimpleName()))
                        .filter(Matcher::matches)
                        .mapToInt(matcher -> Integer.parseInt(matcher.group(1)))
                        .max();
    }

    /** Whether the platform is an older one, of which javac knows only the classes that are exported to all. */
    public boolean isOlderPlatform() {
        return platform < Runtime.version().feature() && platform >= language;
    }

    /** The javac options for this level. */
    public List<String> options() {
        List<String> options = new ArrayList<>(
                isOlderPlatform()
                        ? List.of("--release", Integer.toString(platform))
                        : List.of("-source", Integer.toString(language)));
        if (preview) {
            options.add("--enable-preview");
        }
        return options;
    }
}
