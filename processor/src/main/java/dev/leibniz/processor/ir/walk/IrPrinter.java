package dev.leibniz.processor.ir.walk;

import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Prints a function for people who debug or document a pass; every variable gets a unique name. */
public final class IrPrinter {
    private final StringBuilder out = new StringBuilder();
    private final Map<Var, String> names = new HashMap<>();
    private final Map<String, Integer> taken = new HashMap<>();

    private IrPrinter() {}

    public static String print(Function function) {
        IrPrinter printer = new IrPrinter();
        printer.out
                .append("fn ")
                .append(function.name())
                .append('(')
                .append(printer.declare(function.params()))
                .append(") -> (")
                .append(function.results().stream()
                        .map(r -> (r.isNamed() ? r.name() + ": " : "") + r.type())
                        .collect(Collectors.joining(", ")))
                .append(")\n");
        printer.block(function.body(), 1, "return");
        return printer.out.toString();
    }

    private String declare(List<Var> variables) {
        return variables.stream().map(v -> name(v) + ": " + v.type()).collect(Collectors.joining(", "));
    }

    private void block(Block block, int depth, String yieldWord) {
        block.stmts().forEach(stmt -> stmt(stmt, depth));
        if (!block.yields().isEmpty()) {
            line(depth, yieldWord + " " + names(block.yields()));
        }
    }

    private void stmt(Stmt stmt, int depth) {
        if (stmt instanceof Stmt.Let let) {
            line(depth, name(let.target()) + " = " + expr(let.expr()));
        } else if (stmt instanceof Stmt.Store s) {
            line(depth, name(s.array()) + "[" + name(s.index()) + "] = " + name(s.value()));
        } else if (stmt instanceof Stmt.SetField s) {
            line(depth, name(s.frame()) + "." + s.field() + " = " + name(s.value()));
        } else if (stmt instanceof Stmt.Accumulate s) {
            line(depth, name(s.array()) + "[" + name(s.index()) + "] += " + name(s.value()));
        } else if (stmt instanceof Stmt.If s) {
            line(depth, results(s.results()) + "if " + name(s.condition()));
            block(s.then(), depth + 1, "yield");
            if (!s.otherwise().isEmpty() || !s.otherwise().yields().isEmpty()) {
                line(depth, "else");
                block(s.otherwise(), depth + 1, "yield");
            }
        } else if (stmt instanceof Loop.For s) {
            line(
                    depth,
                    results(s.results()) + "for " + name(s.index()) + " = " + name(s.from()) + "; "
                            + s.relation().symbol() + " " + name(s.bound()) + "; " + (s.step() > 0 ? "+" : "")
                            + s.step() + carried(s.params(), s.inits()));
            block(s.body(), depth + 1, "next");
        } else if (stmt instanceof Loop.While s) {
            line(depth, results(s.results()) + "while" + carried(s.params(), s.inits()));
            block(s.condition(), depth + 2, "test");
            block(s.body(), depth + 1, "next");
        } else if (stmt instanceof Stmt.Call s) {
            line(depth, results(s.results()) + s.callee().name() + "(" + names(s.args()) + ")");
        } else if (stmt instanceof Stmt.Marker s) {
            line(depth, "// " + s.comment());
        } else {
            String kind = stmt.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
            line(depth, kind + "(" + names(stmt.operands()) + ")");
        }
    }

    private String carried(List<Var> params, List<Value> inits) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < params.size(); i++) {
            text.append(i == 0 ? " carrying " : ", ")
                    .append(name(params.get(i)))
                    .append(" = ")
                    .append(name(inits.get(i)));
        }
        return text.toString();
    }

    private String results(List<Var> results) {
        return results.isEmpty() ? "" : names(results) + " = ";
    }

    private String expr(Expr expr) {
        if (expr instanceof Expr.Apply apply) {
            List<Value> args = apply.operands();
            if (apply.op() instanceof Op.Primitive primitive) {
                if (primitive == Op.Primitive.CONVERT) {
                    return "(" + apply.type() + ") " + name(args.get(0));
                }
                if (primitive == Op.Primitive.SELECT) {
                    return name(args.get(0)) + " ? " + name(args.get(1)) + " : " + name(args.get(2));
                }
                return args.size() == 1
                        ? primitive.symbol() + name(args.get(0))
                        : name(args.get(0)) + " " + primitive.symbol() + " " + name(args.get(1));
            }
            return apply.op() + "(" + names(args) + ")";
        } else if (expr instanceof Expr.Load load) {
            return name(load.array()) + "[" + name(load.index()) + "]";
        } else if (expr instanceof Expr.Length length) {
            return name(length.array()) + ".length";
        } else if (expr instanceof Expr.NewArray array) {
            return "new " + array.type() + "(" + names(array.operands()) + ")";
        } else if (expr instanceof Expr.NewFrame frame) {
            return "new " + frame.type() + "()";
        } else if (expr instanceof Expr.GetField read) {
            return name(read.frame()) + "." + read.field();
        } else if (expr instanceof Expr.Opaque opaque) {
            return "`" + opaque.template() + "`(" + names(opaque.operands()) + ")";
        }
        return expr.getClass().getSimpleName() + "(" + names(expr.operands()) + ")";
    }

    private String names(List<? extends Value> values) {
        return values.stream().map(this::name).collect(Collectors.joining(", "));
    }

    private String name(Value value) {
        if (!(value instanceof Var variable)) {
            return value.toString();
        }
        return names.computeIfAbsent(variable, v -> {
            String base = v.isNamed() ? v.name() : "%";
            int number = taken.merge(base, 1, Integer::sum);
            return number == 1 && v.isNamed() ? base : base + number;
        });
    }

    private void line(int depth, String text) {
        out.append("  ".repeat(depth)).append(text).append('\n');
    }
}
