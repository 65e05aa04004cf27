package dev.leibniz.processor.frontend.check;

import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The bits of numbers that vary, and the values computed from them: they may be compared, hashed and printed. Once one of them becomes a
 * floating-point number again, or goes where it is not followed, a derivative would be lost.
 */
final class Bits {
    private static final Pattern TAKEN =
            Pattern.compile("[.](doubleTo(Raw)?LongBits|floatTo(Raw)?IntBits|floatToFloat16)[(]");
    private static final Type TEXT = new Type.Opaque("java.lang.String");

    private final Set<Var> bits = new HashSet<>();
    private boolean becomeNumbers;

    boolean becomeNumbers() {
        return becomeNumbers;
    }

    /** Follows them through a statement; whether something new was found. */
    boolean follow(Stmt stmt, Predicate<Value> varies) {
        int before = bits.size();
        boolean known = becomeNumbers;
        if (stmt instanceof Stmt.Let let) {
            let(let, varies);
        } else if (stmt instanceof Stmt.Call call) {
            becomeNumbers |= call.callee() instanceof Callee.External external
                    && !(external.isText() && call.results().isEmpty())
                    && areIn(call.args());
        } else if (stmt instanceof Stmt.Store store) {
            becomeNumbers |= areIn(List.of(store.value()));
        } else if (stmt instanceof Stmt.Fill fill) {
            becomeNumbers |= areIn(List.of(fill.value()));
        } else {
            stmt.flows().stream()
                    .filter(flow -> areIn(List.of(flow.from())) && flow.to() instanceof Var)
                    .forEach(flow -> bits.add((Var) flow.to()));
        }
        return bits.size() > before || becomeNumbers != known;
    }

    private void let(Stmt.Let let, Predicate<Value> varies) {
        List<Value> operands = let.expr().operands();
        boolean areTaken = let.expr() instanceof Expr.Opaque opaque
                && TAKEN.matcher(opaque.template()).find()
                && operands.stream().anyMatch(varies);
        Type type = let.target().type();
        if (!areTaken && !areIn(operands) || type == Type.BOOLEAN || type.equals(TEXT)) {
            return;
        }
        if (let.expr() instanceof Expr.Load) {
            return; // the position of an element in a table changes in steps
        }
        boolean isInteger = type instanceof Type.Scalar && !type.isFloating();
        becomeNumbers |= !isInteger;
        if (isInteger) {
            bits.add(let.target());
        }
    }

    /** Hands them to the parameters of a function that is called, and its results back. */
    boolean handOn(Stmt.Call call, Function callee) {
        int before = bits.size();
        for (int i = 0; i < call.args().size(); i++) {
            if (areIn(List.of(call.args().get(i)))) {
                bits.add(callee.params().get(i));
            }
        }
        for (int i = 0; i < call.results().size(); i++) {
            if (areIn(List.of(callee.body().yields().get(i)))) {
                bits.add(call.results().get(i));
            }
        }
        return bits.size() > before;
    }

    private boolean areIn(List<? extends Value> values) {
        return values.stream().anyMatch(bits::contains);
    }
}
