package dev.leibniz.processor.emit;

import com.palantir.javapoet.TypeName;
import dev.leibniz.processor.emit.FormParameters.Flat;
import dev.leibniz.processor.emit.statements.MethodPrinter;
import dev.leibniz.processor.emit.text.Code;
import dev.leibniz.processor.emit.text.JavaTypes;
import dev.leibniz.processor.emit.text.Line;
import dev.leibniz.processor.emit.text.Text;
import dev.leibniz.processor.ir.Layout;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The update of a caller's buffer: arrays in it were added to in place; a record with numbers is replaced by a new one, in its
 * place if it is in an array.
 */
final class RecordBuffers {
    private final Iterator<Text> gradients;
    private final Map<String, Flat> columns = new LinkedHashMap<>();
    private final MethodPrinter printer;
    private final List<Line> lines;

    /**
     * @param gradients of the numbers that are in no array, not added yet
     * @param columns the arrays of numbers that the buffer was taken apart into, as far as these are used
     */
    RecordBuffers(Iterator<Text> gradients, List<Flat> columns, MethodPrinter printer, List<Line> lines) {
        this.gradients = gradients;
        this.printer = printer;
        this.lines = lines;
        for (FormParameters.Flat flat : columns) {
            this.columns.put(flat.path(), flat);
        }
    }

    /** The buffer with the gradient in it. */
    Code filled(Layout layout, String buffer) {
        return filled(layout, buffer, "", "", lines);
    }

    /**
     * The same for a part of it.
     *
     * @param access the code that reads the part
     * @param path the path by which flat values are named
     * @param indices of the loops around
     */
    private Code filled(Layout layout, String access, String path, String indices, List<Line> into) {
        if (layout instanceof Layout.Leaf leaf) {
            if (!leaf.differentiated() || leaf.type().isArray()) {
                return new Code(access);
            }
            if (indices.isEmpty()) {
                return Code.of("$L + $L", access, gradients.next().atLeast(Text.PRODUCT));
            }
            Flat column = columns.get(path);
            return column == null ? new Code(access) : Code.of("$L$L", column.name(), indices);
        }
        Layout.Record record = (Layout.Record) layout;
        if (record.isArray()) {
            if (hasNumbers(record)) {
                elements(record, access, path, indices, into);
            }
            return new Code(access);
        }
        List<Code> components = new ArrayList<>();
        for (Layout.Field field : record.fields()) {
            String accessor = "." + field.access();
            components.add(filled(field.layout(), access + accessor, path + accessor, indices, into));
        }
        TypeName type = JavaTypes.named(record.javaName());
        return Code.of("new $T($L)", type, Code.join(components, "," + Code.WRAP));
    }

    private void elements(Layout.Record array, String access, String path, String indices, List<Line> into) {
        String index = printer.newName("i");
        String place = access + "[" + index + "]";
        Layout.Record element = array.element();
        List<Line> body = new ArrayList<>();
        Code filled = filled(element, place, path, indices + "[" + index + "]", body);
        if (!element.isArray() && hasOwnNumbers(element)) {
            body.add(FormEmitter.simple(Code.of("$L = $L", place, filled)));
        }
        into.add(RecordUnpacking.loop(index, new Code(access), body));
    }

    /** Whether records in it have to be replaced. */
    private static boolean hasNumbers(Layout.Record array) {
        Layout.Record element = array.element();
        return element.isArray() ? hasNumbers(element) : hasOwnNumbers(element) || hasArrayWithNumbers(element);
    }

    private static boolean hasArrayWithNumbers(Layout.Record record) {
        return record.fields().stream()
                .anyMatch(field -> field.layout() instanceof Layout.Record inner
                        && (inner.isArray() ? hasNumbers(inner) : hasArrayWithNumbers(inner)));
    }

    private static boolean hasOwnNumbers(Layout.Record record) {
        return record.fields().stream()
                .anyMatch(field -> field.layout() instanceof Layout.Record inner
                        ? !inner.isArray() && hasOwnNumbers(inner)
                        : field.layout() instanceof Layout.Leaf leaf
                                && leaf.differentiated()
                                && !leaf.type().isArray());
    }
}
