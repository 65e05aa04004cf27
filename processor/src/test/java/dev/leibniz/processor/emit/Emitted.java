package dev.leibniz.processor.emit;

import dev.leibniz.processor.PassRunner;
import dev.leibniz.processor.Pipeline;
import dev.leibniz.processor.ir.program.Companion;
import java.util.Set;

/** The generated class of functions that were made by hand. */
final class Emitted {
    private Emitted() {}

    static GeneratedFile of(Companion companion) {
        return GradClassEmitter.emit(Pipeline.printable(companion, new PassRunner(Set.of())));
    }
}
