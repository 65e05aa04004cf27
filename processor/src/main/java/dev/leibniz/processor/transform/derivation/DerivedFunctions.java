package dev.leibniz.processor.transform.derivation;

import dev.leibniz.processor.analysis.FunctionAnalysis;
import dev.leibniz.processor.ir.Equation;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Mask;
import java.util.Optional;

/** The derivatives of functions that are called and not inlined, for the transforms to ask for; they are made once each. */
public interface DerivedFunctions {

    /**
     * The reverse derivative of a function, by name: parameters are those of the function, then the shadow of each
     * differentiated array parameter, then a cotangent for each floating-point result; results are those of the
     * function, then the gradient of each differentiated scalar parameter.
     *
     * @param differentiated the parameters that are differentiated
     */
    String reverse(String function, Mask differentiated);

    /** A function in two parts, the second of which is its backward sweep alone; empty if it cannot be taken apart. */
    Optional<SplitCall> split(SplitCall.Key key);

    /** As {@link #reverse}, of a rule or of an element of a result, which is put in place of calls where that is possible. */
    String transposed(String rule, Mask differentiated);

    /**
     * The forward derivative of a function, by name: parameters are those of the function, then a tangent for each
     * differentiated parameter; results are those of the function, then a tangent for each floating-point result.
     */
    String forward(String function, Mask differentiated);

    /** As {@link #forward}, for many directions; see {@link dev.leibniz.processor.transform.forward.VectorTangentTransform} for the parameters. */
    String vectorForward(String function, Mask differentiated);

    /** A function on index sets as well, by name; see {@link dev.leibniz.processor.transform.forward.PatternTransform} for the parameters. */
    String pattern(String function, Mask differentiated, boolean isSecond);

    /** A function that solves a linear system with the Jacobian of an equation, or the transposed system, without the matrix. */
    String solver(Equation equation, boolean isTransposed);

    /** The equation that the result of a function solves, if its derivatives follow from it: the function is a {@link #solver}. */
    Optional<Equation> equation(String function);

    /** Whether there is a function of this name: the body of a rule may be at hand, or not. */
    boolean has(String function);

    /** Whether the results of a function depend on no number in this parameter. */
    boolean ignores(String function, int param);

    /** The analysis of a function; the flags are as in {@link FunctionAnalysis#of}. */
    FunctionAnalysis facts(Function function, Mask independent, Mask dependent);
}
