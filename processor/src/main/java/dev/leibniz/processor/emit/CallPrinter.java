package dev.leibniz.processor.emit;

import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.ir.Stmt;
import java.util.List;
import java.util.Locale;

/** Prints calls, and says how the results of one are taken apart. */
final class CallPrinter {
    private final ExpressionPrinter expressions;
    private final PrivateFunctions functions;

    CallPrinter(ExpressionPrinter expressions, PrivateFunctions functions) {
        this.expressions = expressions;
        this.functions = functions;
    }

    Code call(Stmt.Call call) {
        if (call.callee() instanceof Callee.External callee) {
            return expressions.externalCall(callee, call.args());
        }
        return Code.of("$L($L)", functions.methodName(call.callee().name()), expressions.wrappedList(call.args()));
    }

    /** Whether the call itself is the value of its only result. */
    boolean hasSingleValue(Stmt.Call call) {
        return call.callee() instanceof Callee.External callee
                ? callee.result() instanceof Layout.Leaf
                : call.results().size() == 1;
    }

    Code holderType(Stmt.Call call) {
        return call.callee() instanceof Callee.External callee
                ? JavaTypes.of(callee.result())
                : Code.of(functions.recordName(call.callee().name()));
    }

    /** A name for the variable that holds the record of several results. */
    String holderName(Stmt.Call call) {
        String name = call.callee() instanceof Callee.External callee && callee.result() instanceof Layout.Record record
                ? ClassName.of(record.javaName()).simpleName()
                : functions.methodName(call.callee().name()) + "Result";
        String lower = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
        return NameScope.isUsable(lower) ? lower : lower + "Result";
    }

    /** For each result the accessors that lead from the record to it, such as {@code .layer().bias()}. */
    List<String> componentPaths(Stmt.Call call) {
        if (call.callee() instanceof Callee.External callee) {
            return RecordPacking.paths(callee.result());
        }
        return PrivateFunctions.componentNames(functions.function(call.callee().name())).stream()
                .map(name -> "." + name + "()")
                .toList();
    }
}
