package dev.leibniz.processor.frontend.read.calls;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import dev.leibniz.processor.frontend.read.MethodReader;
import dev.leibniz.processor.frontend.read.ObjectConversions;
import dev.leibniz.processor.frontend.read.collections.ReturnedLists;
import dev.leibniz.processor.frontend.read.values.JavaValue;
import dev.leibniz.processor.frontend.syntax.Syntax;
import dev.leibniz.processor.frontend.types.Annotations;
import dev.leibniz.processor.frontend.types.Layouts;
import dev.leibniz.processor.frontend.types.TypePrinter;
import dev.leibniz.processor.frontend.types.ValueClasses;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;

/** Reads the arguments of calls. The form of an object that is passed depends on the callee. */
final class ArgumentReader {
    private final MethodReader reader;

    ArgumentReader(MethodReader reader) {
        this.reader = reader;
    }

    /** The arguments for a method that has a derivative of its own: it takes records by their components, and other objects as they are. */
    List<JavaValue> byComponents(MethodInvocationTree tree, ExecutableElement callee) {
        return read(
                tree.getArguments(),
                callee,
                i -> Layouts.RECORDS,
                (argument, layout) -> reader.expressions().readAs(argument, layout, ""));
    }

    /** The arguments for a derivative: it takes apart the objects that the method itself declares as differentiated. */
    List<JavaValue> ofDerivative(MethodInvocationTree tree, ExecutableElement derivative, ExecutableElement method) {
        List<? extends VariableElement> own = method.getParameters().stream()
                .filter(parameter -> !Annotations.isResult(parameter))
                .toList();
        return read(
                tree.getArguments(),
                derivative,
                i -> i >= own.size() || Annotations.isDifferentiated(method, own.get(i))
                        ? ValueClasses.around(method)
                        : Layouts.RECORDS,
                (argument, layout) -> reader.expressions().readAs(argument, layout, ""));
    }

    /** The arguments for a method whose body is not read: the values that stand for an object must be enough to build it. */
    List<JavaValue> asTheyAre(MethodInvocationTree tree, ExecutableElement callee) {
        return read(tree.getArguments(), callee, i -> Layouts.RECORDS, (argument, layout) -> {
            if (!ObjectConversions.isObject(layout)) {
                return reader.expressions().readAs(argument, layout, "");
            }
            boolean isNull = Syntax.isNull(argument);
            JavaValue object =
                    isNull ? JavaValue.undefined(layout) : reader.conversions().readObject(argument, "");
            reader.conversions().requireConstructor(object.layout(), argument);
            return object.isRecord() ? object : reader.conversions().as(object, layout, argument);
        });
    }

    List<JavaValue> read(List<? extends ExpressionTree> trees, ExecutableElement callee) {
        return read(
                trees,
                callee,
                i -> reader.home().objects(),
                (argument, layout) -> reader.expressions().readAs(argument, layout, ""));
    }

    /** The arguments for a method that is read: an object that came from outside stays as it is. */
    List<JavaValue> kept(List<? extends ExpressionTree> trees, ExecutableElement callee) {
        new ReturnedLists(reader).awaitFor(trees, callee);
        return read(
                trees,
                callee,
                i -> reader.home().objects(),
                (argument, layout) -> reader.conversions().readKept(argument, layout, ""));
    }

    private List<JavaValue> read(
            List<? extends ExpressionTree> trees,
            ExecutableElement callee,
            IntFunction<Layouts.Followed> followed,
            BiFunction<ExpressionTree, Layout, JavaValue> reading) {
        List<? extends VariableElement> parameters = callee.getParameters();
        List<JavaValue> args = new ArrayList<>();
        int fixed = callee.isVarArgs() && !isPacked(trees, parameters) ? parameters.size() - 1 : parameters.size();
        for (int i = 0; i < fixed; i++) {
            Layout layout = reader.layoutOf(parameters.get(i).asType(), trees.get(i), true, followed.apply(i));
            args.add(reading.apply(trees.get(i), layout));
        }
        if (fixed < parameters.size()) {
            args.add(packed(trees.subList(fixed, trees.size()), parameters.get(fixed)));
        }
        return args;
    }

    private boolean isPacked(List<? extends ExpressionTree> trees, List<? extends VariableElement> parameters) {
        int last = parameters.size() - 1;
        return trees.size() == parameters.size()
                && reader.javaType(trees.get(last)) instanceof ArrayType given
                && TypePrinter.print(given)
                        .equals(TypePrinter.print(parameters.get(last).asType()));
    }

    private JavaValue packed(List<? extends ExpressionTree> trees, VariableElement parameter) {
        Layout layout = reader.layoutOf(parameter.asType(), reader.method().tree(), true);
        if (layout instanceof Layout.Record) {
            return reader.recordArrays().of(layout, trees);
        }
        List<Value> elements = new ArrayList<>();
        Type type = reader.typeOf(parameter.asType(), reader.method().tree());
        for (ExpressionTree tree : trees) {
            elements.add(reader.expressions().valueAs(tree, type.element(), ""));
        }
        Value array = reader.code().newArray("", type, Const.of(elements.size()));
        for (int i = 0; i < elements.size(); i++) {
            reader.code().store(array, Const.of(i), elements.get(i));
        }
        return JavaValue.of(array);
    }
}
