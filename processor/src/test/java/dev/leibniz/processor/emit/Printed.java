package dev.leibniz.processor.emit;

import dev.leibniz.processor.emit.locals.ConversionsPerUse;
import dev.leibniz.processor.emit.locals.Pruning;
import dev.leibniz.processor.emit.statements.MethodPrinter;
import dev.leibniz.processor.emit.statements.PrivateFunctions;
import dev.leibniz.processor.emit.text.BodyText;
import dev.leibniz.processor.emit.text.BodyTexts;
import dev.leibniz.processor.emit.text.CommentWriter;
import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.program.Linkage;
import dev.leibniz.processor.ir.program.Program;
import dev.leibniz.processor.ir.walk.IrVerifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The Java statements that a few lines of IR are printed as. */
final class Printed {
    private Printed() {}

    /** The body of a function with these parameters, one statement a line, then {@code return} and what it yields. */
    static String body(List<Var> params, BlockBuilder body, Value... yields) {
        List<Var> results =
                Arrays.stream(yields).map(value -> new Var("", value.type())).toList();
        Function function = new Function("f", params, results, body.build(yields));
        IrVerifier.verify(function);
        MethodPrinter printer = new MethodPrinter(
                ConversionsPerUse.perUse(Pruning.prune(function)),
                Set.of(),
                params.stream().map(Var::name).toList(),
                Set.of(),
                new PrivateFunctions(
                        new Program("", "Model", true, List.of(), Set.of(), List.of(), Map.of(), Linkage.NONE),
                        List.of(),
                        Set.of()));
        BodyTexts bodies = new BodyTexts();
        BodyText text = new BodyText(bodies);
        CommentWriter.write(printer.lines(), text);
        String statements = bodies.putInto(text.code().toString());
        String returned =
                printer.results().stream().map(result -> result.code().plain()).collect(Collectors.joining(", "));
        return (statements + (yields.length == 0 ? "" : "return " + returned)).strip();
    }
}
