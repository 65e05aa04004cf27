package dev.leibniz.processor.transform.replay;

import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Callee.Replay;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.program.Program;
import dev.leibniz.processor.ir.walk.Copier;
import dev.leibniz.processor.transform.calls.Inliner;
import dev.leibniz.processor.transform.derivation.Callees;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A function that is one loop, see {@link Replay.Steps}, and the functions that run some of its iterations. Iterations
 * are numbered from 0. The parameters of them all are those of the loop's function, and then the numbers of iterations.
 *
 * @param whole the function, as it was read
 */
public record LoopSteps(Function whole) {

    /** A program in which some functions that are loops stand in place of their calls. */
    public static Program without(Set<String> names, Program program) {
        Map<String, Replay> replays = program.replays();
        Map<String, Function> functions = new LinkedHashMap<>(program.functions());
        for (String name : names) {
            if (replays.containsKey(name) && replays.get(name).isLoop()) {
                Function loop = functions.get(name);
                functions.remove(name);
                functions.replaceAll((other, function) -> Inliner.inline(function, new InPlace(name, loop)));
            }
        }
        return functions.size() == program.functions().size() ? program : program.with(functions, program.linkage());
    }

    /** Puts one function in place of its calls, and no other. */
    private record InPlace(String name, Function function) implements Callees {
        @Override
        public Optional<Function> bodyOf(Callee callee) {
            return callee instanceof Callee.Local && callee.name().equals(name)
                    ? Optional.of(function)
                    : Optional.empty();
        }

        @Override
        public Callee instead(Callee callee) {
            return callee;
        }

        @Override
        public Map<String, String> primalsOfReverse() {
            return Map.of();
        }
    }

    Loop loop() {
        return (Loop) whole.body().stmts().get(0);
    }

    /** The number of parameters that the loop carries. */
    int carried() {
        return loop().params().size();
    }

    boolean isCounted() {
        return loop() instanceof Loop.For;
    }

    /** One iteration, by its number. */
    Function iteration() {
        Var number = new Var("step", Type.INT);
        BlockBuilder out = new BlockBuilder().at(loop().origin());
        Block body = body(number, out);
        out.addAll(body.stmts());
        List<Var> params = withCarried(loop().params());
        params.add(number);
        return new Copier().function(new Function(whole.name(), params, whole.results(), out.build(body.yields())));
    }

    /** The iterations from one number to another, the latter not included, whatever the loop's test says. */
    Function range() {
        Var first = new Var("first", Type.INT);
        Var end = new Var("end", Type.INT);
        Var number = new Var("step", Type.INT);
        BlockBuilder out = new BlockBuilder().at(loop().origin());
        BlockBuilder inner = out.nested();
        Block body = body(number, inner);
        inner.addAll(body.stmts());
        List<Var> params = new ArrayList<>(whole.params());
        params.addAll(List.of(first, end));
        List<Var> results = loop().results();
        out.add(new Loop.For(
                number,
                first,
                Op.Primitive.LT,
                end,
                1,
                loop().params(),
                List.copyOf(whole.params().subList(0, carried())),
                inner.build(body.yields()),
                results,
                loop().origin()));
        return new Copier().function(new Function(whole.name(), params, whole.results(), out.build(results)));
    }

    /** The whole loop; its last result is the number of iterations. For loops that are not counted. */
    Function counting() {
        Loop.While loop = (Loop.While) loop();
        Var number = new Var("step", Type.INT);
        Var count = new Var("steps", Type.INT);
        List<Var> params = new ArrayList<>(loop.params());
        params.add(number);
        List<Value> inits = new ArrayList<>(loop.inits());
        inits.add(Const.of(0));
        List<Var> results = new ArrayList<>(loop.results());
        results.add(count);
        BlockBuilder body = new BlockBuilder().at(loop.origin());
        body.addAll(loop.body().stmts());
        List<Value> yields = new ArrayList<>(loop.body().yields());
        yields.add(body.plus(number, Const.of(1)));
        BlockBuilder out = new BlockBuilder().at(loop.origin());
        out.add(loop.carrying(params, inits, body.build(yields), results));
        List<Var> named = new ArrayList<>(whole.results());
        named.add(Var.temporary(Type.INT));
        return new Copier().function(new Function(whole.name(), whole.params(), named, out.build(results)));
    }

    /** The number of iterations of a counted loop, or a number that is not positive if it has none. */
    Value count(BlockBuilder out) {
        Loop.For loop = (Loop.For) loop();
        boolean isUp = loop.step() > 0;
        Value low = isUp ? loop.from() : loop.bound();
        Value high = isUp ? loop.bound() : loop.from();
        Value span = low instanceof Const c && c.is(0) ? high : out.minus(high, low);
        boolean isIncluded = loop.relation() == Op.Primitive.LE || loop.relation() == Op.Primitive.GE;
        int stride = Math.abs(loop.step());
        int more = (isIncluded ? 1 : 0) + stride - 1;
        Value rounded = more == 0 ? span : out.plus(span, Const.of(more));
        return stride == 1 ? rounded : out.apply(Op.Primitive.DIV, Type.INT, rounded, Const.of(stride));
    }

    /** The loop's body; the values it needs of the number are appended to {@code out}. */
    private Block body(Var number, BlockBuilder out) {
        if (!(loop() instanceof Loop.For loop)) {
            return loop().body();
        }
        Value distance =
                loop.step() == 1 ? number : out.apply(Op.Primitive.MUL, Type.INT, number, Const.of(loop.step()));
        boolean isFromZero = loop.from() instanceof Const c && c.is(0);
        Copier copier = new Copier();
        copier.map(
                loop.index(),
                isFromZero
                        ? distance
                        : out.let(
                                loop.index().name(),
                                new Expr.Apply(Op.Primitive.ADD, List.of(loop.from(), distance), Type.INT)));
        return copier.block(loop.body());
    }

    private List<Var> withCarried(List<Var> carried) {
        List<Var> params = new ArrayList<>(carried);
        params.addAll(whole.params().subList(carried.size(), whole.params().size()));
        return params;
    }
}
