package dev.leibniz.processor.frontend.read.collections;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import dev.leibniz.processor.frontend.read.MethodReader;
import dev.leibniz.processor.frontend.read.collections.StreamReader.Pipeline;
import dev.leibniz.processor.frontend.read.values.Exit;
import dev.leibniz.processor.frontend.read.values.HelperVariable;
import dev.leibniz.processor.frontend.read.values.JavaValue;
import dev.leibniz.processor.frontend.read.values.StatementEnd;
import dev.leibniz.processor.frontend.syntax.Syntax;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;

/** The results of streams, as loops: bit for bit those of the platform. */
final class StreamResults {
    private static final Set<String> LISTS = Set.of("toList", "toUnmodifiableList");

    private final MethodReader reader;
    private final MethodInvocationTree tree;
    private final StreamReader streams;
    private final StreamLoops loops;

    StreamResults(MethodReader reader, MethodInvocationTree tree) {
        this.reader = reader;
        this.tree = tree;
        this.streams = new StreamReader(reader);
        this.loops = new StreamLoops(reader);
    }

    JavaValue of(Pipeline pipeline, ExecutableElement callee, String name) {
        boolean isOfObjects = StreamReader.isOfObjects(callee);
        switch (callee.getSimpleName().toString()) {
            case "sum":
                Type type = StreamReader.elementType(callee);
                return JavaValue.of(type.isFloating() ? compensatedSum(pipeline) : sum(pipeline, type));
            case "count":
                return JavaValue.of(count(pipeline));
            case "toArray":
                if (!isOfObjects) {
                    return JavaValue.of(array(pipeline, StreamReader.elementType(callee)));
                }
                return objects(pipeline);
            case "toList":
                return list(pipeline);
            case "collect":
                if (!makesList(tree.getArguments())) {
                    throw streams.unsupported(tree);
                }
                return list(pipeline);
            case "forEach", "forEachOrdered":
                JavaValue action = function(0);
                loops.over(pipeline, Set.of(), each -> streams.call(action, callee, List.of(each), tree));
                return JavaValue.nothing();
            case "anyMatch":
                return JavaValue.of(matches(pipeline, callee, true, true, name));
            case "noneMatch":
                return JavaValue.of(matches(pipeline, callee, true, false, name));
            case "allMatch":
                return JavaValue.of(matches(pipeline, callee, false, false, name));
            case "reduce":
                if (tree.getArguments().size() == 2) {
                    return reduced(pipeline, callee, name);
                }
                break;
            default:
        }
        throw streams.unsupported(tree);
    }

    /** The result of a call on an optional: of the greatest element, or of another that need not be there. */
    JavaValue optional(
            Pipeline pipeline,
            MethodInvocationTree inner,
            ExecutableElement asked,
            ExecutableElement callee,
            String name) {
        Type type = StreamReader.elementType(asked);
        Found found;
        switch (asked.getSimpleName().toString()) {
            case "max", "min":
                if (StreamReader.isOfObjects(asked)) {
                    throw streams.unsupported(inner);
                }
                found = extreme(pipeline, asked.getSimpleName().toString(), type);
                break;
            case "average":
                found = average(pipeline, type);
                break;
            default:
                throw streams.unsupported(inner);
        }
        switch (callee.getSimpleName().toString()) {
            case "isPresent":
                return JavaValue.of(found.isThere());
            case "isEmpty":
                return JavaValue.of(reader.code().not(found.isThere()));
            case "orElse":
                Value other = reader.expressions()
                        .valueAs(tree.getArguments().get(0), found.value().type(), "");
                return JavaValue.of(reader.code().select(found.isThere(), found.value(), other));
            default:
                if (!tree.getArguments().isEmpty()) {
                    throw streams.unsupported(tree);
                }
                return JavaValue.of(present(found));
        }
    }

    /** An element, if there is one. */
    private record Found(Value isThere, Value value) {}

    private Value present(Found found) {
        reader.control()
                .branch(
                        found.isThere(),
                        () -> StatementEnd.NORMAL,
                        () -> {
                            String thrown = "new java.util.NoSuchElementException(\"No value present\")";
                            reader.add(new Stmt.Throw(
                                    thrown, List.of(), reader.code().origin()));
                            return StatementEnd.THROWN;
                        },
                        (Exit) null);
        return found.value();
    }

    private JavaValue function(int at) {
        ExpressionTree argument = tree.getArguments().get(at);
        JavaValue function = reader.expressions().read(argument, "");
        if (!function.isRecord()) {
            throw streams.unsupported(tree);
        }
        return function;
    }

    // Sums

    private Value sum(Pipeline pipeline, Type type) {
        HelperVariable sum = loops.slot("sum", Const.zero(type));
        loops.over(pipeline, Set.of(sum), each -> loops.set(sum, reader.code().plus(loops.get(sum), each.value())));
        return loops.taken(sum);
    }

    /** The sum that {@code DoubleStream} computes. */
    private Value compensatedSum(Pipeline pipeline) {
        HelperVariable sum = loops.slot("sum", Const.of(0.0));
        HelperVariable excess = loops.slot("excess", Const.of(0.0));
        HelperVariable simple = loops.slot("simpleSum", Const.of(0.0));
        loops.over(pipeline, Set.of(sum, excess, simple), each -> {
            Value next = step("add", loops.get(sum), loops.get(excess), each.value());
            loops.set(excess, step("excess", loops.get(sum), loops.get(excess), each.value()));
            loops.set(sum, next);
            loops.set(simple, reader.code().plus(loops.get(simple), each.value()));
        });
        return step("total", loops.taken(sum), loops.taken(excess), loops.taken(simple));
    }

    private Value step(String name, Value sum, Value excess, Value element) {
        return reader.code()
                .apply(
                        new Op.MathCall("dev.leibniz.runtime.arrays.CompensatedSum", name),
                        Type.DOUBLE,
                        sum,
                        excess,
                        element);
    }

    private Value count(Pipeline pipeline) {
        if (!pipeline.isFiltered()) {
            return reader.convert(pipeline.source().length(reader), Type.LONG, "");
        }
        HelperVariable count = loops.slot("count", Const.zero(Type.LONG));
        Const one = new Const(1L, Type.LONG, "");
        loops.over(
                pipeline, Set.of(count), each -> loops.set(count, reader.code().plus(loops.get(count), one)));
        return loops.taken(count);
    }

    private Found average(Pipeline pipeline, Type type) {
        Const one = new Const(1L, Type.LONG, "");
        Pipeline counted = pipeline;
        if (pipeline.isFiltered()) {
            // the elements are computed once, and kept for the two loops
            Value array = array(pipeline, type);
            counted = new Pipeline(
                    StreamSource.of(
                            reader,
                            JavaValue.of(array),
                            Const.of(0),
                            reader.code().length(array)),
                    List.of());
        }
        Value length = count(counted);
        Value sum = type.isFloating()
                ? compensatedSum(counted)
                : reader.convert(sum(asLongs(counted, type), Type.LONG), Type.DOUBLE, "");
        Value isThere = reader.code().compare(Op.Primitive.GT, length, Const.zero(Type.LONG));
        Value divisor = reader.convert(reader.code().apply(Op.math("max"), Type.LONG, length, one), Type.DOUBLE, "");
        return new Found(isThere, reader.code().over(sum, divisor));
    }

    /** Integers as they are added up for their average. */
    private Pipeline asLongs(Pipeline pipeline, Type type) {
        if (type.equals(Type.LONG)) {
            return pipeline;
        }
        Value array = array(pipeline, type);
        return new Pipeline(
                new StreamSource(
                        Const.of(0),
                        reader.code().length(array),
                        false,
                        (index, name) ->
                                JavaValue.of(reader.convert(reader.code().load("", array, index), Type.LONG, ""))),
                List.of());
    }

    // Others

    private Found extreme(Pipeline pipeline, String name, Type type) {
        boolean isMax = name.equals("max");
        HelperVariable isThere = loops.slot("isThere", Const.FALSE);
        HelperVariable best = loops.slot(
                name,
                type.isFloating()
                        ? Const.of(isMax ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY)
                        : new Const(least(type, isMax), type, ""));
        loops.over(pipeline, Set.of(best, isThere), each -> {
            loops.set(isThere, Const.TRUE);
            loops.set(best, reader.code().apply(Op.math(name), type, loops.get(best), each.value()));
        });
        return new Found(loops.taken(isThere), loops.taken(best));
    }

    private static Object least(Type type, boolean isMax) {
        if (type.equals(Type.INT)) {
            return isMax ? Integer.MIN_VALUE : Integer.MAX_VALUE;
        }
        return isMax ? Long.MIN_VALUE : Long.MAX_VALUE;
    }

    /** The elements in an array of their number. */
    Value array(Pipeline pipeline, Type type) {
        return array(pipeline, new Layout.Leaf(Type.arrayOf(type), true)).value();
    }

    /** {@code toArray(double[][]::new)}: arrays or records in an array. */
    private JavaValue objects(Pipeline pipeline) {
        boolean isNew = tree.getArguments().size() == 1
                && Syntax.strip(tree.getArguments().get(0)) instanceof MemberReferenceTree reference
                && reference.getMode() == MemberReferenceTree.ReferenceMode.NEW;
        if (!isNew) {
            throw streams.unsupported(tree);
        }
        Layout layout = reader.layoutOf(reader.javaType(tree), tree, true);
        boolean isFollowed = layout.isRecordArray()
                || layout instanceof Layout.Leaf leaf && leaf.type().rank() > 1;
        if (!isFollowed) {
            throw streams.unsupported(tree);
        }
        return array(pipeline, layout);
    }

    /** The array that stands for a list, where a list is only gone through and asked. */
    private JavaValue list(Pipeline pipeline) {
        Optional<Layout> element = new FixedLists(reader).elementOf(reader.javaType(tree));
        if (element.isEmpty() || !reader.awaitedLists().contains(tree)) {
            throw streams.unsupported(tree);
        }
        return array(pipeline, element.get().array());
    }

    /** Whether it is {@code Collectors.toList()}. */
    private boolean makesList(List<? extends ExpressionTree> collector) {
        return collector.size() == 1
                && Syntax.strip(collector.get(0)) instanceof MethodInvocationTree call
                && call.getArguments().isEmpty()
                && LISTS.contains(reader.executable(call.getMethodSelect())
                        .getSimpleName()
                        .toString());
    }

    private JavaValue array(Pipeline pipeline, Layout layout) {
        Value length = pipeline.source().length(reader);
        JavaValue array = reader.recordArrays().allocate(layout, List.of(length));
        if (!pipeline.isFiltered()) {
            loops.over(pipeline, Set.of(), (each, index) -> {
                Value from = pipeline.source().from();
                boolean isFirst = from instanceof Const start && start.is(0);
                store(array, isFirst ? index : reader.code().minus(index, from), each);
            });
            return array;
        }
        HelperVariable count = loops.slot("count", Const.of(0));
        loops.over(pipeline, Set.of(count), each -> {
            store(array, loops.get(count), each);
            loops.set(count, reader.code().plus(loops.get(count), Const.of(1)));
        });
        return reader.recordArrays().copyOfRange(array, Const.of(0), loops.taken(count));
    }

    private void store(JavaValue array, Value index, JavaValue element) {
        reader.recordArrays().store(array, index, element, tree);
    }

    /** {@code Arrays.setAll}: an element for each index. */
    void setAll(JavaValue array, ExecutableElement callee) {
        JavaValue generator = function(1);
        Value length = reader.code().length(array.leaves().get(0));
        Pipeline indices = new Pipeline(StreamSource.range(Const.of(0), length), List.of());
        loops.over(indices, Set.of(), (each, index) -> {
            JavaValue element = streams.call(generator, callee, List.of(each), tree);
            boolean isNumber = !array.isRecord() && array.value().type().rank() == 1;
            Type type = array.leaves().get(0).type().element();
            store(array, index, isNumber ? JavaValue.of(reader.convert(element.value(), type, "")) : element);
        });
    }

    /** Whether one element, or each of them, meets a condition; none is looked at once the answer is known. */
    private Value matches(Pipeline pipeline, ExecutableElement callee, boolean any, boolean answer, String name) {
        JavaValue condition = function(0);
        HelperVariable isOpen = loops.slot("isOpen", Const.TRUE);
        loops.over(pipeline, Set.of(isOpen), each -> {
            JavaValue open = reader.control()
                    .choose(
                            loops.get(isOpen),
                            JavaValue.of(Const.FALSE),
                            "",
                            () -> {
                                Value is = streams.call(condition, callee, List.of(each), tree)
                                        .value();
                                return JavaValue.of(any ? reader.code().not(is) : is);
                            },
                            () -> JavaValue.of(Const.FALSE));
            reader.set(isOpen, open);
        });
        Value open = loops.taken(isOpen);
        return answer ? reader.code().not(open) : open;
    }

    private JavaValue reduced(Pipeline pipeline, ExecutableElement callee, String name) {
        JavaValue identity = reader.expressions().read(tree.getArguments().get(0), name);
        JavaValue operation = function(1);
        HelperVariable result = new HelperVariable(name.isEmpty() ? "reduced" : name);
        boolean isNumber = !StreamReader.isOfObjects(callee);
        reader.set(
                result,
                isNumber
                        ? JavaValue.of(reader.convert(identity.value(), StreamReader.elementType(callee), ""))
                        : identity);
        loops.over(
                pipeline,
                Set.of(result),
                each -> reader.set(
                        result,
                        streams.call(
                                operation, callee, List.of(reader.environment().get(result), each), tree)));
        return reader.environment().remove(result);
    }
}
