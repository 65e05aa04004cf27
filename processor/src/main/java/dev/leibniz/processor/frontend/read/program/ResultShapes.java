package dev.leibniz.processor.frontend.read.program;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import dev.leibniz.processor.frontend.host.SourceText;
import dev.leibniz.processor.frontend.host.WrittenFile;
import dev.leibniz.processor.frontend.read.values.JavaValue;
import dev.leibniz.processor.frontend.read.values.Unreadable;
import dev.leibniz.processor.frontend.scan.TouchedIndices;
import dev.leibniz.processor.frontend.syntax.WriteScanner;
import dev.leibniz.processor.frontend.types.Annotations;
import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.problem.ProblemCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * Makes the arrays that a method fills: as long as the annotation says or, if it says nothing, as the elements need that the method
 * touches; else like the only array among the other parameters.
 */
public final class ResultShapes {
    private final MethodCode reader;
    private final Map<String, JavaValue> parameters;

    /** @param parameters the parameters that are no results, by their names, in order */
    public ResultShapes(MethodCode reader, Map<String, JavaValue> parameters) {
        this.reader = reader;
        this.parameters = parameters;
    }

    /** A new array for a result. */
    public Value array(VariableTree parameter, Element element, Type type) {
        TouchedIndices touched = TouchedIndices.of(reader.method(), element, type.rank());
        if (touched.isAssigned(element)) {
            throw reader.problem(
                    ProblemCode.BAD_RESULT,
                    parameter,
                    parameter.getName(),
                    "the method makes it another array, of which its caller does not know");
        }
        List<String> written = Annotations.shapeOf(element);
        if (!written.isEmpty()) {
            return said(written, parameter, type);
        }
        Optional<Value> told = touched.isSure() ? told(touched, parameter, type) : Optional.empty();
        return told.or(() -> likeTheOnlyArray(parameter, type))
                .orElseThrow(() ->
                        reader.problem(ProblemCode.RESULT_SHAPE, parameter, parameter.getName(), example(type.rank())));
    }

    private static String example(int rank) {
        return rank == 1 ? "\"n\"" : "{\"rows\"" + ", \"columns\"".repeat(rank - 1) + "}";
    }

    // Shapes from the annotation

    private Value said(List<String> shape, VariableTree parameter, Type type) {
        List<Value> lengths = new ArrayList<>();
        for (String text : shape) {
            BlockBuilder code = reader.code();
            ShapeExpression expressions = expressions(code, parameters, name -> null);
            try {
                ExpressionTree tree = parsed(text);
                JavaValue datum = expressions.read(tree);
                if (shape.size() == 1 && isArray(datum)) {
                    return like(datum, parameter, type)
                            .orElseThrow(() -> objection(parameter, text, "is no array of that rank"));
                }
                lengths.add(expressions.length(tree));
            } catch (ShapeExpression.Unknown e) {
                throw objection(parameter, text, "is no integer expression over the other parameters");
            }
        }
        if (lengths.size() != type.rank()) {
            throw objection(
                    parameter,
                    String.join(", ", shape),
                    "is of " + lengths.size() + " dimension" + (lengths.size() == 1 ? "" : "s") + ", the array of "
                            + type.rank());
        }
        return reader.code().newArray(parameter.getName().toString(), type, lengths.toArray(Value[]::new));
    }

    private Unreadable objection(VariableTree parameter, String shape, String why) {
        return reader.problem(
                ProblemCode.BAD_RESULT, parameter, parameter.getName(), "`" + shape + "`, its shape, " + why);
    }

    private static boolean isArray(JavaValue datum) {
        return !datum.isRecord() && datum.value().type().isArray();
    }

    private static ExpressionTree parsed(String text) throws ShapeExpression.Unknown {
        String source = "class Shape { int length = (" + text + "\n); }";
        try {
            CompilationUnitTree unit = WrittenFile.parse(
                            ToolProvider.getSystemJavaCompiler(), List.of(), SourceText.stub("Shape", source))
                    .map(WrittenFile::unit)
                    .orElseThrow();
            ClassTree type = (ClassTree) unit.getTypeDecls().get(0);
            for (Tree member : type.getMembers()) {
                if (type.getMembers().size() == 1
                        && member instanceof VariableTree field
                        && field.getInitializer() != null) {
                    return field.getInitializer();
                }
            }
            throw new ShapeExpression.Unknown(unit);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // Shapes from the method's code

    private Optional<Value> told(TouchedIndices touched, VariableTree parameter, Type type) {
        Optional<JavaValue> template = template(touched, type);
        if (template.isPresent()) {
            return like(template.get(), parameter, type);
        }
        Map<String, JavaValue> steady = new LinkedHashMap<>(parameters);
        steady.keySet().removeIf(name -> isAssigned(name, touched));
        BlockBuilder code = new BlockBuilder().at(reader.code().origin());
        ShapeExpression expressions = expressions(code, steady, touched::valueOf);
        List<Value> lengths = new ArrayList<>();
        try {
            for (int i = 0; i < type.rank(); i++) {
                Optional<Value> length = length(touched, i, expressions, code);
                if (length.isEmpty()) {
                    return Optional.empty();
                }
                lengths.add(length.get());
            }
        } catch (ShapeExpression.Unknown e) {
            return Optional.empty();
        }
        reader.code().addAll(code.stmts());
        return Optional.of(reader.code().newArray(parameter.getName().toString(), type, lengths.toArray(Value[]::new)));
    }

    /** The longest of the lengths; if the array says itself how long it is, that of the first array which is indexed like it. */
    private Optional<Value> length(
            TouchedIndices touched, int dimension, ShapeExpression expressions, BlockBuilder code)
            throws ShapeExpression.Unknown {
        Value longest = null;
        for (TouchedIndices.Length one : touched.lengths(dimension)) {
            Value length = code.plus(expressions.length(one.expression()), Const.of(one.more()));
            longest = longest == null ? length : code.apply(Op.math("max"), Type.INT, longest, length);
        }
        if (longest != null || !touched.isAskedFor(dimension)) {
            return Optional.ofNullable(longest);
        }
        return touched.beside(dimension).stream()
                .filter(other -> other.dimension() == 0)
                .map(other -> parameters.get(other.array().getSimpleName().toString()))
                .filter(found -> found != null && isArray(found))
                .findFirst()
                .map(found -> code.length(found.value()));
    }

    /** An array of the same type that has the lengths in all dimensions, each row for itself. */
    private Optional<JavaValue> template(TouchedIndices touched, Type type) {
        for (Map.Entry<String, JavaValue> parameter : parameters.entrySet()) {
            String name = parameter.getKey();
            boolean fits = isArray(parameter.getValue())
                    && parameter.getValue().value().type().equals(type)
                    && !isAssigned(name, touched);
            for (int i = 0; fits && i < type.rank(); i++) {
                fits = isLengthOf(name, i, touched);
            }
            if (fits) {
                return Optional.of(parameter.getValue());
            }
        }
        return Optional.empty();
    }

    private boolean isLengthOf(String name, int dimension, TouchedIndices touched) {
        return touched.lengths(dimension).isEmpty()
                ? touched.beside(dimension).stream()
                        .anyMatch(other -> other.dimension() == dimension
                                && other.array().getSimpleName().contentEquals(name))
                : touched.lengths(dimension).size() == 1
                        && touched.lengths(dimension).stream()
                                .allMatch(length -> length.more() == 0
                                        && isLengthOf(name, dimension, length.expression(), touched));
    }

    /** Whether it is written as {@code name.length}, {@code name[i].length} and so on. */
    private static boolean isLengthOf(
            String name, int dimension, @Nullable ExpressionTree tree, TouchedIndices touched) {
        if (tree instanceof IdentifierTree local) {
            return isLengthOf(name, dimension, touched.valueOf(local), touched);
        }
        if (!(tree instanceof MemberSelectTree select && select.getIdentifier().contentEquals("length"))) {
            return false;
        }
        ExpressionTree row = WriteScanner.withoutParentheses(select.getExpression());
        for (int i = 0; i < dimension; i++) {
            if (!(row instanceof ArrayAccessTree access && access.getIndex() instanceof IdentifierTree)) {
                return false;
            }
            row = WriteScanner.withoutParentheses(access.getExpression());
        }
        return row instanceof IdentifierTree id && id.getName().contentEquals(name);
    }

    private boolean isAssigned(String name, TouchedIndices touched) {
        return reader.method().element().getParameters().stream()
                .anyMatch(parameter -> parameter.getSimpleName().contentEquals(name) && touched.isAssigned(parameter));
    }

    // The rest

    private Optional<Value> likeTheOnlyArray(VariableTree parameter, Type type) {
        List<Layout.Leaf> arrays = parameters.values().stream()
                .flatMap(datum -> datum.layout().leaves().stream())
                .filter(leaf -> leaf.type().isArray() || leaf.type() instanceof Type.Opaque)
                .toList();
        long results = reader.method().element().getParameters().stream()
                .filter(Annotations::isResult)
                .count();
        return arrays.size() == 1 && results == 1
                ? parameters.values().stream()
                        .filter(ResultShapes::isArray)
                        .findFirst()
                        .flatMap(array -> like(array, parameter, type))
                : Optional.empty();
    }

    /** Zeros of the shape of an array, if that has as many dimensions. */
    private Optional<Value> like(JavaValue array, VariableTree parameter, Type type) {
        String name = parameter.getName().toString();
        Value shape = array.value();
        if (shape.type().equals(type)) {
            return Optional.of(reader.code().zerosLike(name, shape));
        }
        return type.rank() == 1 && shape.type().rank() == 1
                ? Optional.of(reader.code().newArray(name, type, reader.code().length(shape)))
                : Optional.empty();
    }

    private ShapeExpression expressions(
            BlockBuilder code,
            Map<String, JavaValue> named,
            java.util.function.Function<IdentifierTree, @Nullable ExpressionTree> locals) {
        return new ShapeExpression(named, locals, reader.method().element().getEnclosingElement(), code);
    }
}
