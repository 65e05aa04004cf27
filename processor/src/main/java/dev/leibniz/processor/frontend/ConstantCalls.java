package dev.leibniz.processor.frontend;

import com.sun.source.tree.MethodInvocationTree;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.problem.ProblemCode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/**
 * Reads calls through which no derivative flows: they are printed as they stand. Records are put together for the call, and
 * taken apart behind it.
 */
final class ConstantCalls {
    private final MethodReader reader;

    ConstantCalls(MethodReader reader) {
        this.reader = reader;
    }

    Datum read(MethodInvocationTree tree, ExecutableElement callee, String name) {
        return read(tree, callee, name, value -> {});
    }

    /**
     * @param whole is given what the call returns, which for a record is one value, too
     */
    Datum read(MethodInvocationTree tree, ExecutableElement callee, String name, Consumer<Value> whole) {
        if (!Visibility.fromPackage(callee, reader.functions().packageName())) {
            throw reader.problem(ProblemCode.PRIVATE_CALLEE, tree, callee.getSimpleName());
        }
        reader.functions().mention(callee);
        reader.functions().mention(callee.getReturnType());
        callee.getParameters().forEach(parameter -> reader.functions().mention(parameter.asType()));
        callee.getThrownTypes().forEach(thrown -> reader.functions().requireUnchecked(thrown, reader, tree));
        RecordCode code = reader.functions().recordCode();
        if (RecordArrays.isIn(reader.layoutOf(callee.getReturnType(), tree, true))) {
            throw reader.problem(ProblemCode.ARRAY_OF_RECORDS, tree, TypePrinter.print(callee.getReturnType()));
        }
        for (VariableElement parameter : callee.getParameters()) {
            if (RecordArrays.isIn(reader.layoutOf(parameter.asType(), tree, true))) {
                throw reader.problem(ProblemCode.ARRAY_OF_RECORDS, tree, TypePrinter.print(parameter.asType()));
            }
            code.inConstructor(parameter.asType()).ifPresent(record -> {
                throw reader.problem(ProblemCode.RECORD_CODE, tree, record, "its constructor");
            });
        }
        code.inAccessor(callee.getReturnType()).ifPresent(record -> {
            throw reader.problem(ProblemCode.RECORD_CODE, tree, record, "an accessor");
        });
        Layout layout = reader.layoutOf(callee.getReturnType(), tree, true);
        List<Value> operands = new ArrayList<>();
        StringBuilder template = new StringBuilder(((TypeElement) callee.getEnclosingElement()).getQualifiedName())
                .append('.')
                .append(callee.getSimpleName())
                .append('(');
        String separator = "";
        for (Datum argument : reader.calls().arguments(tree, callee)) {
            template.append(separator);
            argument(argument.layout(), template, argument.leaves().iterator(), operands);
            separator = ", ";
        }
        String call = template.append(')').toString();
        if (layout instanceof Layout.Leaf leaf) {
            Type type = leaf.type();
            Value value = reader.let(name, new Expr.Opaque(call, operands, type, type.isArray()));
            whole.accept(value);
            return Datum.of(value);
        }
        Layout.Record record = (Layout.Record) layout;
        Value object = reader.let(name, new Expr.Opaque(call, operands, new Type.Opaque(record.javaName()), false));
        whole.accept(object);
        List<Value> leaves = new ArrayList<>();
        components(record, "$0", object, leaves);
        return new Datum(layout, leaves);
    }

    private static void argument(Layout layout, StringBuilder template, Iterator<Value> leaves, List<Value> operands) {
        if (layout instanceof Layout.Record record) {
            template.append("new ").append(record.javaName()).append('(');
            String separator = "";
            for (Layout.Field field : record.fields()) {
                template.append(separator);
                argument(field.layout(), template, leaves, operands);
                separator = ", ";
            }
            template.append(')');
        } else {
            template.append('$').append(operands.size());
            operands.add(leaves.next());
        }
    }

    private void components(Layout.Record record, String path, Value object, List<Value> leaves) {
        for (Layout.Field field : record.fields()) {
            String component = path + "." + field.name() + "()";
            if (field.layout() instanceof Layout.Record nested) {
                components(nested, component, object, leaves);
            } else {
                Type type = ((Layout.Leaf) field.layout()).type();
                leaves.add(reader.let("", new Expr.Opaque(component, List.of(object), type, false)));
            }
        }
    }
}
