package dev.leibniz.processor.emit.text;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.leibniz.processor.contract.Derivative;
import dev.leibniz.processor.contract.ReturnedRecord;
import dev.leibniz.processor.contract.RuntimeClass;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.ir.Signature;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.program.FormHead;
import dev.leibniz.processor.ir.program.Program;
import java.util.Optional;

/** The names of the generated methods of one differentiated method, of their records and of the components of these. */
public record FormNames(Program program, Signature signature) {

    public ClassName generatedClass() {
        return ClassName.get(program.packageName(), program.gradName());
    }

    public String method(Derivative derivative) {
        return signature.name() + derivative.suffix();
    }

    public ClassName record(ReturnedRecord record) {
        String name = record.name(signature.name(), program.gradName());
        return record.isOfRuntime()
                ? JavaTypes.className(name)
                : generatedClass().nestedClass(name);
    }

    /** The record of the arrays that the method fills, if these are several: it is generated, too. */
    public Optional<Layout.Record> filled() {
        ClassName name = generatedClass().nestedClass(Signature.resultRecord(signature.name()));
        return signature.result() instanceof Layout.Record record
                        && JavaTypes.named(record.javaName()).equals(name)
                ? Optional.of(record)
                : Optional.empty();
    }

    public FormHead head(Derivative derivative) {
        return FormHead.of(signature, derivative);
    }

    /** The type of a component of a record. */
    public TypeName type(FormHead.Component component) {
        TypeName own = component
                .owner()
                .map(owner -> JavaTypes.named(owner.javaType()))
                .orElseGet(() -> JavaTypes.of(signature.result()));
        return switch (component.part()) {
            case VALUE, TANGENT, GRADIENTS -> own;
            case TANGENTS, ROWS -> ArrayTypeName.of(own);
            case GRADIENT_RECORD -> record(ReturnedRecord.GRAD);
            case MATRIX -> JavaTypes.of(Type.arrayOf(Type.arrayOf(Type.DOUBLE)));
            case SPARSE_JACOBIAN, SPARSE_HESSIAN -> JavaTypes.className(RuntimeClass.SPARSE_MATRIX);
        };
    }

    /** {@code Model.loss}, for Javadoc. */
    public String primal() {
        return program.className() + "." + signature.method();
    }
}
