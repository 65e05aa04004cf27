package dev.leibniz.processor.ir;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The equation for the result <i>x</i> of a method: the residual <i>F(x, θ…) = 0</i>, or for a fixed point the map <i>x = G(x, θ…)</i>.
 *
 * @param residual F or G; its parameters are one for x, then those of the method
 * @param kind the kind of equation: one of the two
 * @param solver the method of solving linear systems with ∂F/∂x
 * @param tolerance to which a solver that iterates does so
 * @param method the method, as in {@code Orbit.kepler}, for messages
 * @param solve the function that solves a factorised system, and the one that solves the transposed system
 */
public record Equation(
        Signature residual,
        Kind kind,
        Solver solver,
        double tolerance,
        String method,
        Callee.External solve,
        Callee.External solveTransposed) {

    /** Whether the function is zero at the solution, or gives the solution back. */
    public enum Kind {
        ROOT,
        FIXED_POINT
    }

    /** The method of solving linear systems with the Jacobian. */
    public enum Solver {
        LU,
        CHOLESKY,
        GMRES,
        ITERATION
    }

    /** Whether the solution is one number. */
    public boolean isScalar() {
        return residual.hasScalarResult();
    }

    /** Whether the Jacobian by the solution is made, and factorised. */
    public boolean hasMatrix() {
        return !isScalar() && (solver == Solver.LU || solver == Solver.CHOLESKY);
    }

    /** The residual as a function of the solution alone. */
    public Signature bySolution() {
        Iterator<Boolean> none = Stream.generate(() -> false).iterator();
        return by("BySolution", true, none);
    }

    /**
     * The residual as a function of some of the parameters of the method.
     *
     * @param leaves for each leaf of these parameters whether it is differentiated
     */
    public Signature byParameters(Mask leaves) {
        StringBuilder suffix = new StringBuilder("By");
        for (int i = 0; i < leaves.size(); i++) {
            suffix.append(leaves.has(i) ? String.valueOf(i) : "");
        }
        return by(suffix.toString(), false, leaves.flags().iterator());
    }

    private Signature by(String suffix, boolean solution, Iterator<Boolean> leaves) {
        List<Signature.Parameter> params = new ArrayList<>();
        for (Signature.Parameter param : residual.params()) {
            Layout layout = params.isEmpty()
                    ? param.layout().withLeaves(leaf -> new Layout.Leaf(leaf.type(), solution))
                    : param.layout().withLeaves(leaf -> new Layout.Leaf(leaf.type(), leaves.next()));
            params.add(new Signature.Parameter(param.name(), layout, param.javaType(), param.varargs()));
        }
        return new Signature(
                residual.function() + suffix,
                residual.method(),
                residual.function(),
                params,
                residual.result(),
                residual.forms(),
                residual.position());
    }
}
