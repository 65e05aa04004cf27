package dev.leibniz.processor.transform.forms;

import dev.leibniz.processor.analysis.FunctionAnalysis;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Mask;
import dev.leibniz.processor.ir.Signature;
import dev.leibniz.processor.transform.derivation.Derivation;
import dev.leibniz.processor.transform.derivation.ProgramFunctions;
import dev.leibniz.processor.transform.trace.TraceInliner;
import dev.leibniz.processor.transform.trace.TraceTransform;

/**
 * The form that returns a trace. It is made of the functions as they were read, before anything is simplified: it shows the
 * user's own statements.
 */
final class TraceForm {
    private final ProgramFunctions functions;

    TraceForm(ProgramFunctions functions) {
        this.functions = functions;
    }

    Function make(Signature method) {
        TraceInliner.Inlined whole = TraceInliner.inline(functions.read(method.function()), functions::readBodyOf);
        FunctionAnalysis facts = functions.facts(
                whole.function(),
                DerivativeForms.differentiated(method),
                DerivativeForms.differentiatedResults(method));
        return TraceTransform.of(method, facts, whole.named(), this::traced);
    }

    /** The name of the function that computes the same as another, and records it. */
    private String traced(String function) {
        String name = function + "Traced";
        return functions.derive(name, () -> {
            TraceInliner.Inlined whole = TraceInliner.inline(functions.read(function), functions::readBodyOf);
            Mask independent =
                    Mask.of(whole.function().params(), param -> param.type().isDifferentiable());
            Mask dependent = Derivation.differentiableResults(whole.function());
            FunctionAnalysis facts = functions.facts(whole.function(), independent, dependent);
            return TraceTransform.helper(facts, whole.named(), name, this::traced);
        });
    }
}
