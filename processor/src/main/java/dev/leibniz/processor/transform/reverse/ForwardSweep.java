package dev.leibniz.processor.transform.reverse;

import dev.leibniz.processor.analysis.FunctionAnalysis;
import dev.leibniz.processor.analysis.memory.Region;
import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Origin;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.transform.derivation.OptionalArrays;
import dev.leibniz.processor.transform.derivation.SplitCall;
import dev.leibniz.processor.transform.record.Recorder;
import dev.leibniz.processor.transform.record.Shadows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The primal again, statement by statement, with the shadows of arrays travelling along and with everything kept that
 * the backward sweep asked the {@link Recorder} for. Generated after the backward sweep, placed before it.
 */
final class ForwardSweep {
    private static final int FIRST_CAPACITY = 16;

    private final FunctionAnalysis facts;
    private final Shadows shadows;
    private final Recorder recorder;
    private final OptionalArrays optional;
    private final Map<Region, Value> ordinals = new HashMap<>();
    private final Map<Var, Value> growing = new HashMap<>();

    /** The elements in which variables of branches are kept, one for each iteration of the loop around. */
    private final Map<Var, Element> elements = new HashMap<>();

    private record Element(Value array, Value ordinal) {}

    ForwardSweep(FunctionAnalysis facts, Shadows shadows, Recorder recorder) {
        this.facts = facts;
        this.shadows = shadows;
        this.recorder = recorder;
        this.optional = new OptionalArrays(facts);
    }

    /** Appends a statement of the primal that stands in {@code region}. */
    void statement(Stmt stmt, Region region, BlockBuilder out) {
        out.at(stmt.origin());
        if (stmt instanceof Stmt.If choice) {
            branch(choice, region, out);
        } else if (stmt instanceof Loop.For loop) {
            counted(loop, region, out);
        } else if (stmt instanceof Loop.While loop) {
            uncounted(loop, region, out);
        } else if (stmt instanceof Stmt.Call call) {
            recorder.records().snapshotsOf(call).forEach((arg, snapshot) -> {
                Expr copy = new Expr.CloneArray(call.args().get(arg), true);
                optional.define(snapshot, copy, out);
                keep(snapshot, region, out);
            });
            out.add(split(call));
            call.results().stream().filter(this::hasShadowHere).forEach(result -> {
                optional.define(shadows.of(result), new Expr.ZerosLike(result), out);
                keep(shadows.of(result), region, out);
            });
        } else {
            out.add(stmt);
            shadow(stmt, region, out);
        }
        for (Var result : stmt.results()) {
            keep(result, region, out);
        }
    }

    private Stmt.Call split(Stmt.Call call) {
        SplitCall parts = recorder.records().partsOf(call);
        if (parts == null) {
            return call;
        }
        List<Value> args = new ArrayList<>(call.args());
        args.addAll(recorder.stacks().of(parts.layout()));
        return new Stmt.Call(new Callee.Local(parts.forward()), args, call.results(), call.origin());
    }

    private Block block(Block block, BlockBuilder out, List<Value> moreYields) {
        Region region = facts.places().region(block);
        for (Stmt stmt : block.stmts()) {
            statement(stmt, region, out);
        }
        List<Value> yields = new ArrayList<>(block.yields());
        yields.addAll(moreYields);
        return out.build(yields);
    }

    /** The body of a loop; as it is, except for the values kept at its start, if it runs again in the backward sweep. */
    private Block body(Stmt loop, Block body, BlockBuilder out, List<Value> moreYields) {
        if (recorder.checkpointOf(loop) == null) {
            copies(loop, body, true, out);
            for (Stmt stmt : body.stmts()) {
                statement(stmt, facts.places().region(body), out);
            }
            copies(loop, body, false, out);
            List<Value> yields = new ArrayList<>(body.yields());
            yields.addAll(moreYields);
            return out.build(yields);
        }
        recorder.records().copiesAtStart(loop).forEach((array, copy) -> {
            out.add(new Stmt.Let(copy, new Expr.CloneArray(array, true), Origin.NONE));
            keep(copy, facts.places().region(body), out);
        });
        out.addAll(body.stmts());
        List<Value> yields = new ArrayList<>(body.yields());
        yields.addAll(moreYields);
        return out.build(yields);
    }

    private void copies(Stmt loop, Block body, boolean atStart, BlockBuilder out) {
        recorder.records().iterationCopies().in(loop, atStart).forEach((copy, name) -> {
            optional.define(name, new Expr.CloneArray(copy.array(), true), out);
            keep(name, facts.places().region(body), out);
        });
    }

    /** Stores a variable that was just defined, if the backward sweep wants it from an iteration of a loop. */
    private void keep(Var variable, Region region, BlockBuilder out) {
        Element element = element(variable, region);
        if (element != null) {
            out.store(element.array(), element.ordinal(), variable);
        }
    }

    private @Nullable Element element(Var variable, Region region) {
        if (region.kind() != Region.Kind.LOOP) {
            return elements.get(variable);
        }
        Var record = recorder.records().of(region).get(variable);
        return record == null ? null : new Element(growing.getOrDefault(record, record), ordinals.get(region));
    }

    /**
     * The values a branch hands out to the code around it. Where that would only store one among the values of a loop's iterations,
     * the branch stores it itself: the other one has nothing to keep, and its element is not read then.
     */
    private Map<Var, Var> handedOut(Block branch, Region region) {
        Map<Var, Var> handedOut = new LinkedHashMap<>();
        recorder.records().of(facts.places().region(branch)).forEach((variable, export) -> {
            Element element = element(export, region);
            if (element == null) {
                handedOut.put(variable, export);
            } else {
                elements.put(variable, element);
            }
        });
        return handedOut;
    }

    // ---- shadows -----------------------------------------------------------------------------------------------

    private void shadow(Stmt stmt, Region region, BlockBuilder out) {
        if (stmt instanceof Stmt.Let let && let.target().type().isArray() && hasShadowHere(let.target())) {
            Var shadow = shadows.of(let.target());
            out.add(new Stmt.Let(shadow, shadowOf(let), let.origin()));
            keep(shadow, region, out);
        } else if (stmt.rowFlows().stream().anyMatch(rows -> shadows.has(rows.to()))) {
            List<Value> operands = new ArrayList<>();
            stmt.operands().forEach(value -> operands.add(value.type().isArray() ? shadows.of(value) : value));
            out.add(stmt.with(operands, List.of()));
        }
    }

    /** Rows belong to the shadow of the array they were taken from; new arrays have new shadows. */
    private Expr shadowOf(Stmt.Let let) {
        Expr expr = let.expr();
        boolean hasRows = let.target().type().rank() > 1;
        if (expr instanceof Expr.Load load) {
            return new Expr.Load(shadows.of(load.array()), load.index());
        } else if (expr instanceof Expr.NewArray) {
            return expr;
        } else if (expr instanceof Expr.CloneArray clone && !clone.deep() && hasRows) {
            return new Expr.CloneArray(shadows.of(clone.array()), false);
        } else if (expr instanceof Expr.CopyOfRange copy && hasRows) {
            return new Expr.CopyOfRange(shadows.of(copy.array()), copy.from(), copy.to());
        } else if (expr instanceof Expr.Apply apply) {
            List<Value> operands = new ArrayList<>(apply.operands());
            operands.replaceAll(operand -> operand.type().isArray() ? shadows.of(operand) : operand);
            return apply.withOperands(operands);
        }
        return new Expr.ZerosLike(let.target());
    }

    /** Adds the shadows of arrays among values that are handed on together. */
    private List<Value> withShadows(List<? extends Value> values, List<Var> targets) {
        List<Value> more = new ArrayList<>();
        for (int i = 0; i < targets.size(); i++) {
            if (hasShadowHere(targets.get(i))) {
                more.add(i < values.size() ? shadows.of(values.get(i)) : Recorder.nothing(targets.get(i)));
            }
        }
        return more;
    }

    private List<Var> shadowsOf(List<Var> variables) {
        return variables.stream().filter(this::hasShadowHere).map(shadows::of).toList();
    }

    private boolean hasShadowHere(Var array) {
        return shadows.has(array) && !shadows.isMadeOnDemand(array);
    }

    // ---- control flow ------------------------------------------------------------------------------------------

    private void branch(Stmt.If choice, Region region, BlockBuilder out) {
        Map<Var, Var> fromThen = handedOut(choice.then(), region);
        Map<Var, Var> fromOtherwise = handedOut(choice.otherwise(), region);
        List<Var> results = new ArrayList<>(choice.results());
        List<Value> thenMore = withShadows(choice.then().yields(), choice.results());
        List<Value> otherwiseMore = withShadows(choice.otherwise().yields(), choice.results());
        results.addAll(shadowsOf(choice.results()));
        fromThen.forEach((variable, export) -> {
            results.add(export);
            thenMore.add(variable);
            otherwiseMore.add(Recorder.nothing(variable));
        });
        fromOtherwise.forEach((variable, export) -> {
            results.add(export);
            thenMore.add(Recorder.nothing(variable));
            otherwiseMore.add(variable);
        });
        Block then = block(choice.then(), out.nested(), thenMore);
        Block otherwise = block(choice.otherwise(), out.nested(), otherwiseMore);
        out.add(new Stmt.If(choice.condition(), then, otherwise, results, choice.origin()));
        keepAll(results, choice.results().size(), region, out);
    }

    private void keepAll(List<Var> variables, int from, Region region, BlockBuilder out) {
        for (Var variable : variables.subList(from, variables.size())) {
            keep(variable, region, out);
        }
    }

    private void counted(Loop.For loop, Region region, BlockBuilder out) {
        Region inside = facts.places().region(loop.body());
        Map<Var, Var> records = recorder.records().of(inside);
        LoopShape shape = new LoopShape(loop, facts::isLength);
        BlockBuilder body = out.nested();
        if (!records.isEmpty()) {
            Value size = shape.size(out);
            records.values().forEach(record -> {
                out.add(new Stmt.Let(record, new Expr.NewArray(record.type(), List.of(size)), Origin.NONE));
                keep(record, region, out);
            });
            ordinals.put(inside, shape.ordinal(loop.index(), body));
        }
        List<Var> params = new ArrayList<>(loop.params());
        params.addAll(shadowsOf(loop.params()));
        List<Value> inits = new ArrayList<>(loop.inits());
        inits.addAll(withShadows(loop.inits(), loop.params()));
        List<Var> results = new ArrayList<>(loop.results());
        results.addAll(shadowsOf(loop.results()));
        for (Var param : params) {
            keep(param, inside, body);
        }
        Block filled = body(loop, loop.body(), body, withShadows(loop.body().yields(), loop.params()));
        out.add(loop.carrying(params, inits, filled, results));
        keepAll(results, loop.results().size(), region, out);
    }

    private void uncounted(Loop.While loop, Region region, BlockBuilder out) {
        Region inside = facts.places().region(loop.body());
        List<Var> params = new ArrayList<>(loop.params());
        params.addAll(shadowsOf(loop.params()));
        List<Value> inits = new ArrayList<>(loop.inits());
        inits.addAll(withShadows(loop.inits(), loop.params()));
        List<Var> results = new ArrayList<>(loop.results());
        results.addAll(shadowsOf(loop.results()));
        List<Value> more = withShadows(loop.body().yields(), loop.params());
        List<Var> kept = List.copyOf(params);
        BlockBuilder body = out.nested();
        Var count = recorder.records().tripCountOf(loop);
        Map<Var, Var> records = recorder.records().of(inside);
        if (count != null || !records.isEmpty()) {
            Var k = new Var("k", Type.INT);
            params.add(k);
            inits.add(Const.of(0));
            ordinals.put(inside, k);
            results.add(count == null ? new Var("n", Type.INT) : count);
            more.add(body.plus(k, Const.of(1)));
            for (Var record : records.values()) {
                Var soFar = record.fresh();
                params.add(soFar);
                inits.add(out.newArray(record.name(), record.type(), Const.of(FIRST_CAPACITY)));
                results.add(record);
                Value grown = grown(soFar, k, body);
                growing.put(record, grown);
                more.add(grown);
            }
        }
        for (Var param : kept) {
            keep(param, inside, body);
        }
        Block filled = body(loop, loop.body(), body, more);
        out.add(loop.carrying(params, inits, filled, results));
        keepAll(results, loop.results().size(), region, out);
    }

    /** The array itself, or one of twice the length when it is full. */
    private static Value grown(Var array, Var count, BlockBuilder out) {
        Value isFull = out.compare(Op.Primitive.EQ, count, out.length(array));
        BlockBuilder grow = out.nested();
        Value twice = grow.apply(Op.Primitive.MUL, Type.INT, Const.of(2), count);
        Var larger = grow.let(array.name(), new Expr.CopyOfRange(array, Const.of(0), twice));
        Var grown = array.fresh();
        out.add(new Stmt.If(isFull, grow.build(larger), Block.yielding(array), List.of(grown), out.origin()));
        return grown;
    }
}
