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
import dev.leibniz.processor.ir.Origin;
import dev.leibniz.processor.ir.Signature;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads functions that {@link CodeWriter} wrote. Whatever else it is given is an {@link IllegalArgumentException} at most. */
final class CodeReader {
    private static final CodeTag[] TAGS = CodeTag.values();

    private final DataInputStream in;
    private final List<Object> known = new ArrayList<>();
    private final List<Var> variables = new ArrayList<>();

    CodeReader(byte[] bytes) {
        this.in = new DataInputStream(new ByteArrayInputStream(bytes));
    }

    // Numbers, strings, lists

    int number() {
        try {
            int number = 0;
            int shift = 0;
            int part;
            do {
                part = in.readUnsignedByte();
                number |= (part & 0x7f) << shift;
                shift += 7;
            } while ((part & 0x80) != 0);
            return number;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> T shared(Class<T> kind, Supplier<T> read) {
        int number = number();
        if (number > 0) {
            return kind.cast(known.get(number - 1));
        }
        T thing = read.get();
        known.add(thing);
        return thing;
    }

    String string() {
        return shared(String.class, () -> {
            try {
                return in.readUTF();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    boolean flag() {
        return number() != 0;
    }

    private CodeTag tag() {
        return TAGS[number()];
    }

    <T> List<T> list(Supplier<T> read) {
        int size = number();
        List<T> list = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            list.add(read.get());
        }
        return list;
    }

    private <T> @Nullable T optional(Supplier<T> read) {
        return flag() ? read.get() : null;
    }

    // Code

    Function function() {
        String name = string();
        List<Var> params = list(this::define);
        List<Var> results = list(this::define);
        return new Function(name, params, results, block());
    }

    private Var define() {
        Var variable = new Var(string(), type());
        variables.add(variable);
        return variable;
    }

    private Block block() {
        return new Block(list(this::stmt), values());
    }

    private Stmt stmt() {
        CodeTag tag = tag();
        String quote = string();
        Origin origin = quote.isEmpty() ? Origin.NONE : new Origin(-1, 1, quote);
        switch (tag) {
            case LET -> {
                Expr expr = expr();
                return new Stmt.Let(define(), expr, origin);
            }
            case STORE -> {
                List<Value> of = values();
                return new Stmt.Store(of.get(0), of.get(1), of.get(2), origin);
            }
            case ACCUMULATE -> {
                List<Value> of = values();
                return new Stmt.Accumulate(of.get(0), of.get(1), of.get(2), origin);
            }
            case FILL -> {
                List<Value> of = values();
                return new Stmt.Fill(of.get(0), of.get(1), of.get(2), of.get(3), origin);
            }
            case COPY_RANGE -> {
                List<Value> of = values();
                return new Stmt.CopyRange(of.get(0), of.get(1), of.get(2), of.get(3), of.get(4), origin);
            }
            case ADD_INTO -> {
                List<Value> of = values();
                return new Stmt.AddInto(of.get(0), of.get(1), origin);
            }
            case IF -> {
                Value condition = value();
                Block then = block();
                Block otherwise = block();
                return new Stmt.If(condition, then, otherwise, list(this::define), origin);
            }
            case FOR -> {
                return counted(origin);
            }
            case WHILE -> {
                List<Value> inits = values();
                List<Var> params = list(this::define);
                Block condition = block();
                Block body = block();
                return new Loop.While(params, inits, condition, body, list(this::define), origin);
            }
            case CALL -> {
                Callee callee = callee();
                List<Value> args = values();
                return new Stmt.Call(callee, args, list(this::define), origin);
            }
            case THROW -> {
                return new Stmt.Throw(string(), values(), origin);
            }
            case ASSERT -> {
                String detail = string();
                List<Value> of = values();
                return new Stmt.Assert(of.get(0), detail, of.subList(1, of.size()), origin);
            }
            case MARKER -> {
                return new Stmt.Marker(string(), origin);
            }
            default -> throw unexpected(tag);
        }
    }

    private Stmt counted(Origin origin) {
        Value from = value();
        Value bound = value();
        Op.Primitive relation = Op.Primitive.valueOf(string());
        int sign = flag() ? -1 : 1;
        int step = sign * number();
        List<Value> inits = values();
        Var index = define();
        List<Var> params = list(this::define);
        Block body = block();
        return new Loop.For(index, from, relation, bound, step, params, inits, body, list(this::define), origin);
    }

    private Expr expr() {
        CodeTag tag = tag();
        switch (tag) {
            case APPLY -> {
                Op op = flag() ? new Op.MathCall(string(), string()) : Op.Primitive.valueOf(string());
                Type type = type();
                return new Expr.Apply(op, values(), type);
            }
            case LOAD -> {
                List<Value> of = values();
                return new Expr.Load(of.get(0), of.get(1));
            }
            case LENGTH -> {
                return new Expr.Length(values().get(0));
            }
            case NEW_ARRAY -> {
                Type type = type();
                return new Expr.NewArray(type, values());
            }
            case ZEROS_LIKE -> {
                return new Expr.ZerosLike(values().get(0));
            }
            case CLONE, DEEP_CLONE -> {
                return new Expr.CloneArray(values().get(0), tag == CodeTag.DEEP_CLONE);
            }
            case COPY_OF_RANGE -> {
                List<Value> of = values();
                return new Expr.CopyOfRange(of.get(0), of.get(1), of.get(2));
            }
            case OPAQUE, OPAQUE_NEW -> {
                String template = string();
                Type type = type();
                return new Expr.Opaque(template, values(), type, tag == CodeTag.OPAQUE_NEW);
            }
            default -> throw unexpected(tag);
        }
    }

    private List<Value> values() {
        return list(this::value);
    }

    private Value value() {
        int number = number();
        if (number > 0) {
            return variables.get(number - 1);
        }
        Type type = type();
        String text = string();
        return new Const(optional(() -> literal(type)), type, text);
    }

    private Object literal(Type type) {
        String literal = string();
        if (!(type instanceof Type.Scalar scalar)) {
            return literal;
        }
        return switch (scalar) {
            case BOOLEAN -> Boolean.valueOf(literal);
            case BYTE -> Byte.valueOf(literal);
            case SHORT -> Short.valueOf(literal);
            case CHAR -> literal.charAt(0);
            case INT -> Integer.valueOf(literal);
            case LONG -> Long.valueOf(literal);
            case FLOAT -> Float.intBitsToFloat(Integer.parseUnsignedInt(literal, 16));
            case DOUBLE -> Double.longBitsToDouble(Long.parseUnsignedLong(literal, 16));
        };
    }

    // Types and callees

    private Type type() {
        return shared(Type.class, () -> {
            CodeTag tag = tag();
            return switch (tag) {
                case SCALAR -> Type.Scalar.valueOf(string());
                case ARRAY -> Type.arrayOf(type());
                case OBJECT -> new Type.Opaque(string());
                default -> throw unexpected(tag);
            };
        });
    }

    private Layout layout() {
        CodeTag tag = tag();
        return switch (tag) {
            case LEAF, CONSTANT_LEAF -> new Layout.Leaf(type(), tag == CodeTag.LEAF);
            case RECORD -> new Layout.Record(string(), list(this::field));
            case NOTHING -> new Layout.Nothing();
            default -> throw unexpected(tag);
        };
    }

    private Layout.Field field() {
        String name = string();
        String access = string();
        Layout layout = layout();
        return access.isEmpty() ? new Layout.Field(name, layout) : new Layout.Field(name, access, layout);
    }

    private Callee callee() {
        CodeTag tag = tag();
        return switch (tag) {
            case LOCAL_CALL, STOPPING_CALL -> new Callee.Local(string(), tag == CodeTag.STOPPING_CALL);
            case DERIVATIVE_CALL -> new Callee.DerivativeOf(signature(), Derivative.valueOf(string()));
            case EXTERNAL_CALL -> external();
            default -> throw unexpected(tag);
        };
    }

    private Callee.External external() {
        return new Callee.External(
                string(),
                string(),
                list(this::layout),
                layout(),
                flag(),
                Set.copyOf(list(this::number)),
                optional(this::external),
                optional(this::external),
                optional(this::equation),
                string(),
                string());
    }

    private Equation equation() {
        return new Equation(
                signature(),
                Equation.Kind.valueOf(string()),
                Equation.Solver.valueOf(string()),
                Double.parseDouble(string()),
                string(),
                external(),
                external());
    }

    Signature signature() {
        return new Signature(
                string(),
                string(),
                string(),
                list(() -> new Signature.Parameter(string(), layout(), string(), flag())),
                layout(),
                Set.copyOf(list(() -> Derivative.valueOf(string()))),
                -1);
    }

    private static IllegalArgumentException unexpected(CodeTag tag) {
        return new IllegalArgumentException("unexpected " + tag);
    }
}
