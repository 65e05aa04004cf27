package dev.leibniz.processor.frontend.read.collections;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import dev.leibniz.processor.frontend.read.MethodReader;
import dev.leibniz.processor.frontend.read.collections.StreamReader.Pipeline;
import dev.leibniz.processor.frontend.read.collections.StreamReader.Stage;
import dev.leibniz.processor.frontend.read.control.Carried;
import dev.leibniz.processor.frontend.read.values.Datum;
import dev.leibniz.processor.frontend.read.values.Exit;
import dev.leibniz.processor.frontend.read.values.Flow;
import dev.leibniz.processor.frontend.read.values.Slot;
import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javax.lang.model.element.ExecutableElement;

/** What streams are asked for, as loops: bit for bit what the platform computes. */
final class StreamResults {
    private final MethodReader reader;
    private final MethodInvocationTree tree;
    private final StreamReader streams;

    StreamResults(MethodReader reader, MethodInvocationTree tree) {
        this.reader = reader;
        this.tree = tree;
        this.streams = new StreamReader(reader);
    }

    Datum of(Pipeline pipeline, ExecutableElement callee, String name) {
        boolean isOfObjects = StreamReader.isOfObjects(callee);
        switch (callee.getSimpleName().toString()) {
            case "sum":
                Type type = StreamReader.elementType(callee);
                return Datum.of(type.isFloating() ? compensatedSum(pipeline) : sum(pipeline, type));
            case "count":
                return Datum.of(count(pipeline));
            case "toArray":
                if (!isOfObjects) {
                    return Datum.of(array(pipeline, StreamReader.elementType(callee)));
                }
                break;
            case "forEach", "forEachOrdered":
                Datum action = function(0);
                loop(pipeline, Set.of(), each -> streams.call(action, callee, List.of(each), tree));
                return Datum.nothing();
            case "anyMatch":
                return Datum.of(matches(pipeline, callee, true, true, name));
            case "noneMatch":
                return Datum.of(matches(pipeline, callee, true, false, name));
            case "allMatch":
                return Datum.of(matches(pipeline, callee, false, false, name));
            case "reduce":
                if (tree.getArguments().size() == 2) {
                    return reduced(pipeline, callee, name);
                }
                break;
            default:
        }
        throw streams.unsupported(tree);
    }

    /** What becomes of the greatest element, or of another that need not be there. */
    Datum optional(
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
                return Datum.of(found.isThere());
            case "isEmpty":
                return Datum.of(reader.code().not(found.isThere()));
            case "orElse":
                Value other = reader.expressions()
                        .valueAs(tree.getArguments().get(0), found.value().type(), "");
                return Datum.of(reader.code().select(found.isThere(), found.value(), other));
            default:
                if (!tree.getArguments().isEmpty()) {
                    throw streams.unsupported(tree);
                }
                return Datum.of(present(found));
        }
    }

    /** An element, if there is one. */
    private record Found(Value isThere, Value value) {}

    private Value present(Found found) {
        reader.control()
                .branch(
                        found.isThere(),
                        () -> Flow.NORMAL,
                        () -> {
                            String thrown = "new java.util.NoSuchElementException(\"No value present\")";
                            reader.add(new Stmt.Throw(
                                    thrown, List.of(), reader.code().origin()));
                            return Flow.THROWN;
                        },
                        (Exit) null);
        return found.value();
    }

    private Datum function(int at) {
        ExpressionTree argument = tree.getArguments().get(at);
        Datum function = reader.expressions().read(argument, "");
        if (!function.isRecord()) {
            throw streams.unsupported(tree);
        }
        return function;
    }

    // Loops

    /** @param changed the variables that change from one element to the next */
    private void loop(Pipeline pipeline, Set<Slot> changed, Consumer<Datum> each) {
        loop(pipeline, changed, (element, index) -> each.accept(element));
    }

    private interface Body {
        void read(Datum element, Value index);
    }

    private void loop(Pipeline pipeline, Set<Slot> changed, Body each) {
        BlockBuilder outer = reader.code();
        Carried carried = Carried.of(reader.environment(), changed);
        reader.switchTo(outer.nested(), carried.inside());
        String name = streams.nameOfElements(pipeline);
        Var index = new Var(pipeline.source().isRange() ? name : "", Type.INT);
        Datum first = pipeline.source().element().at(index, name);
        stage(pipeline.stages(), first, element -> each.read(element, index));
        List<Value> yields = carried.next(reader, Flow.NORMAL);
        BlockBuilder inner = reader.code();
        reader.switchTo(outer, carried.after());
        outer.add(new Loop.For(
                index,
                pipeline.source().from(),
                Op.Primitive.LT,
                pipeline.source().to(),
                1,
                carried.params(),
                carried.inits(),
                inner.build(yields),
                carried.results(),
                outer.origin()));
    }

    private void stage(List<Stage> stages, Datum element, Consumer<Datum> end) {
        if (stages.isEmpty()) {
            end.accept(element);
            return;
        }
        Stage stage = stages.get(0);
        List<Stage> rest = stages.subList(1, stages.size());
        Datum mapped = streams.mapped(stage, element);
        if (!stage.isFilter()) {
            stage(rest, mapped, end);
            return;
        }
        reader.control()
                .branch(
                        mapped.value(),
                        () -> {
                            stage(rest, element, end);
                            return Flow.NORMAL;
                        },
                        () -> Flow.NORMAL,
                        (Exit) null);
    }

    private Slot slot(String name, Value initial) {
        Slot slot = new Slot(name);
        reader.set(slot, Datum.of(initial));
        return slot;
    }

    private Value get(Slot slot) {
        return reader.environment().get(slot).value();
    }

    private Value taken(Slot slot) {
        return reader.environment().remove(slot).value();
    }

    private void set(Slot slot, Value value) {
        reader.set(slot, Datum.of(value));
    }

    // Sums

    private Value sum(Pipeline pipeline, Type type) {
        Slot sum = slot("sum", Const.zero(type));
        loop(pipeline, Set.of(sum), each -> set(sum, reader.code().plus(get(sum), each.value())));
        return taken(sum);
    }

    /** The sum that {@code DoubleStream} computes. */
    private Value compensatedSum(Pipeline pipeline) {
        Slot sum = slot("sum", Const.of(0.0));
        Slot excess = slot("excess", Const.of(0.0));
        Slot simple = slot("simpleSum", Const.of(0.0));
        loop(pipeline, Set.of(sum, excess, simple), each -> {
            Value next = step("add", get(sum), get(excess), each.value());
            set(excess, step("excess", get(sum), get(excess), each.value()));
            set(sum, next);
            set(simple, reader.code().plus(get(simple), each.value()));
        });
        return step("total", taken(sum), taken(excess), taken(simple));
    }

    private Value step(String name, Value sum, Value excess, Value element) {
        return reader.code()
                .apply(new Op.MathCall("dev.leibniz.runtime.CompensatedSum", name), Type.DOUBLE, sum, excess, element);
    }

    private Value count(Pipeline pipeline) {
        if (!pipeline.isFiltered()) {
            return reader.convert(pipeline.source().length(reader), Type.LONG, "");
        }
        Slot count = slot("count", Const.zero(Type.LONG));
        Const one = new Const(1L, Type.LONG, "");
        loop(pipeline, Set.of(count), each -> set(count, reader.code().plus(get(count), one)));
        return taken(count);
    }

    private Found average(Pipeline pipeline, Type type) {
        Const one = new Const(1L, Type.LONG, "");
        Pipeline counted = pipeline;
        if (pipeline.isFiltered()) {
            // the elements are computed once, and kept for the two loops
            Value array = array(pipeline, type);
            counted = new Pipeline(
                    StreamSource.of(
                            reader, Datum.of(array), Const.of(0), reader.code().length(array)),
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
                        (index, name) -> Datum.of(reader.convert(reader.code().load("", array, index), Type.LONG, ""))),
                List.of());
    }

    // Others

    private Found extreme(Pipeline pipeline, String name, Type type) {
        boolean isMax = name.equals("max");
        Slot isThere = slot("isThere", Const.FALSE);
        Slot best = slot(
                name,
                type.isFloating()
                        ? Const.of(isMax ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY)
                        : new Const(least(type, isMax), type, ""));
        loop(pipeline, Set.of(best, isThere), each -> {
            set(isThere, Const.TRUE);
            set(best, reader.code().apply(Op.math(name), type, get(best), each.value()));
        });
        return new Found(taken(isThere), taken(best));
    }

    private static Object least(Type type, boolean isMax) {
        if (type.equals(Type.INT)) {
            return isMax ? Integer.MIN_VALUE : Integer.MAX_VALUE;
        }
        return isMax ? Long.MIN_VALUE : Long.MAX_VALUE;
    }

    /** The elements in an array of their number. */
    Value array(Pipeline pipeline, Type type) {
        Value length = pipeline.source().length(reader);
        Value array = reader.code().newArray("", Type.arrayOf(type), length);
        if (!pipeline.isFiltered()) {
            loop(pipeline, Set.of(), (each, index) -> {
                Value from = pipeline.source().from();
                boolean isFirst = from instanceof Const start && start.is(0);
                store(array, isFirst ? index : reader.code().minus(index, from), each.value());
            });
            return array;
        }
        Slot count = slot("count", Const.of(0));
        loop(pipeline, Set.of(count), each -> {
            store(array, get(count), each.value());
            set(count, reader.code().plus(get(count), Const.of(1)));
        });
        return reader.let("", new Expr.CopyOfRange(array, Const.of(0), taken(count)));
    }

    private void store(Value array, Value index, Value value) {
        Stmt.Store store = new Stmt.Store(array, index, value, reader.code().origin());
        reader.add(store);
        reader.functions().notes().wrote(store, reader.file(), tree);
    }

    /** Whether one element, or each of them, meets a condition; none is looked at once the answer is known. */
    private Value matches(Pipeline pipeline, ExecutableElement callee, boolean any, boolean answer, String name) {
        Datum condition = function(0);
        Slot isOpen = slot("isOpen", Const.TRUE);
        loop(pipeline, Set.of(isOpen), each -> {
            Datum open = reader.control()
                    .choose(
                            get(isOpen),
                            Datum.of(Const.FALSE),
                            "",
                            () -> {
                                Value is = streams.call(condition, callee, List.of(each), tree)
                                        .value();
                                return Datum.of(any ? reader.code().not(is) : is);
                            },
                            () -> Datum.of(Const.FALSE));
            reader.set(isOpen, open);
        });
        Value open = taken(isOpen);
        return answer ? reader.code().not(open) : open;
    }

    private Datum reduced(Pipeline pipeline, ExecutableElement callee, String name) {
        Datum identity = reader.expressions().read(tree.getArguments().get(0), name);
        Datum operation = function(1);
        Slot result = new Slot(name.isEmpty() ? "reduced" : name);
        boolean isNumber = !StreamReader.isOfObjects(callee);
        reader.set(
                result,
                isNumber ? Datum.of(reader.convert(identity.value(), StreamReader.elementType(callee), "")) : identity);
        loop(
                pipeline,
                Set.of(result),
                each -> reader.set(
                        result,
                        streams.call(
                                operation, callee, List.of(reader.environment().get(result), each), tree)));
        return reader.environment().remove(result);
    }
}
