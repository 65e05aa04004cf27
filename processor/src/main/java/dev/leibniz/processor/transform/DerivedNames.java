package dev.leibniz.processor.transform;

import dev.leibniz.processor.contract.Derivative;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Mask;
import dev.leibniz.processor.ir.Signature;

/** The names of functions that are derived from others. */
final class DerivedNames {
    private DerivedNames() {}

    /** The name of a derivative of a function, which distinguishes those for different parameters. */
    static String of(Function function, String kind, Mask differentiated) {
        boolean all = true;
        StringBuilder positions = new StringBuilder();
        for (int i = 0; i < differentiated.size(); i++) {
            all &= differentiated.has(i) == function.params().get(i).type().isDifferentiable();
            positions.append(differentiated.has(i) ? String.valueOf(i) : "");
        }
        return function.name() + kind + (all ? "" : "Of" + positions);
    }

    /** The name of a form of a method, with the components of records as parameters and results of their own. */
    static String flat(Signature method, Derivative derivative) {
        return stem(method) + derivative.suffix() + (derivative.isSeveral() ? "sFlat" : "Flat");
    }

    /** The residual of an equation is differentiated for this or that, and has another name each time. */
    private static String stem(Signature method) {
        return method.name().startsWith(method.function()) ? method.name() : method.function();
    }
}
