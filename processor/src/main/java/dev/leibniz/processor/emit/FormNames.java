package dev.leibniz.processor.emit;

import com.palantir.javapoet.ClassName;
import dev.leibniz.processor.ir.Derivative;
import dev.leibniz.processor.ir.Program;
import dev.leibniz.processor.ir.Signature;
import dev.leibniz.processor.ir.Signature.Parameter;
import java.util.List;

/** What the generated methods of one differentiated method, their records and the components of these are called. */
record FormNames(Program program, Signature signature) {

    ClassName generatedClass() {
        return ClassName.get(program.packageName(), program.gradName());
    }

    String method(Derivative derivative) {
        return signature.name() + derivative.suffix();
    }

    ClassName record(Derivative derivative) {
        return generatedClass().nestedClass(derivative.recordName(signature.name(), program.gradName()));
    }

    String value() {
        return unlessParameter("value", "primal");
    }

    String gradient() {
        return unlessParameter("grad", "gradient");
    }

    String tangent() {
        return unlessParameter("tangent", "tangentOut");
    }

    String tangents() {
        return unlessParameter("tangents", "tangentsOut");
    }

    String matrix() {
        return unlessParameter("matrix", "hessian");
    }

    private String unlessParameter(String name, String otherwise) {
        String free = isParameter(name) ? otherwise : name;
        while (isParameter(free)) {
            free += "Out";
        }
        return free;
    }

    private boolean isParameter(String name) {
        return signature.params().stream().anyMatch(p -> p.name().equals(name));
    }

    List<Parameter> differentiated() {
        return signature.params().stream().filter(Parameter::differentiated).toList();
    }

    /** {@code Model.loss}, for Javadoc. */
    String primal() {
        return program.className() + "." + signature.method();
    }
}
