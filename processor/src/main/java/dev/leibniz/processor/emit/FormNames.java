package dev.leibniz.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.leibniz.processor.contract.Derivative;
import dev.leibniz.processor.contract.ReturnedRecord;
import dev.leibniz.processor.ir.FormHead;
import dev.leibniz.processor.ir.Program;
import dev.leibniz.processor.ir.Signature;
import dev.leibniz.processor.ir.Type;

/** What the generated methods of one differentiated method, their records and the components of these are called. */
record FormNames(Program program, Signature signature) {

    ClassName generatedClass() {
        return ClassName.get(program.packageName(), program.gradName());
    }

    String method(Derivative derivative) {
        return signature.name() + derivative.suffix();
    }

    /** What a form returns. */
    ClassName returned(Derivative form) {
        ReturnedRecord returned = form.returned();
        return returned.isGiven() ? JavaTypes.className(returned.givenName()) : record(returned);
    }

    ClassName record(ReturnedRecord record) {
        return generatedClass().nestedClass(record.name(signature.name(), program.gradName()));
    }

    FormHead head(Derivative derivative) {
        return FormHead.of(signature, derivative);
    }

    /** The type of a component of a record. */
    TypeName type(FormHead.Component component) {
        TypeName own = component
                .owner()
                .map(owner -> JavaTypes.named(owner.javaType()))
                .orElseGet(() -> JavaTypes.of(signature.result()));
        return switch (component.part()) {
            case VALUE, TANGENT, GRADIENTS -> own;
            case TANGENTS, ROWS -> ArrayTypeName.of(own);
            case GRADIENT_RECORD -> record(ReturnedRecord.GRAD);
            case MATRIX -> JavaTypes.of(Type.arrayOf(Type.arrayOf(Type.DOUBLE)));
        };
    }

    /** {@code Model.loss}, for Javadoc. */
    String primal() {
        return program.className() + "." + signature.method();
    }
}
