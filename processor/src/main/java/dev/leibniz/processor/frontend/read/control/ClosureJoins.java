package dev.leibniz.processor.frontend.read.control;

import com.sun.source.tree.Tree;
import dev.leibniz.processor.frontend.read.program.MethodCode;
import dev.leibniz.processor.frontend.read.values.Closure;
import dev.leibniz.processor.frontend.read.values.ClosureTable;
import dev.leibniz.processor.frontend.read.values.JavaValue;
import dev.leibniz.processor.frontend.read.values.Unreadable;
import dev.leibniz.processor.frontend.scan.NullObjects;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.type.ExecutableType;

/** A variable that is one function on one way, and another on the other: behind both it is a choice. */
final class ClosureJoins {
    private final MethodCode reader;

    ClosureJoins(MethodCode reader) {
        this.reader = reader;
    }

    /** Two values of one variable, in one layout. */
    record Joined(JavaValue first, JavaValue second) {}

    /** Values of different layouts; the values that tell them apart are computed at the end of the second path. */
    Joined join(JavaValue first, JavaValue second) {
        if ((isAbsent(first) || isAbsent(second))
                && NullObjects.areMadeIn(reader.method().tree())) {
            throw problem(first, second, "it may be null behind a branch");
        } else if (isAbsent(first)) {
            return new Joined(JavaValue.undefined(second.layout()), second);
        } else if (isAbsent(second)) {
            return new Joined(first, JavaValue.undefined(first.layout()));
        } else if (!first.isRecord() || !second.isRecord()) {
            throw problem(first, second, "a variable holds it on one way, and an object that is not known on another");
        } else if (nameOf(first).equals(nameOf(second))) {
            throw problem(first, second, "a variable holds a record of it on one way, and of another on another way");
        }
        List<Layout.Record> alternatives = new ArrayList<>(alternatives(first.layout()));
        alternatives(second.layout()).stream()
                .filter(one -> !alternatives.contains(one))
                .forEach(alternatives::add);
        Layout layout = choice(alternatives);
        return new Joined(widened(first, layout, alternatives), widened(second, layout, alternatives));
    }

    private Unreadable problem(JavaValue first, JavaValue second, String what) {
        Tree at = table().placeOf(first.layout(), reader.file())
                .or(() -> table().placeOf(second.layout(), reader.file()))
                .orElse(reader.method().tree());
        return reader.problem(ProblemCode.FUNCTION_VALUE, at, what);
    }

    private static String nameOf(JavaValue datum) {
        return ((Layout.Record) datum.layout()).javaName();
    }

    /** Whether a variable has got no value yet, or null. */
    private static boolean isAbsent(JavaValue datum) {
        return !datum.isRecord()
                && datum.leaves().size() == 1
                && datum.leaves().get(0) instanceof Const constant
                && constant.isNull();
    }

    private List<Layout.Record> alternatives(Layout layout) {
        Optional<Closure> closure = table().find(layout);
        return closure.isPresent() && closure.get() instanceof Closure.Choice choice
                ? choice.alternatives()
                : List.of((Layout.Record) layout);
    }

    private Layout choice(List<Layout.Record> alternatives) {
        List<Layout.Field> fields = new ArrayList<>();
        fields.add(new Layout.Field("which", new Layout.Leaf(Type.INT, false)));
        for (int i = 0; i < alternatives.size(); i++) {
            fields.add(new Layout.Field(Closure.Choice.alternative(i), alternatives.get(i)));
        }
        ExecutableType type = alternatives.stream()
                .flatMap(one -> table().find(one).stream())
                .map(Closure::type)
                .findFirst()
                .orElseThrow(() -> reader.problem(
                        ProblemCode.FUNCTION_VALUE,
                        reader.method().tree(),
                        "a variable holds records of several classes"));
        List<Layout.Record> known = List.copyOf(alternatives);
        return new Layout.Record(table().nameOf(known, new Closure.Choice(type, known)), fields);
    }

    private JavaValue widened(JavaValue datum, Layout layout, List<Layout.Record> alternatives) {
        List<Layout.Record> own = alternatives(datum.layout());
        boolean isChoice = own.size() > 1;
        Value which = isChoice ? which(datum, own, alternatives) : Const.of(alternatives.indexOf(own.get(0)));
        List<JavaValue> parts = new ArrayList<>(List.of(JavaValue.of(which)));
        for (Layout.Record alternative : alternatives) {
            int at = own.indexOf(alternative);
            parts.add(
                    at < 0
                            ? JavaValue.undefined(alternative)
                            : isChoice ? datum.component(Closure.Choice.alternative(at)) : datum);
        }
        return JavaValue.record(layout, parts);
    }

    /** The number of a choice among more alternatives. */
    private Value which(JavaValue datum, List<Layout.Record> own, List<Layout.Record> alternatives) {
        Value old = datum.component("which").value();
        if (alternatives.subList(0, own.size()).equals(own)) {
            return old;
        }
        Value which = Const.of(alternatives.indexOf(own.get(0)));
        for (int i = 1; i < own.size(); i++) {
            Value isIt = reader.code().compare(Op.Primitive.EQ, old, Const.of(i));
            Value at = Const.of(alternatives.indexOf(own.get(i)));
            which = reader.code().apply(Op.Primitive.SELECT, Type.INT, isIt, at, which);
        }
        return which;
    }

    private ClosureTable table() {
        return reader.functions().closureTable();
    }
}
