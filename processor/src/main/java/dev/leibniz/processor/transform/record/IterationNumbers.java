package dev.leibniz.processor.transform.record;

import dev.leibniz.processor.analysis.FunctionAnalysis;
import dev.leibniz.processor.analysis.Induction;
import dev.leibniz.processor.analysis.memory.Region;
import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.walk.Walk;

/** Computes induction variables in the backward sweep from the number of the iteration. */
final class IterationNumbers {
    private final FunctionAnalysis facts;
    private final Access access;

    /** Brings a value of the forward sweep to a block of the backward sweep. */
    interface Access {
        Value at(Value value, BackwardScope scope);
    }

    IterationNumbers(FunctionAnalysis facts, Access access) {
        this.facts = facts;
        this.access = access;
    }

    /** The value that an induction variable has in an iteration. @param mirror the body of the backward loop */
    Value valueOf(Var variable, Induction induction, BackwardScope mirror) {
        BlockBuilder out = mirror.out();
        Value number = number(induction.loop(), mirror);
        Value sum = access.at(induction.init(), mirror.parent());
        for (Induction.Term term : induction.change()) {
            Value added = out.times(number, timesEach(term, mirror));
            sum = term.isNegative() ? out.minus(sum, added) : plus(sum, added, out);
        }
        if (sum instanceof Var computed) {
            computed.suggestName(variable.name());
        }
        return sum;
    }

    private static Value plus(Value a, Value b, BlockBuilder out) {
        return a instanceof Const c && c.is(0) ? b : out.plus(a, b);
    }

    /** The number of the iteration, from 0. */
    private Value number(Loop loop, BackwardScope mirror) {
        if (!(loop instanceof Loop.For counted)) {
            return mirror.ordinal();
        }
        Value index = access.at(counted.index(), mirror);
        Value from = access.at(counted.from(), mirror.parent());
        return counted.step() > 0 ? difference(index, from, mirror.out()) : difference(from, index, mirror.out());
    }

    private static Value difference(Value a, Value b, BlockBuilder out) {
        return b instanceof Const c && c.is(0) ? a : out.minus(a, b);
    }

    /** The amount a term adds in each iteration, without its sign. */
    private Value timesEach(Induction.Term term, BackwardScope mirror) {
        Value product = invariant(term.step(), mirror);
        for (Loop.For loop : term.loops()) {
            product = mirror.parent().out().times(product, iterations(loop, mirror));
        }
        return product;
    }

    private Value iterations(Loop.For loop, BackwardScope mirror) {
        BlockBuilder out = mirror.parent().out();
        Value from = invariant(loop.from(), mirror);
        Value bound = invariant(loop.bound(), mirror);
        Value span = loop.step() > 0 ? difference(bound, from, out) : difference(from, bound, out);
        boolean includesBound = loop.relation() == Op.Primitive.LE || loop.relation() == Op.Primitive.GE;
        Value count = includesBound ? out.plus(span, Const.of(1)) : span;
        boolean isLength = !includesBound
                && loop.step() > 0
                && facts.isLength(loop.bound())
                && loop.from() instanceof Const first
                && first.is(0);
        return isLength ? count : out.math("max", count, Const.of(0));
    }

    /** A value that is the same in all iterations, at hand in front of the loop. */
    private Value invariant(Value value, BackwardScope mirror) {
        Region region = mirror.region();
        if (!(value instanceof Var variable)
                || !facts.places().definedIn(variable).isWithin(region)) {
            return access.at(value, mirror.parent());
        }
        Stmt.Let let = (Stmt.Let) facts.places().definition(variable);
        return mirror.parent()
                .out()
                .let(variable.name(), Walk.mapOperands(let.expr(), operand -> invariant(operand, mirror)));
    }
}
