package dev.leibniz.processor.frontend.read.collections;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import dev.leibniz.processor.frontend.read.MethodReader;
import dev.leibniz.processor.frontend.read.values.JavaValue;
import dev.leibniz.processor.frontend.read.values.Notes;
import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.problem.ProblemCode;
import java.util.List;

/**
 * Reads {@code Arrays.sort} of numbers: the order is a constant, found by the runtime, and the elements are put into it one by one. So the
 * derivative goes the way that each element goes.
 */
public final class SortReader {
    private static final String ORDER = "dev.leibniz.runtime.arrays.Buffers.sortingOrder($0, $1, $2)";

    private final MethodReader reader;

    public SortReader(MethodReader reader) {
        this.reader = reader;
    }

    public void read(MethodInvocationTree tree) {
        List<? extends ExpressionTree> args = tree.getArguments();
        JavaValue sorted = reader.expressions().read(args.get(0), "");
        if (args.size() == 2 && new KeySort(reader, tree).sort(sorted, args.get(1))) {
            return;
        }
        boolean isOfNumbers = !sorted.isRecord()
                && sorted.value().type().isArray()
                && sorted.value().type().element().isFloating();
        if (!isOfNumbers || args.size() == 2) {
            throw reader.problem(ProblemCode.UNKNOWN_ARRAY_FUNCTION, tree, "Arrays.sort");
        }
        Value array = sorted.value();
        boolean isRange = args.size() == 3;
        Value from = isRange ? reader.expressions().valueAs(args.get(1), Type.INT, "") : Const.of(0);
        Value to = isRange
                ? reader.expressions().valueAs(args.get(2), Type.INT, "")
                : reader.code().length(array);
        sort(array, from, to, tree);
    }

    /** Puts a range of an array into ascending order. */
    void sort(Value array, Value from, Value to, MethodInvocationTree tree) {
        BlockBuilder code = reader.code();
        Value order = order(array, from, to);
        Value before = reader.let("unsorted", new Expr.CopyOfRange(array, from, to));
        Value count = code.length(order);
        Var index = new Var("k", Type.INT);
        BlockBuilder body = code.nested();
        Value element = body.load(before, body.load(order, index));
        Stmt.Store store = new Stmt.Store(array, body.plus(from, index), element, code.origin());
        body.add(store);
        reader.functions().notes().wrote(store, reader.file(), tree);
        code.loop(index, count, body);
    }

    /** The permutation of a sort: for each index of the sorted range the index, relative to its start, of the element before sorting. */
    Value order(Value array, Value from, Value to) {
        Var order = new Var("order", Type.arrayOf(Type.INT));
        Stmt.Let let = new Stmt.Let(
                order,
                new Expr.Opaque(ORDER, List.of(array, from, to), order.type(), true),
                reader.code().origin());
        reader.add(let);
        reader.functions().notes().foreign(let, new Notes.ForeignCall(List.of(), List.of()));
        return order;
    }
}
