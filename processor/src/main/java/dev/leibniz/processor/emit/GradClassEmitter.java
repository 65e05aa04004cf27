package dev.leibniz.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.leibniz.processor.ir.Companion;
import dev.leibniz.processor.ir.Derivative;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Program;
import dev.leibniz.processor.ir.Signature;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Var;
import java.util.ArrayList;
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
    private static final ClassName GENERATED = ClassName.get("javax.annotation.processing", "Generated");
    private static final String PROCESSOR = "dev.leibniz.processor.DifferentiableProcessor";

    private final Companion companion;
    private final PrivateFunctions functions;

    private GradClassEmitter(Companion companion) {
        this.companion = companion;
        Set<String> taken = new HashSet<>();
        for (Companion.Form form : companion.forms()) {
            for (Derivative derivative : Derivative.values()) {
                taken.add(names(form.signature()).method(derivative));
                taken.add(names(form.signature()).record(derivative).simpleName());
            }
        }
        this.functions = new PrivateFunctions(companion.functions(), taken);
    }

    /**
     * The source file of a generated class.
     *
     * @param originating the elements it is generated from, for incremental builds
     */
    public static JavaFile emit(Companion companion, Element... originating) {
        TypeSpec.Builder type = new GradClassEmitter(companion).type();
        for (Element element : originating) {
            type.addOriginatingElement(element);
        }
        return JavaFile.builder(companion.program().packageName(), type.build())
                .indent("    ")
                .skipJavaLangImports(true)
                .build();
    }

    /** The same as {@link #emit}, for those who only want to write the file. */
    public static SourceFile sourceFile(Companion companion, Element... originating) {
        return new SourceFile(emit(companion, originating));
    }

    private FormNames names(Signature signature) {
        return new FormNames(companion.program(), signature);
    }

    private TypeSpec.Builder type() {
        Program program = companion.program();
        TypeSpec.Builder type = TypeSpec.classBuilder(program.gradName())
                .addJavadoc(
                        "Derivatives of the methods of {@code $L}, generated from its source.\n", program.className())
                .addAnnotation(AnnotationSpec.builder(GENERATED)
                        .addMember("value", "$S", PROCESSOR)
                        .build())
                .addModifiers(Modifier.FINAL);
        if (program.isPublic()) {
            type.addModifiers(Modifier.PUBLIC);
        }
        type.addMethod(
                MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
        Map<Signature, List<Companion.Form>> bySignature = new LinkedHashMap<>();
        companion
                .forms()
                .forEach(form -> bySignature
                        .computeIfAbsent(form.signature(), s -> new ArrayList<>())
                        .add(form));
        bySignature.forEach((signature, forms) -> methods(type, names(signature), forms));
        if (!companion.functions().isEmpty()) {
            FormEmitter emitter = new FormEmitter(names(anySignature()), functions);
            for (Function function : companion.functions()) {
                type.addMethod(emitter.emitPrivate(function));
                if (function.results().size() > 1) {
                    type.addType(resultRecord(function));
                }
            }
        }
        return type;
    }

    private Signature anySignature() {
        return companion.forms().get(0).signature();
    }

    private void methods(TypeSpec.Builder type, FormNames names, List<Companion.Form> forms) {
        FormEmitter emitter = new FormEmitter(names, functions);
        Set<Derivative> given = new HashSet<>();
        forms.forEach(form -> given.add(form.derivative()));
        Set<Derivative> records = new LinkedHashSet<>();
        for (Companion.Form form : forms) {
            Derivative derivative = form.derivative();
            if (derivative == Derivative.GRAD_INTO && !given.contains(Derivative.GRAD)) {
                type.addMethod(emitter.emitThroughInto(Derivative.GRAD, derivative));
            } else if (derivative == Derivative.VJP_INTO && !given.contains(Derivative.VJP)) {
                type.addMethod(emitter.emitThroughInto(Derivative.VJP, derivative));
            }
            type.addMethod(emitter.emit(form));
            boolean needsGradient = derivative != Derivative.JVP && derivative != Derivative.JACOBIAN;
            if (needsGradient) {
                records.add(Derivative.GRAD);
            }
            if (!derivative.recordSuffix().equals(Derivative.GRAD.recordSuffix())) {
                records.add(derivative);
            }
        }
        records.forEach(record -> type.addType(record(names, record)));
    }

    private static TypeSpec record(FormNames names, Derivative form) {
        MethodSpec.Builder components = MethodSpec.constructorBuilder();
        TypeName value = JavaTypes.of(names.signature().result());
        switch (form) {
            case JVP -> {
                components.addParameter(value, names.value());
                components.addParameter(value, names.tangent());
            }
            case HVP -> {
                components.addParameter(names.record(Derivative.GRAD), names.gradient());
                perParameter(components, names, false);
            }
            case HESSIAN -> {
                components.addParameter(names.record(Derivative.GRAD), names.gradient());
                components.addParameter(JavaTypes.of(Type.arrayOf(Type.arrayOf(Type.DOUBLE))), names.matrix());
            }
            default -> {
                components.addParameter(value, names.value());
                perParameter(components, names, form == Derivative.JACOBIAN);
            }
        }
        return TypeSpec.recordBuilder(names.record(form).simpleName())
                .addJavadoc(new JavadocWriter(names).record(form))
                .addModifiers(Modifier.PUBLIC)
                .recordConstructor(components.build())
                .build();
    }

    private static void perParameter(MethodSpec.Builder components, FormNames names, boolean rows) {
        names.differentiated().forEach(p -> {
            TypeName type = JavaTypes.named(p.javaType());
            components.addParameter(rows ? ArrayTypeName.of(type) : type, p.name());
        });
    }

    private TypeSpec resultRecord(Function function) {
        MethodSpec.Builder components = MethodSpec.constructorBuilder();
        List<String> componentNames = PrivateFunctions.componentNames(function);
        for (int i = 0; i < componentNames.size(); i++) {
            Var result = function.results().get(i);
            components.addParameter(JavaTypes.of(result.type()), componentNames.get(i));
        }
        return TypeSpec.recordBuilder(functions.recordName(function.name()))
                .addModifiers(Modifier.PRIVATE)
                .recordConstructor(components.build())
                .build();
    }
}
