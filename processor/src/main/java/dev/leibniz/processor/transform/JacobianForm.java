package dev.leibniz.processor.transform;

import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Copier;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Signature;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;

/**
 * The Jacobian of a method with an array result. With more inputs than outputs it is made row by row, by one backward
 * sweep for each output after a single forward sweep; otherwise all columns at once, by forward mode in as many
 * directions as there are inputs. Which of them is cheaper is known when the method is called.
 */
final class JacobianForm {
    private final Signature method;
    private final Function primal;
    private final List<Boolean> differentiated;
    private final FunctionSet functions;
    private final CotangentSweeps sweeps;
    private final List<Var> leaves;

    JacobianForm(Signature method, FunctionSet functions, CotangentSweeps sweeps) {
        this.method = method;
        this.primal = functions.function(method.function());
        this.differentiated = DerivativeForms.differentiated(method);
        this.functions = functions;
        this.sweeps = sweeps;
        this.leaves = DerivativeForms.leaves(method, primal);
    }

    Function make() {
        BlockBuilder out = new BlockBuilder();
        List<Var> results = new ArrayList<>(List.of(primal.results().get(0).fresh()));
        leaves.forEach(leaf -> results.add(new Var(leaf.name() + "Rows", Type.arrayOf(leaf.type()))));
        if (functions.acts(method.function())) { // what must be done once is done in one forward sweep
            Block rows = sweeps.unitRows(out);
            return new Copier().function(new Function(method.name() + "Jacobian", primal.params(), results, rows));
        }
        // What is not needed for the length of the value is simplified away.
        Var value = primal.results().get(0).fresh();
        List<Value> args = List.copyOf(primal.params());
        out.add(new Stmt.Call(new Callee.Local(method.function()), args, List.of(value), out.origin()));
        Value outputs = out.length(value);
        ColumnSeeds seeds = new ColumnSeeds(leaves, value.type().element());
        BlockBuilder byRows = out.nested();
        Block rows = sweeps.unitRows(byRows);
        List<Value> yields = new ArrayList<>();
        if (seeds.arePossible()) {
            Value inputs = seeds.count(out);
            List<Var> chosen = results.stream().map(Var::fresh).toList();
            Value isTall = out.compare(Op.Primitive.LE, inputs, outputs);
            Block columns = columns(seeds, value.type(), inputs, outputs, out.nested());
            out.add(new Stmt.If(isTall, columns, rows, chosen, out.origin()));
            yields.addAll(chosen);
        } else {
            out.addAll(rows.stmts());
            yields.addAll(rows.yields());
        }
        Function whole = new Function(method.name() + "Jacobian", primal.params(), results, out.build(yields));
        return new Copier().function(whole);
    }

    private Block columns(ColumnSeeds seeds, Type type, Value inputs, Value outputs, BlockBuilder out) {
        List<Value> args = new ArrayList<>(primal.params());
        args.add(inputs);
        args.addAll(seeds.tangents(inputs, out));
        Var value = primal.results().get(0).fresh();
        Var tangents = new Var("columns", Type.arrayOf(type));
        Callee forward = new Callee.Local(functions.vectorForward(method.function(), differentiated));
        out.add(new Stmt.Call(forward, args, List.of(value, tangents), out.origin()));
        List<Value> yields = new ArrayList<>(List.of(value));
        yields.addAll(seeds.split(tangents, outputs, out));
        return out.build(yields);
    }
}
