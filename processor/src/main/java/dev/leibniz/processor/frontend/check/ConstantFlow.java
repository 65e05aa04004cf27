package dev.leibniz.processor.frontend.check;

import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Equation;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.ir.Signature;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.walk.Walk;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The values of one annotated method, and of the functions it calls, that may depend on its differentiated parameters. Calls of
 * unknown methods are fine as long as none of these reach them; so are texts as long as they are only printed. Arrays depend as a whole, and functions for all their callers.
 */
public final class ConstantFlow {
    private final Map<String, Function> functions;
    private final Map<String, Aliasing> aliases;
    private final Set<Var> varying = new HashSet<>();
    private final Bits bits = new Bits();
    private boolean changed;

    ConstantFlow(Signature signature, Map<String, Function> functions, Map<String, Aliasing> aliases) {
        this.functions = functions;
        this.aliases = aliases;
        Function root = function(signature.function());
        int at = 0;
        for (Signature.Parameter param : signature.params()) {
            for (Layout.Leaf leaf : param.layout().leaves()) {
                if (leaf.differentiated()) {
                    varying.add(root.params().get(at));
                }
                at++;
            }
        }
        changed = true;
        while (changed) {
            changed = false;
            functions.forEach((name, function) -> new Pass(function, alias(name)).block(function.body()));
        }
    }

    /** The flow of the bits of numbers that vary. */
    Bits bits() {
        return bits;
    }

    /** Whether the value, a number or an array, may depend on a differentiated parameter. */
    public boolean varies(String function, Value value) {
        return new Pass(function(function), alias(function)).varies(value);
    }

    private Function function(String name) {
        return java.util.Objects.requireNonNull(functions.get(name));
    }

    private Aliasing alias(String name) {
        return java.util.Objects.requireNonNull(aliases.get(name));
    }

    private final class Pass {
        private final Function function;
        private final Aliasing aliasing;

        Pass(Function function, Aliasing aliasing) {
            this.function = function;
            this.aliasing = aliasing;
        }

        void block(Block block) {
            Walk.forEach(block, this::stmt);
        }

        boolean varies(Value value) {
            if (!(value instanceof Var variable)) {
                return false;
            }
            return variable.type().isArray()
                    ? aliasing.rootsOf(variable).stream().anyMatch(root -> varying.contains(place(root)))
                    : varying.contains(variable);
        }

        /** The variable that stands for an array: a parameter, or the variable it was allocated for. */
        private Object place(Object root) {
            return root instanceof Aliasing.ParameterRoot parameter
                    ? function.params().get(parameter.index())
                    : root;
        }

        private void mark(Value target) {
            if (!(target instanceof Var variable)
                    || !variable.type().isDifferentiable() && !(variable.type() instanceof Type.Opaque)) {
                return;
            }
            if (variable.type().isArray()) {
                for (Object root : aliasing.rootsOf(variable)) {
                    if (place(root) instanceof Var place) {
                        changed |= varying.add(place);
                    }
                }
            } else {
                changed |= varying.add(variable);
            }
        }

        private void flow(Value from, Value to) {
            if (varies(from)) {
                mark(to);
            }
        }

        private void stmt(Stmt stmt) {
            stmt.flows().forEach(flow -> flow(flow.from(), flow.to()));
            changed |= bits.follow(stmt, this::varies);
            if (stmt instanceof Stmt.Let let && let.target().type() instanceof Type.Opaque) {
                let.expr().operands().forEach(operand -> flow(operand, let.target()));
            }
            if (stmt instanceof Stmt.Call s) {
                call(s);
            }
        }

        /** The derivatives of a solution are those of the equation it solves. */
        private void residual(Stmt.Call call, Equation equation) {
            String name = equation.residual().function();
            Pass inside = new Pass(function(name), alias(name));
            List<Var> params = inside.function.params();
            boolean isVarying = false;
            for (int i = 0; i < call.args().size(); i++) {
                if (varies(call.args().get(i))) {
                    inside.mark(params.get(i + 1));
                    isVarying = true;
                }
            }
            if (isVarying) {
                inside.mark(params.get(0));
            }
        }

        private void call(Stmt.Call call) {
            if (call.callee() instanceof Callee.External external && !external.pure()) {
                return;
            }
            if (call.callee() instanceof Callee.External external && external.equation() != null) {
                residual(call, external.equation());
            }
            if (!(call.callee() instanceof Callee.Local local)) {
                if (call.args().stream().anyMatch(this::varies)) {
                    call.results().forEach(this::mark);
                    call.args().stream().filter(arg -> arg.type().isArray()).forEach(this::mark);
                }
                return;
            }
            Function callee = function(local.name());
            Pass inside = new Pass(callee, alias(local.name()));
            changed |= bits.handOn(call, callee);
            for (int i = 0; i < call.args().size(); i++) {
                if (varies(call.args().get(i))) {
                    inside.mark(callee.params().get(i));
                } else if (call.args().get(i).type().isArray()
                        && inside.varies(callee.params().get(i))) {
                    mark(call.args().get(i));
                }
            }
            for (int i = 0; i < call.results().size(); i++) {
                if (inside.varies(callee.body().yields().get(i))) {
                    mark(call.results().get(i));
                }
            }
        }
    }
}
