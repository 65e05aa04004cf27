package dev.leibniz.processor.frontend.read;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import dev.leibniz.processor.frontend.headers.LibraryObjects;
import dev.leibniz.processor.frontend.read.program.ExternalCallees;
import dev.leibniz.processor.frontend.read.values.JavaValue;
import dev.leibniz.processor.frontend.read.values.Rules;
import dev.leibniz.processor.frontend.types.LibraryValues;
import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * Reads the uses of {@linkplain LibraryValues values of libraries}: the library's own method is called for the value, and a
 * {@linkplain LibraryObjects rule} is its derivative.
 */
public final class LibraryObjectCalls {
    private final MethodReader reader;

    public LibraryObjectCalls(MethodReader reader) {
        this.reader = reader;
    }

    /** The value that a constructor or a factory makes; empty if it is another one. */
    public Optional<JavaValue> make(ExecutableElement maker, List<? extends ExpressionTree> arguments, Tree tree) {
        return LibraryValues.isMaker(maker)
                ? Optional.of(made(maker, reader.calls().arguments(arguments, maker), tree))
                : Optional.empty();
    }

    /** The value that a {@linkplain LibraryValues#isMaker maker} makes. */
    JavaValue made(ExecutableElement maker, List<JavaValue> arguments, Tree tree) {
        Layout layout = reader.layoutOf(maker.getEnclosingElement().asType(), tree, true);
        List<Value> numbers = new ArrayList<>(JavaValue.flat(arguments));
        for (Layout.Leaf leaf :
                layout.leaves().subList(numbers.size(), layout.leaves().size())) {
            numbers.add(Const.zero(leaf.type()));
        }
        return new JavaValue(layout, numbers);
    }

    /**
     * A call of a method that has a rule, or that gives back one of the numbers; empty if it does neither.
     *
     * @param object the value on which it is called; read only if the method is one of these, like the arguments
     */
    public Optional<JavaValue> call(
            ExecutableElement callee,
            Supplier<JavaValue> object,
            Supplier<List<JavaValue>> arguments,
            Tree tree,
            String name) {
        Optional<String> number = LibraryValues.numberOf(callee);
        return number.isPresent()
                ? number.map(object.get()::component)
                : rules(callee).map(rules -> ruled(callee, rules, object.get(), arguments.get(), tree, name));
    }

    private Optional<Rules.Found> rules(ExecutableElement callee) {
        return LibraryObjects.rulesOf((TypeElement) callee.getEnclosingElement())
                .map(classes -> new Rules.Found(
                        LibraryObjects.reverse(callee, types(classes.cotangents()))
                                .orElse(null),
                        LibraryObjects.forward(callee, types(classes.tangents()))
                                .orElse(null)))
                .filter(found -> !found.isEmpty());
    }

    private Stream<TypeElement> types(List<String> names) {
        return names.stream().map(reader.home()::typeElement).filter(Objects::nonNull);
    }

    private JavaValue ruled(
            ExecutableElement callee,
            Rules.Found rules,
            JavaValue object,
            List<JavaValue> arguments,
            Tree tree,
            String name) {
        TypeElement owner = (TypeElement) callee.getEnclosingElement();
        if (reader.home().objects().isExtended(owner)) { // then the method may be another one
            throw reader.problem(ProblemCode.INSTANCE_CALL, tree, owner.getSimpleName() + "." + callee.getSimpleName());
        }
        List<Value> operands = new ArrayList<>();
        TextReader text = new TextReader(reader, operands);
        StringBuilder call = new StringBuilder(text.gap(object))
                .append('.')
                .append(callee.getSimpleName())
                .append('(');
        String separator = "";
        for (JavaValue argument : arguments) {
            call.append(separator).append(text.gap(argument));
            separator = ", ";
        }
        Layout result = reader.layoutOf(callee.getReturnType(), tree, true);
        Callee.External called = new ExternalCallees(reader)
                .ofObject(callee, call.append(')').toString(), operands, result, rules, tree);
        return reader.calls().call(called, operands, result, name, tree).result();
    }
}
