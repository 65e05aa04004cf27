package dev.leibniz.processor.emit;

import com.palantir.javapoet.TypeName;
import dev.leibniz.processor.emit.FormParameters.Flat;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.ir.Origin;
import dev.leibniz.processor.ir.Type;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import javax.lang.model.SourceVersion;

/**
 * Arrays of records, which the IR has as one array for each component: how they are taken apart, and put together again.
 */
final class RecordArrays {
    private RecordArrays() {}

    /** For each part of the records in {@code array} an array of it. */
    static List<Line> unzip(String array, List<Flat> parts, MethodPrinter printer) {
        List<Line> lines = new ArrayList<>();
        List<Line> body = new ArrayList<>();
        String index = printer.newName("d");
        for (Flat part : parts) {
            TypeName type = JavaTypes.of(part.type());
            TypeName innermost = JavaTypes.of(part.type().leaf());
            String brackets = "[]".repeat(part.type().rank() - 1);
            lines.add(simple(Code.of("$T $L = new $T[$L.length]$L", type, part.name(), innermost, array, brackets)));
            body.add(simple(Code.of("$L[$L] = $L[$L]$L", part.name(), index, array, index, part.path())));
        }
        lines.add(loop(index, array, body));
        return lines;
    }

    /**
     * The array of values of one layout whose parts come as an array for each differentiated leaf.
     *
     * @param pack makes one value of its parts
     * @param lines where to write what is needed before
     */
    static Code zip(
            Layout layout,
            TypeName type,
            String name,
            Iterator<Text> results,
            Function<Iterator<Text>, Code> pack,
            MethodPrinter printer,
            List<Line> lines) {
        if (!(layout instanceof Layout.Record)) {
            return results.next().code();
        }
        List<Text> columns = new ArrayList<>();
        for (Layout.Leaf leaf : layout.leaves()) {
            if (leaf.differentiated()) {
                Code column = named(results.next(), Type.arrayOf(leaf.type()), name, printer, lines);
                columns.add(Text.primary(column, leaf.type()));
            }
        }
        String records = printer.newName(name);
        String index = printer.newName("d");
        Code length = columns.get(0).code();
        lines.add(simple(Code.of("$T[] $L = new $T[$L.length]", type, records, type, length)));
        Iterator<Text> elements = columns.stream()
                .map(column -> Text.primary(Code.of("$L[$L]", column.code(), index), column.type()))
                .iterator();
        Line store = simple(Code.of("$L[$L] = $L", records, index, pack.apply(elements)));
        lines.add(loop(index, records, List.of(store)));
        return Code.of(records);
    }

    /** The code if it is a variable already; else a new variable with its value. */
    private static Code named(Text column, Type type, String wish, MethodPrinter printer, List<Line> lines) {
        if (SourceVersion.isIdentifier(column.code().text())) {
            return column.code();
        }
        String name = printer.newName(wish);
        lines.add(simple(Code.of("$T $L = $L", JavaTypes.of(type), name, column.code())));
        return Code.of(name);
    }

    private static Line loop(String index, String array, List<Line> body) {
        Code head = Code.of("for (int $L = 0; $L < $L.length; $L++)", index, index, array, index);
        return new Line.Braced(head, body, List.of(), Origin.NONE);
    }

    private static Line simple(Code code) {
        return new Line.Simple(code, Origin.NONE);
    }
}
