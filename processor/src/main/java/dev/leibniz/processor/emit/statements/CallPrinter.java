package dev.leibniz.processor.emit.statements;

import dev.leibniz.processor.contract.Part;
import dev.leibniz.processor.contract.ReturnedRecord;
import dev.leibniz.processor.emit.locals.NameScope;
import dev.leibniz.processor.emit.text.Code;
import dev.leibniz.processor.emit.text.JavaTypes;
import dev.leibniz.processor.emit.text.Text;
import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.ir.Signature;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.program.FormHead;
import java.util.ArrayList;
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
        if (call.callee() instanceof Callee.DerivativeOf form) {
            return form(form, call.args());
        }
        return Code.of("$L($L)", functions.methodName(call.callee().name()), expressions.wrappedList(call.args()));
    }

    private Code form(Callee.DerivativeOf form, List<Value> args) {
        List<Layout> layouts = new ArrayList<>();
        for (Signature.Parameter param : form.signature().params()) {
            layouts.add(param.layout());
        }
        FormHead.of(form.signature(), form.derivative())
                .arguments()
                .forEach(argument -> layouts.add(argument.layout()));
        List<Text> printed = args.stream().map(expressions::exact).toList();
        return Code.of(
                "$L($L)",
                functions.forms(form.signature()).method(form.derivative()),
                Code.join(RecordPacking.pack(layouts, printed), "," + Code.WRAP));
    }

    /** Whether the call itself is the value of its only result. */
    boolean hasSingleValue(Stmt.Call call) {
        return call.callee() instanceof Callee.External callee
                ? callee.result() instanceof Layout.Leaf
                : call.callee() instanceof Callee.Local && call.results().size() == 1;
    }

    Code holderType(Stmt.Call call) {
        if (call.callee() instanceof Callee.DerivativeOf form) {
            return Code.of(
                    "$T",
                    functions.forms(form.signature()).record(form.derivative().returned()));
        }
        return call.callee() instanceof Callee.External callee
                ? Code.of("$T", JavaTypes.of(callee.result()))
                : Code.of(functions.recordName(call.callee().name()));
    }

    /** A name for the variable that holds the record of several results. */
    String holderName(Stmt.Call call) {
        if (call.callee() instanceof Callee.DerivativeOf form) {
            return form.derivative().returned().suffix().toLowerCase(Locale.ROOT);
        }
        String name = call.callee() instanceof Callee.External callee && callee.result() instanceof Layout.Record record
                ? JavaTypes.className(record.javaName()).simpleName()
                : functions.methodName(call.callee().name()) + "Result";
        String lower = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
        return NameScope.isUsable(lower) ? lower : lower + "Result";
    }

    /** For each result the accessors that lead from the record to it, such as {@code .layer().bias()}. */
    List<String> componentPaths(Stmt.Call call) {
        if (call.callee() instanceof Callee.External callee) {
            return callee.result().accessPaths();
        }
        if (call.callee() instanceof Callee.DerivativeOf form) {
            FormHead head = FormHead.of(form.signature(), form.derivative());
            return gradientPaths(head, head.components(), "");
        }
        return PrivateFunctions.componentNames(functions.function(call.callee().name())).stream()
                .map(name -> "." + name + "()")
                .toList();
    }

    /** The value and what belongs to all differentiated leaves, also of a record that is part of the returned one. */
    private static List<String> gradientPaths(FormHead form, List<FormHead.Component> components, String prefix) {
        List<String> found = new ArrayList<>();
        for (FormHead.Component component : components) {
            String path = prefix + "." + component.name() + "()";
            if (component.part() == Part.GRADIENT_RECORD) {
                found.addAll(gradientPaths(form, form.components(ReturnedRecord.GRAD), path));
                continue;
            }
            Layout layout = component.owner().map(Signature.Parameter::layout).orElse(form.result());
            List<String> paths = layout.accessPaths();
            for (int i = 0; i < paths.size(); i++) {
                if (component.part() == Part.VALUE || layout.leaves().get(i).differentiated()) {
                    found.add(path + paths.get(i));
                }
            }
        }
        return found;
    }
}
