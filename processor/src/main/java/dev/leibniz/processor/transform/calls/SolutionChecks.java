package dev.leibniz.processor.transform.calls;

import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Equation;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import java.util.List;

/**
 * The checks in generated code that differentiates a solution: that the system can be solved, always; and, with assertions enabled, that
 * the solution is one, so that Newton's step from it is short.
 */
final class SolutionChecks {
    private static final Type FACTORS = new Type.Opaque("dev.leibniz.runtime.solve.Factorization");

    private SolutionChecks() {}

    private static String matrix(Equation equation) {
        return equation.kind() == Equation.Kind.ROOT
                ? "the derivative of `" + equation.residual().method() + "` by the solution"
                : "1 minus the derivative of `" + equation.residual().method() + "` by the solution";
    }

    /** The matrix of the system, for a message. */
    static String describe(Equation equation) {
        return equation.method() + ": " + matrix(equation);
    }

    private static String unsolved(Equation equation) {
        return "\"" + equation.method() + " returned what does not solve `"
                + equation.residual().method() + "`: \" + ";
    }

    static void ofNumber(Equation equation, Value slope, Value residual, Value x, BlockBuilder out) {
        Value isThere = out.compare(Op.Primitive.GT, out.math("abs", slope), Const.number(0, slope.type()));
        BlockBuilder complaint = out.nested();
        String message =
                "new java.lang.ArithmeticException(\"" + equation.method() + ": " + matrix(equation) + " is \" + $0)";
        complaint.add(new Stmt.Throw(message, List.of(slope), out.origin()));
        out.add(new Stmt.If(out.not(isThere), complaint.build(), out.nested().build(), List.of(), out.origin()));
        Expr step = new Expr.Opaque(
                "dev.leibniz.runtime.Systems.isSolved($0, $1, $2)", List.of(slope, residual, x), Type.BOOLEAN, false);
        out.add(new Stmt.Assert(out.let(step), unsolved(equation) + "$0", List.of(x), out.origin()));
    }

    static void ofArray(Equation equation, Value residual, Value x, BlockBuilder out) {
        Expr isSmall = new Expr.Opaque(
                "dev.leibniz.runtime.Systems.isSmall($0, $1)", List.of(residual, x), Type.BOOLEAN, false);
        out.add(new Stmt.Assert(
                out.let(isSmall), unsolved(equation) + "java.util.Arrays.toString($0)", List.of(x), out.origin()));
    }

    /** The factors of a matrix that is not singular. */
    static Value factorised(Equation equation, Value matrix, Value residual, Value x, BlockBuilder out) {
        boolean isSymmetric = equation.solver() == Equation.Solver.CHOLESKY;
        String name = "\"" + describe(equation) + "\"";
        Value factors = out.let(
                "factors",
                new Expr.Opaque(
                        "dev.leibniz.runtime.solve.Factorization." + (isSymmetric ? "cholesky" : "lu") + "($0, " + name
                                + ")",
                        List.of(matrix),
                        FACTORS,
                        true));
        Expr isSolved = new Expr.Opaque("$0.isSolved($1, $2)", List.of(factors, residual, x), Type.BOOLEAN, false);
        out.add(new Stmt.Assert(
                out.let(isSolved), unsolved(equation) + "java.util.Arrays.toString($0)", List.of(x), out.origin()));
        return factors;
    }
}
