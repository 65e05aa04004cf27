package dev.leibniz.processor.transform.forward;

import dev.leibniz.processor.analysis.FunctionAnalysis;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.rules.Magnitude;
import dev.leibniz.processor.rules.Primal;
import java.util.List;

/** The values that rules may refer to in forward mode: those of the primal themselves, for they are all there. */
record ForwardValues(FunctionAnalysis facts, List<Value> operands, Var result) implements Primal {

    @Override
    public Value operand(int i) {
        return operands.get(i);
    }

    @Override
    public boolean isActive(int i) {
        return facts.activity().isActive(operands.get(i));
    }

    @Override
    public Magnitude magnitude(int i) {
        return facts.extremes().magnitudeAt(operands.get(i), result);
    }

    @Override
    public Magnitude resultMagnitude() {
        return facts.extremes().magnitude(result);
    }
}
