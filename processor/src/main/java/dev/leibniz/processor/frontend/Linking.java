package dev.leibniz.processor.frontend;

import dev.leibniz.processor.contract.Derivative;
import dev.leibniz.processor.frontend.check.ConstantFlow;
import dev.leibniz.processor.frontend.check.ParameterWrites;
import dev.leibniz.processor.frontend.read.program.Functions;
import dev.leibniz.processor.frontend.read.values.Notes;
import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Signature;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.program.CallGraph;
import dev.leibniz.processor.ir.walk.Walk;
import dev.leibniz.processor.problem.ProblemCode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * Decides of which methods of other files the code is needed: of those that do something which must be done once, such as a print,
 * and of those whose derivatives are differentiated again, be it that the program calls them or that second derivatives are
 * wanted. For all others their companions will do.
 */
final class Linking {
    private final Functions functions;
    private final ParameterWrites writes;
    private final Linker linker;

    Linking(Functions functions, ParameterWrites writes, Linker linker) {
        this.functions = functions;
        this.writes = writes;
        this.linker = linker;
    }

    /** Fetches the functions that an annotated method needs; whether it can be differentiated. */
    boolean link(Signature method, Map<String, Function> closure) {
        Map<String, Function> direct = direct(method.function(), closure);
        boolean isTwice = Stream.concat(method.forms().stream(), method.helpers().stream())
                .anyMatch(Derivative::isSecond);
        Map<String, ConstantFlow> flow = new HashMap<>();
        boolean[] isFine = {true};
        forEachLink(direct, (name, call) -> {
            Callee.External callee = (Callee.External) call.callee();
            if (linker.acts(callee)) { // its own derivative would act once more
                isFine[0] &= require(callee, call);
                return;
            }
            boolean isDerivative = callee.reverse() == null;
            if (isDerivative || isTwice) {
                ConstantFlow constants = flow.computeIfAbsent("", n -> writes.flow(method, closure));
                if (call.args().stream().anyMatch(arg -> constants.varies(name, arg))) {
                    isFine[0] &= require(callee, call);
                }
            }
        });
        Map<String, Function> indirect = new LinkedHashMap<>(closure);
        indirect.keySet().removeAll(direct.keySet());
        forEachLink(indirect, (name, call) -> linker.link((Callee.External) call.callee()));
        return isFine[0];
    }

    private boolean require(Callee.External callee, Stmt.Call call) {
        Optional<String> obstacle = linker.link(callee);
        if (!obstacle.orElse("").isEmpty()) {
            report(
                    ProblemCode.COMPILED_DERIVATIVE,
                    call,
                    callee.owner().substring(callee.owner().lastIndexOf('.') + 1) + "." + callee.name(),
                    obstacle.get());
        }
        return obstacle.isEmpty();
    }

    private void report(ProblemCode code, Stmt.Call call, Object... args) {
        Notes.NotedTree site = Objects.requireNonNull(functions.notes().siteOf(call));
        functions.report(code, site.file(), site.tree(), args);
    }

    /** The functions that are called as themselves. */
    private static Map<String, Function> direct(String root, Map<String, Function> closure) {
        Map<String, Function> direct = new LinkedHashMap<>();
        List<String> work = new java.util.ArrayList<>(List.of(root));
        for (int i = 0; i < work.size(); i++) {
            Function function = closure.get(work.get(i));
            if (function != null && direct.putIfAbsent(work.get(i), function) == null) {
                for (Stmt stmt : Walk.statements(function.body())) {
                    if (stmt instanceof Stmt.Call call && call.callee() instanceof Callee.Local local) {
                        work.add(local.name());
                    }
                }
            }
        }
        return direct;
    }

    private static void forEachLink(Map<String, Function> functions, BiConsumer<String, Stmt.Call> visitor) {
        functions.forEach((name, function) -> Walk.forEach(function.body(), stmt -> {
            if (stmt instanceof Stmt.Call call
                    && call.callee() instanceof Callee.External callee
                    && !callee.body().isEmpty()) {
                visitor.accept(name, call);
            }
        }));
    }

    /** Whether no derivative has to be made before itself, by way of other files; else the reason is reported. */
    boolean hasNoCycle(Signature method, Map<String, Function> all) {
        CallGraph graph = CallGraph.linked(all);
        Set<String> reached = graph.closure(method.function());
        for (String name : reached) {
            boolean[] found = {false};
            Walk.forEach(
                    all.get(name).body(),
                    stmt -> found[0] |= stmt instanceof Stmt.Call call
                            && call.callee() instanceof Callee.DerivativeOf form
                            && graph.closure(form.signature().function()).contains(name));
            if (found[0]) {
                reportCycle(method, all, graph, name);
                return false;
            }
        }
        return true;
    }

    /** At the call through which the cycle is entered. */
    private void reportCycle(Signature method, Map<String, Function> all, CallGraph graph, String inside) {
        boolean[] reported = {false};
        for (String name : direct(method.function(), all).keySet()) {
            for (Stmt stmt : Walk.statements(all.get(name).body())) {
                if (!reported[0]
                        && stmt instanceof Stmt.Call call
                        && call.callee() instanceof Callee.External callee
                        && all.containsKey(callee.body())
                        && graph.closure(callee.body()).contains(inside)) {
                    String called = callee.owner().substring(callee.owner().lastIndexOf('.') + 1) + "." + callee.name();
                    report(
                            ProblemCode.DERIVATIVE_CYCLE,
                            call,
                            method.method(),
                            "`" + called + "` calls a derivative of what calls it");
                    reported[0] = true;
                }
            }
        }
    }
}
