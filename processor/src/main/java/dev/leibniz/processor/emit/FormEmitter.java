package dev.leibniz.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.leibniz.processor.emit.FormParameters.Flat;
import dev.leibniz.processor.emit.FormParameters.Item;
import dev.leibniz.processor.emit.FormParameters.Role;
import dev.leibniz.processor.ir.Companion;
import dev.leibniz.processor.ir.Derivative;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.ir.Origin;
import dev.leibniz.processor.ir.Signature;
import dev.leibniz.processor.ir.Signature.Parameter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Writes one generated method: the user's types outside, the flat values of the IR inside. */
final class FormEmitter {
    private final FormNames names;
    private final PrivateFunctions functions;

    FormEmitter(FormNames names, PrivateFunctions functions) {
        this.names = names;
        this.functions = functions;
    }

    MethodSpec emit(Companion.Form form) {
        FormParameters parameters = new FormParameters(names.signature(), form.derivative());
        List<String> flatNames = parameters.flats().stream().map(Flat::name).toList();
        MethodPrinter printer = new MethodPrinter(form.function(), flatNames, parameters.names(), functions);
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < parameters.flats().size(); i++) {
            Flat flat = parameters.flats().get(i);
            if (flat.unpacked() && printer.uses(i)) {
                lines.add(new Line.Simple(
                        CodeBlock.of("$T $L = $L", JavaTypes.of(flat.type()), flat.name(), flat.source()),
                        Origin.NONE));
            }
        }
        lines.addAll(printer.lines());
        if (printer.completes()) {
            lines.addAll(result(form.derivative(), parameters, printer));
        }
        return declaration(form.derivative(), parameters)
                .addCode(CommentWriter.write(lines))
                .build();
    }

    /** The form without buffers as a call of the one with buffers, made for the occasion. */
    MethodSpec emitThroughInto(Derivative form, Derivative into) {
        FormParameters parameters = new FormParameters(names.signature(), form);
        List<CodeBlock> args = new ArrayList<>();
        parameters.items().forEach(item -> args.add(CodeBlock.of("$L", item.name())));
        for (Parameter p : names.signature().params()) {
            if (FormParameters.isBuffered(p)) {
                args.add(RecordPacking.zeros(
                        p.layout(), parameters.item(Role.PRIMAL, p.name()).name()));
            }
        }
        return declaration(form, parameters)
                .addStatement("return $L($L)", names.method(into), CodeBlock.join(args, ",$W"))
                .build();
    }

    private MethodSpec.Builder declaration(Derivative form, FormParameters parameters) {
        return MethodSpec.methodBuilder(names.method(form))
                .addJavadoc(new JavadocWriter(names).method(form, parameters))
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(names.record(form))
                .addParameters(parameters.specs())
                .varargs(parameters.isVarargs());
    }

    private List<Line> result(Derivative form, FormParameters parameters, MethodPrinter printer) {
        List<Line> lines = new ArrayList<>();
        List<Text> flat = printer.results();
        Iterator<Text> results = flat.iterator();
        Signature signature = names.signature();
        CodeBlock value = RecordPacking.pack(signature.result(), results);
        List<CodeBlock> components = new ArrayList<>(List.of(value));
        switch (form) {
            case JVP -> components.add(RecordPacking.packDerivative(signature.result(), results, flat));
            case JACOBIAN -> names.differentiated().forEach(p -> components.add(rows(p, results, printer, lines)));
            default -> names.differentiated().forEach(p -> components.add(gradient(p, form, parameters, results)));
        }
        if (form == Derivative.HVP || form == Derivative.HESSIAN) {
            CodeBlock grad = construct(Derivative.GRAD, components);
            components.clear();
            components.add(grad);
            if (form == Derivative.HVP) {
                names.differentiated().forEach(p -> components.add(gradient(p, form, parameters, results)));
            } else {
                components.add(results.next().code());
            }
        }
        lines.add(new Line.Simple(CodeBlock.of("return $L", construct(form, components)), Origin.NONE));
        return lines;
    }

    private CodeBlock construct(Derivative form, List<CodeBlock> components) {
        return CodeBlock.of("new $T($L)", names.record(form), CodeBlock.join(components, ",$W"));
    }

    private static CodeBlock gradient(Parameter p, Derivative form, FormParameters parameters, Iterator<Text> results) {
        if (FormParameters.isInto(form) && FormParameters.isBuffered(p)) {
            Item buffer = parameters.item(Role.BUFFER, p.name());
            return RecordPacking.packIntoBuffer(p.layout(), buffer.name(), results);
        }
        return RecordPacking.packGradient(
                p.layout(), parameters.item(Role.PRIMAL, p.name()).name(), results);
    }

    /** For a record parameter the rows of the Jacobian come as one array per component: they are zipped. */
    private CodeBlock rows(Parameter p, Iterator<Text> results, MethodPrinter printer, List<Line> lines) {
        if (!(p.layout() instanceof Layout.Record)) {
            return results.next().code();
        }
        List<Text> columns = new ArrayList<>();
        for (Layout.Leaf leaf : p.layout().leaves()) {
            if (leaf.differentiated()) {
                String name = printer.newName(p.name() + "Rows");
                TypeName type = ArrayTypeName.of(JavaTypes.of(leaf.type()));
                lines.add(simple(
                        CodeBlock.of("$T $L = $L", type, name, results.next().code())));
                columns.add(Text.primary(CodeBlock.of("$L", name), leaf.type()));
            }
        }
        String rows = printer.newName(p.name() + "Jacobian");
        String index = printer.newName("row");
        TypeName type = JavaTypes.named(p.javaType());
        lines.add(simple(CodeBlock.of(
                "$T[] $L = new $T[$L.length]", type, rows, type, columns.get(0).code())));
        Iterator<Text> elements = columns.stream()
                .map(column -> Text.primary(CodeBlock.of("$L[$L]", column.code(), index), column.type()))
                .iterator();
        lines.add(new Line.Braced(
                CodeBlock.of("for (int $L = 0; $L < $L.length; $L++)", index, index, rows, index),
                List.of(simple(CodeBlock.of(
                        "$L[$L] = $L", rows, index, RecordPacking.packGradient(p.layout(), p.name(), elements)))),
                List.of(),
                Origin.NONE));
        return CodeBlock.of("$L", rows);
    }

    private static Line simple(CodeBlock code) {
        return new Line.Simple(code, Origin.NONE);
    }

    /** A private function of the generated class, for calls from the methods above. */
    MethodSpec emitPrivate(dev.leibniz.processor.ir.Function function) {
        List<String> parameterNames = new ArrayList<>();
        function.params().forEach(param -> {
            String wish = param.isNamed() ? param.name() : "a";
            parameterNames.add(NameScope.numbered(wish, n -> !parameterNames.contains(n) && NameScope.isUsable(n)));
        });
        MethodPrinter printer = new MethodPrinter(function, parameterNames, Set.of(), functions);
        List<Line> lines = new ArrayList<>(printer.lines());
        MethodSpec.Builder method = MethodSpec.methodBuilder(functions.methodName(function.name()))
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC);
        for (int i = 0; i < parameterNames.size(); i++) {
            method.addParameter(JavaTypes.of(function.params().get(i).type()), parameterNames.get(i));
        }
        if (function.results().size() == 1) {
            method.returns(JavaTypes.of(function.results().get(0).type()));
        } else if (function.results().size() > 1) {
            method.returns(names.generatedClass().nestedClass(functions.recordName(function.name())));
        }
        if (printer.completes() && function.results().size() == 1) {
            lines.add(simple(CodeBlock.of("return $L", printer.results().get(0).code())));
        } else if (printer.completes() && function.results().size() > 1) {
            lines.add(simple(CodeBlock.of(
                    "return new $L($L)",
                    functions.recordName(function.name()),
                    printer.results().stream().map(Text::code).collect(CodeBlock.joining(",$W")))));
        }
        return method.addCode(CommentWriter.write(lines)).build();
    }
}
