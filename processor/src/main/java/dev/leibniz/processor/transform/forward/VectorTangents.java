package dev.leibniz.processor.transform.forward;

import dev.leibniz.processor.analysis.Activity;
import dev.leibniz.processor.analysis.FunctionAnalysis;
import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.walk.Walk;
import dev.leibniz.processor.pass.Segments;
import dev.leibniz.processor.shape.LoopParts;
import dev.leibniz.processor.transform.derivation.Names;
import dev.leibniz.processor.transform.derivation.OptionalArrays;
import dev.leibniz.processor.transform.derivation.Stages;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tangents, in all directions at once, of the variables of a function; see {@link VectorTangentTransform}. */
public final class VectorTangents {
    private final FunctionAnalysis facts;
    private final Activity activity;
    private final OptionalArrays optional;
    private final Var directions;
    private final Map<Var, Value> tangents = new HashMap<>();
    private final Map<Var, Integer> useCounts;
    private final Set<Value> innerOfCompositions = new HashSet<>();
    private final Set<Value> made = new HashSet<>();
    private final Segments segments;

    VectorTangents(FunctionAnalysis facts, Var directions, Segments segments) {
        this.segments = segments;
        this.useCounts = Walk.useCounts(facts.function().body());
        this.facts = facts;
        this.activity = facts.activity();
        this.optional = new OptionalArrays(facts);
        this.directions = directions;
        for (Stmt stmt : Walk.statements(facts.function().body())) {
            if (stmt instanceof Stmt.Let let && let.expr() instanceof Expr.Apply apply) {
                facts.compositionEndingIn(apply).ifPresent(found -> innerOfCompositions.add(found.inner()));
            }
        }
    }

    /** The number of uses of each variable of the function. */
    Map<Var, Integer> useCounts() {
        return useCounts;
    }

    /** The values whose tangents are used further on than the values themselves. */
    Set<Value> mentionedByCompositions() {
        return innerOfCompositions;
    }

    FunctionAnalysis facts() {
        return facts;
    }

    Activity activity() {
        return activity;
    }

    /** A new variable for the tangents of {@code primal}. */
    Var declare(Var primal) {
        Var tangent = new Var(Names.tangent(primal), Type.arrayOf(primal.type()));
        tangents.put(primal, tangent);
        return tangent;
    }

    void put(Var primal, Value tangent) {
        tangents.put(primal, tangent);
    }

    /** The tangents of a variable that has some. */
    Value of(Var primal) {
        Value known = tangents.get(primal);
        if (known == null) {
            throw new IllegalStateException("no tangents of " + primal);
        }
        return known;
    }

    /** The tangents of a value; null where they are zero. */
    @Nullable
    Value ofOrNull(Value primal) {
        return primal instanceof Var variable && activity.carries(variable) ? tangents.get(variable) : null;
    }

    Value orZeros(Value primal, BlockBuilder out) {
        Value known = ofOrNull(primal);
        return known == null ? zeros(primal, out) : known;
    }

    Const nothing(Var primal) {
        return Const.zero(Type.arrayOf(primal.type()));
    }

    /** New zero tangents for a value of any type. */
    Value zeros(Value primal, BlockBuilder out) {
        String name = primal instanceof Var variable ? Names.tangent(variable) : "";
        Type type = Type.arrayOf(primal.type());
        return primal.type().isArray()
                ? optional.made(name, primal, type, inner -> zeros(primal, name, directions, inner), out)
                : zeros(primal, name, directions, out);
    }

    public static Value zeros(Value primal, String name, Value directions, BlockBuilder out) {
        Type type = Type.arrayOf(primal.type());
        if (primal instanceof Const && primal.type().isArray()) {
            return Const.zero(type);
        }
        if (!primal.type().isArray()) {
            return out.newArray(name, type, directions);
        }
        if (primal.type().rank() == 1) {
            return out.newArray(name, type, out.length(primal), directions);
        }
        Var rows = out.newArray(name, type, out.length(primal));
        Var i = new Var("i", Type.INT);
        BlockBuilder body = out.nested();
        body.store(rows, i, zeros(body.load(primal, i), "", directions, body));
        out.loop(i, out.length(primal), body);
        return rows;
    }

    /** A new array for the tangents of a number of this type. */
    Var make(String name, Type type, BlockBuilder out) {
        Var array = out.newArray(name, Type.arrayOf(type), directions);
        made.add(array);
        return array;
    }

    /** A new array with the tangents of a number. */
    Var copy(Value primal, String name, BlockBuilder out) {
        Value known = ofOrNull(primal);
        if (known == null) {
            return make(name, primal.type(), out);
        }
        Var array = out.let(name, new Expr.CloneArray(known, false));
        made.add(array);
        return array;
    }

    /** Whether an array was made for the tangents of one number. */
    boolean isMadeHere(Value array) {
        return made.contains(array);
    }

    /** A loop over the directions, or several that do the same. */
    List<Stmt> shaped(Loop.For loop, LoopParts.Arrays arrays) {
        Block body = new Block(List.of(loop), List.of());
        Function fragment = new Function(facts.function().name(), List.of(), List.of(), body);
        return segments.run(Stages.DIRECTION_LOOP, fragment, arrays).body().stmts();
    }

    void overwrite(Value target, Value source, BlockBuilder out) {
        Const zero = Const.of(0);
        out.add(new Stmt.CopyRange(source, zero, target, zero, directions, out.origin()));
    }
}
