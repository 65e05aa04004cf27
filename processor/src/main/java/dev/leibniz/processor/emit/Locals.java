package dev.leibniz.processor.emit;

import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.Walk;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The Java variables of a method: which values share one, what each is called, and where it is declared.
 *
 * <p>Values that are copied into one another share a variable if they are never alive together; so do the successive
 * versions of a variable of the user. What cannot share gets a number after its name.
 */
final class Locals {
    private final Map<Var, Local> byVar = new HashMap<>();
    private final Map<Local, String> names = new HashMap<>();
    private final Map<Var, Expr> definitions = new HashMap<>();
    private final Map<Var, String> componentNames = new HashMap<>();
    private final NameScope taken;
    private final Set<String> wished = new HashSet<>();

    /**
     * @param parameterNames the Java names of the function's parameters
     * @param reserved names that may not be used for anything else
     */
    Locals(Function function, Nesting nesting, List<String> parameterNames, Set<String> reserved) {
        Map<Var, Span> spans = Occurrences.of(function, nesting);
        Interference interference = new Interference(function, nesting);
        Set<Var> indices = new HashSet<>();
        Walk.forEach(function.body(), stmt -> {
            if (stmt instanceof Stmt.For loop) {
                indices.add(loop.index());
            } else if (stmt instanceof Stmt.Let let) {
                definitions.put(let.target(), let.expr());
            } else if (stmt instanceof Stmt.Call call && call.callee() instanceof Callee.External callee) {
                wishFor(call.results(), RecordPacking.paths(callee.result()));
            }
        });
        spans.forEach((v, span) -> byVar.put(
                v, new Local(v, span, interference.of(v), function.params().contains(v), !indices.contains(v))));
        interference.copies().forEach(copy -> join(byVar.get(copy.target()), byVar.get(copy.source())));
        joinVersions(nesting, spans.keySet());
        this.taken = new NameScope(reserved);
        assignNames(function, parameterNames);
    }

    String name(Var variable) {
        return names.getOrDefault(local(variable), variable.toString());
    }

    Local local(Var variable) {
        Local local = byVar.get(variable);
        if (local == null) {
            throw new IllegalStateException("printed but never seen: " + variable);
        }
        return local;
    }

    /** The variables that have to be declared, without a value, before a statement. */
    List<Local> declaredBefore(Stmt stmt) {
        return distinct().stream()
                .filter(local -> !local.isParameter() && local.span().isDeclaredApart())
                .filter(local -> local.span()
                                .home()
                                .childTowards(local.span().firstScope())
                                .owner()
                        == stmt)
                .toList();
    }

    /** The expression that a variable is defined by. */
    @Nullable
    Expr definition(Var variable) {
        return definitions.get(variable);
    }

    String name(Local local) {
        return names.getOrDefault(local, local.name());
    }

    /** A name for one more variable, used nowhere in the method. */
    String newName(String wish) {
        String name =
                NameScope.numbered(wish, n -> !wished.contains(n) && !names.containsValue(n) && !taken.isReserved(n));
        wished.add(name);
        return name;
    }

    private List<Local> distinct() {
        return new LinkedHashSet<>(byVar.values())
                .stream()
                        .sorted(Comparator.comparingInt(local -> local.span().first()))
                        .toList();
    }

    private void join(@Nullable Local a, @Nullable Local b) {
        if (a == null || b == null) {
            return;
        }
        Local into = b.isParameter() ? b : a;
        Local from = b.isParameter() ? a : b;
        if (into.canTakeIn(from)) {
            into.takeIn(from);
            from.members().forEach(v -> byVar.put(v, into));
        }
    }

    /** Lets a later version of a named variable reuse the earlier one's place, as the user's assignment did. */
    private void joinVersions(Nesting nesting, Set<Var> inOrder) {
        Map<String, List<Local>> versions = new HashMap<>();
        for (Var variable : inOrder) {
            Local local = local(variable);
            if (local.name().isEmpty()) {
                continue;
            }
            List<Local> earlier = versions.computeIfAbsent(local.name(), n -> new ArrayList<>());
            if (earlier.contains(local)) {
                continue;
            }
            for (Local candidate : earlier) {
                boolean free = !candidate.isParameter() && !candidate.type().isArray();
                if (isWithin(candidate.span(), local.span())
                        && (free || isComputedFrom(variable, candidate, nesting))
                        && candidate.canTakeIn(local)) {
                    join(candidate, local);
                    break;
                }
            }
            if (local(variable) == local) {
                earlier.add(local);
            }
        }
    }

    /** Whether one of them is declared where the other one needs it anyway. */
    private static boolean isWithin(Span earlier, Span later) {
        return earlier.home().encloses(later.home())
                || later.home().encloses(earlier.home()) && later.start() <= earlier.first();
    }

    private boolean isComputedFrom(Var variable, Local source, Nesting nesting) {
        Set<Var> mentioned = new HashSet<>();
        Expr definition = definitions.get(variable);
        if (definition != null) {
            definition.operands().forEach(operand -> nesting.forEachMention(operand, mentioned::add));
        }
        return mentioned.stream().anyMatch(source.members()::contains);
    }

    private void assignNames(Function function, List<String> parameterNames) {
        byVar.keySet().forEach(v -> wished.add(v.name()));
        wished.addAll(parameterNames);
        for (int i = 0; i < parameterNames.size(); i++) {
            Local local = byVar.get(function.params().get(i));
            if (local != null) {
                String name = parameterNames.get(i);
                names.put(local, name);
                taken.take(name, local.span());
            }
        }
        for (Local local : distinct()) {
            if (!names.containsKey(local)) {
                String name = choose(local);
                names.put(local, name);
                taken.take(name, local.span());
            }
        }
    }

    /** The components of a record that a call returns are called as they are in the record. */
    private void wishFor(List<Var> results, List<String> paths) {
        for (int i = 0; i < results.size(); i++) {
            String path = paths.get(i).replace("()", "");
            if (!path.isEmpty()) {
                componentNames.put(results.get(i), path.substring(path.lastIndexOf('.') + 1));
            }
        }
    }

    private String choose(Local local) {
        Span span = local.span();
        if (!local.name().isEmpty()) {
            return taken.choose(local.name(), span, wished);
        }
        if (!local.isShareable()) {
            return taken.choose("i", span, wished);
        }
        Var only = local.members().size() == 1 ? local.members().iterator().next() : null;
        if (only != null && componentNames.containsKey(only)) {
            return taken.choose(componentNames.getOrDefault(only, ""), span, wished);
        }
        Expr definition = only == null ? null : definitions.get(only);
        return taken.choose(TemporaryNames.suggest(definition, local.type(), this::nameIfKnown), span, wished);
    }

    private String nameIfKnown(Value value) {
        Local local = value instanceof Var v ? byVar.get(v) : null;
        return local == null ? "" : names.getOrDefault(local, "");
    }
}
