package dev.leibniz.processor.frontend;

import dev.leibniz.processor.frontend.FrontEnd.ReadClass;
import dev.leibniz.processor.frontend.host.Destination;
import dev.leibniz.processor.frontend.host.ModuleView;
import dev.leibniz.processor.frontend.read.values.Findings;
import dev.leibniz.processor.frontend.shadow.SourceFile;
import dev.leibniz.processor.frontend.shadow.SourceIndex;
import dev.leibniz.processor.frontend.shadow.SourceMethod;
import dev.leibniz.processor.ir.program.Program;
import dev.leibniz.processor.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;

/** A class as far as it was read; {@code element} is the host's. */
record Reading(
        TypeElement element, List<SourceMethod> methods, Findings findings, ClassReader reader, Program program) {
    SourceFile file() {
        return methods.get(0).file();
    }

    /** The problems of its methods, and of the uses of generated classes in its file. */
    List<Problem> problems(SourceIndex index) {
        List<Problem> found = new ArrayList<>(findings.problems());
        index.missingIn(file()).forEach(form -> form.problem().ifPresent(found::add));
        return found;
    }

    boolean hasErrors(SourceIndex index) {
        return problems(index).stream().anyMatch(problem -> !problem.code().isWarning());
    }

    /** The class with its program when nothing is missing any more. */
    ReadClass finished(Program linked, ModuleView view) {
        return new ReadClass(
                linked,
                element,
                Destination.of(linked.packageName(), view),
                methods.stream().collect(Collectors.toMap(SourceMethod::position, SourceMethod::text)),
                file().whole());
    }
}
