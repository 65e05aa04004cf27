package dev.leibniz.processor.transform;

import dev.leibniz.processor.analysis.Searches;
import dev.leibniz.processor.contract.Derivative;
import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Callee.Replay;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Origin;
import dev.leibniz.processor.ir.Signature;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.program.CallGraph;
import dev.leibniz.processor.ir.program.Companion;
import dev.leibniz.processor.ir.program.ParameterSlots;
import dev.leibniz.processor.ir.program.Program;
import dev.leibniz.processor.ir.program.Renaming;
import dev.leibniz.processor.ir.walk.IrPrinter;
import dev.leibniz.processor.ir.walk.Walk;
import dev.leibniz.processor.pass.Segments;
import dev.leibniz.processor.transform.derivation.Analysis;
import dev.leibniz.processor.transform.derivation.Refusal;
import dev.leibniz.processor.transform.forms.DerivativeForms;
import dev.leibniz.processor.transform.replay.LoopSteps;
import dev.leibniz.processor.transform.replay.ReplayChecks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A program in two views. In the one, methods of other classes are called, and so are their derivatives; in the other, for derivatives
 * that their companions do not offer, the program looks into them. Where the first will do, it is taken.
 */
final class FunctionSets {
    private final CallGraph graph;
    private final ActingFunctions sideEffects;
    private final Program program;
    private final FunctionSet near;
    private final FunctionSet far;
    private final Map<String, ReplayChecks.Objection> objections;
    private final Map<String, Replay> replayed;
    private final List<Companion.Form> nearForms = new ArrayList<>();
    private final List<Companion.Form> farForms = new ArrayList<>();

    /**
     * @param objections to functions that the program wants to run again in backward sweeps, by their names; these run once
     */
    FunctionSets(
            Program program,
            Map<String, ReplayChecks.Objection> objections,
            Segments segments,
            Set<Analysis> analyses) {
        this.objections = new LinkedHashMap<>(objections);
        this.program = program;
        this.graph = CallGraph.of(program.functions());
        this.sideEffects = new ActingFunctions(program);
        Map<String, Replay> replays = new HashMap<>(program.replays());
        replays.keySet().removeAll(objections.keySet());
        for (boolean isOpen = !replays.isEmpty(); isOpen; ) {
            Program own = LoopSteps.without(this.objections.keySet(), program.withoutLinked());
            FunctionSet all = new FunctionSet(own, replays, false, segments, analyses);
            Map<String, ReplayChecks.Objection> more = ReplayChecks.of(all, all.replayed(), program.methods());
            this.objections.putAll(more);
            isOpen = replays.keySet().removeAll(more.keySet()) && !replays.isEmpty();
        }
        this.replayed = Map.copyOf(replays);
        Program used = LoopSteps.without(this.objections.keySet(), program);
        this.near = new FunctionSet(used.withoutLinked(), replays, false, segments, analyses);
        boolean isLinked = program.functions().values().stream()
                .anyMatch(function ->
                        Walk.any(function.body(), stmt -> stmt instanceof Stmt.Call call && hasBody(call.callee())));
        this.far = isLinked ? new FunctionSet(used, replays, true, segments, analyses) : near;
    }

    /** Makes these forms of a method, all or none. */
    void make(Signature method, List<Derivative> wanted) {
        List<Companion.Form> made = new ArrayList<>();
        for (Derivative derivative : wanted) {
            FunctionSet functions = of(method, derivative);
            Function function = functions.forms().printed(method, derivative);
            checkSlots(method.name() + derivative.suffix(), functions.calledFrom(List.of(function)));
            made.add(new Companion.Form(method, derivative, function));
        }
        for (Companion.Form form : made) {
            (of(method, form.derivative()) == near ? nearForms : farForms).add(form);
        }
    }

    /** The objections to the functions that the program wants to run again in backward sweeps, and that do not. */
    Map<String, ReplayChecks.Objection> objections() {
        return objections;
    }

    /** The functions that a method needs and that run again in backward sweeps. */
    Set<String> replayedBy(Signature method) {
        Set<String> found = new HashSet<>(graph.closure(method.function()));
        program.functions().keySet().stream()
                .filter(name -> reaches(
                        method.function(),
                        callee -> callee instanceof Callee.DerivativeOf form
                                && graph.closure(form.signature().function()).contains(name)))
                .forEach(found::add);
        found.retainAll(replayed.keySet());
        return found;
    }

    /** The way in which one of {@link #replayedBy} runs again. */
    Replay replay(String name) {
        return Objects.requireNonNull(replayed.get(name));
    }

    /** The places of loops of a method that search by comparisons. */
    List<Origin> searches(Signature method) {
        Function primal = near.function(method.function());
        if (!Searches.arePossible(primal)) {
            return List.of();
        }
        return Searches.of(near.facts(
                primal, DerivativeForms.differentiated(method), DerivativeForms.differentiatedResults(method)));
    }

    private static void checkSlots(String form, List<Function> called) {
        for (Function function : called) {
            int slots = ParameterSlots.of(function);
            if (slots > ParameterSlots.MOST) {
                throw new Refusal(
                        Origin.NONE,
                        "`" + form + "` would need a private method `" + function.name() + "` with " + slots
                                + " parameter slots, and the JVM has " + ParameterSlots.MOST
                                + " (a double takes two, a record of numbers those of its parts)");
            }
        }
    }

    private FunctionSet of(Signature method, Derivative derivative) {
        if (far == near) {
            return near;
        }
        boolean needsOthers = reaches(
                method.function(),
                callee -> callee instanceof Callee.DerivativeOf form
                                && reaches(form.signature().function(), this::hasBody)
                        || hasBody(callee) && derivative.isSecond()
                        || isLinked(callee)
                                && (((Callee.External) callee).reverse() == null
                                        || sideEffects.areIn(((Callee.External) callee).body())));
        return needsOthers ? far : near;
    }

    private boolean isLinked(Callee callee) {
        return callee instanceof Callee.External external && program.functions().containsKey(external.body());
    }

    /** Whether the program has the code of a method of another class, or of the rules for it. */
    private boolean hasBody(Callee callee) {
        return isLinked(callee)
                || callee instanceof Callee.External external
                        && external.derivedFrom().stream().anyMatch(program.functions()::containsKey);
    }

    private boolean reaches(String function, Predicate<Callee> kind) {
        return graph.closure(function).stream()
                .anyMatch(name -> Walk.any(
                        program.function(name).body(),
                        stmt -> stmt instanceof Stmt.Call call && kind.test(call.callee())));
    }

    /** All forms that were made, and the functions that they call. */
    Companion companion() {
        List<Function> called = near.calledFrom(functions(nearForms));
        List<Companion.Form> forms = new ArrayList<>(nearForms);
        if (far != near) {
            List<Function> others = far.calledFrom(functions(farForms));
            Renaming renaming = new Renaming(distinct(called, others));
            Map<String, Function> all = new LinkedHashMap<>();
            for (Function function : called) {
                all.put(function.name(), function);
            }
            others.stream().map(renaming::function).forEach(function -> all.putIfAbsent(function.name(), function));
            called = List.copyOf(all.values());
            farForms.forEach(form -> forms.add(
                    new Companion.Form(form.signature(), form.derivative(), renaming.callees(form.function()))));
            forms.sort(java.util.Comparator.comparingInt(
                            (Companion.Form form) -> program.methods().indexOf(form.signature()))
                    .thenComparing(Companion.Form::derivative));
        }
        return new Companion(program, forms, called);
    }

    private static List<Function> functions(List<Companion.Form> forms) {
        return forms.stream().map(Companion.Form::function).toList();
    }

    /** Other names for those functions of the one view that differ in the other. */
    private static UnaryOperator<String> distinct(List<Function> called, List<Function> others) {
        Map<String, String> texts = new HashMap<>();
        for (Function function : called) {
            texts.put(function.name(), IrPrinter.print(function));
        }
        Set<String> different = new HashSet<>();
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Function other : others) {
                String text = texts.get(other.name());
                boolean differs = text != null && !text.equals(IrPrinter.print(other))
                        || Walk.any(
                                other.body(),
                                stmt -> stmt instanceof Stmt.Call call
                                        && different.contains(call.callee().name()));
                changed |= differs && different.add(other.name());
            }
        }
        return name -> different.contains(name) ? name + "Through" : name;
    }
}
