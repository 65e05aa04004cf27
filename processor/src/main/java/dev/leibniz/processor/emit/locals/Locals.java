package dev.leibniz.processor.emit.locals;

import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.walk.TemporaryNames;
import dev.leibniz.processor.ir.walk.Walk;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
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
public final class Locals {
    private final Map<Var, Local> byVar = new LinkedHashMap<>();
    private final Map<Local, String> names = new HashMap<>();
    private final Map<Var, Expr> definitions = new HashMap<>();
    private final Map<Var, String> componentNames = new HashMap<>();
    private final Map<Stmt, List<Local>> declaredApart = new IdentityHashMap<>();
    private final NameScope taken;
    private final Set<String> wished = new HashSet<>();

    /**
     * @param kept the parameters that are read when the body has ended, so that their variables stay theirs
     * @param parameterNames the Java names of the function's parameters
     * @param reserved names that may not be used for anything else
     */
    public Locals(
            Function function, Set<Var> kept, Nesting nesting, List<String> parameterNames, Set<String> reserved) {
        Map<Var, Span> spans = Occurrences.of(function, nesting);
        Interference interference = new Interference(function, kept, nesting);
        Set<Var> indices = new HashSet<>();
        for (Stmt stmt : Walk.statements(function.body())) {
            if (stmt instanceof Loop.For loop) {
                indices.add(loop.index());
            } else if (stmt instanceof Stmt.Let let) {
                definitions.put(let.target(), let.expr());
            } else if (stmt instanceof Stmt.Call call && call.callee() instanceof Callee.External callee) {
                wishFor(call.results(), callee.result().namePaths());
            }
        }
        Set<Var> params = new HashSet<>(function.params());
        for (Map.Entry<Var, Span> entry : spans.entrySet()) {
            Var v = entry.getKey();
            Span span = entry.getValue();
            byVar.put(v, new Local(v, span, interference.of(v), params.contains(v), !indices.contains(v)));
        }
        for (Interference.Copy copy : interference.copies()) {
            join(byVar.get(copy.target()), byVar.get(copy.source()));
        }
        joinVersions(nesting, spans.keySet());
        this.taken = new NameScope(reserved);
        assignNames(function, parameterNames);
    }

    public String name(Var variable) {
        return names.getOrDefault(local(variable), variable.toString());
    }

    public Local local(Var variable) {
        Local local = byVar.get(variable);
        if (local == null) {
            throw new IllegalStateException("printed but never seen: " + variable);
        }
        return local;
    }

    /** The variables that have to be declared, without a value, before a statement. */
    public List<Local> declaredBefore(Stmt stmt) {
        return declaredApart.getOrDefault(stmt, List.of());
    }

    /** The expression that a variable is defined by. */
    public @Nullable Expr definition(Var variable) {
        return definitions.get(variable);
    }

    public String name(Local local) {
        return names.getOrDefault(local, local.name());
    }

    /** A name for one more variable, used nowhere in the method. */
    public String newName(String wish) {
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
            for (Var v : from.members()) {
                byVar.put(v, into);
            }
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
            for (Value operand : definition.operands()) {
                nesting.forEachMention(operand, mentioned::add);
            }
        }
        return mentioned.stream().anyMatch(source.members()::contains);
    }

    private void assignNames(Function function, List<String> parameterNames) {
        for (Var v : byVar.keySet()) {
            wished.add(v.name());
        }
        wished.addAll(parameterNames);
        for (int i = 0; i < parameterNames.size(); i++) {
            Local local = byVar.get(function.params().get(i));
            if (local != null) {
                String name = parameterNames.get(i);
                names.put(local, name);
                taken.take(name, local.span());
            }
        }
        List<Local> inOrder = distinct();
        for (Local local : inOrder) {
            if (isUsers(local)) {
                name(local, choose(local));
            }
        }
        for (Local local : inOrder) {
            if (!isUsers(local)) {
                name(local, chooseForTemporary(local));
            }
        }
        for (Local local : inOrder) {
            Stmt owner = local.span().isDeclaredApart() && !local.isParameter()
                    ? local.span()
                            .home()
                            .childTowards(local.span().firstScope())
                            .owner()
                    : null;
            if (owner != null) {
                declaredApart.computeIfAbsent(owner, stmt -> new ArrayList<>()).add(local);
            }
        }
    }

    /** The user's own names are given out first, so that no temporary takes one. */
    private static boolean isUsers(Local local) {
        return !local.name().isEmpty() || !local.isShareable();
    }

    private void name(Local local, String name) {
        if (names.putIfAbsent(local, name) == null) {
            taken.take(name, local.span());
        }
    }

    /** The components of a record that a call returns are called as they are in the record. */
    private void wishFor(List<Var> results, List<String> components) {
        for (int i = 0; i < results.size(); i++) {
            String path = components.get(i);
            if (!path.isEmpty()) {
                componentNames.put(results.get(i), path.substring(path.lastIndexOf('.') + 1));
            }
        }
    }

    private String choose(Local local) {
        return names.containsKey(local)
                ? name(local)
                : taken.choose(local.name().isEmpty() ? "i" : local.name(), local.span(), wished);
    }

    private String chooseForTemporary(Local local) {
        Var only = local.members().size() == 1 ? local.members().iterator().next() : null;
        String component = only == null ? null : componentNames.get(only);
        Expr definition = only == null ? null : definitions.get(only);
        String wish =
                component != null ? component : TemporaryNames.suggest(definition, local.type(), this::nameIfKnown);
        return NameScope.numbered(wish, name -> !wished.contains(name) && taken.isFree(name, local.span()));
    }

    private String nameIfKnown(Value value) {
        Local local = value instanceof Var v ? byVar.get(v) : null;
        return local == null ? "" : names.getOrDefault(local, "");
    }
}
