package dev.leibniz.processor.emit.statements;

import dev.leibniz.processor.emit.text.Code;
import dev.leibniz.processor.emit.text.JavaTypes;
import dev.leibniz.processor.emit.text.Text;
import dev.leibniz.processor.ir.Layout;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/** Takes records apart into the flat values of the IR, and puts them together again. */
public final class RecordPacking {
    /** Names that Java allows for no record component. */
    private static final Set<String> FORBIDDEN =
            Set.of("clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

    private RecordPacking() {}

    static boolean isForbiddenComponent(String name) {
        return FORBIDDEN.contains(name);
    }

    /** The value of each layout, made from as many of the flat values as it has leaves. */
    static List<Code> pack(List<Layout> layouts, List<Text> flat) {
        Iterator<Text> values = flat.iterator();
        return layouts.stream().map(layout -> pack(layout, values)).toList();
    }

    /** The value of a layout, made from the next flat values. */
    static Code pack(Layout layout, Iterator<Text> flat) {
        return build(layout, "", (leaf, path) -> flat.next().code());
    }

    public static Code neutral(Layout.Leaf leaf, Code primal) {
        if (!leaf.type().isDifferentiable()) {
            return primal;
        } else if (!leaf.type().isArray()) {
            return Code.of("0");
        } else if (leaf.type().rank() == 1) {
            return Code.of("new $T[$L.length]", JavaTypes.of(leaf.type().element()), primal);
        }
        return Code.of("$L.zerosLike($L)", ExpressionPrinter.BUFFERS, primal);
    }

    /** A value of a layout, with something for each leaf, which is found in another one by a path from {@code path} on. */
    public static Code build(Layout layout, String path, BiFunction<Layout.Leaf, String, Code> leaves) {
        if (layout instanceof Layout.Record record) {
            List<Code> components = record.fields().stream()
                    .map(field -> build(field.layout(), path + "." + field.access(), leaves))
                    .toList();
            return Code.of("new $T($L)", JavaTypes.named(record.javaName()), Code.join(components, "," + Code.WRAP));
        }
        return leaves.apply((Layout.Leaf) layout, path);
    }
}
