package dev.leibniz.processor.frontend.read.collections;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import dev.leibniz.processor.frontend.library.ConstantObjects;
import dev.leibniz.processor.frontend.read.ArrayReader;
import dev.leibniz.processor.frontend.read.MethodReader;
import dev.leibniz.processor.frontend.read.values.Closure;
import dev.leibniz.processor.frontend.read.values.JavaValue;
import dev.leibniz.processor.frontend.read.values.Unreadable;
import dev.leibniz.processor.frontend.syntax.Syntax;
import dev.leibniz.processor.frontend.types.Layouts;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.problem.ProblemCode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Reads streams over arrays, ranges and constant lists as the loops that they are. */
public final class StreamReader {
    private static final Set<String> STREAMS = Set.of(
            "java.util.stream.DoubleStream",
            "java.util.stream.IntStream",
            "java.util.stream.LongStream",
            "java.util.stream.Stream");
    private static final Set<String> OPTIONALS =
            Set.of("java.util.OptionalDouble", "java.util.OptionalInt", "java.util.OptionalLong");
    private static final Set<String> MAPS =
            Set.of("map", "mapToDouble", "mapToInt", "mapToLong", "mapToObj", "asDoubleStream", "asLongStream");
    private static final Set<String> STAGES = Set.of("filter", "boxed", "sequential", "limit", "skip");
    private static final Set<String> RESULTS = Set.of(
            "sum",
            "count",
            "toArray",
            "forEach",
            "forEachOrdered",
            "anyMatch",
            "noneMatch",
            "allMatch",
            "reduce",
            "max",
            "min",
            "average");

    private final MethodReader reader;

    public StreamReader(MethodReader reader) {
        this.reader = reader;
    }

    /** A function that is applied to each element, or a condition that it has to meet. */
    record Stage(JavaValue function, ExecutableElement callee, MethodInvocationTree tree) {
        boolean isFilter() {
            return callee.getSimpleName().contentEquals("filter");
        }
    }

    /** A stream up to the call that asks for its result. */
    record Pipeline(StreamSource source, List<Stage> stages) {
        boolean isFiltered() {
            return stages.stream().anyMatch(Stage::isFilter);
        }
    }

    static boolean isStream(TypeElement owner) {
        return STREAMS.contains(owner.getQualifiedName().toString());
    }

    private static boolean isOptional(TypeElement owner) {
        return OPTIONALS.contains(owner.getQualifiedName().toString());
    }

    /** The result of a stream; empty if the call is none, or if the elements come from where they are constants. */
    public Optional<JavaValue> read(
            MethodInvocationTree tree, ExecutableElement callee, TypeElement owner, String name) {
        if (isOptional(owner) && receiver(tree) instanceof MethodInvocationTree inner) {
            ExecutableElement asked = reader.executable(inner.getMethodSelect());
            if (isStream((TypeElement) asked.getEnclosingElement())) {
                return pipeline(inner)
                        .map(pipeline ->
                                new StreamResults(reader, tree).optional(pipeline, inner, asked, callee, name));
            }
        }
        return isStream(owner)
                ? pipeline(tree).map(pipeline -> new StreamResults(reader, tree).of(pipeline, callee, name))
                : Optional.empty();
    }

    private static ExpressionTree receiver(MethodInvocationTree tree) {
        return tree.getMethodSelect() instanceof MemberSelectTree select
                ? Syntax.strip(select.getExpression())
                : tree.getMethodSelect();
    }

    /** The pipeline that leads to the stream that a method is called on. */
    private Optional<Pipeline> pipeline(MethodInvocationTree last) {
        Deque<MethodInvocationTree> calls = new ArrayDeque<>();
        ExpressionTree tree = receiver(last);
        while (tree instanceof MethodInvocationTree call) {
            calls.push(call);
            ExecutableElement callee = reader.executable(call.getMethodSelect());
            TypeElement owner = (TypeElement) callee.getEnclosingElement();
            if (!isStream(owner) || callee.getModifiers().contains(Modifier.STATIC)) {
                break;
            }
            tree = receiver(call);
        }
        if (calls.isEmpty() || !areUnderstood(calls, last)) {
            return Optional.empty();
        }
        StreamSource source = source(calls.pop());
        List<Stage> stages = new ArrayList<>();
        Pipeline pipeline = new Pipeline(source, stages);
        for (MethodInvocationTree call : calls) {
            pipeline = with(pipeline, call);
        }
        return Optional.of(pipeline);
    }

    private boolean areUnderstood(Deque<MethodInvocationTree> calls, MethodInvocationTree last) {
        ExecutableElement first = reader.executable(calls.getFirst().getMethodSelect());
        String owner =
                ((TypeElement) first.getEnclosingElement()).getQualifiedName().toString();
        String name = first.getSimpleName().toString();
        boolean isArray = owner.equals("java.util.Arrays") && name.equals("stream");
        boolean isOf = STREAMS.contains(owner) && name.equals("of");
        boolean isRange = name.equals("range") || name.equals("rangeClosed");
        boolean isList = name.equals("stream")
                && ConstantObjects.isCollection((TypeElement) first.getEnclosingElement())
                && !isArray;
        if (STREAMS.contains(owner) && !isOf && !isRange) {
            throw unsupported(calls.getFirst());
        }
        return isArray
                || isOf
                || owner.equals("java.util.stream.IntStream") && isRange
                || isList && calls.stream().anyMatch(this::takesLambda) && areComputed(calls, last);
    }

    /** Whether the operations on the elements of a collection are written as a loop; else they are constants, and the platform does it. */
    private boolean areComputed(Deque<MethodInvocationTree> calls, MethodInvocationTree last) {
        return RESULTS.contains(nameOf(last))
                && !(isOfObjects(reader.executable(last.getMethodSelect()))
                        && nameOf(last).startsWith("m"))
                && calls.stream().skip(1).allMatch(this::isComputed);
    }

    private boolean isComputed(MethodInvocationTree stage) {
        String name = nameOf(stage);
        boolean isSortOfNumbers = name.equals("sorted") && !isOfObjects(reader.executable(stage.getMethodSelect()));
        return MAPS.contains(name) || STAGES.contains(name) || isSortOfNumbers;
    }

    private String nameOf(MethodInvocationTree call) {
        return reader.executable(call.getMethodSelect()).getSimpleName().toString();
    }

    /** Whether something is computed of the elements; else a constant collection is asked as it is. */
    private boolean takesLambda(MethodInvocationTree call) {
        return call.getArguments().stream().anyMatch(reader.closures()::mayBeKnown);
    }

    // Sources

    private StreamSource source(MethodInvocationTree tree) {
        ExecutableElement callee = reader.executable(tree.getMethodSelect());
        String name = callee.getSimpleName().toString();
        if (name.startsWith("range")) {
            Value from = reader.expressions().valueAs(tree.getArguments().get(0), Type.INT, "");
            Value to = reader.expressions().valueAs(tree.getArguments().get(1), Type.INT, "");
            return StreamSource.range(
                    from, name.equals("range") ? to : reader.code().plus(to, Const.of(1)));
        } else if (name.equals("of")) {
            return all(elements(tree, callee));
        } else if (!callee.getModifiers().contains(Modifier.STATIC)) {
            return list(tree);
        }
        JavaValue array = reader.expressions().read(tree.getArguments().get(0), "");
        if (tree.getArguments().size() == 1) {
            return all(array);
        }
        Value from = reader.expressions().valueAs(tree.getArguments().get(1), Type.INT, "");
        Value to = reader.expressions().valueAs(tree.getArguments().get(2), Type.INT, "");
        requireRange(from, to);
        return StreamSource.of(reader, array, from, to);
    }

    /** The check of a range that the platform does: a range must not end before it begins. */
    private void requireRange(Value from, Value to) {
        if (from instanceof Const && to instanceof Const) {
            return;
        }
        reader.throwIf(
                reader.code().compare(Op.Primitive.GT, from, to),
                "new java.lang.ArrayIndexOutOfBoundsException(\"origin(\" + $0 + \") > fence(\" + $1 + \")\")",
                List.of(from, to));
    }

    private StreamSource all(JavaValue array) {
        Value length = reader.code().length(array.leaves().get(0));
        return StreamSource.of(reader, array, Const.of(0), length);
    }

    /** The arguments of {@code DoubleStream.of}, or the one that they are in. */
    private JavaValue elements(MethodInvocationTree tree, ExecutableElement callee) {
        if (isOfObjects(callee)) {
            return objects(tree);
        }
        JavaValue given = reader.calls().byComponents(tree, callee).get(0);
        if (callee.isVarArgs()) {
            return given;
        }
        Value array = reader.code().newArray("", Type.arrayOf(given.value().type()), Const.of(1));
        reader.code().store(array, Const.of(0), given.value());
        return JavaValue.of(array);
    }

    /** The arguments of {@code Stream.of}, or the array that they are in. */
    private JavaValue objects(MethodInvocationTree tree) {
        TypeMirror type = Layouts.withoutCapture(
                ((DeclaredType) reader.javaType(tree)).getTypeArguments().get(0));
        List<? extends ExpressionTree> given = tree.getArguments();
        boolean isArray = given.size() == 1
                && reader.javaType(given.get(0)) instanceof ArrayType array
                && array.getComponentType().toString().equals(type.toString());
        if (isArray) {
            return reader.expressions().read(given.get(0), "");
        }
        Layout elements = reader.closures().layoutOf(type, tree).array();
        return elements instanceof Layout.Leaf leaf
                ? JavaValue.of(new ArrayReader(reader).of(leaf.type(), given, ""))
                : reader.recordArrays().of(elements, given);
    }

    private StreamSource list(MethodInvocationTree tree) {
        TypeMirror type =
                ((DeclaredType) reader.javaType(tree)).getTypeArguments().get(0);
        ExpressionTree collection = receiver(tree);
        Iterated elements = Iterated.of(collection, type, tree, reader);
        Layout layout = reader.layoutOf(Layouts.withoutCapture(type), tree, false);
        return new StreamSource(
                Const.of(0), elements.length(), false, (index, name) -> elements.element(index, layout, name));
    }

    /** {@code Arrays.setAll}. */
    public void setAll(MethodInvocationTree tree, ExecutableElement callee) {
        JavaValue array = reader.expressions().read(tree.getArguments().get(0), "");
        boolean isFollowed =
                array.leaves().stream().allMatch(leaf -> leaf.type().leaf() instanceof Type.Scalar);
        if (!isFollowed) {
            throw reader.problem(ProblemCode.UNKNOWN_ARRAY_FUNCTION, tree, "Arrays.setAll");
        }
        new StreamResults(reader, tree).setAll(array, callee);
    }

    // Stages

    private Pipeline with(Pipeline pipeline, MethodInvocationTree tree) {
        ExecutableElement callee = reader.executable(tree.getMethodSelect());
        String name = callee.getSimpleName().toString();
        List<? extends ExpressionTree> arguments = tree.getArguments();
        if (MAPS.contains(name) || name.equals("filter")) {
            List<Stage> stages = new ArrayList<>(pipeline.stages());
            JavaValue function = arguments.isEmpty() ? JavaValue.nothing() : function(arguments.get(0));
            stages.add(new Stage(function, callee, tree));
            return new Pipeline(pipeline.source(), stages);
        } else if (name.equals("boxed") || name.equals("sequential")) {
            return pipeline;
        } else if ((name.equals("limit") || name.equals("skip")) && !pipeline.isFiltered()) {
            Optional<Integer> count = constant(arguments.get(0));
            if (count.isPresent()) {
                StreamSource source = pipeline.source();
                return new Pipeline(
                        name.equals("limit")
                                ? source.limited(reader, count.get())
                                : source.skipping(reader, count.get()),
                        pipeline.stages());
            }
        } else if (name.equals("sorted") && arguments.isEmpty() && !isOfObjects(callee)) {
            Value array = new StreamResults(reader, tree).array(pipeline, elementType(callee));
            if (array.type().element().isFloating()) {
                new SortReader(reader).sort(array, Const.of(0), reader.code().length(array), tree);
                return new Pipeline(all(JavaValue.of(array)), List.of());
            }
        }
        throw unsupported(tree);
    }

    private static Optional<Integer> constant(ExpressionTree tree) {
        return Syntax.strip(tree) instanceof LiteralTree literal
                        && literal.getValue() instanceof Number number
                        && number.longValue() == number.intValue()
                ? Optional.of(number.intValue())
                : Optional.empty();
    }

    static boolean isOfObjects(ExecutableElement callee) {
        return ((TypeElement) callee.getEnclosingElement()).getSimpleName().contentEquals("Stream");
    }

    /** The type of the elements of a stream of numbers. */
    static Type elementType(ExecutableElement callee) {
        String owner = callee.getEnclosingElement().getSimpleName().toString();
        return owner.equals("DoubleStream") ? Type.DOUBLE : owner.equals("IntStream") ? Type.INT : Type.LONG;
    }

    Unreadable unsupported(MethodInvocationTree tree) {
        return reader.problem(
                ProblemCode.STREAM,
                tree,
                reader.executable(tree.getMethodSelect()).getSimpleName());
    }

    JavaValue function(ExpressionTree tree) {
        JavaValue function = reader.expressions().read(tree, "");
        if (!function.isRecord()) {
            throw reader.problem(ProblemCode.FUNCTION_VALUE, tree, "which one it is, is not known here");
        }
        return function;
    }

    /** The value that one stage makes of an element. */
    JavaValue mapped(Stage stage, JavaValue element) {
        String name = stage.callee().getSimpleName().toString();
        if (name.startsWith("as")) {
            Type type = name.equals("asDoubleStream") ? Type.DOUBLE : Type.LONG;
            return JavaValue.of(reader.convert(element.value(), type, ""));
        }
        return call(stage.function(), stage.callee(), List.of(element), stage.tree());
    }

    /** Calls a function that was handed to a method of a stream. */
    JavaValue call(JavaValue function, ExecutableElement callee, List<JavaValue> arguments, MethodInvocationTree tree) {
        TypeMirror type =
                callee.getParameters().get(callee.getParameters().size() - 1).asType();
        ExecutableElement method =
                reader.home().functionalTypes().methodOf(type).orElseThrow(() -> unsupported(tree));
        return reader.calls().ofFunction(function, method, arguments, tree, "");
    }

    /** The name that the first function gives the elements; "" if it has none. */
    String nameOfElements(Pipeline pipeline) {
        Optional<Closure> first = pipeline.stages().isEmpty()
                ? Optional.empty()
                : reader.functions()
                        .closureTable()
                        .find(pipeline.stages().get(0).function().layout());
        return first.filter(closure -> closure instanceof Closure.Lambda lambda
                        && lambda.parameters().size() == 1)
                .map(closure ->
                        ((Closure.Lambda) closure).parameters().get(0).getName().toString())
                .orElse("");
    }
}
