package dev.leibniz.processor.frontend.read.collections;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import dev.leibniz.processor.frontend.read.FunctionText;
import dev.leibniz.processor.frontend.read.MethodReader;
import dev.leibniz.processor.frontend.read.values.JavaValue;
import dev.leibniz.processor.frontend.syntax.Syntax;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * Reads sorting by numbers that a function computes of the elements: {@code Comparator.comparingDouble(f)}, perhaps {@code reversed()}. The
 * numbers are computed once for each element, then the elements go where the order of the numbers puts them; equal ones keep their order.
 */
final class KeySort {
    private static final Set<String> MAKERS = Set.of("comparingDouble", "comparingInt");

    private final MethodReader reader;
    private final MethodInvocationTree tree;

    /** @param tree the call that sorts */
    KeySort(MethodReader reader, MethodInvocationTree tree) {
        this.reader = reader;
        this.tree = tree;
    }

    /** The call that makes a comparator of a function, if one is made so. */
    private record Order(MethodInvocationTree maker, boolean isReversed) {}

    private Optional<Order> order(ExpressionTree comparator) {
        if (!(Syntax.strip(comparator) instanceof MethodInvocationTree call)) {
            return Optional.empty();
        }
        ExecutableElement callee = reader.executable(call.getMethodSelect());
        String name = callee.getSimpleName().toString();
        boolean isOfComparator =
                ((TypeElement) callee.getEnclosingElement()).getQualifiedName().contentEquals("java.util.Comparator");
        if (isOfComparator && name.equals("reversed") && call.getMethodSelect() instanceof MemberSelectTree select) {
            return order(select.getExpression()).map(order -> new Order(order.maker(), !order.isReversed()));
        }
        return isOfComparator && MAKERS.contains(name) ? Optional.of(new Order(call, false)) : Optional.empty();
    }

    /** Sorts an array, or a list that is one; false if the comparator is another. */
    boolean sort(JavaValue array, ExpressionTree comparator) {
        Optional<Order> found = order(comparator);
        if (found.isEmpty()) {
            return false;
        }
        MethodInvocationTree maker = found.get().maker();
        if (!new FunctionText(reader).computes(Syntax.strip(maker.getArguments().get(0)))) {
            return false; // the platform calls it as often as it likes
        }
        boolean isReversed = found.get().isReversed();
        StreamReader streams = new StreamReader(reader);
        StreamLoops loops = new StreamLoops(reader);
        JavaValue function = streams.function(maker.getArguments().get(0));
        Value length = reader.code().length(array.leaves().get(0));
        Value keys = reader.code().newArray("keys", Type.arrayOf(Type.DOUBLE), length);
        StreamSource elements = StreamSource.of(reader, array, Const.of(0), length);
        loops.over(new StreamReader.Pipeline(elements, List.of()), Set.of(), (each, index) -> {
            JavaValue key = streams.call(function, reader.executable(maker.getMethodSelect()), List.of(each), maker);
            Value number = reader.convert(key.value(), Type.DOUBLE, "");
            reader.code().store(keys, isReversed ? fromTheEnd(length, index) : index, number);
        });
        Value order = new SortReader(reader).order(keys, Const.of(0), length);
        JavaValue unsorted = reader.recordArrays().copyOfRange(array, Const.of(0), length);
        StreamSource places = StreamSource.range(Const.of(0), length);
        loops.over(new StreamReader.Pipeline(places, List.of()), Set.of(), (each, index) -> {
            Value place = reader.code().load("", order, isReversed ? fromTheEnd(length, index) : index);
            Value from = isReversed ? fromTheEnd(length, place) : place;
            JavaValue element = reader.recordArrays().element(unsorted, from, "");
            reader.recordArrays().store(array, index, element, tree);
        });
        return true;
    }

    /** Elements that are equal keep their order if both the keys and the order they are sorted to are read backwards. */
    private Value fromTheEnd(Value length, Value index) {
        return reader.code().minus(reader.code().minus(length, Const.of(1)), index);
    }
}
