package dev.leibniz.processor.transform.derivation;

import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Var;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The names of the variables that a transform adds, after those they belong to. */
public final class Names {
    private Names() {}

    /** {@code dx} for {@code x}, {@code dLogits} for {@code logits}. */
    public static String adjoint(Var variable) {
        return prefixed("d", variable.name());
    }

    /** {@code xDot} for {@code x}. */
    public static String tangent(Var variable) {
        return variable.isNamed() ? variable.name() + "Dot" : "";
    }

    /** A copy of an array. */
    public static String saved(Var array) {
        return saved(array, variable -> null);
    }

    /** The array that keeps the values a variable takes in a loop: after it, or after the array that it is an element of. */
    public static String saved(Var variable, Function<Var, @Nullable Stmt> definitions) {
        String name = nameOf(variable, definitions);
        return name.isEmpty() ? "saved" : name.endsWith("Saved") || name.equals("saved") ? name : name + "Saved";
    }

    private static String nameOf(Var variable, Function<Var, @Nullable Stmt> definitions) {
        if (variable.isNamed() || !(definitions.apply(variable) instanceof Stmt.Let let)) {
            return variable.name();
        } else if (let.expr() instanceof Expr.Apply apply && apply.op() instanceof Op.MathCall call) {
            return call.method();
        }
        return let.expr() instanceof Expr.Load load && load.array() instanceof Var array
                ? nameOf(array, definitions)
                : "";
    }

    /** The name for the contents of an array at the start of an iteration. */
    public static String start(Var array) {
        return array.isNamed() ? array.name() + "Start" : "start";
    }

    /** The name for the contents of an array at the start of each iteration. */
    public static String starts(Var array) {
        return start(array) + "s";
    }

    /** The name of a variable in code that runs again; arrays live longer than the code around them shows. */
    public static String again(Var variable) {
        return variable.isNamed() && variable.type().isArray() ? variable.name() + "Again" : variable.name();
    }

    private static String prefixed(String prefix, String name) {
        if (name.length() <= 2) {
            return name.isEmpty() ? "" : prefix + name;
        }
        return prefix + Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
