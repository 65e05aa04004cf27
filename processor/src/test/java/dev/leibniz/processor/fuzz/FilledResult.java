package dev.leibniz.processor.fuzz;

import java.util.Optional;

/**
 * A result that is written to an array which the caller gives. In the program it is an array that is declared first and returned
 * last; so it is what it was where that is no longer so.
 */
record FilledResult(String name, int length) {

    static Optional<FilledResult> of(Program.Function function) {
        int last = function.body().statements().size() - 1;
        if (!function.modifiers().filled() || last < 1 || !function.result().equals(Type.DOUBLES)) {
            return Optional.empty();
        }
        boolean declared = function.body().statements().get(0) instanceof Stmt.Declare d
                && d.initial().size() == 1
                && d.initial().get(0) instanceof Expr.NewArray a
                && a.type().equals(Type.DOUBLES)
                && a.dimensions().get(0) instanceof Expr.Literal;
        if (!declared || !(function.body().statements().get(last) instanceof Stmt.Return)) {
            return Optional.empty();
        }
        Stmt.Declare array = (Stmt.Declare) function.body().statements().get(0);
        Expr.Variable variable = Expr.variable(array.name(), Type.DOUBLES);
        boolean kept = AstWalk.nodes(function.body()).stream()
                .noneMatch(node ->
                        node instanceof Stmt.Return r && !r.value().get(0).equals(variable)
                                || node instanceof Expr.Assign a && a.target().equals(variable));
        Expr.Literal length = (Expr.Literal)
                ((Expr.NewArray) array.initial().get(0)).dimensions().get(0);
        return kept ? Optional.of(new FilledResult(array.name(), (Integer) length.value())) : Optional.empty();
    }
}
