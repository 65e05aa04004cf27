package dev.leibniz.processor.transform.forms;

import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Mask;
import dev.leibniz.processor.ir.Signature;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.walk.Copier;
import dev.leibniz.processor.transform.derivation.Names;
import dev.leibniz.processor.transform.derivation.ProgramFunctions;
import dev.leibniz.processor.transform.forward.Transposition;
import java.util.ArrayList;
import java.util.List;

/**
 * Several tangents at once of a method with an array or a record as its result: all directions in one sweep, by the function
 * that the Jacobian calls, too. What is left to do here is the order of dimensions.
 */
final class JvpsForm {
    private final Signature method;
    private final Function primal;
    private final ProgramFunctions functions;
    private final Mask differentiated;
    private final List<Var> leaves;

    JvpsForm(Signature method, ProgramFunctions functions) {
        this.method = method;
        this.primal = functions.function(method.function());
        this.functions = functions;
        this.differentiated = DerivativeForms.differentiated(method);
        this.leaves = DerivativeForms.leaves(method, primal);
    }

    Function make() {
        SeveralTangents given = new SeveralTangents(method, leaves);
        List<Var> params = new ArrayList<>(primal.params());
        params.addAll(given.params());
        BlockBuilder out = new BlockBuilder();
        Value directions = given.count(out);
        List<Value> args = new ArrayList<>(primal.params());
        args.add(directions);
        for (int i = 0; i < leaves.size(); i++) {
            args.add(Transposition.inward(leaves.get(i), given.params().get(i), directions, out));
        }
        List<Var> values = primal.results().stream().map(Var::fresh).toList();
        List<Var> called = new ArrayList<>(values);
        List<Var> results = new ArrayList<>(primal.results());
        List<Value> yields = new ArrayList<>(values);
        Mask dependent = DerivativeForms.differentiatedResults(method);
        BlockBuilder after = out.nested();
        for (int i = 0; i < values.size(); i++) {
            Var value = values.get(i);
            if (value.type().isDifferentiable()) {
                Var rows = new Var(Names.tangent(value), Type.arrayOf(value.type()));
                called.add(rows);
                if (dependent.has(i)) {
                    String name = value.isNamed() ? value.name() + "Tangents" : "tangents";
                    yields.add(Transposition.outward(value, rows, name, directions, after));
                    results.add(new Var(name, rows.type()));
                }
            }
        }
        Callee forward = new Callee.Local(functions.vectorForward(method.function(), differentiated));
        out.add(new Stmt.Call(forward, args, called, out.origin()));
        out.addAll(after.stmts());
        return new Copier().function(new Function(method.name() + "Jvps", params, results, out.build(yields)));
    }
}
