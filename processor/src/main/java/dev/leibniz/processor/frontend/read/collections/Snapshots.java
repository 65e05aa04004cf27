package dev.leibniz.processor.frontend.read.collections;

import dev.leibniz.processor.frontend.read.MethodReader;
import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Copies of collections, made where they stand if collections change: later computations see them as they were then. */
public final class Snapshots {
    private static final Map<String, String> COPIES = Map.ofEntries(
            Map.entry("java.util.Collection", "ArrayList"),
            Map.entry("java.util.List", "ArrayList"),
            Map.entry("java.util.ArrayList", "ArrayList"),
            Map.entry("java.util.LinkedList", "LinkedList"),
            Map.entry("java.util.ArrayDeque", "ArrayDeque"),
            Map.entry("java.util.Set", "LinkedHashSet"),
            Map.entry("java.util.HashSet", "LinkedHashSet"),
            Map.entry("java.util.LinkedHashSet", "LinkedHashSet"),
            Map.entry("java.util.SortedSet", "TreeSet"),
            Map.entry("java.util.TreeSet", "TreeSet"),
            Map.entry("java.util.Map", "LinkedHashMap"),
            Map.entry("java.util.HashMap", "LinkedHashMap"),
            Map.entry("java.util.LinkedHashMap", "LinkedHashMap"),
            Map.entry("java.util.SortedMap", "TreeMap"),
            Map.entry("java.util.TreeMap", "TreeMap"));

    private final MethodReader reader;

    public Snapshots(MethodReader reader) {
        this.reader = reader;
    }

    /** The arguments to call a method with if its derivative is to get the same ones. */
    public List<Value> of(Callee callee, List<Value> arguments) {
        boolean runsAgain = callee instanceof Callee.External external && external.reverse() != null;
        if (!runsAgain || !reader.home().changesCollections()) {
            return arguments;
        }
        List<Value> given = new ArrayList<>();
        for (Value argument : arguments) {
            String copy = argument instanceof Var && argument.type() instanceof Type.Opaque object
                    ? COPIES.get(object.javaName().replaceFirst("<.*", ""))
                    : null;
            given.add(
                    copy == null
                            ? argument
                            : made("$0 == null ? null : new java.util." + copy + "<>($0)", argument, argument.type()));
        }
        return given;
    }

    /** The object that a code text makes of an object as it is now. */
    Value made(String text, Value object, Type type) {
        Var copy = new Var("", type);
        reader.add(new Stmt.Call(
                Callee.External.text(
                        text, List.of(new Layout.Leaf(object.type(), false)), new Layout.Leaf(type, false)),
                List.of(object),
                List.of(copy),
                reader.code().origin()));
        return copy;
    }
}
