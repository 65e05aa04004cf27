package dev.leibniz.processor.transform.forms;

import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Mask;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Signature;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.walk.Copier;
import dev.leibniz.processor.ir.walk.Walk;
import dev.leibniz.processor.transform.derivation.Derivation;
import dev.leibniz.processor.transform.derivation.Names;
import dev.leibniz.processor.transform.derivation.ProgramFunctions;
import dev.leibniz.processor.transform.derivation.Stages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The Jacobian of a method with an array result. With more inputs than outputs it is made row by row, by one backward
 * sweep for each output after a single forward sweep; otherwise all columns at once, by forward mode in as many
 * directions as there are inputs. Which of them is cheaper is known when the method is called, unless the length of the result is that of
 * a solution: then it is made by rows. Where elements are functions of their own ({@link ResultElement}), the rows are their gradients,
 * unless there are very few columns.
 */
final class JacobianForm {
    /** A number of columns so small that a Jacobian is faster by columns than by rows that together cost one backward sweep. */
    private static final int FEW = 8;

    private final Signature method;
    private final Function primal;
    private final Mask differentiated;
    private final ProgramFunctions functions;
    private final Supplier<CotangentSweeps> sweeps;
    private final List<Var> leaves;
    private final List<Var> given;

    /**
     * @param sweeps made only where rows take sweeps through the whole method
     * @param isInto whether the rows are written into arrays that are given
     */
    JacobianForm(Signature method, ProgramFunctions functions, Supplier<CotangentSweeps> sweeps, boolean isInto) {
        this.method = method;
        this.primal = functions.function(method.function());
        this.differentiated = DerivativeForms.differentiated(method);
        this.functions = functions;
        this.sweeps = sweeps;
        this.leaves = DerivativeForms.leaves(method, primal);
        this.given = leaves.stream()
                .filter(leaf -> isInto)
                .map(leaf -> new Var(leaf.name() + "Rows", Type.arrayOf(leaf.type())))
                .toList();
    }

    Function make() {
        BlockBuilder out = new BlockBuilder();
        List<Var> results = new ArrayList<>(List.of(primal.results().get(0).fresh()));
        if (given.isEmpty()) {
            leaves.forEach(leaf -> results.add(new Var(leaf.name() + "Rows", Type.arrayOf(leaf.type()))));
        }
        if (functions.acts(method.function())) { // what must be done once is done in one forward sweep
            return form(results, sweeps.get().unitRows(given, out));
        }
        // Code that is not needed for the length of the value is simplified away.
        Var value = value(out);
        Value outputs = out.length(value);
        Function length = new Function("length", primal.params(), List.of(new Var("n", Type.INT)), out.build(outputs));
        if (solvesFor(length) && sweeps.get().sharesOneForwardSweep()) {
            return form(results, sweeps.get().unitRows(given, new BlockBuilder()));
        }
        ColumnSeeds seeds = new ColumnSeeds(leaves, value.type().element());
        Optional<ResultElement.Made> element = ResultElement.of(independentIterations(), method.function() + "Element");
        boolean areColumnsCheap = element.isEmpty() || !element.get().isAlone() || leaves.size() <= FEW && areNumbers();
        boolean hasColumns = seeds.arePossible() && areColumnsCheap;
        BlockBuilder byRows = out.nested();
        Block rows = element.isPresent()
                ? elementByElement(element.get().function(), hasColumns ? value(byRows) : value, byRows)
                : sweeps.get().unitRows(given, byRows);
        List<Value> yields = new ArrayList<>();
        if (hasColumns) {
            Value inputs = seeds.count(out);
            List<Var> chosen = results.stream().map(Var::fresh).toList();
            Value most = element.isPresent() ? mostColumns(element.get(), outputs) : outputs;
            Value isTall = out.compare(Op.Primitive.LE, inputs, most);
            Block columns = columns(seeds, value.type(), inputs, outputs, out.nested());
            out.add(new Stmt.If(isTall, columns, rows, chosen, out.origin()));
            yields.addAll(chosen);
        } else {
            out.addAll(rows.stmts());
            yields.addAll(rows.yields());
        }
        return form(results, out.build(yields));
    }

    private Var value(BlockBuilder out) {
        Var value = primal.results().get(0).fresh();
        List<Value> args = List.copyOf(primal.params());
        out.add(new Stmt.Call(new Callee.Local(method.function()), args, List.of(value), out.origin()));
        return value;
    }

    /** The method with work arrays of each iteration's own. */
    private Function independentIterations() {
        return functions
                .derivation(primal.name(), differentiated, Derivation.differentiableResults(primal))
                .segments()
                .run(Stages.BEFORE_REVERSE, primal);
    }

    /**
     * Whether a system of equations has to be solved to know how long the result is, and then again for its derivatives. Rows take one
     * solution, and one factorisation for all of them, which is dearer than the rows.
     */
    private boolean solvesFor(Function length) {
        return solves(primal) && solves(functions.prepare(new Copier().function(length)));
    }

    private static boolean solves(Function function) {
        return Walk.any(
                function.body(),
                stmt -> stmt instanceof Stmt.Call call
                        && call.callee() instanceof Callee.External solver
                        && solver.equation() != null
                        && solver.equation().hasMatrix());
    }

    /** The number of columns up to which a Jacobian is faster by columns than by rows, each of which runs an iteration. */
    private static Value mostColumns(ResultElement.Made element, Value outputs) {
        return element.width() instanceof Const width && !element.isAlone()
                ? Const.of(2 * (int) width.value())
                : outputs;
    }

    private boolean areNumbers() {
        return leaves.stream().noneMatch(leaf -> leaf.type().isArray());
    }

    /** The rows as gradients of the single elements, which are functions of their own. */
    private Block elementByElement(Function element, Var value, BlockBuilder out) {
        Value outputs = out.length(value);
        String name = functions.derive(element.name(), () -> element);
        Mask mask = differentiated.and(Mask.none(1));
        Callee gradient = new Callee.Local(functions.transposed(name, mask));
        List<Var> rows = given.isEmpty() ? CotangentSweeps.rowArrays(leaves, outputs, out) : given;
        Var row = new Var("row", Type.INT);
        BlockBuilder body = out.nested();
        List<Value> args = new ArrayList<>(primal.params());
        args.add(row);
        List<Var> results = new ArrayList<>(List.of(Var.temporary(value.type().element())));
        List<Value> gradients = new ArrayList<>();
        for (Var leaf : leaves) {
            if (leaf.type().isArray()) {
                args.add(body.zerosLike(Names.adjoint(leaf), leaf));
                gradients.add(args.get(args.size() - 1));
            } else {
                results.add(Var.temporary(leaf.type()));
                gradients.add(results.get(results.size() - 1));
            }
        }
        args.add(Const.number(1, value.type().element()));
        body.add(new Stmt.Call(gradient, args, results, body.origin()));
        CotangentSweeps.put(gradients, rows, row, !given.isEmpty(), body);
        out.loop(row, outputs, body);
        List<Value> yields = new ArrayList<>(List.of(value));
        yields.addAll(given.isEmpty() ? rows : List.of());
        return new Copier().block(out.build(yields));
    }

    private Function form(List<Var> results, Block body) {
        List<Var> params = new ArrayList<>(primal.params());
        params.addAll(given);
        String name = method.name() + (given.isEmpty() ? "Jacobian" : "JacobianInto");
        return new Copier().function(new Function(name, params, results, body));
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
        if (given.isEmpty()) {
            yields.addAll(seeds.split(tangents, outputs, out));
        } else {
            seeds.splitInto(given, tangents, outputs, out);
        }
        return out.build(yields);
    }
}
