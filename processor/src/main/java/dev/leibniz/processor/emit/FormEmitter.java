package dev.leibniz.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.leibniz.processor.contract.CamelCase;
import dev.leibniz.processor.contract.Derivative;
import dev.leibniz.processor.contract.ReturnedRecord;
import dev.leibniz.processor.contract.Role;
import dev.leibniz.processor.emit.FormParameters.Flat;
import dev.leibniz.processor.emit.FormParameters.Item;
import dev.leibniz.processor.emit.locals.NameScope;
import dev.leibniz.processor.emit.statements.MethodPrinter;
import dev.leibniz.processor.emit.statements.PrivateFunctions;
import dev.leibniz.processor.emit.text.BodyText;
import dev.leibniz.processor.emit.text.BodyTexts;
import dev.leibniz.processor.emit.text.Code;
import dev.leibniz.processor.emit.text.CommentWriter;
import dev.leibniz.processor.emit.text.FormNames;
import dev.leibniz.processor.emit.text.JavaTypes;
import dev.leibniz.processor.emit.text.Line;
import dev.leibniz.processor.emit.text.Text;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Origin;
import dev.leibniz.processor.ir.Signature;
import dev.leibniz.processor.ir.Signature.Parameter;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.program.Companion;
import dev.leibniz.processor.ir.program.FormHead;
import dev.leibniz.processor.ir.walk.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.lang.model.element.Modifier;

/** Writes one generated method: the user's types outside, the flat values of the IR inside. */
final class FormEmitter {
    private static final ClassName SPARSE_MATRIX =
            JavaTypes.className(Role.MATRIX.runtimeClass().orElseThrow());

    private final FormNames names;
    private final PrivateFunctions functions;
    private final BodyTexts bodies;

    FormEmitter(FormNames names, PrivateFunctions functions, BodyTexts bodies) {
        this.names = names;
        this.functions = functions;
        this.bodies = bodies;
    }

    MethodSpec emit(Companion.Form form) {
        FormParameters parameters = new FormParameters(names.signature(), form.derivative());
        List<String> flatNames = parameters.flats().stream().map(Flat::name).toList();
        Function function = form.function();
        Set<Var> kept = buffers(function, parameters);
        MethodPrinter printer = new MethodPrinter(function, kept, flatNames, parameters.names(), functions);
        List<Line> lines = new ArrayList<>(unpacking(parameters, printer));
        lines.addAll(printer.lines());
        if (printer.completes()) {
            lines.addAll(result(form.derivative(), parameters, printer));
        }
        return declaration(form.derivative(), parameters)
                .addAnnotations(suppressions(function))
                .addCode(body(lines))
                .build();
    }

    /** A form that makes an object of the class that it returns. */
    MethodSpec emitMaking(Derivative form) {
        FormParameters parameters = new FormParameters(names.signature(), form);
        List<Code> args =
                parameters.items().stream().map(item -> new Code(item.name())).toList();
        Code made = Code.of("return new $T($L)", names.record(form.returned()), Code.join(args, "," + Code.WRAP));
        return declaration(form, parameters)
                .addCode(body(List.of(simple(made))))
                .build();
    }

    CodeBlock body(List<Line> lines) {
        BodyText body = new BodyText(bodies);
        CommentWriter.write(lines, body);
        return body.code();
    }

    /** The parameters that are returned under their own names. */
    private static Set<Var> buffers(Function function, FormParameters parameters) {
        Set<Var> buffers = new HashSet<>();
        for (int i = 0; i < parameters.flats().size(); i++) {
            Flat flat = parameters.flats().get(i);
            if ((flat.item().role() == Role.BUFFER || flat.item().role() == Role.ROWS) && !flat.unpacked()) {
                buffers.add(function.params().get(i));
            }
        }
        return buffers;
    }

    /** Takes the records among the parameters apart, as far as their parts are used. */
    private static List<Line> unpacking(FormParameters parameters, MethodPrinter printer) {
        Map<Item, List<Flat>> parts = new LinkedHashMap<>();
        for (Flat flat : usedFlats(parameters, printer)) {
            parts.computeIfAbsent(flat.item(), item -> new ArrayList<>()).add(flat);
        }
        List<Line> lines = new ArrayList<>();
        parts.forEach((item, used) -> lines.addAll(RecordUnpacking.lines(item, used, parameters.names(), printer)));
        return lines;
    }

    /** The parts of records that are used. */
    private static List<Flat> usedFlats(FormParameters parameters, MethodPrinter printer) {
        List<Flat> used = new ArrayList<>();
        for (int i = 0; i < parameters.flats().size(); i++) {
            Flat flat = parameters.flats().get(i);
            if (flat.unpacked() && printer.uses(i)) {
                used.add(flat);
            }
        }
        return used;
    }

    /** The form without buffers as a call of the one with buffers, or a matrix, made for the occasion. */
    MethodSpec emitThroughInto(Derivative form, Derivative into) {
        FormParameters parameters = new FormParameters(names.signature(), form);
        List<Code> args = new ArrayList<>();
        for (Item item : parameters.items()) {
            boolean isPattern = item.role() == Role.PATTERN;
            args.add(isPattern ? Code.of("$T.zeros($L)", SPARSE_MATRIX, item.name()) : new Code(item.name()));
        }
        List<Line> lines = new ArrayList<>();
        RecordBuilder builder = new RecordBuilder(freeNames(parameters), lines);
        for (Parameter p : names.signature().params()) {
            if (into.takes(Role.BUFFER) && p.isBuffered()) {
                String primal = parameters.item(Role.PRIMAL, p.name()).name();
                args.add(builder.build(
                        p.layout(), primal, RecordBuilder.none(p.layout()), p.name() + Role.BUFFER.suffix()));
            }
        }
        lines.add(simple(Code.of("return $L($L)", names.method(into), Code.join(args, "," + Code.WRAP))));
        return declaration(form, parameters).addCode(body(lines)).build();
    }

    private static UnaryOperator<String> freeNames(FormParameters parameters) {
        Set<String> taken = new HashSet<>(parameters.names());
        return wish -> {
            String name = NameScope.numbered(wish, n -> NameScope.isUsable(n) && !taken.contains(n));
            taken.add(name);
            return name;
        };
    }

    private MethodSpec.Builder declaration(Derivative form, FormParameters parameters) {
        return MethodSpec.methodBuilder(names.method(form))
                .addJavadoc(new JavadocWriter(names).method(form, parameters))
                .addModifiers(names.signature().has(form) ? Modifier.PUBLIC : Modifier.PRIVATE, Modifier.STATIC)
                .returns(names.record(form.returned()))
                .addParameters(parameters.declared())
                .varargs(parameters.isVarargs());
    }

    private List<Line> result(Derivative form, FormParameters parameters, MethodPrinter printer) {
        List<Line> lines = new ArrayList<>();
        if (form.returned().isOfRuntime()) {
            lines.add(simple(Code.of("return $L", printer.results().get(0).code())));
            return lines;
        }
        Code record = construct(form.returned(), new FlatResults(form, parameters, printer, lines));
        lines.add(simple(Code.of("return $L", record)));
        return lines;
    }

    /** The results of a form's function, as they are put into records one after the other. */
    private record FlatResults(
            Derivative form,
            FormParameters parameters,
            MethodPrinter printer,
            List<Line> lines,
            List<Text> all,
            Iterator<Text> next) {
        FlatResults(Derivative form, FormParameters parameters, MethodPrinter printer, List<Line> lines) {
            this(form, parameters, printer, lines, printer.results());
        }

        RecordBuilder builder() {
            return new RecordBuilder(printer::newName, lines);
        }

        private FlatResults(
                Derivative form, FormParameters parameters, MethodPrinter printer, List<Line> lines, List<Text> all) {
            this(form, parameters, printer, lines, all, all.iterator());
        }
    }

    private Code construct(ReturnedRecord record, FlatResults results) {
        List<Code> components = new ArrayList<>();
        for (FormHead.Component component : names.head(results.form()).components(record)) {
            components.add(component(component, results));
        }
        return Code.of("new $T($L)", names.record(record), Code.join(components, "," + Code.WRAP));
    }

    private Code component(FormHead.Component component, FlatResults results) {
        Signature signature = names.signature();
        return switch (component.part()) {
            case VALUE ->
                results.builder()
                        .build(
                                signature.result(),
                                "",
                                RecordBuilder.values(signature.result(), results.next()),
                                component.name());
            case TANGENT ->
                results.builder()
                        .build(
                                signature.result(),
                                "",
                                RecordBuilder.derivatives(signature.result(), results.next(), results.all()),
                                component.name());
            case TANGENTS ->
                results.builder()
                        .rows(
                                signature.result(),
                                JavaTypes.of(signature.result()),
                                "",
                                RecordBuilder.derivatives(signature.result(), results.next(), results.all()),
                                component.name());
            case ROWS ->
                results.form().takes(Role.ROWS)
                        ? given(component.owner().orElseThrow(), results)
                        : rows(component.owner().orElseThrow(), results);
            case GRADIENTS -> gradient(component.owner().orElseThrow(), results);
            case GRADIENT_RECORD -> construct(ReturnedRecord.GRAD, results);
            case MATRIX, SPARSE_JACOBIAN, SPARSE_HESSIAN ->
                results.next().next().code();
        };
    }

    /** The array that the rows were written into. */
    private static Code given(Parameter p, FlatResults results) {
        return new Code(results.parameters().item(Role.ROWS, p.name()).name());
    }

    private static Code rows(Parameter p, FlatResults results) {
        return results.builder()
                .rows(
                        p.layout(),
                        JavaTypes.named(p.javaType()),
                        results.parameters().item(Role.PRIMAL, p.name()).name(),
                        RecordBuilder.derivatives(p.layout(), results.next()),
                        p.name() + "Rows");
    }

    private static Code gradient(Parameter p, FlatResults results) {
        FormParameters parameters = results.parameters();
        if (results.form().isInto() && p.isBuffered()) {
            Item buffer = parameters.item(Role.BUFFER, p.name());
            List<Flat> columns = usedFlats(parameters, results.printer()).stream()
                    .filter(flat -> flat.item() == buffer)
                    .toList();
            return new RecordBuffers(results.next(), columns, results.printer(), results.lines())
                    .filled(p.layout(), buffer.name());
        }
        return results.builder()
                .build(
                        p.layout(),
                        parameters.item(Role.PRIMAL, p.name()).name(),
                        RecordBuilder.derivatives(p.layout(), results.next()),
                        "d" + CamelCase.capitalized(p.name()));
    }

    static Line simple(Code code) {
        return new Line.Simple(code, Origin.NONE);
    }

    /** A private function of the generated class, for calls from the methods above. */
    MethodSpec emitPrivate(Function function) {
        List<String> parameterNames = new ArrayList<>();
        function.params().forEach(param -> {
            String wish = param.isNamed() ? param.name() : "a";
            parameterNames.add(NameScope.numbered(wish, n -> !parameterNames.contains(n) && NameScope.isUsable(n)));
        });
        MethodPrinter printer = new MethodPrinter(function, Set.of(), parameterNames, Set.of(), functions);
        List<Line> lines = new ArrayList<>(printer.lines());
        if (printer.completes() && function.results().size() == 1) {
            lines.add(simple(Code.of("return $L", printer.results().get(0).code())));
        } else if (printer.completes() && function.results().size() > 1) {
            lines.add(simple(Code.of(
                    "return new $L($L)",
                    functions.recordName(function.name()),
                    Code.join(printer.results().stream().map(Text::code).toList(), "," + Code.WRAP))));
        }
        MethodSpec.Builder method = MethodSpec.methodBuilder(functions.methodName(function.name()))
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(resultType(function));
        for (int i = 0; i < parameterNames.size(); i++) {
            method.addParameter(JavaTypes.of(function.params().get(i).type()), parameterNames.get(i));
        }
        return method.addAnnotations(suppressions(function))
                .addCode(body(lines))
                .build();
    }

    /**
     * Checkers of nullness are not told that nobody reads the rows which a longer copy does not have yet, or that a flag says whether
     * there is an object or an array.
     */
    private static List<AnnotationSpec> suppressions(Function function) {
        boolean copiesRows = Walk.any(
                function.body(),
                stmt -> stmt instanceof Stmt.Let let
                        && let.expr() instanceof Expr.CopyOfRange
                        && let.target().type().rank() > 1);
        boolean hasNull = Walk.any(
                function.body(),
                stmt -> stmt.operands().stream().anyMatch(FormEmitter::isNull)
                        || stmt.blocks().stream()
                                .flatMap(block -> block.yields().stream())
                                .anyMatch(FormEmitter::isNull));
        if (!copiesRows && !hasNull) {
            return List.of();
        }
        AnnotationSpec.Builder suppression =
                AnnotationSpec.builder(SuppressWarnings.class).addMember("value", "$S", "nullness");
        if (hasNull) {
            suppression.addMember("value", "$S", "NullAway");
        }
        return List.of(suppression.build());
    }

    private static boolean isNull(Value value) {
        return value instanceof Const constant && constant.isNull();
    }

    private TypeName resultType(Function function) {
        if (function.results().size() > 1) {
            return names.generatedClass().nestedClass(functions.recordName(function.name()));
        }
        return function.results().isEmpty()
                ? TypeName.VOID
                : JavaTypes.of(function.results().get(0).type());
    }
}
