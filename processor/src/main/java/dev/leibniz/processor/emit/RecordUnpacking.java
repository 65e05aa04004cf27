package dev.leibniz.processor.emit;

import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.leibniz.processor.emit.FormParameters.Flat;
import dev.leibniz.processor.emit.FormParameters.Item;
import dev.leibniz.processor.emit.locals.NameScope;
import dev.leibniz.processor.emit.statements.MethodPrinter;
import dev.leibniz.processor.emit.text.Code;
import dev.leibniz.processor.emit.text.JavaTypes;
import dev.leibniz.processor.emit.text.Line;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.ir.Origin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes a parameter apart into the flat values of the IR: a record into its components, an array of records into one array for each
 * component.
 */
final class RecordUnpacking {
    private static final List<String> COUNTERS = List.of("i", "j", "k");

    private final MethodPrinter printer;
    private final Set<String> taken;
    private final Map<String, Flat> wanted = new LinkedHashMap<>();

    /** @param wanted the parts of one parameter that are used */
    private RecordUnpacking(MethodPrinter printer, Set<String> taken, List<Flat> wanted) {
        this.printer = printer;
        this.taken = taken;
        wanted.forEach(flat -> this.wanted.put(flat.path(), flat));
    }

    /**
     * @param wanted the parts of {@code item} that are used
     * @param taken the names that mean something where the method begins
     */
    static List<Line> lines(Item item, List<Flat> wanted, Set<String> taken, MethodPrinter printer) {
        List<Line> lines = new ArrayList<>();
        Layout layout = item.role().isSeveral() ? ((Layout.Record) item.layout()).array() : item.layout();
        new RecordUnpacking(printer, taken, wanted).take(layout, "", Code.of(item.name()), "", lines);
        return lines;
    }

    /**
     * Takes a value apart.
     *
     * @param path of it, by which parts are named
     * @param value the code that reads it
     * @param indices of the loops around, as in {@code [i][j]}
     */
    private void take(Layout layout, String path, Code value, String indices, List<Line> lines) {
        if (!(layout instanceof Layout.Record record)) {
            Flat flat = wanted.get(path);
            if (flat != null) {
                lines.add(assignment(flat, indices, value));
            }
        } else if (record.isArray()) {
            elements(record, path, value, indices, lines);
        } else {
            for (Layout.Field field : record.fields()) {
                String accessor = "." + field.access();
                take(field.layout(), path + accessor, Code.of("$L$L", value, accessor), indices, lines);
            }
        }
    }

    private void elements(Layout.Record layout, String path, Code value, String indices, List<Line> lines) {
        List<Flat> parts = wanted.values().stream()
                .filter(flat -> flat.path().startsWith(path + "."))
                .toList();
        if (parts.isEmpty()) {
            return;
        }
        Code array = value;
        if (value.text().endsWith(")")) {
            array = new Code(printer.newName(path.substring(path.lastIndexOf('.') + 1, path.length() - 2)));
            lines.add(FormEmitter.simple(Code.of("$T $L = $L", JavaTypes.of(layout), array, value)));
        }
        for (Flat part : parts) {
            allocate(part, array, indices, lines);
        }
        int depth = depth(indices);
        String index = NameScope.numbered(
                COUNTERS.get(Math.min(depth, COUNTERS.size() - 1)),
                name -> !taken.contains(name) && !indices.contains("[" + name + "]"));
        List<Line> body = new ArrayList<>();
        take(layout.element(), path, Code.of("$L[$L]", array, index), indices + "[" + index + "]", body);
        lines.add(loop(index, array, body));
    }

    private void allocate(Flat part, Code like, String indices, List<Line> lines) {
        TypeName innermost = JavaTypes.of(part.type().leaf());
        String brackets = "[]".repeat(part.type().rank() - 1 - depth(indices));
        if (!(innermost instanceof ParameterizedTypeName generic)) {
            lines.add(assignment(part, indices, Code.of("new $T[$L.length]$L", innermost, like, brackets)));
            return;
        }
        String name = indices.isEmpty() ? part.name() : printer.newName(part.name());
        lines.add(FormEmitter.simple(Code.of(
                "@SuppressWarnings({\"unchecked\", \"rawtypes\"})$W$T[]$L $L = new $T[$L.length]$L",
                innermost,
                brackets,
                name,
                generic.rawType(),
                like,
                brackets)));
        if (!indices.isEmpty()) {
            lines.add(assignment(part, indices, new Code(name)));
        }
    }

    private static int depth(String indices) {
        return (int) indices.chars().filter(c -> c == '[').count();
    }

    private static Line assignment(Flat flat, String indices, Code value) {
        return FormEmitter.simple(
                indices.isEmpty()
                        ? Code.of("$T $L = $L", JavaTypes.of(flat.type()), flat.name(), value)
                        : Code.of("$L$L = $L", flat.name(), indices, value));
    }

    /** A loop over the places of an array. */
    static Line loop(String index, Code array, List<Line> body) {
        Code head = Code.of("for (int $L = 0; $L < $L.length; $L++)", index, index, array, index);
        return new Line.Braced(head, body, List.of(), Origin.NONE);
    }
}
