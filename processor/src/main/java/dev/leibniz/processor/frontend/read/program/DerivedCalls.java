package dev.leibniz.processor.frontend.read.program;

import dev.leibniz.processor.frontend.read.values.Notes.NotedTree;
import dev.leibniz.processor.frontend.read.values.ReadFunction;
import dev.leibniz.processor.problem.ProblemCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The calls of derivatives that the methods of one program have: none of them may need its own derivative. */
final class DerivedCalls {
    private final List<DerivedCall> calls = new ArrayList<>();

    private record DerivedCall(ReadFunction caller, ReadFunction callee, String form, NotedTree site) {
        private static final Comparator<DerivedCall> BY_PLACE = Comparator.comparing(
                        (DerivedCall call) -> call.site.file().name())
                .thenComparing(call -> call.site.file().start(call.site.tree()));
    }

    void add(ReadFunction caller, ReadFunction callee, String form, NotedTree site) {
        calls.add(new DerivedCall(caller, callee, form, site));
    }

    int size() {
        return calls.size();
    }

    /** Drops all but the first calls. */
    void forgetFrom(int first) {
        calls.subList(first, calls.size()).clear();
    }

    /** Reports methods that need their own derivative: each cycle once, at its first call. */
    void checkCycles(Functions functions) {
        for (DerivedCall call : calls.stream().sorted(DerivedCall.BY_PLACE).toList()) {
            List<ReadFunction> way = way(call.callee, call.caller);
            if (!way.isEmpty() && !call.caller.broken) {
                functions.report(
                        ProblemCode.DERIVATIVE_CYCLE,
                        call.site.file(),
                        call.site.tree(),
                        call.caller.name,
                        described(call, way));
                way.forEach(entry -> entry.broken = true);
            }
        }
    }

    /** A description such as "`f` calls `gGrad`, `g` calls `f`". */
    private String described(DerivedCall first, List<ReadFunction> way) {
        List<String> steps = new ArrayList<>(List.of("it calls `" + first.form + "`"));
        for (int i = 0; i + 1 < way.size(); i++) {
            ReadFunction from = way.get(i);
            ReadFunction to = way.get(i + 1);
            String called = calls.stream()
                    .filter(call -> call.caller == from && call.callee == to)
                    .map(DerivedCall::form)
                    .findFirst()
                    .orElse(to.name);
            steps.add("`" + from.name + "` calls `" + called + "`");
        }
        return String.join(", ", steps);
    }

    /** A shortest way of calls, both ends included; empty if there is none. */
    private static List<ReadFunction> way(ReadFunction from, ReadFunction to) {
        Map<ReadFunction, ReadFunction> cameFrom = new HashMap<>();
        List<ReadFunction> work = new ArrayList<>(List.of(from));
        Set<ReadFunction> seen = new HashSet<>(work);
        for (int i = 0; i < work.size(); i++) {
            ReadFunction entry = work.get(i);
            if (entry == to) {
                List<ReadFunction> way = new ArrayList<>();
                for (ReadFunction step = to; step != null; step = cameFrom.get(step)) {
                    way.add(0, step);
                }
                return way;
            }
            for (ReadFunction callee : entry.callees) {
                if (seen.add(callee)) {
                    cameFrom.put(callee, entry);
                    work.add(callee);
                }
            }
        }
        return List.of();
    }
}
