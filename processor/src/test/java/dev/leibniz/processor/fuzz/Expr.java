package dev.leibniz.processor.fuzz;

import java.util.List;

/** Expressions of random programs. Each knows its static type; the meaning is the interpreter's. */
sealed interface Expr {

    Type type();

    /** A literal: Double, Float, Integer, Long, Boolean, or the text of a string or of a constant of the enum. */
    record Literal(Type type, Object value) implements Expr {}

    /** A local variable, a parameter or a constant of the class. */
    record Variable(String name, Type type) implements Expr {}

    /** {@code -x}, {@code +x}, {@code !x} or {@code ~x}. */
    record Unary(String op, Expr operand, Type type) implements Expr {}

    /** Any binary operator, the short-circuit ones included. */
    record Binary(String op, Expr left, Expr right, Type type) implements Expr {}

    /** {@code condition ? then : otherwise}. */
    record Conditional(Expr condition, Expr then, Expr otherwise, Type type) implements Expr {}

    /** {@code (type) operand}. */
    record Cast(Type type, Expr operand) implements Expr {}

    /** {@code array[index]}. */
    record Element(Expr array, Expr index, Type type) implements Expr {}

    /** {@code list.get(index)}, or the value of a key with this number. */
    record Get(Expr collection, Expr index, Type type) implements Expr {}

    /** {@code list.size()}. */
    record Size(Expr collection) implements Expr {
        @Override
        public Type type() {
            return Type.INT;
        }
    }

    /** {@code array.length}. */
    record Length(Expr array) implements Expr {
        @Override
        public Type type() {
            return Type.INT;
        }
    }

    /** An assignment; {@code op} is {@code =}, {@code +=} and so on. The target is a variable or an element. */
    record Assign(Expr target, String op, Expr value) implements Expr {
        @Override
        public Type type() {
            return target.type();
        }
    }

    /** {@code ++} or {@code --}, before or behind its target. */
    record Step(Expr target, String op, boolean prefix) implements Expr {
        @Override
        public Type type() {
            return target.type();
        }
    }

    /** A call of a library method: {@code Math}, {@code StrictMath}, {@code Arrays} or {@code System.arraycopy}. */
    record Library(String owner, String name, List<Expr> arguments, Type type) implements Expr {}

    /** A call of a method of the program. */
    record Call(String name, List<Expr> arguments, Type type) implements Expr {}

    /**
     * A call of a generated derivative: {@code gGrad} for the form {@code Grad}. The arguments are the method's, followed by
     * tangents, cotangents or buffers; the type is the record that comes back.
     */
    record Derivative(String form, String function, List<Expr> arguments, Type.RecordOf type) implements Expr {}

    /** {@code new double[n]} or {@code new double[n][m]}. */
    record NewArray(Type.ArrayOf type, List<Expr> dimensions) implements Expr {}

    /** {@code new double[] {a, b}}. */
    record ArrayInitializer(Type.ArrayOf type, List<Expr> elements) implements Expr {}

    /** {@code array.clone()}. */
    record Clone(Expr array) implements Expr {
        @Override
        public Type type() {
            return array.type();
        }
    }

    /** {@code new R(a, b)}. */
    record NewRecord(Type.RecordOf type, List<Expr> arguments) implements Expr {}

    /** {@code r.a()}. */
    record Access(Expr owner, String component, Type type) implements Expr {}

    /** {@code text.equals(other)}. */
    record Equals(Expr text, Expr other) implements Expr {
        @Override
        public Type type() {
            return Type.BOOLEAN;
        }
    }

    /** A switch expression over an int or a text; the last case is the default and its labels are not used. */
    record SwitchExpr(Expr selector, List<SwitchArm> arms, Type type) implements Expr {}

    /** An arm of a switch expression: statements, which make it yield, or none, and the result. */
    record SwitchArm(List<Object> labels, List<Stmt> statements, Expr result) {}

    /** An expression that is written in another way, which the number varies. */
    record Dressed(Dress dress, Expr plain, int variant) implements Expr {
        @Override
        public Type type() {
            return plain.type();
        }
    }

    /**
     * A stream of numbers and what is made of them. The source is a range of integers, {@code [from, to]}, or an array, perhaps
     * with a range of indices; elements that do not pass the filter, if there is one, are left out.
     */
    record Stream(List<Expr> source, Variable element, List<Expr> filter, Expr mapped, String end) implements Expr {
        @Override
        public Type type() {
            return Type.DOUBLE;
        }
    }

    /** {@code new Random(seed)}. */
    record NewRandom(Expr seed) implements Expr {
        @Override
        public Type type() {
            return Type.RANDOM;
        }
    }

    /** {@code random.nextDouble()} and the like. */
    record Draw(Expr random, String method) implements Expr {
        @Override
        public Type type() {
            return Type.DOUBLE;
        }
    }

    static Literal literal(double value) {
        return new Literal(Type.DOUBLE, value);
    }

    static Literal literal(int value) {
        return new Literal(Type.INT, value);
    }

    static Literal literal(boolean value) {
        return new Literal(Type.BOOLEAN, value);
    }

    static Variable variable(String name, Type type) {
        return new Variable(name, type);
    }

    /** An arithmetic operator with its promoted type. */
    static Expr binary(String op, Expr left, Expr right) {
        return new Binary(op, left, right, Type.promoted(left.type(), right.type()));
    }

    /** A comparison or a logical operator. */
    static Expr test(String op, Expr left, Expr right) {
        return new Binary(op, left, right, Type.BOOLEAN);
    }

    static Expr library(String owner, String name, Expr... arguments) {
        return new Library(owner, name, List.of(arguments), Type.DOUBLE);
    }

    static Expr math(String name, Expr... arguments) {
        return new Library("Math", name, List.of(arguments), Type.DOUBLE);
    }

    static Expr element(Expr array, Expr index) {
        return new Element(array, index, ((Type.ArrayOf) array.type()).element());
    }
}
