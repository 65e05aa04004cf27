package dev.leibniz.processor.transform;

import dev.leibniz.processor.ir.Companion;
import dev.leibniz.processor.ir.Derivative;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Origin;
import dev.leibniz.processor.ir.Program;
import dev.leibniz.processor.ir.Signature;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Makes all derivative forms that the methods of one program are to have. */
public final class Differentiation {
    private static final Set<String> SWITCHES = Set.of(
            "fusion",
            "recomputation",
            "checkpointing",
            "recording",
            "sinking",
            "nesting",
            "merging",
            "distribution",
            "ranges");

    /** A method that could not be differentiated, and why. */
    public record Refused(Signature method, Refusal refusal) {}

    /** A loop of a method that searches by comparisons, so that its derivative is 0. */
    public record Search(Signature method, Origin loop) {}

    /** What came of a program: its companion with the methods that could be differentiated, and what there is to say of others. */
    public record Outcome(Companion companion, List<Refused> refused, List<Search> searches) {
        public Outcome {
            refused = List.copyOf(refused);
            searches = List.copyOf(searches);
        }

        /** The same with another companion. */
        public Outcome with(Companion companion) {
            return new Outcome(companion, refused, searches);
        }
    }

    private Differentiation() {}

    /** The names of what can be switched off. */
    public static Set<String> switches() {
        return SWITCHES;
    }

    /**
     * @param off names of analyses to do without
     * @param simplifier makes a function that computes the same with less
     */
    public static Outcome of(Program program, Set<String> off, UnaryOperator<Function> simplifier) {
        List<Refused> refused = new ArrayList<>();
        List<Search> searches = new ArrayList<>();
        FunctionSets functions = new FunctionSets(program, off, simplifier);
        for (Signature method : program.methods()) {
            try {
                functions.make(method, formsOf(method));
                functions.searches(method).forEach(loop -> searches.add(new Search(method, loop)));
            } catch (Refusal refusal) {
                refused.add(new Refused(method, refusal));
            }
        }
        Companion companion = functions.companion();
        if (!off.contains("nesting")) {
            companion = companion.withEach(HoistAllocations::filling);
        }
        return new Outcome(companion, refused, searches);
    }

    /** The forms of a method; those that only make new buffers for another one are not among them. */
    private static List<Derivative> formsOf(Signature method) {
        List<Derivative> forms = new ArrayList<>();
        for (Derivative derivative : Derivative.values()) {
            boolean isMadeOfOther = derivative == Derivative.GRAD && method.has(Derivative.GRAD_INTO)
                    || derivative == Derivative.VJP && method.has(Derivative.VJP_INTO);
            if (method.has(derivative) && !isMadeOfOther) {
                forms.add(derivative);
            }
        }
        return forms;
    }
}
