package dev.leibniz.processor.ir.program;

import dev.leibniz.processor.contract.Derivative;
import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Equation;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Signature;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes functions as bytes that {@link CodeReader} reads. Does not write where in the source a statement stands, only what is
 * quoted of it: what other files are given must not change when a comment does.
 */
final class CodeWriter {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);
    private final Map<Object, Integer> known = new HashMap<>();
    private final Map<Var, Integer> variables = new IdentityHashMap<>();
    private int defined;

    byte[] bytes() {
        return bytes.toByteArray();
    }

    // Numbers, strings, lists

    /** A whole number, in few bytes if it is small. */
    void number(int number) {
        try {
            int rest = number;
            for (; (rest & ~0x7f) != 0; rest >>>= 7) {
                out.writeByte(rest & 0x7f | 0x80);
            }
            out.writeByte(rest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether something comes up first, and has to be written in full; it is a number from then on. */
    private boolean isNew(Object thing) {
        Integer number = known.get(thing);
        number(number == null ? 0 : number + 1);
        return number == null;
    }

    /** Notes that a thing that was new is written. */
    private void wasWritten(Object thing) {
        known.put(thing, known.size());
    }

    void string(String string) {
        if (isNew(string)) {
            try {
                out.writeUTF(string);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            wasWritten(string);
        }
    }

    void flag(boolean flag) {
        number(flag ? 1 : 0);
    }

    private void tag(Enum<?> tag) {
        number(tag.ordinal());
    }

    <T> void list(List<T> list, Consumer<T> write) {
        number(list.size());
        list.forEach(write);
    }

    private <T> void optional(@Nullable T thing, Consumer<T> write) {
        flag(thing != null);
        if (thing != null) {
            write.accept(thing);
        }
    }

    // Code

    void function(Function function) {
        string(function.name());
        define(function.params());
        define(function.results());
        block(function.body());
    }

    private void define(List<Var> all) {
        number(all.size());
        for (Var variable : all) {
            define(variable);
        }
    }

    private void define(Var variable) {
        string(variable.name());
        type(variable.type());
        variables.put(variable, defined++);
    }

    private void block(Block block) {
        number(block.stmts().size());
        for (Stmt stmt : block.stmts()) {
            stmt(stmt);
        }
        values(block.yields());
    }

    private void stmt(Stmt stmt) {
        if (stmt instanceof Stmt.Let s) {
            start(CodeTag.LET, s);
            expr(s.expr());
            define(s.target());
        } else if (stmt instanceof Stmt.Store s) {
            start(CodeTag.STORE, s);
            values(s.operands());
        } else if (stmt instanceof Stmt.Accumulate s) {
            start(CodeTag.ACCUMULATE, s);
            values(s.operands());
        } else if (stmt instanceof Stmt.Fill s) {
            start(CodeTag.FILL, s);
            values(s.operands());
        } else if (stmt instanceof Stmt.CopyRange s) {
            start(CodeTag.COPY_RANGE, s);
            values(s.operands());
        } else if (stmt instanceof Stmt.AddInto s) {
            start(CodeTag.ADD_INTO, s);
            values(s.operands());
        } else if (stmt instanceof Stmt.If s) {
            start(CodeTag.IF, s);
            value(s.condition());
            block(s.then());
            block(s.otherwise());
            define(s.results());
        } else if (stmt instanceof Loop.For s) {
            start(CodeTag.FOR, s);
            value(s.from());
            value(s.bound());
            string(s.relation().name());
            flag(s.step() < 0);
            number(Math.abs(s.step()));
            values(s.inits());
            define(s.index());
            define(s.params());
            block(s.body());
            define(s.results());
        } else if (stmt instanceof Loop.While s) {
            start(CodeTag.WHILE, s);
            values(s.inits());
            define(s.params());
            block(s.condition());
            block(s.body());
            define(s.results());
        } else if (stmt instanceof Stmt.Call s) {
            start(CodeTag.CALL, s);
            callee(s.callee());
            values(s.args());
            define(s.results());
        } else if (stmt instanceof Stmt.Throw s) {
            start(CodeTag.THROW, s);
            string(s.template());
            values(s.operands());
        } else if (stmt instanceof Stmt.Assert s) {
            start(CodeTag.ASSERT, s);
            string(s.detail());
            values(s.operands());
        } else if (stmt instanceof Stmt.Marker s) {
            start(CodeTag.MARKER, s);
            string(s.comment());
        } else {
            throw new IllegalStateException("no way to write " + stmt);
        }
    }

    private void start(CodeTag tag, Stmt stmt) {
        tag(tag);
        string(stmt.origin().isKnown() ? stmt.origin().text() : "");
    }

    private void expr(Expr expr) {
        if (expr instanceof Expr.Apply e) {
            tag(CodeTag.APPLY);
            op(e.op());
            type(e.type());
        } else if (expr instanceof Expr.Load) {
            tag(CodeTag.LOAD);
        } else if (expr instanceof Expr.Length) {
            tag(CodeTag.LENGTH);
        } else if (expr instanceof Expr.NewArray e) {
            tag(CodeTag.NEW_ARRAY);
            type(e.type());
        } else if (expr instanceof Expr.ZerosLike) {
            tag(CodeTag.ZEROS_LIKE);
        } else if (expr instanceof Expr.CloneArray e) {
            tag(e.deep() ? CodeTag.DEEP_CLONE : CodeTag.CLONE);
        } else if (expr instanceof Expr.CopyOfRange) {
            tag(CodeTag.COPY_OF_RANGE);
        } else if (expr instanceof Expr.Opaque e) {
            tag(e.allocates() ? CodeTag.OPAQUE_NEW : CodeTag.OPAQUE);
            string(e.template());
            type(e.type());
        } else {
            throw new IllegalStateException("no way to write " + expr);
        }
        values(expr.operands());
    }

    private void op(Op op) {
        flag(op instanceof Op.MathCall);
        if (op instanceof Op.MathCall call) {
            string(call.owner());
            string(call.method());
        } else {
            string(((Op.Primitive) op).name());
        }
    }

    private void values(List<Value> values) {
        number(values.size());
        for (Value value : values) {
            value(value);
        }
    }

    private void value(Value value) {
        if (value instanceof Var variable) {
            number(Objects.requireNonNull(variables.get(variable), "not defined") + 1);
            return;
        }
        number(0);
        Const constant = (Const) value;
        type(constant.type());
        string(constant.text());
        Object literal = constant.value();
        flag(literal != null);
        if (literal != null) {
            literal(literal, constant.type());
        }
    }

    private void literal(Object literal, Type type) {
        if (type == Type.DOUBLE) {
            string(Long.toHexString(Double.doubleToRawLongBits((Double) literal)));
        } else if (type == Type.FLOAT) {
            string(Integer.toHexString(Float.floatToRawIntBits((Float) literal)));
        } else {
            string(literal.toString());
        }
    }

    // Types and callees

    private void type(Type type) {
        if (!isNew(type)) {
            return;
        }
        if (type instanceof Type.Scalar scalar) {
            tag(CodeTag.SCALAR);
            string(scalar.name());
        } else if (type instanceof Type.Array array) {
            tag(CodeTag.ARRAY);
            type(array.element());
        } else {
            tag(CodeTag.OBJECT);
            string(((Type.Opaque) type).javaName());
        }
        wasWritten(type);
    }

    private void layout(Layout layout) {
        if (layout instanceof Layout.Leaf leaf) {
            tag(leaf.differentiated() ? CodeTag.LEAF : CodeTag.CONSTANT_LEAF);
            type(leaf.type());
        } else if (layout instanceof Layout.Record record) {
            tag(CodeTag.RECORD);
            string(record.javaName());
            list(record.fields(), field -> {
                string(field.name());
                string(field.isComponent() ? "" : field.access());
                layout(field.layout());
            });
        } else {
            tag(CodeTag.NOTHING);
        }
    }

    private void callee(Callee callee) {
        if (callee instanceof Callee.Local local) {
            tag(local.stopGradient() ? CodeTag.STOPPING_CALL : CodeTag.LOCAL_CALL);
            string(local.name());
        } else if (callee instanceof Callee.DerivativeOf form) {
            tag(CodeTag.DERIVATIVE_CALL);
            signature(form.signature());
            string(form.derivative().name());
        } else {
            tag(CodeTag.EXTERNAL_CALL);
            external((Callee.External) callee);
        }
    }

    private void external(Callee.External callee) {
        string(callee.owner());
        string(callee.name());
        list(callee.params(), this::layout);
        layout(callee.result());
        flag(callee.pure());
        list(callee.written().stream().sorted().toList(), this::number);
        optional(callee.reverse(), this::external);
        optional(callee.forward(), this::external);
        optional(callee.equation(), this::equation);
        string(callee.body());
        string(callee.lack());
    }

    private void equation(Equation equation) {
        signature(equation.residual());
        string(equation.kind().name());
        string(equation.solver().name());
        string(Double.toString(equation.tolerance()));
        string(equation.method());
        external(equation.solve());
        external(equation.solveTransposed());
    }

    void signature(Signature signature) {
        string(signature.name());
        string(signature.method());
        string(signature.function());
        number(signature.params().size());
        for (Signature.Parameter param : signature.params()) {
            string(param.name());
            layout(param.layout());
            string(param.javaType());
            flag(param.varargs());
        }
        layout(signature.result());
        Set<Derivative> forms = new TreeSet<>(signature.forms());
        number(forms.size());
        for (Derivative form : forms) {
            string(form.name());
        }
    }
}
