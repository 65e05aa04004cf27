package dev.leibniz.processor.ir.program;

import dev.leibniz.processor.contract.Derivative;
import dev.leibniz.processor.contract.ReturnedRecord;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.ir.Signature;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Var;
import java.util.List;

/**
 * The number of parameter slots of the JVM that a method or a constructor needs. There are {@link #MOST}; a {@code long} or a
 * {@code double} takes two, and so many are left to a constructor that the object takes one.
 */
public final class ParameterSlots {
    /** <a href="https://docs.oracle.com/javase/specs/jvms/se17/html/jvms-4.html#jvms-4.3.3">JVMS 4.3.3</a>. */
    public static final int MOST = 255;

    private static final int OBJECT = 1;
    private static final int REFERENCE = 1;

    private ParameterSlots() {}

    private static int of(Type type) {
        return type == Type.DOUBLE || type == Type.LONG ? 2 : 1;
    }

    private static int of(Layout layout) {
        return layout instanceof Layout.Leaf leaf ? of(leaf.type()) : REFERENCE;
    }

    /** The slots of a function that is printed as it is. */
    public static int of(Function function) {
        int parameters = sum(function.params());
        return Math.max(parameters, OBJECT + sum(function.results()));
    }

    private static int sum(List<Var> variables) {
        return variables.stream().mapToInt(variable -> of(variable.type())).sum();
    }

    /** The slots of a generated method, of the constructor of the record it returns, or of a method it calls, whichever needs most. */
    public static int of(FormHead head) {
        int own = Math.max(ofMethod(head) + (head.form().returned().isClass() ? OBJECT : 0), ofRecords(head));
        for (FormHead helper : head.helpers()) {
            own = Math.max(own, of(helper));
        }
        return head.form() == Derivative.HESSIAN || head.form() == Derivative.SPARSE_HESSIAN
                ? Math.max(own, ofGradientTangents(head.params()))
                : own;
    }

    /** A Hessian calls a function of the numbers one by one, of an array of tangents for each, and of how many there are. */
    private static int ofGradientTangents(List<Signature.Parameter> params) {
        int slots = 1;
        for (Signature.Parameter param : params) {
            for (Layout.Leaf leaf : param.layout().leaves()) {
                slots += of(leaf) + (leaf.differentiated() ? REFERENCE : 0);
            }
        }
        return slots;
    }

    private static int ofMethod(FormHead head) {
        int slots = 0;
        for (Signature.Parameter param : head.params()) {
            slots += of(param.layout());
        }
        for (FormHead.Argument argument : head.arguments()) {
            slots += argument.role().isSeveral() ? REFERENCE : of(argument.layout());
        }
        return slots;
    }

    private static int ofRecords(FormHead head) {
        int most = 0;
        for (ReturnedRecord record : head.form().returned().withNested()) {
            int slots = OBJECT;
            for (FormHead.Component component : head.components(record)) {
                slots += switch (component.part()) {
                    case VALUE, TANGENT -> of(head.result());
                    case GRADIENTS -> of(component.owner().orElseThrow().layout());
                    case GRADIENT_RECORD, TANGENTS, ROWS, MATRIX, SPARSE_JACOBIAN, SPARSE_HESSIAN -> REFERENCE;
                };
            }
            most = Math.max(most, slots);
        }
        return most;
    }
}
