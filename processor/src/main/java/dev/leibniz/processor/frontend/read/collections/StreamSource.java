package dev.leibniz.processor.frontend.read.collections;

import dev.leibniz.processor.frontend.read.MethodReader;
import dev.leibniz.processor.frontend.read.values.JavaValue;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;

/**
 * The source of the elements of a stream: a range of integers, and an element for each.
 *
 * @param to the first one behind the range; there is none if it is not greater than {@code from}
 * @param isRange whether the elements are the integers themselves
 */
record StreamSource(Value from, Value to, boolean isRange, Element element) {

    /** The reader of an element. */
    interface Element {
        JavaValue at(Value index, String name);
    }

    static StreamSource range(Value from, Value to) {
        return new StreamSource(from, to, true, (index, name) -> JavaValue.of(index));
    }

    static StreamSource of(MethodReader reader, JavaValue array, Value from, Value to) {
        return new StreamSource(
                from, to, false, (index, name) -> reader.recordArrays().element(array, index, name));
    }

    /** The number of elements. */
    Value length(MethodReader reader) {
        Value length =
                from instanceof Const start && start.is(0) ? to : reader.code().minus(to, from);
        return reader.code().apply(Op.math("max"), Type.INT, length, Const.of(0));
    }

    /** The first elements only. */
    StreamSource limited(MethodReader reader, int count) {
        Value length = reader.code().apply(Op.math("min"), Type.INT, length(reader), Const.of(count));
        return new StreamSource(from, reader.code().plus(from, length), isRange, element);
    }

    /** All but the first elements. */
    StreamSource skipping(MethodReader reader, int count) {
        Value skipped = reader.code().apply(Op.math("min"), Type.INT, length(reader), Const.of(count));
        return new StreamSource(reader.code().plus(from, skipped), to, isRange, element);
    }
}
