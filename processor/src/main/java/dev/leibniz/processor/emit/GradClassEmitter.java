package dev.leibniz.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.leibniz.processor.contract.Derivative;
import dev.leibniz.processor.contract.ReturnedRecord;
import dev.leibniz.processor.emit.statements.PrivateFunctions;
import dev.leibniz.processor.emit.text.BodyTexts;
import dev.leibniz.processor.emit.text.FormNames;
import dev.leibniz.processor.emit.text.JavaTypes;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.ir.Signature;
import dev.leibniz.processor.ir.program.Companion;
import dev.leibniz.processor.ir.program.FormHead;
import dev.leibniz.processor.ir.program.Primals;
import dev.leibniz.processor.ir.program.Program;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;

/** Lays out the class with the derivatives of another: its records, its methods and the functions they share. */
public final class GradClassEmitter {
    private static final ClassName MADE_FROM = ClassName.get("dev.leibniz.annotations", "MadeFrom");
    private static final ClassName PRIMAL_CODE = ClassName.get("dev.leibniz.annotations", "PrimalCode");

    /**
     * A gradient has the type of its parameter. Error Prone would rather have a list there; Eclipse complains of names for
     * warnings that it does not know, but for "all".
     */
    private static final AnnotationSpec ARRAYS_ARE_MEANT = suppressing(List.of("all", "ArrayRecordComponent"));

    private final Companion companion;
    private final Marks marks;
    private final PrivateFunctions functions;
    private final BodyTexts bodies = new BodyTexts();
    private final TypeSpec.Builder type;

    private GradClassEmitter(Companion companion, Marks marks) {
        this.companion = companion;
        this.marks = marks;
        Set<String> taken = new HashSet<>();
        for (Companion.Form form : companion.forms()) {
            for (Derivative derivative : Derivative.values()) {
                taken.add(names(form.signature()).method(derivative));
                taken.add(names(form.signature()).record(derivative.returned()).simpleName());
            }
        }
        this.functions = new PrivateFunctions(companion.program(), companion.functions(), taken);
        this.type = TypeSpec.classBuilder(companion.program().gradName());
    }

    /** The source file of a generated class with all marks. */
    public static GeneratedFile emit(Companion companion, Element... originating) {
        return emit(companion, Marks.ALL, originating);
    }

    /**
     * The source file of a generated class.
     *
     * @param originating the elements it is generated from, for incremental builds
     */
    public static GeneratedFile emit(Companion companion, Marks marks, Element... originating) {
        return new GradClassEmitter(companion, marks).file(originating);
    }

    private FormNames names(Signature signature) {
        return new FormNames(companion.program(), signature);
    }

    private GeneratedFile file(Element... originating) {
        Program program = companion.program();
        head(program);
        Map<Signature, List<Companion.Form>> bySignature = new LinkedHashMap<>();
        for (Companion.Form form : companion.forms()) {
            bySignature
                    .computeIfAbsent(form.signature(), s -> new ArrayList<>())
                    .add(form);
        }
        for (Map.Entry<Signature, List<Companion.Form>> entry : bySignature.entrySet()) {
            methods(names(entry.getKey()), entry.getValue());
        }
        if (!companion.functions().isEmpty()) {
            FormEmitter emitter = new FormEmitter(names(anySignature()), functions, bodies);
            for (Function function : companion.functions()) {
                type.addMethod(emitter.emitPrivate(function));
                if (function.results().size() > 1) {
                    resultRecord(function);
                }
            }
        }
        FrameTypes.of(companion).forEach(type::addType);
        carrier(program);
        for (Element element : List.of(originating)) {
            type.addOriginatingElement(element);
        }
        return new GeneratedFile(program.packageName(), type.build(), bodies);
    }

    private void head(Program program) {
        type.addJavadoc("Derivatives of the methods of {@code $L}, generated from its source.\n", program.className())
                .addAnnotations(marks.annotations())
                .addModifiers(visibility(program))
                .addModifiers(Modifier.FINAL)
                .alwaysQualify(program.hiddenNames().toArray(String[]::new));
        Set<String> warnings = new LinkedHashSet<>(program.warnings());
        warnings.addAll(marks.warnings());
        if (!warnings.isEmpty()) {
            type.addAnnotation(suppressing(warnings));
        }
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE);
        Map<String, Long> madeFrom = program.linkage().madeFrom();
        if (!madeFrom.isEmpty()) {
            constructor.addAnnotation(AnnotationSpec.builder(MADE_FROM)
                    .addMember(
                            "value",
                            list(
                                    "$T.class",
                                    madeFrom.keySet().stream()
                                            .map(JavaTypes::className)
                                            .toList()))
                    .build());
        }
        type.addMethod(constructor.build());
        if (!madeFrom.isEmpty()) {
            type.addStaticBlock(versionTests(program));
        }
    }

    /** Compilers and build tools that compile too little leave a class behind that differentiates what no longer is. */
    private static CodeBlock versionTests(Program program) {
        CodeBlock.Builder tests = CodeBlock.builder();
        program.linkage().madeFrom().forEach((carrier, version) -> {
            ClassName type = JavaTypes.className(carrier);
            tests.beginControlFlow("if ($T.$L() != $LL)", type, Primals.VERSION, version)
                    .addStatement(
                            "throw new $T($S)",
                            IncompatibleClassChangeError.class,
                            program.className() + " has to be compiled again: the code that "
                                    + type.enclosingClassName().simpleName() + " carries has changed")
                    .endControlFlow();
        });
        return tests.build();
    }

    private static Modifier[] visibility(Program program) {
        return program.isPublic() ? new Modifier[] {Modifier.PUBLIC} : new Modifier[0];
    }

    private static AnnotationSpec suppressing(Collection<String> warnings) {
        return AnnotationSpec.builder(SuppressWarnings.class)
                .addMember("value", list("$S", warnings))
                .build();
    }

    /** A value of an annotation, in braces on one line. */
    private static CodeBlock list(String format, Iterable<?> values) {
        CodeBlock.Builder list = CodeBlock.builder().add("{");
        String separator = "";
        for (Object value : values) {
            list.add(separator).add(format, value);
            separator = ", ";
        }
        return list.add("}").build();
    }

    /** The interface with the code that other classes need of the methods, at the end, where it is in nobody's way. */
    private void carrier(Program program) {
        Primals primals = Primals.of(program);
        if (primals.methods().isEmpty()) {
            return;
        }
        List<String> code = primals.written();
        type.addType(TypeSpec.interfaceBuilder(Primals.CARRIER)
                .addJavadoc("For the processor: what other classes need to differentiate these derivatives again.\n")
                .addAnnotation(AnnotationSpec.builder(PRIMAL_CODE)
                        .addMember("format", "$L", Primals.FORMAT)
                        .addMember("value", list("$S", code))
                        .build())
                .addModifiers(visibility(program))
                .addMethod(MethodSpec.methodBuilder(Primals.VERSION)
                        .addJavadoc("Changes with the code.\n\n@return a number of this version\n")
                        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                        .returns(long.class)
                        .addStatement("return $LL", Primals.version(code))
                        .build())
                .build());
    }

    private Signature anySignature() {
        return companion.forms().get(0).signature();
    }

    private void methods(FormNames names, List<Companion.Form> forms) {
        FormEmitter emitter = new FormEmitter(names, functions, bodies);
        Set<Derivative> given = new HashSet<>();
        for (Companion.Form form : forms) {
            given.add(form.derivative());
        }
        Set<ReturnedRecord> returned = new LinkedHashSet<>();
        for (Companion.Form form : forms) {
            Derivative derivative = form.derivative();
            derivative
                    .allocating()
                    .filter(other -> names.signature().has(other) && !given.contains(other))
                    .ifPresent(other -> type.addMethod(emitter.emitThroughInto(other, derivative)));
            type.addMethod(emitter.emit(form));
            returned.addAll(derivative.returned().withNested());
        }
        for (Derivative derivative : Derivative.values()) {
            if (!derivative.isFunction() && names.signature().has(derivative)) {
                type.addMethod(emitter.emitMaking(derivative));
                type.addType(new FlatEmitter(names, derivative, emitter).type());
                bodies.mention(JavaTypes.className(derivative.returned().runtimeClass()));
                returned.add(ReturnedRecord.PARAMETERS);
            }
        }
        Derivative any = forms.get(0).derivative();
        for (ReturnedRecord record : returned) {
            record(names, record, names.head(any).components(record));
        }
        names.filled().ifPresent(record -> filledRecord(names, record));
    }

    private void filledRecord(FormNames names, Layout.Record layout) {
        MethodSpec.Builder components = MethodSpec.constructorBuilder();
        for (Layout.Field field : layout.fields()) {
            components.addParameter(JavaTypes.of(field.layout()), field.name());
        }
        type.addType(record(Signature.resultRecord(names.signature().name()), components.build(), true)
                .addJavadoc(new JavadocWriter(names).filled(layout))
                .addModifiers(Modifier.PUBLIC)
                .build());
    }

    private void record(FormNames names, ReturnedRecord returned, List<FormHead.Component> parts) {
        MethodSpec.Builder components = MethodSpec.constructorBuilder();
        for (FormHead.Component part : parts) {
            components.addParameter(names.type(part), part.name());
        }
        String name = names.record(returned).simpleName();
        type.addType(record(name, components.build(), true)
                .addJavadoc(new JavadocWriter(names).record(returned, parts))
                .addModifiers(isHidden(returned, names.signature()) ? Modifier.PRIVATE : Modifier.PUBLIC)
                .build());
    }

    /** Whether no form returns it that users can call. */
    private static boolean isHidden(ReturnedRecord record, Signature method) {
        return method.forms().stream()
                .noneMatch(form -> form.returned().withNested().contains(record));
    }

    private void resultRecord(Function function) {
        MethodSpec.Builder components = MethodSpec.constructorBuilder();
        List<String> componentNames = PrivateFunctions.componentNames(function);
        for (int i = 0; i < componentNames.size(); i++) {
            components.addParameter(JavaTypes.of(function.results().get(i).type()), componentNames.get(i));
        }
        type.addType(record(functions.recordName(function.name()), components.build(), false)
                .addModifiers(Modifier.PRIVATE)
                .build());
    }

    private TypeSpec.Builder record(String name, MethodSpec components, boolean isForUsers) {
        TypeSpec.Builder record = TypeSpec.recordBuilder(name).recordConstructor(components);
        if (components.parameters().stream().anyMatch(p -> p.type() instanceof ArrayTypeName)) {
            record.addAnnotation(ARRAYS_ARE_MEANT);
        }
        if (isForUsers && marks.hasRuntime() && RecordStrings.areNeeded(components.parameters())) {
            record.addMethod(RecordStrings.method(name, components.parameters(), bodies));
        }
        if (isForUsers && RecordStrings.areSerializable(components.parameters())) {
            record.addSuperinterface(Serializable.class);
        }
        return record;
    }
}
