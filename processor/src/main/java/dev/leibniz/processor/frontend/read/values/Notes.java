package dev.leibniz.processor.frontend.read.values;

import com.sun.source.tree.Tree;
import dev.leibniz.processor.frontend.shadow.SourceFile;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.problem.ProblemCode;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Notes on statements, taken while they are made, for analyses of the functions after all were read. */
public final class Notes {
    private final Map<Stmt, NotedTree> sites = new IdentityHashMap<>();
    private final Map<Stmt, ForeignCall> foreign = new IdentityHashMap<>();
    private final Map<Stmt, Claim> claims = new IdentityHashMap<>();
    private final Map<Var, String> constantArrays = new HashMap<>();

    /**
     * A call of an unknown method, which is fine if its arguments turn out to be constants.
     *
     * @param inside the problems of the method otherwise; if there are none, the problem code says it
     * @param isHidden whether generated code cannot call it, either
     */
    public record Claim(NotedTree site, Optional<Findings> inside, boolean isHidden, ProblemCode code, Object... args) {
        public Claim(NotedTree site, ProblemCode code, Object... args) {
            this(site, Optional.empty(), false, code, args);
        }
    }

    /** The place of a statement in the source. */
    public record NotedTree(SourceFile file, Tree tree) {}

    /**
     * The possible effects on the arrays that are passed to a method whose body is not analysed.
     *
     * @param escaping the arrays that it may pass to unseen code, which might write to them
     * @param returned the arrays that are reachable from its result
     */
    public record ForeignCall(List<Value> escaping, List<Value> returned) {}

    /** Remembers where a statement that writes memory, or may do so, stands. */
    public void wrote(Stmt stmt, SourceFile file, Tree tree) {
        sites.put(stmt, new NotedTree(file, tree));
    }

    public @Nullable NotedTree siteOf(Stmt stmt) {
        return sites.get(stmt);
    }

    public void foreign(Stmt call, ForeignCall what) {
        foreign.put(call, what);
    }

    public Map<Stmt, ForeignCall> foreignCalls() {
        return foreign;
    }

    public void claim(Stmt call, Claim claim) {
        claims.put(call, claim);
    }

    public Map<Stmt, Claim> claims() {
        return claims;
    }

    /** An array stands for a constant, though it is built by the function itself. */
    public void constantArray(Var array, String name) {
        constantArrays.put(array, name);
    }

    /** The arrays that stand for constants, and the names of these. */
    public Map<Var, String> constantArrays() {
        return constantArrays;
    }
}
