package dev.leibniz.processor.emit;

import dev.leibniz.processor.ir.Companion;
import dev.leibniz.processor.ir.Derivative;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Primals;
import dev.leibniz.processor.ir.Program;
import dev.leibniz.processor.ir.Signature;
import dev.leibniz.processor.ir.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;

/** Lays out the class with the derivatives of another: its records, its methods and the functions they share. */
public final class GradClassEmitter {
    private static final Code MADE_FROM =
            ClassName.of("dev.leibniz.annotations.MadeFrom").code();
    private static final Code PRIMAL_CODE =
            ClassName.of("dev.leibniz.annotations.PrimalCode").code();

    /**
     * A gradient has the type of its parameter. Error Prone would rather have a list there; Eclipse complains of names for
     * warnings that it does not know, but for "all".
     */
    private static final String ARRAYS_ARE_MEANT = "@SuppressWarnings({\"all\", \"ArrayRecordComponent\"})";

    private final Companion companion;
    private final Marks marks;
    private final PrivateFunctions functions;
    private final ClassText methods = new ClassText(1);
    private final ClassText records = new ClassText(1);
    private final Set<String> recordNames = new LinkedHashSet<>();

    private GradClassEmitter(Companion companion, Marks marks) {
        this.companion = companion;
        this.marks = marks;
        Set<String> taken = new HashSet<>();
        for (Companion.Form form : companion.forms()) {
            for (Derivative derivative : Derivative.values()) {
                taken.add(names(form.signature()).method(derivative));
                taken.add(names(form.signature()).record(derivative).simpleName());
            }
        }
        this.functions = new PrivateFunctions(companion.program(), companion.functions(), taken);
    }

    /** The source file of a generated class with all marks. */
    public static SourceFile emit(Companion companion, Element... originating) {
        return emit(companion, Marks.ALL, originating);
    }

    /**
     * The source file of a generated class.
     *
     * @param originating the elements it is generated from, for incremental builds
     */
    public static SourceFile emit(Companion companion, Marks marks, Element... originating) {
        return new GradClassEmitter(companion, marks).file(originating);
    }

    private FormNames names(Signature signature) {
        return new FormNames(companion.program(), signature);
    }

    private SourceFile file(Element... originating) {
        Program program = companion.program();
        Map<Signature, List<Companion.Form>> bySignature = new LinkedHashMap<>();
        for (Companion.Form form : companion.forms()) {
            bySignature
                    .computeIfAbsent(form.signature(), s -> new ArrayList<>())
                    .add(form);
        }
        bySignature.forEach((signature, forms) -> methods(names(signature), forms));
        if (!companion.functions().isEmpty()) {
            FormEmitter emitter = new FormEmitter(names(anySignature()), functions, methods);
            for (Function function : companion.functions()) {
                emitter.emitPrivate(function);
                if (function.results().size() > 1) {
                    resultRecord(function);
                }
            }
        }
        ClassText type = new ClassText(0);
        type.javadoc(List.of(
                "Derivatives of the methods of {@code " + program.className() + "}, generated from its source."));
        marks.annotations().forEach(annotation -> type.line(annotation.text()));
        Set<String> warnings = new LinkedHashSet<>(program.warnings());
        warnings.addAll(marks.warnings());
        if (!warnings.isEmpty()) {
            type.line("@SuppressWarnings({\"" + String.join("\", \"", warnings) + "\"})");
        }
        type.open(Code.of(program.isPublic() ? "public final class $L" : "final class $L", program.gradName()));
        madeFrom(program.linkage().madeFrom(), type);
        type.open(Code.of("private $L()", program.gradName()));
        type.close();
        type.addAll(methods);
        carrier(program);
        type.addAll(records);
        type.close();
        ClassName name = new ClassName(program.packageName(), program.gradName());
        return new SourceFile(name, recordNames, program.hiddenNames(), type.toString(), originating);
    }

    private static void madeFrom(List<String> classes, ClassText type) {
        if (!classes.isEmpty()) {
            List<Code> literals = classes.stream()
                    .map(name -> Code.of("$L.class", ClassName.of(name).code()))
                    .toList();
            type.line(Code.of("@$L({$L})", MADE_FROM, Code.join(literals, ", ")).text());
        }
    }

    /** What other classes need of the methods, at the end, where it is in nobody's way. */
    private void carrier(Program program) {
        Primals primals = Primals.of(program);
        if (primals.methods().isEmpty()) {
            return;
        }
        recordNames.add(Primals.CARRIER);
        records.blank();
        records.javadoc(
                List.of("For the processor: what other classes need to differentiate these derivatives again."));
        String parts = primals.written().stream().collect(Collectors.joining("\", \"", "{\"", "\"}"));
        records.line(Code.of("@$L(format = $L, value = $L)", PRIMAL_CODE, String.valueOf(Primals.FORMAT), parts)
                .text());
        records.open(Code.of(program.isPublic() ? "public interface $L" : "interface $L", Primals.CARRIER));
        records.close();
    }

    private Signature anySignature() {
        return companion.forms().get(0).signature();
    }

    private void methods(FormNames names, List<Companion.Form> forms) {
        FormEmitter emitter = new FormEmitter(names, functions, methods);
        Set<Derivative> given = new HashSet<>();
        forms.forEach(form -> given.add(form.derivative()));
        Set<Derivative> returned = new LinkedHashSet<>();
        for (Companion.Form form : forms) {
            Derivative derivative = form.derivative();
            if (derivative == Derivative.GRAD_INTO && !given.contains(Derivative.GRAD)) {
                emitter.emitThroughInto(Derivative.GRAD, derivative);
            } else if (derivative == Derivative.VJP_INTO && !given.contains(Derivative.VJP)) {
                emitter.emitThroughInto(Derivative.VJP, derivative);
            }
            emitter.emit(form);
            boolean needsGradient = derivative != Derivative.JVP && derivative != Derivative.JACOBIAN;
            if (needsGradient && !derivative.isSeveral()) {
                returned.add(Derivative.GRAD);
            }
            if (!derivative.recordSuffix().equals(Derivative.GRAD.recordSuffix())) {
                returned.add(derivative);
            }
        }
        returned.forEach(record -> record(names, record));
    }

    private void record(FormNames names, Derivative form) {
        List<ClassText.Parameter> components = new ArrayList<>();
        Code value = JavaTypes.of(names.signature().result());
        switch (form) {
            case JVP -> {
                components.add(new ClassText.Parameter(value, names.value()));
                components.add(new ClassText.Parameter(value, names.tangent()));
            }
            case JVPS -> {
                components.add(new ClassText.Parameter(value, names.value()));
                components.add(new ClassText.Parameter(JavaTypes.arrayOf(value), names.tangents()));
            }
            case HVP -> {
                components.add(gradient(names));
                perParameter(components, names, false);
            }
            case HESSIAN -> {
                components.add(gradient(names));
                components.add(
                        new ClassText.Parameter(JavaTypes.of(Type.arrayOf(Type.arrayOf(Type.DOUBLE))), names.matrix()));
            }
            default -> {
                components.add(new ClassText.Parameter(value, names.value()));
                perParameter(components, names, form == Derivative.JACOBIAN || form == Derivative.VJPS);
            }
        }
        records.blank();
        records.javadoc(new JavadocWriter(names).record(form));
        record("public", names.record(form).simpleName(), components);
    }

    private static ClassText.Parameter gradient(FormNames names) {
        return new ClassText.Parameter(names.record(Derivative.GRAD).code(), names.gradient());
    }

    private static void perParameter(List<ClassText.Parameter> components, FormNames names, boolean rows) {
        names.differentiated().forEach(p -> {
            Code type = JavaTypes.named(p.javaType());
            components.add(new ClassText.Parameter(rows ? JavaTypes.arrayOf(type) : type, p.name()));
        });
    }

    private void resultRecord(Function function) {
        List<ClassText.Parameter> components = new ArrayList<>();
        List<String> componentNames = PrivateFunctions.componentNames(function);
        for (int i = 0; i < componentNames.size(); i++) {
            Code type = JavaTypes.of(function.results().get(i).type());
            components.add(new ClassText.Parameter(type, componentNames.get(i)));
        }
        records.blank();
        record("private", functions.recordName(function.name()), components);
    }

    private void record(String visibility, String name, List<ClassText.Parameter> components) {
        recordNames.add(name);
        if (components.stream().anyMatch(component -> component.type().text().endsWith("[]"))) {
            records.line(ARRAYS_ARE_MEANT);
        }
        records.open(ClassText.header(Code.of("$L record $L", visibility, name), components, false));
        records.close();
    }
}
