package dev.leibniz.processor.frontend.read.control;

import dev.leibniz.processor.frontend.read.program.MethodCode;
import dev.leibniz.processor.frontend.read.values.Environment;
import dev.leibniz.processor.frontend.read.values.JavaValue;
import dev.leibniz.processor.frontend.read.values.StatementEnd;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.problem.ProblemCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The variables that a loop hands from each iteration to the next. */
public record Carried(
        Environment before, Map<Object, JavaValue> initial, List<Var> params, List<Value> inits, List<Var> results) {

    /** The variables visible before the loop that are {@code changed} in it. */
    public static Carried of(Environment before, Predicate<Object> changed) {
        Map<Object, JavaValue> initial = new LinkedHashMap<>();
        List<Var> params = new ArrayList<>();
        List<Value> inits = new ArrayList<>();
        List<Var> results = new ArrayList<>();
        before.all().forEach((variable, value) -> {
            if (changed.test(variable)) {
                initial.put(variable, value);
                for (Value leaf : value.leaves()) {
                    String name = leaf instanceof Var var && var.isNamed() && value.isRecord()
                            ? var.name()
                            : Environment.nameOf(variable);
                    inits.add(leaf);
                    params.add(new Var(name, leaf.type()));
                    results.add(new Var(name, leaf.type()));
                }
            }
        });
        return new Carried(before, initial, params, inits, results);
    }

    public static Carried of(Environment before, Set<?> changed) {
        return of(before, changed::contains);
    }

    /** The environment at the beginning of an iteration. */
    public Environment inside() {
        Environment inside = before.copy();
        bind(inside, params);
        return inside;
    }

    /** The environment behind the loop. */
    public Environment after() {
        Environment after = before.copy();
        bind(after, results);
        return after;
    }

    private void bind(Environment environment, List<Var> variables) {
        int at = 0;
        for (Map.Entry<Object, JavaValue> entry : initial.entrySet()) {
            int size = entry.getValue().leaves().size();
            List<Value> leaves = new ArrayList<>(variables.subList(at, at + size));
            environment.put(entry.getKey(), new JavaValue(entry.getValue().layout(), leaves));
            at += size;
        }
    }

    /** The values at the end of an iteration. */
    public List<Value> next(MethodCode reader, StatementEnd flow) {
        List<Value> yields = new ArrayList<>();
        initial.forEach((variable, value) -> {
            JavaValue end = reader.environment().get(variable);
            if (!end.layout().equals(value.layout())) {
                throw reader.problem(
                        ProblemCode.FUNCTION_VALUE,
                        reader.functions()
                                .closureTable()
                                .placeOf(end.layout(), reader.file())
                                .orElse(reader.method().tree()),
                        "`" + Environment.nameOf(variable) + "` is not the same in each iteration of a loop");
            }
            for (Value leaf : end.leaves()) {
                yields.add(flow.alwaysThrows() ? Const.zero(leaf.type()) : leaf);
            }
        });
        return yields;
    }
}
