package dev.leibniz.processor.shape;

import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Op.Primitive;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.walk.Walk;
import dev.leibniz.processor.shape.LoopParts.Part;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A sum that is stored into an element of an array, and is too long for one loop. Its first summands are stored, and the rest is
 * added in the same order by the loops that follow, so that the result is the very same number.
 */
final class LongSum {
    /** A value that is added, or subtracted. */
    private record Summand(Value value, boolean isNegative) {}

    /** Summands that follow each other, and all that they need. */
    private record Piece(Part part, List<Summand> summands) {
        Piece and(Piece next) {
            List<Summand> all = new ArrayList<>(summands);
            all.addAll(next.summands);
            return new Piece(part.and(next.part), all);
        }
    }

    private final Map<Value, Expr.Apply> inner = new HashMap<>();
    private final Stmt.Store store;
    private final Deque<Summand> summands = new ArrayDeque<>();

    private LongSum(Stmt.Store store, List<Stmt> stmts) {
        this.store = store;
        Map<Var, Integer> uses = Walk.useCounts(new Block(stmts, List.of()));
        for (Stmt stmt : stmts) {
            if (stmt instanceof Stmt.Let let
                    && let.expr() instanceof Expr.Apply apply
                    && apply.type().isFloating()
                    && uses.getOrDefault(let.target(), 0) == 1) {
                inner.put(let.target(), apply);
            }
        }
        Value sum = store.value();
        boolean isNegative = isApply(sum, Primitive.NEG);
        if (isNegative) {
            sum = operand(sum, 0);
        }
        while (isApply(sum, Primitive.ADD) || isApply(sum, Primitive.SUB)) {
            summands.addFirst(new Summand(operand(sum, 1), isNegative != isApply(sum, Primitive.SUB)));
            sum = operand(sum, 0);
        }
        summands.addFirst(new Summand(sum, isNegative));
    }

    /** The bodies of the loops that do together what one part of a loop does. */
    static List<List<Stmt>> pieces(Part part, LoopParts all) {
        List<Stmt> stmts = all.stmts(part);
        List<Stmt> writes =
                stmts.stream().filter(stmt -> !(stmt instanceof Stmt.Let)).toList();
        return !all.fits(part) && writes.size() == 1 && writes.get(0) instanceof Stmt.Store store
                ? new LongSum(store, stmts).cut(stmts, all)
                : List.of(stmts);
    }

    private List<List<Stmt>> cut(List<Stmt> whole, LoopParts all) {
        List<Piece> pieces = new ArrayList<>();
        for (Summand summand : summands) {
            Piece alone = new Piece(all.of(summand.value()).and(all.target(store)), List.of(summand));
            int last = pieces.size() - 1;
            Piece longer = pieces.isEmpty() ? alone : pieces.get(last).and(alone);
            if (!pieces.isEmpty() && all.fits(longer.part(), longer.summands().size())) {
                pieces.set(last, longer);
            } else {
                pieces.add(alone);
            }
        }
        return areApart(pieces, all)
                ? pieces.stream()
                        .map(piece -> body(piece, piece == pieces.get(0), all))
                        .toList()
                : List.of(whole);
    }

    /** Whether no piece needs what another one computes, or reads what the store may change. */
    private boolean areApart(List<Piece> pieces, LoopParts all) {
        for (int i = 1; i < pieces.size(); i++) {
            Part part = pieces.get(i).part();
            if (all.changes(all.target(store), part)
                    || pieces.subList(0, i).stream().anyMatch(before -> all.shareWork(before.part(), part))) {
                return false;
            }
        }
        return true;
    }

    private List<Stmt> body(Piece piece, boolean isFirst, LoopParts all) {
        BlockBuilder out = new BlockBuilder();
        out.addAll(all.stmts(piece.part()));
        out.at(store.origin());
        boolean isOpposite = isFirst && piece.summands().get(0).isNegative();
        Value sum = isFirst ? null : out.load(store.array(), store.index());
        for (Summand summand : piece.summands()) {
            if (sum == null) {
                sum = summand.value();
            } else if (summand.isNegative() == isOpposite) {
                sum = out.plus(sum, summand.value());
            } else {
                sum = out.minus(sum, summand.value());
            }
        }
        out.store(store.array(), store.index(), isOpposite ? out.negate(sum) : sum);
        return out.stmts();
    }

    private boolean isApply(Value value, Primitive op) {
        Expr.Apply apply = inner.get(value);
        return apply != null && apply.op() == op;
    }

    private Value operand(Value value, int i) {
        return inner.get(value).operand(i);
    }
}
