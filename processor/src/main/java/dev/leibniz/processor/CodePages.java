package dev.leibniz.processor;

import dev.leibniz.page.CodeSection;
import dev.leibniz.page.Page;
import dev.leibniz.processor.emit.GeneratedFile;
import dev.leibniz.processor.frontend.FrontEnd.ReadClass;
import dev.leibniz.processor.ir.Signature;
import dev.leibniz.processor.ir.program.Program;
import java.io.IOException;
import java.io.Writer;
import java.util.HashSet;
import java.util.Set;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.tools.StandardLocation;

/**
 * The page that {@code -Aleibniz.explain=true} writes beside each generated class: the source of each method next to its gradient. It
 * depends on the source alone, as the class does.
 */
final class CodePages {
    static final String OPTION = "leibniz.explain";

    private final boolean areWanted;
    private final Filer filer;

    CodePages(ProcessingEnvironment environment) {
        this.areWanted = Boolean.parseBoolean(environment.getOptions().get(OPTION));
        this.filer = environment.getFiler();
    }

    /**
     * Writes the page of a class, if that is asked for.
     *
     * @param module the module, if there are several; else empty
     * @throws IOException if it cannot be written
     */
    void write(ReadClass read, Program program, GeneratedFile generated, String module) throws IOException {
        if (!areWanted) {
            return;
        }
        String room = module.isEmpty() ? program.packageName() : module + "/" + program.packageName();
        String name = program.gradName() + ".html";
        try (Writer writer = filer.createResource(StandardLocation.SOURCE_OUTPUT, room, name, read.element())
                .openWriter()) {
            writer.write(html(read, program, generated));
        }
    }

    private static String html(ReadClass read, Program program, GeneratedFile generated) {
        String text = read.source().text();
        CodeSection.File source = new CodeSection.File(read.source().name(), text);
        CodeSection.File derivatives = new CodeSection.File(program.gradName() + ".java", generated.toString());
        Page page = new Page(program.className());
        Set<String> shown = new HashSet<>();
        for (Signature method : program.methods()) {
            if (shown.add(method.name())) {
                int first = line(text, method.position());
                int last = first + (int) read.textOf(method).lines().count() - 1;
                page.add(
                        method.name(),
                        method.name(),
                        CodeSection.of(source, derivatives, method.name())
                                .between(first, last)
                                .html());
            }
        }
        return page.html();
    }

    /** The number of the line that a character is in. */
    private static int line(String text, int position) {
        return 1 + (int) text.chars().limit(position).filter(c -> c == '\n').count();
    }
}
