package dev.leibniz.processor.transform;

import dev.leibniz.processor.contract.Derivative;
import dev.leibniz.processor.ir.Callee.Replay;
import dev.leibniz.processor.ir.Origin;
import dev.leibniz.processor.ir.Signature;
import dev.leibniz.processor.ir.program.Companion;
import dev.leibniz.processor.ir.program.Program;
import dev.leibniz.processor.pass.Segments;
import dev.leibniz.processor.transform.derivation.Analysis;
import dev.leibniz.processor.transform.derivation.Refusal;
import dev.leibniz.processor.transform.replay.ReplayChecks;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes all derivative forms that the methods of one program are to have. */
public final class Differentiation {
    /** A method that could not be differentiated, and why. */
    public record RefusedMethod(Signature method, Refusal refusal) {}

    /** A loop of a method that searches by comparisons, so that its derivative is 0. */
    public record Search(Signature method, Origin loop) {}

    /** A call or a loop that was to run again in the backward sweep, and does not. */
    public record NotReplayed(Signature method, Origin place, Replay replay, String reason) {}

    /** The result for a program: its companion with the methods that could be differentiated, and the messages about others. */
    public record Outcome(
            Companion companion, List<RefusedMethod> refused, List<Search> searches, List<NotReplayed> notReplayed) {
        public Outcome {
            refused = List.copyOf(refused);
            searches = List.copyOf(searches);
            notReplayed = List.copyOf(notReplayed);
        }

        /** The same with another companion. */
        public Outcome with(Companion companion) {
            return new Outcome(companion, refused, searches, notReplayed);
        }
    }

    private Differentiation() {}

    /**
     * @param segments the passes that run on the way
     * @param analyses the analyses to be made on the way
     */
    public static Outcome of(Program program, Segments segments, Set<Analysis> analyses) {
        Map<String, ReplayChecks.Objection> objections = new LinkedHashMap<>();
        Outcome outcome;
        int known;
        do {
            known = objections.size();
            outcome = of(new FunctionSets(program, objections, segments, analyses), program, objections);
        } while (objections.size() > known);
        return outcome;
    }

    /**
     * @param objections gets functions that backward sweeps must not run again, if a method cannot be differentiated: perhaps it then can
     */
    private static Outcome of(FunctionSets functions, Program program, Map<String, ReplayChecks.Objection> objections) {
        List<RefusedMethod> refused = new ArrayList<>();
        List<Search> searches = new ArrayList<>();
        for (Signature method : program.methods()) {
            try {
                functions.make(method, formsOf(method));
                for (Origin loop : functions.searches(method)) {
                    searches.add(new Search(method, loop));
                }
            } catch (Refusal refusal) {
                refused.add(new RefusedMethod(method, refusal));
                String reason = "if it runs again, " + refusal.getMessage();
                functions
                        .replayedBy(method)
                        .forEach(name -> objections.put(
                                name,
                                new ReplayChecks.Objection(method, refusal.origin(), functions.replay(name), reason)));
            }
        }
        List<NotReplayed> notReplayed = functions.objections().values().stream()
                .map(objection ->
                        new NotReplayed(objection.method(), objection.place(), objection.replay(), objection.reason()))
                .toList();
        return new Outcome(functions.companion(), refused, searches, notReplayed);
    }

    /** The forms of a method; those that only make new buffers for another one are not among them. */
    private static List<Derivative> formsOf(Signature method) {
        List<Derivative> forms = new ArrayList<>();
        for (Derivative derivative : Derivative.values()) {
            boolean isMadeOfOther = derivative.into().filter(method::makes).isPresent();
            if (method.makes(derivative) && derivative.isFunction() && !isMadeOfOther) {
                forms.add(derivative);
            }
        }
        return forms;
    }
}
