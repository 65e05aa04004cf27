package dev.leibniz.processor.emit.locals;

import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.walk.Walk;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Decides which values are printed as part of a larger expression. The IR is flat; what a person writes is not. A value
 * that the user never named and that is used once may be evaluated at its use instead, if it would be the same value
 * there: nothing in between writes memory that it reads, it does not move into a loop, and no exception it may throw
 * becomes dependent on a branch. It also stays where it is if the line would get too long, or if a variable of the same
 * name as one of its operands is reassigned in between.
 */
public final class Nesting {
    private static final int WIDTH = 96;

    /** A use of a variable: by a statement, or (without one) as something that the block yields. */
    private record Use(
            BlockPlace region, int index, @Nullable Stmt user) {}

    private final Map<Var, String> names;
    private final Map<Var, Use> uses = new HashMap<>();
    private final Map<Var, Var> carriedTo = new HashMap<>();
    private final Set<Var> usedOften = new HashSet<>();
    private final Map<Var, Stmt> definitions = new HashMap<>();
    private final Map<Var, Integer> widths = new HashMap<>();
    private final Map<Var, Set<String>> mentions = new HashMap<>();
    private final Set<Var> tooWide = new HashSet<>();
    private final Set<Stmt> foldable = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<Var, Stmt> nested = new HashMap<>();

    /**
     * @param names the printed names of the function's parameters
     */
    public Nesting(Block body, Map<Var, String> names) {
        this.names = names;
        BlockPlace root = BlockPlace.of(body);
        countUses(root);
        measure(root);
        decide(root, false);
    }

    /** Whether anything reads the variable. */
    public boolean isUsed(Var variable) {
        Var result = carriedTo.get(variable);
        return uses.containsKey(variable) || result != null && isUsed(result);
    }

    /** Whether the statement is printed where its result is used. */
    public boolean isNested(Stmt stmt) {
        return stmt.results().size() == 1 && nested.get(stmt.results().get(0)) == stmt;
    }

    /** Whether an {@code if} is nothing but a choice between two expressions. */
    public boolean isChoice(Stmt.If stmt) {
        return foldable.contains(stmt);
    }

    /** Whether nothing of the block is left to print but what it yields. */
    public boolean isPlain(Block block) {
        return block.stmts().stream().allMatch(this::isNested);
    }

    /** The statement that a value is computed by, if it is to be printed where the value is used. */
    public @Nullable Stmt nested(Value value) {
        return value instanceof Var variable ? nested.get(variable) : null;
    }

    /** Visits the variables that the printed form of a value mentions. */
    public void forEachMention(Value value, Consumer<Var> visitor) {
        Stmt stmt = nested(value);
        if (stmt != null) {
            for (Value operand : stmt.operands()) {
                forEachMention(operand, visitor);
            }
            for (Block block : stmt.blocks()) {
                for (Value yield : block.yields()) {
                    forEachMention(yield, visitor);
                }
            }
        } else if (value instanceof Var variable) {
            visitor.accept(variable);
        }
    }

    private void countUses(BlockPlace region) {
        List<Stmt> stmts = region.stmts();
        for (int i = 0; i < stmts.size(); i++) {
            Stmt stmt = stmts.get(i);
            for (Value operand : stmt.operands()) {
                use(operand, new Use(region, i, stmt));
            }
            for (BlockPlace child : region.children(i)) {
                countUses(child);
            }
            List<Var> carried = Walk.blockParams(stmt);
            for (int k = 0; k < stmt.results().size() && !carried.isEmpty(); k++) {
                carriedTo.put(carried.get(k), stmt.results().get(k));
            }
            if (stmt.results().size() == 1) {
                definitions.put(stmt.results().get(0), stmt);
            }
        }
        for (Value value : region.block().yields()) {
            use(value, new Use(region, stmts.size(), null));
        }
    }

    private void use(Value value, Use use) {
        if (value instanceof Var variable && uses.put(variable, use) != null) {
            usedOften.add(variable);
        }
    }

    /** Estimates, inside out, how wide each expression gets, and gives up nesting the widest parts of too wide ones. */
    private void measure(BlockPlace region) {
        List<Stmt> stmts = region.stmts();
        for (int i = 0; i < stmts.size(); i++) {
            Stmt stmt = stmts.get(i);
            for (BlockPlace child : region.children(i)) {
                measure(child);
            }
            List<Value> parts = stmt.operands();
            if (stmt instanceof Stmt.If choice && isFoldable(choice)) {
                parts = new ArrayList<>(parts);
                parts.addAll(choice.then().yields());
                parts.addAll(choice.otherwise().yields());
                if (width(stmt, parts) <= WIDTH) {
                    foldable.add(stmt);
                }
            }
            int width = width(stmt, parts);
            while (width > WIDTH && giveUpWidest(parts)) {
                width = width(stmt, parts);
            }
            for (Var result : stmt.results()) {
                if (isCandidate(result)) {
                    widths.put(result, width);
                    mentions.put(result, mentions(parts));
                }
            }
        }
    }

    private boolean giveUpWidest(List<Value> parts) {
        Var widest = null;
        for (Value part : parts) {
            if (part instanceof Var v && isCandidate(v) && (widest == null || width(v) > width(widest))) {
                widest = v;
            }
        }
        if (widest == null || width(widest) < 12) {
            return false;
        }
        return tooWide.add(widest);
    }

    private int width(Stmt stmt, List<Value> parts) {
        int width = stmt instanceof Stmt.Let let ? ownWidth(let.expr()) : 4;
        for (Value part : parts) {
            width += width(part);
        }
        return width;
    }

    private static int ownWidth(Expr expr) {
        if (expr instanceof Expr.Apply apply) {
            return apply.op() instanceof Op.MathCall call
                    ? simpleName(call.owner()).length() + call.method().length() + 2
                    : apply.operands().size() == 1 ? 1 : 3;
        }
        return expr instanceof Expr.Opaque opaque ? opaque.template().length() : expr instanceof Expr.Load ? 2 : 8;
    }

    /** A class as it is printed: the package is imported. */
    private static String simpleName(String owner) {
        return owner.substring(owner.lastIndexOf('.') + 1);
    }

    private int width(Value value) {
        if (value instanceof Var variable) {
            return isCandidate(variable) ? widths.getOrDefault(variable, 4) : nameWidth(variable);
        }
        return value.toString().length();
    }

    private int nameWidth(Var variable) {
        String name = names.getOrDefault(variable, variable.name());
        if (name.isEmpty()
                && definitions.get(variable) instanceof Stmt.Let let
                && let.expr() instanceof Expr.Load load
                && load.array() instanceof Var array) {
            return nameWidth(array) + 2;
        }
        return Math.max(3, name.length() + 1);
    }

    private Set<String> mentions(List<Value> parts) {
        Set<String> names = new HashSet<>(4);
        for (Value part : parts) {
            if (part instanceof Var variable) {
                if (isCandidate(variable)) {
                    names.addAll(mentions.getOrDefault(variable, Set.of()));
                } else if (variable.isNamed()) {
                    names.add(variable.name());
                }
            }
        }
        return names;
    }

    /** Whether nothing is against nesting the variable, as far as can be told without its use. */
    private boolean isCandidate(Var variable) {
        Stmt definition = definitions.get(variable);
        boolean needsName = variable.isNamed() && !isOnlyField(variable, definition);
        if (needsName || usedOften.contains(variable) || tooWide.contains(variable)) {
            return false;
        }
        return definition instanceof Stmt.Let
                || definition instanceof Stmt.If && foldable.contains(definition)
                || definition instanceof Stmt.Call call
                        && call.callee() instanceof Callee.External callee
                        && callee.pure()
                        && callee.result() instanceof Layout.Leaf;
    }

    /** Whether a field of a frame that it is read from, or written to, says its name already. */
    private boolean isOnlyField(Var variable, @Nullable Stmt definition) {
        Use use = uses.get(variable);
        return definition instanceof Stmt.Let let && let.expr() instanceof Expr.GetField
                || use != null && use.user() instanceof Stmt.SetField write && write.value() == variable;
    }

    private boolean isFoldable(Stmt.If stmt) {
        return stmt.results().size() == 1 && isFoldable(stmt.then()) && isFoldable(stmt.otherwise());
    }

    private boolean isFoldable(Block block) {
        for (Stmt stmt : block.stmts()) {
            if (!isPartOfChoice(stmt)) {
                return false;
            }
        }
        return block.yields().size() == 1;
    }

    private boolean isPartOfChoice(Stmt stmt) {
        return stmt.results().size() == 1
                && isCandidate(stmt.results().get(0))
                && !(stmt instanceof Stmt.Let let && let.expr().makesArray());
    }

    /** Backwards, so that the place a value would move to is known before the value is looked at. */
    private void decide(BlockPlace region, boolean inChoice) {
        for (int i = region.stmts().size() - 1; i >= 0; i--) {
            Stmt stmt = region.stmts().get(i);
            if (stmt.results().size() == 1) {
                Var result = stmt.results().get(0);
                if (inChoice || isCandidate(result) && canMove(region, i, stmt, result)) {
                    nested.put(result, stmt);
                }
            }
            boolean choice = inChoice || foldable.contains(stmt);
            for (BlockPlace child : region.children(i)) {
                decide(child, choice);
            }
        }
    }

    private boolean canMove(BlockPlace region, int index, Stmt stmt, Var result) {
        Use use = uses.get(result);
        if (use == null || !fits(stmt, result, use)) {
            return false;
        }
        boolean reads = reads(stmt);
        if (use.region() != region && (isRepeatedWithin(use.region(), region) || throwsSomething(stmt))) {
            return false;
        }
        Use place = place(use);
        Set<String> names = mentions.getOrDefault(result, Set.of());
        int end = place.index();
        for (BlockPlace r = place.region(); ; r = parent(r)) {
            int start = r == region ? index + 1 : 0;
            if (reads && r.writesBetween(start, end) || r.definesBetween(start, end, names)) {
                return false;
            }
            if (r == region) {
                return true;
            }
            if (r.isRepeated()) {
                return false;
            }
            end = r.index();
        }
    }

    private static boolean isRepeatedWithin(BlockPlace inner, BlockPlace outer) {
        for (BlockPlace r = inner; r != outer; r = parent(r)) {
            if (r.isRepeated()) {
                return true;
            }
        }
        return false;
    }

    private static BlockPlace parent(BlockPlace region) {
        BlockPlace parent = region.parent();
        if (parent == null) {
            throw new IllegalStateException("used outside of the block that defines it");
        }
        return parent;
    }

    /** The place where an expression used there would be evaluated in the end. */
    private Use place(Use use) {
        Stmt carrier = use.user() != null ? use.user() : use.region().owner();
        if (carrier != null && isNested(carrier)) {
            Use next = uses.get(carrier.results().get(0));
            if (next != null) {
                return place(next);
            }
        }
        return use;
    }

    /** Whether Java's grammar and the meaning of the user allow the expression at that very place. */
    private boolean fits(Stmt stmt, Var result, Use use) {
        Stmt user = use.user();
        if (user instanceof Loop.For loop && loop.bound() == result) {
            Set<String> names = mentions.getOrDefault(result, Set.of());
            return isInvariant(result) && !use.region().definesAt(use.index(), names);
        }
        if (stmt instanceof Stmt.Let let && let.expr().makesArray()) {
            return user == null
                    || user instanceof Stmt.Store store && store.value() == result
                    || user instanceof Stmt.SetField
                    || user instanceof Stmt.Call
                    || user instanceof Loop;
        }
        return true;
    }

    /** Whether the value may be computed anew in each test of a loop: sizes, and sums of sizes. */
    private boolean isInvariant(Value value) {
        if (value instanceof Const) {
            return true;
        }
        if (!(value instanceof Var variable) || !isCandidate(variable)) {
            return true;
        }
        if (!(definitions.get(variable) instanceof Stmt.Let let)) {
            return false;
        }
        if (let.expr() instanceof Expr.Length length) {
            return !(length.array() instanceof Var array && isCandidate(array));
        }
        return let.expr() instanceof Expr.Apply apply
                && (apply.op() == Op.Primitive.ADD || apply.op() == Op.Primitive.SUB)
                && apply.operands().stream().allMatch(this::isInvariant);
    }

    private static boolean reads(Stmt stmt) {
        return stmt instanceof Stmt.Let let
                ? MemoryAccess.isReadBy(let.expr())
                : stmt instanceof Stmt.Call
                        || stmt.blocks().stream()
                                .anyMatch(block -> block.stmts().stream().anyMatch(Nesting::reads));
    }

    private static boolean throwsSomething(Stmt stmt) {
        return stmt instanceof Stmt.Let let
                ? let.expr().mayThrow()
                : stmt instanceof Stmt.Call
                        || stmt.blocks().stream()
                                .anyMatch(block -> block.stmts().stream().anyMatch(Nesting::throwsSomething));
    }
}
