package dev.leibniz.processor.ir.program;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.SampleFunctions;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.walk.IrPrinter;
import java.util.List;
import org.junit.jupiter.api.Test;

class CodeReaderTest {

    @Test
    void readsEachKindOfStatementAsItWasWritten() {
        Var a = new Var("a", Type.arrayOf(Type.DOUBLE));
        BlockBuilder out = new BlockBuilder();
        SampleFunctions.simpleStatements(a).forEach(out::add);
        Function function = new Function("f", List.of(a), List.of(), out.build());
        CodeWriter writer = new CodeWriter();
        writer.function(function);
        assertEquals(IrPrinter.print(function), IrPrinter.print(new CodeReader(writer.bytes()).function()));
    }
}
