package dev.leibniz.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.leibniz.processor.contract.Derivative;
import dev.leibniz.processor.contract.Part;
import dev.leibniz.processor.contract.ReturnedRecord;
import dev.leibniz.processor.contract.Role;
import dev.leibniz.processor.emit.locals.NameScope;
import dev.leibniz.processor.emit.text.Code;
import dev.leibniz.processor.emit.text.FormNames;
import dev.leibniz.processor.emit.text.JavaTypes;
import dev.leibniz.processor.emit.text.Line;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.ir.Origin;
import dev.leibniz.processor.ir.Signature;
import dev.leibniz.processor.ir.Signature.Parameter;
import dev.leibniz.processor.ir.program.FormHead;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * Writes the class that makes a method a function of one array: it has a field for each number and each array that is
 * differentiated, reads them from the array, and calls the method and its other forms.
 */
final class FlatEmitter {
    private static final ClassName NUMBERS = JavaTypes.className("dev.leibniz.runtime.arrays.FlatNumbers");
    private static final TypeName VECTOR = ArrayTypeName.of(TypeName.DOUBLE);
    private static final TypeName MATRIX = ArrayTypeName.of(VECTOR);

    private final FormNames names;
    private final Signature signature;
    private final Derivative form;
    private final FormEmitter emitter;
    private final FormParameters parameters;
    private final Set<String> taken = new HashSet<>();
    private final FlatFields fields;
    private final TypeSpec.Builder type;
    private final String at;
    private final String numbers;
    private final String result;

    FlatEmitter(FormNames names, Derivative form, FormEmitter emitter) {
        this.names = names;
        this.signature = names.signature();
        this.form = form;
        this.emitter = emitter;
        this.parameters = new FormParameters(signature, form);
        this.type = TypeSpec.classBuilder(names.record(form.returned()).simpleName());
        parameters.items().forEach(item -> taken.add(item.name()));
        for (FormParameters.Flat flat : parameters.flats()) {
            taken.add(flat.name());
        }
        this.at = name("at");
        this.numbers = name("numbers");
        this.result = name("result");
        this.fields = new FlatFields(parameters, signature.makes(Derivative.HVP), numbers, this::name);
    }

    private String name(String wish) {
        String free = NameScope.numbered(wish, n -> !taken.contains(n) && NameScope.isUsable(n));
        taken.add(free);
        return free;
    }

    TypeSpec type() {
        boolean isVector = form == Derivative.FLAT_VECTOR;
        type.addJavadoc("$L\n\n", form.returned().summary("{@code " + names.primal() + "}"))
                .addJavadoc("One object is for one thread at a time; see {@link #copy()}.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .superclass(JavaTypes.className(form.returned().runtimeClass()));
        fields.declareIn(type, !isVector);
        constructor();
        if (isVector) {
            residuals();
            jacobian();
        } else {
            value();
            gradient();
            if (signature.makes(Derivative.HVP)) {
                hvp();
            }
        }
        unflatten();
        copy();
        read();
        return type.build();
    }

    private void constructor() {
        List<Line> lines = new ArrayList<>();
        StringBuilder puts = new StringBuilder();
        fields.places()
                .forEach(place -> puts.append(".put(").append(place.path()).append(')'));
        lines.add(line("super(new $T()$L.toArray())", NUMBERS, puts));
        lines.addAll(fields.initialised(form == Derivative.FLAT));
        type.addMethod(MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameters(parameters.declared())
                .addCode(emitter.body(lines))
                .build());
    }

    private static Line line(String format, Object... args) {
        return FormEmitter.simple(Code.of(format, args));
    }

    private void method(String name, TypeName returned, List<ParameterSpec> params, List<Line> lines) {
        type.addMethod(MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(returned)
                .addParameters(params)
                .addCode(emitter.body(lines))
                .build());
    }

    private static ParameterSpec vector(String name) {
        return ParameterSpec.builder(VECTOR, name).build();
    }

    // ---- the methods -------------------------------------------------------------------------------------------

    private void value() {
        method("value", TypeName.DOUBLE, List.of(vector(at)), List.of(readLine(), line("return $L", primal())));
    }

    private Code primal() {
        return signature.fills() ? filled() : returned();
    }

    /** The array that the method would fill, if it had it: the value of forward mode along any tangent. */
    private Code filled() {
        List<Code> args = new ArrayList<>(List.of(arguments()));
        for (FormHead.Argument tangent : names.head(Derivative.JVP).arguments()) {
            args.add(fields.at(item(tangent.owner().orElseThrow()), place -> new Code(place.field())));
        }
        return Code.of(
                "$L($L).$L()",
                names.method(Derivative.JVP),
                Code.join(args, "," + Code.WRAP),
                component(Derivative.JVP, Part.VALUE));
    }

    private Code returned() {
        ClassName owner = JavaTypes.className(
                names.program().packageName(), names.program().className());
        return Code.of("$T.$L($L)", owner, signature.method(), arguments());
    }

    private Line readLine() {
        return line("read($L)", at);
    }

    /** The method's own parameters at the point that was read. */
    private Code arguments() {
        return Code.join(
                parameters.items().stream()
                        .map(item -> fields.at(item, place -> new Code(place.field())))
                        .toList(),
                "," + Code.WRAP);
    }

    private FormParameters.Item item(Parameter parameter) {
        return parameters.item(Role.PRIMAL, parameter.name());
    }

    private void gradient() {
        String out = name("out");
        boolean hasBuffers = signature.params().stream().anyMatch(Parameter::isBuffered);
        Derivative called = hasBuffers ? Derivative.GRAD_INTO : Derivative.GRAD;
        List<Line> lines = new ArrayList<>(List.of(readLine()));
        List<Code> args = new ArrayList<>(List.of(arguments()));
        for (FormHead.Argument buffer : names.head(called).arguments()) {
            args.add(fields.at(
                    item(buffer.owner().orElseThrow()), place -> new Code(place.isArray() ? place.gradient() : "0")));
        }
        for (FlatFields.FlatField place : fields.places()) {
            if (place.isArray()) {
                lines.add(line("$T.clear($L)", NUMBERS, place.gradient()));
            }
        }
        lines.add(call(called, args));
        lines.add(line("of($L)$L", out, puts(called, "")));
        lines.add(line("return $L.$L()", result, component(called, Part.VALUE)));
        method("gradient", TypeName.DOUBLE, List.of(vector(at), vector(out)), lines);
    }

    private Line call(Derivative called, List<Code> args) {
        ClassName record = names.record(called.returned());
        return line("$T $L = $L($L)", record, result, names.method(called), Code.join(args, "," + Code.WRAP));
    }

    /** The name of a component of the record that a form returns. */
    private String component(Derivative called, Part part) {
        return names.head(called).components().stream()
                .filter(component -> component.part() == part)
                .findFirst()
                .orElseThrow()
                .name();
    }

    /** Puts the values that a form returned for each parameter one after the other. @param index of the row, if there are rows */
    private String puts(Derivative called, String index) {
        StringBuilder puts = new StringBuilder();
        for (FormHead.Component component : names.head(called).components()) {
            if (component.owner().isPresent()) {
                Layout layout = component.owner().get().layout();
                List<String> paths = layout.accessPaths();
                for (int i = 0; i < paths.size(); i++) {
                    if (layout.leaves().get(i).differentiated()) {
                        puts.append(".put(%s.%s()%s%s)".formatted(result, component.name(), index, paths.get(i)));
                    }
                }
            }
        }
        return puts.toString();
    }

    private void hvp() {
        String direction = name("v");
        String out = name("product");
        List<Line> lines = new ArrayList<>(List.of(readLine()));
        lines.addAll(fields.taking(direction, FlatFields.FlatField::tangent));
        List<Code> args = new ArrayList<>(List.of(arguments()));
        for (FormHead.Argument tangent : names.head(Derivative.HVP).arguments()) {
            args.add(fields.at(item(tangent.owner().orElseThrow()), place -> new Code(place.tangent())));
        }
        lines.add(call(Derivative.HVP, args));
        lines.add(line("of($L)$L", out, puts(Derivative.HVP, "")));
        lines.add(line(
                "return $L.$L().$L()",
                result,
                component(Derivative.HVP, Part.GRADIENT_RECORD),
                component(Derivative.GRAD, Part.VALUE)));
        method("hvp", TypeName.DOUBLE, List.of(vector(at), vector(direction), vector(out)), lines);
    }

    private void residuals() {
        method(
                "residuals",
                VECTOR,
                List.of(vector(at)),
                List.of(readLine(), line("return new $T().put($L).toArray()", NUMBERS, primal())));
    }

    private void jacobian() {
        String out = name("out");
        Code value = Code.of("$L.$L()", result, component(Derivative.JACOBIAN, Part.VALUE));
        Line call = call(Derivative.JACOBIAN, List.of(arguments()));
        method(
                "jacobian",
                MATRIX,
                List.of(vector(at)),
                List.of(
                        readLine(),
                        call,
                        line("double[][] $L = new double[$L.length][dimension()]", out, value),
                        line("fill($L, $L)", result, out),
                        line("return $L", out)));
        ParameterSpec rows = ParameterSpec.builder(MATRIX, out).build();
        method(
                "jacobian",
                VECTOR,
                List.of(vector(at), rows),
                List.of(
                        readLine(),
                        call,
                        line("requireRows($L.length, $L)", value, out),
                        line("fill($L, $L)", result, out),
                        line("return new $T().put($L).toArray()", NUMBERS, value)));
        String i = name("i");
        Line fill = new Line.Braced(
                Code.of("for (int $L = 0; $L < $L.length; $L++)", i, i, out, i),
                List.of(line("of($L[$L])$L", out, i, puts(Derivative.JACOBIAN, "[" + i + "]"))),
                List.of(),
                Origin.NONE);
        type.addMethod(MethodSpec.methodBuilder("fill")
                .addModifiers(Modifier.PRIVATE)
                .addParameter(names.record(ReturnedRecord.JACOBIAN), result)
                .addParameter(rows)
                .addCode(emitter.body(List.of(fill)))
                .build());
    }

    private void unflatten() {
        List<Code> components = new ArrayList<>();
        for (FormHead.Component component : names.head(form).components(ReturnedRecord.PARAMETERS)) {
            components.add(fields.at(item(component.owner().orElseThrow()), fields::taken));
        }
        method(
                "unflatten",
                names.record(ReturnedRecord.PARAMETERS),
                List.of(vector(at)),
                List.of(
                        line("$T $L = of($L)", NUMBERS, numbers, at),
                        line(
                                "return new $T($L)",
                                names.record(ReturnedRecord.PARAMETERS),
                                Code.join(components, "," + Code.WRAP))));
    }

    private void copy() {
        String start = name("start");
        ClassName own = names.record(form.returned());
        List<Code> args = new ArrayList<>();
        for (Parameter parameter : signature.params()) {
            args.add(
                    parameter.differentiated()
                            ? Code.of("$L.$L()", start, parameter.name())
                            : new Code(item(parameter).name()));
        }
        method(
                "copy",
                own,
                List.of(),
                List.of(
                        line("$T $L = unflatten(start())", names.record(ReturnedRecord.PARAMETERS), start),
                        line("return new $T($L)", own, Code.join(args, "," + Code.WRAP))));
    }

    private void read() {
        type.addMethod(MethodSpec.methodBuilder("read")
                .addModifiers(Modifier.PRIVATE)
                .addParameter(vector(at))
                .addCode(emitter.body(fields.taking(at, FlatFields.FlatField::field)))
                .build());
    }
}
