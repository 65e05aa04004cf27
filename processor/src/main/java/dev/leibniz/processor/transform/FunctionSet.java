package dev.leibniz.processor.transform;

import dev.leibniz.processor.analysis.FunctionAnalysis;
import dev.leibniz.processor.analysis.memory.Summaries;
import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Callee.Replay;
import dev.leibniz.processor.ir.Equation;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Mask;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.program.Program;
import dev.leibniz.processor.ir.walk.IrVerifier;
import dev.leibniz.processor.ir.walk.Walk;
import dev.leibniz.processor.pass.Segments;
import dev.leibniz.processor.transform.calls.MatrixFreeSystem;
import dev.leibniz.processor.transform.calls.Recursion;
import dev.leibniz.processor.transform.derivation.Analysis;
import dev.leibniz.processor.transform.derivation.Callees;
import dev.leibniz.processor.transform.derivation.Derivation;
import dev.leibniz.processor.transform.derivation.ProgramFunctions;
import dev.leibniz.processor.transform.derivation.Refusal;
import dev.leibniz.processor.transform.derivation.SplitCall;
import dev.leibniz.processor.transform.derivation.Stages;
import dev.leibniz.processor.transform.forms.DerivativeForms;
import dev.leibniz.processor.transform.forward.PatternTransform;
import dev.leibniz.processor.transform.replay.ReplayedFunctions;
import dev.leibniz.processor.transform.reverse.AdjointTransform;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The functions of one program and all that are derived from them, each made once and when it is first asked for. Knows
 * which functions are recursive and therefore stay calls; everything else is handed out with its calls inlined.
 */
final class FunctionSet implements ProgramFunctions, Callees {
    private final Program program;
    private final Segments segments;
    private final Set<Analysis> analyses;
    private final boolean looksIntoOthers;
    private final DerivativeForms forms;

    /** The forms that may be differentiated again in reverse mode. */
    private final DerivativeForms nestedForms;

    private final SplitFunctions split = new SplitFunctions(this);
    private final Map<String, Function> ready = new LinkedHashMap<>();
    private final Set<Function> simplest = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<String, Supplier<Function>> pending = new LinkedHashMap<>();
    private final Recursion recursion;
    private final ActingFunctions sideEffects;
    private final ReplayedFunctions replayed;
    private final CalledFunctions called;

    /** The equations that the results of functions solve. */
    private final Map<String, Equation> equations = new HashMap<>();

    /** The derived functions that are put in place of calls. */
    private final Set<String> inlined = new HashSet<>();

    private final Map<String, String> primalOfReverse = new HashMap<>();

    /**
     * @param replays the functions that stay calls for that, by name
     * @param looksIntoOthers whether calls of other classes' methods are replaced by the code the program has of them, for functions
     *     that are differentiated more often than their companions do
     */
    FunctionSet(
            Program program,
            Map<String, Replay> replays,
            boolean looksIntoOthers,
            Segments segments,
            Set<Analysis> analyses) {
        this.program = program;
        this.looksIntoOthers = looksIntoOthers;
        this.segments = segments;
        this.analyses = analyses;
        this.recursion = new Recursion(program, this::resolved);
        this.sideEffects = new ActingFunctions(program);
        this.replayed = new ReplayedFunctions(this, program, replays);
        this.called = new CalledFunctions(program, recursion, replayed, analyses.contains(Analysis.RANGES));
        this.forms = new DerivativeForms(this, analyses.contains(Analysis.STACKS));
        boolean isSplit = recursion.isAnywhere() || replayed.isAnywhere();
        this.nestedForms = isSplit ? new DerivativeForms(this, false) : forms;
        program.functions().forEach(called::noteIfCalled);
    }

    DerivativeForms forms() {
        return forms;
    }

    @Override
    public Function function(String name) {
        Function known = ready.get(name);
        if (known != null) {
            return known;
        }
        Supplier<Function> derivation = pending.remove(name);
        Function raw =
                derivation == null ? segments.run(Stages.READING, program.function(name)) : derived(name, derivation);
        Function made = prepare(raw.withName(name));
        makeReady(name, made);
        return made;
    }

    /** The derived function; a derivation that is refused is refused again when it is asked for again. */
    private Function derived(String name, Supplier<Function> derivation) {
        try {
            return derivation.get();
        } catch (Refusal refusal) {
            pending.put(name, derivation);
            throw refusal;
        }
    }

    private void makeReady(String name, Function function) {
        ready.put(name, function);
        called.noteIfCalled(name, function);
    }

    @Override
    public Function prepare(Function function) {
        assert IrVerifier.isWellFormed(function);
        Function simple = segments.run(Stages.PREPARATION, function, this);
        Function made = segments.run(Stages.ALLOCATION, simple);
        IrVerifier.verify(made);
        if (made == simple) {
            simplest.add(made);
        }
        return made;
    }

    @Override
    public boolean isSimplest(Function function) {
        return simplest.contains(function);
    }

    /** The function that a call really calls. */
    private Callee resolved(Callee callee) {
        return looksIntoOthers
                        && callee instanceof Callee.External external
                        && program.functions().containsKey(external.body())
                ? new Callee.Local(external.body())
                : callee;
    }

    @Override
    public Optional<Function> bodyOf(Callee named) {
        Callee callee = resolved(named);
        if (callee instanceof Callee.DerivativeOf derivative) {
            return derivative.isPrinted()
                    ? Optional.empty()
                    : Optional.of(nestedForms.surface(derivative.signature(), derivative.derivative()));
        }
        if (callee instanceof Callee.Local local
                && !local.stopGradient()
                && (inlined.contains(local.name()) || !called.isRecursive(local.name()))) {
            return Optional.of(function(local.name()));
        }
        return Optional.empty();
    }

    @Override
    public Callee instead(Callee named) {
        Callee callee = resolved(named);
        if (!(callee instanceof Callee.DerivativeOf derivative) || derivative.isPrinted()) {
            if (callee instanceof Callee.Local local) {
                called.note(local.name());
            }
            return callee;
        }
        String name = DerivedNames.flat(derivative.signature(), derivative.derivative());
        if (!ready.containsKey(name)) {
            Function surface = nestedForms.surface(derivative.signature(), derivative.derivative());
            makeReady(name, surface.withName(name));
        }
        return new Callee.Local(name);
    }

    /** Whether a function is one of the program that stays a call as it calls itself; not one that was derived. */
    boolean isRecursivePrimal(String name) {
        return recursion.isIn(name);
    }

    @Override
    public boolean acts(String name) {
        return sideEffects.areIn(name);
    }

    /** The functions of which backward sweeps run code again. */
    ReplayedFunctions replayed() {
        return replayed;
    }

    @Override
    public String solver(Equation equation, boolean isTransposed) {
        MatrixFreeSystem system = new MatrixFreeSystem(equation, isTransposed);
        derive(system.residual(), system::residualFunction);
        equations.put(system.solver(), system.linear());
        return derive(system.solver(), system::solverFunction);
    }

    @Override
    public Optional<Equation> equation(String function) {
        return Optional.ofNullable(equations.get(function));
    }

    @Override
    public boolean has(String function) {
        return program.functions().containsKey(function);
    }

    @Override
    public boolean ignores(String name, int param) {
        Function function = function(name);
        Var ignored = function.params().get(param);
        return !Walk.any(
                        function.body(),
                        stmt -> stmt.operands().contains(ignored)
                                && !(stmt instanceof Stmt.Let let && let.expr() instanceof Expr.Length))
                && !Walk.any(
                        function.body(),
                        stmt -> stmt.blocks().stream()
                                .anyMatch(block -> block.yields().contains(ignored)))
                && !function.body().yields().contains(ignored);
    }

    @Override
    public String reverse(String function, Mask differentiated) {
        String name = DerivedNames.of(function(function), "Reverse", differentiated);
        if (!called.summaries().mayWriteArguments(new Callee.Local(function))) {
            primalOfReverse.put(name, function);
        }
        return derive(name, replayed.reverse(function, differentiated, name, () -> {
            Function primal = function(replayed.withoutReplay(function));
            return adjoint(primal, name, differentiated, Derivation.differentiableResults(primal), false);
        }));
    }

    @Override
    public Optional<SplitCall> split(SplitCall.Key key) {
        if (replayed.has(key.function())) {
            return replayed.isLoop(key.function()) ? split.of(key) : Optional.empty();
        }
        return isRecursivePrimal(key.function()) && !split.runsOnceAsItIs(key) ? split.of(key) : Optional.empty();
    }

    @Override
    public String transposed(String rule, Mask differentiated) {
        String name = reverse(rule, differentiated);
        if (!recursion.isIn(rule) && !replayed.has(rule)) {
            inlined.add(name);
        }
        return name;
    }

    @Override
    public String forward(String function, Mask differentiated) {
        String name = DerivedNames.of(function(function), "Forward", differentiated);
        return derive(name, () -> {
            Function primal = function(function);
            return tangent(primal, name, differentiated, Derivation.differentiableResults(primal));
        });
    }

    @Override
    public String vectorForward(String function, Mask differentiated) {
        String name = DerivedNames.of(function(function), "Tangents", differentiated);
        return derive(name, () -> {
            Function primal = function(function);
            return tangents(primal, name, differentiated, Derivation.differentiableResults(primal));
        });
    }

    @Override
    public String pattern(String function, Mask differentiated, boolean isSecond) {
        String name = DerivedNames.of(function(function), isSecond ? "Interactions" : "Sets", differentiated);
        return derive(name, () -> {
            Function primal = function(function);
            Derivation derivation = derivation(name, differentiated, Derivation.differentiableResults(primal));
            return segments.run(PatternTransform.STAGE, primal, new PatternTransform.Request(derivation, isSecond));
        });
    }

    @Override
    public Derivation derivation(String name, Mask independent, Mask dependent) {
        return new Derivation(this, segments, analyses, name, independent, dependent);
    }

    @Override
    public Function adjoint(Function function, String name, Mask independent, Mask dependent, boolean splitting) {
        Derivation derivation = derivation(name, independent, dependent);
        return AdjointTransform.of(function, splitting ? derivation : derivation.without(Analysis.STACKS));
    }

    @Override
    public Optional<Function> readBodyOf(Callee named) {
        Callee callee = resolved(named);
        if (callee instanceof Callee.Local local) {
            boolean staysCalled = local.stopGradient()
                    || !replayed.has(local.name()) && called.isRecursive(local.name())
                    || recursion.isIn(local.name());
            return staysCalled ? Optional.empty() : Optional.of(read(local.name()));
        }
        return bodyOf(callee);
    }

    @Override
    public Function read(String name) {
        return program.functions().containsKey(name)
                ? segments.run(Stages.READING, program.function(name))
                : function(name);
    }

    @Override
    public Function tangent(Function function, String name, Mask independent, Mask dependent) {
        return segments.run(Stages.FORWARD, function, derivation(name, independent, dependent));
    }

    @Override
    public Function tangents(Function function, String name, Mask independent, Mask dependent) {
        return segments.run(Stages.DIRECTIONS, function, derivation(name, independent, dependent));
    }

    @Override
    public Map<String, String> primalsOfReverse() {
        return Collections.unmodifiableMap(primalOfReverse);
    }

    @Override
    public String derive(String name, Supplier<Function> derivation) {
        if (!ready.containsKey(name)) {
            pending.putIfAbsent(name, derivation);
        }
        return name;
    }

    @Override
    public FunctionAnalysis facts(Function function, Mask independent, Mask dependent) {
        makeCallees(function);
        return called.facts(function, independent, dependent);
    }

    /** Makes the derivatives that a function calls, so that more is known of them than that they may do anything. */
    private void makeCallees(Function function) {
        Set<String> wanted = new LinkedHashSet<>();
        for (Stmt stmt : Walk.statements(function.body())) {
            if (stmt instanceof Stmt.Call call && call.callee() instanceof Callee.Local callee) {
                wanted.add(callee.name());
            }
        }
        wanted.removeIf(name -> !pending.containsKey(name) && !(replayed.has(name) && !ready.containsKey(name)));
        for (String name : wanted) {
            function(name);
        }
    }

    @Override
    public Summaries summaries() {
        return called.summaries();
    }

    /** The functions that are still called from the given ones, directly or by way of others. */
    List<Function> calledFrom(List<Function> functions) {
        Map<String, Function> found = new LinkedHashMap<>();
        List<Function> work = new ArrayList<>(functions);
        while (!work.isEmpty()) {
            Function next = work.remove(work.size() - 1);
            for (Stmt stmt : Walk.statements(next.body())) {
                if (stmt instanceof Stmt.Call call
                        && call.callee() instanceof Callee.Local local
                        && !found.containsKey(local.name())) {
                    Function callee = function(local.name());
                    found.put(local.name(), callee);
                    work.add(callee);
                }
            }
        }
        return List.copyOf(found.values());
    }
}
