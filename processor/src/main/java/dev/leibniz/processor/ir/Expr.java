package dev.leibniz.processor.ir;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The right-hand side of a {@link Stmt.Let}: one operation on values, never nested. */
public sealed interface Expr {

    Type type();

    /** The operands, in evaluation order. */
    List<Value> operands();

    /** Whether its value is an array that was not there before. */
    default boolean makesArray() {
        return this instanceof NewArray
                || this instanceof ZerosLike
                || this instanceof CloneArray
                || this instanceof CopyOfRange;
    }

    /** Its effects on arrays among its operands. */
    List<Effect> effects();

    /** The operands that numbers in its value come from, those of arrays included; not its indices and sizes. */
    List<Value> sources();

    /** Whether it may end in an exception. */
    boolean mayThrow();

    /** The same expression on other operands, given in the order of {@link #operands()}. */
    Expr withOperands(List<Value> operands);

    /** A pure function of scalars. */
    record Apply(Op op, List<Value> operands, Type type) implements Expr {
        public Apply {
            operands = List.copyOf(operands);
        }

        @Override
        public List<Effect> effects() {
            return List.of();
        }

        @Override
        public List<Value> sources() {
            return operands;
        }

        @Override
        public boolean mayThrow() {
            return op.mayThrow(type);
        }

        @Override
        public Apply withOperands(List<Value> operands) {
            return new Apply(op, operands, type);
        }

        public Value operand(int i) {
            return operands.get(i);
        }

        // Written out, here and below: expressions are looked up all the time, and what javac derives is slow at first.

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Apply apply
                    && op.equals(apply.op)
                    && operands.equals(apply.operands)
                    && type.equals(apply.type);
        }

        @Override
        public int hashCode() {
            return 31 * op.hashCode() + operands.hashCode();
        }
    }

    /** {@code array[index]}: reads memory, so its place among the stores matters. */
    record Load(Value array, Value index) implements Expr {
        @Override
        public Type type() {
            return array.type().element();
        }

        @Override
        public List<Value> operands() {
            return List.of(array, index);
        }

        @Override
        public List<Effect> effects() {
            return List.of(Effect.reading(array));
        }

        @Override
        public List<Value> sources() {
            return List.of(array);
        }

        @Override
        public boolean mayThrow() {
            return true;
        }

        @Override
        public Load withOperands(List<Value> operands) {
            return new Load(operands.get(0), operands.get(1));
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Load load && array.equals(load.array) && index.equals(load.index);
        }

        @Override
        public int hashCode() {
            return 31 * array.hashCode() + index.hashCode();
        }
    }

    /** {@code array.length}. */
    record Length(Value array) implements Expr {
        @Override
        public Type type() {
            return Type.INT;
        }

        @Override
        public List<Value> operands() {
            return List.of(array);
        }

        @Override
        public List<Effect> effects() {
            return List.of();
        }

        @Override
        public List<Value> sources() {
            return List.of();
        }

        @Override
        public boolean mayThrow() {
            return false;
        }

        @Override
        public Length withOperands(List<Value> operands) {
            return new Length(operands.get(0));
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Length length && array.equals(length.array);
        }

        @Override
        public int hashCode() {
            return ~array.hashCode();
        }
    }

    /** {@code new T[d0][d1]…[]}: a zeroed array; there may be fewer dimensions given than the type has. */
    record NewArray(Type type, List<Value> operands) implements Expr {
        public NewArray {
            operands = List.copyOf(operands);
        }

        @Override
        public List<Effect> effects() {
            return List.of();
        }

        @Override
        public List<Value> sources() {
            return List.of();
        }

        @Override
        public boolean mayThrow() {
            return true;
        }

        @Override
        public NewArray withOperands(List<Value> operands) {
            return new NewArray(type, operands);
        }
    }

    /** An array of zeros with the (possibly jagged) shape of another, down to the last dimension. */
    record ZerosLike(Value array) implements Expr {
        @Override
        public Type type() {
            return array.type();
        }

        @Override
        public List<Value> operands() {
            return List.of(array);
        }

        @Override
        public List<Effect> effects() {
            return type().rank() > 1 ? List.of(Effect.readingAll(array)) : List.of();
        }

        @Override
        public List<Value> sources() {
            return List.of();
        }

        @Override
        public boolean mayThrow() {
            return true;
        }

        @Override
        public ZerosLike withOperands(List<Value> operands) {
            return new ZerosLike(operands.get(0));
        }
    }

    /** A copy of an array: {@code array.clone()}, or with {@code deep} a copy of all its rows as well. */
    record CloneArray(Value array, boolean deep) implements Expr {
        @Override
        public Type type() {
            return array.type();
        }

        @Override
        public List<Value> operands() {
            return List.of(array);
        }

        @Override
        public List<Effect> effects() {
            return List.of(new Effect(array, true, false, deep));
        }

        @Override
        public List<Value> sources() {
            return List.of(array);
        }

        @Override
        public boolean mayThrow() {
            return true;
        }

        @Override
        public CloneArray withOperands(List<Value> operands) {
            return new CloneArray(operands.get(0), deep);
        }
    }

    /** {@code Arrays.copyOfRange(array, from, to)}: a new array, padded with zeros. */
    record CopyOfRange(Value array, Value from, Value to) implements Expr {
        @Override
        public Type type() {
            return array.type();
        }

        @Override
        public List<Value> operands() {
            return List.of(array, from, to);
        }

        @Override
        public List<Effect> effects() {
            return List.of(Effect.reading(array));
        }

        @Override
        public List<Value> sources() {
            return List.of(array);
        }

        @Override
        public boolean mayThrow() {
            return true;
        }

        @Override
        public CopyOfRange withOperands(List<Value> operands) {
            return new CopyOfRange(operands.get(0), operands.get(1), operands.get(2));
        }
    }

    /** A frame whose fields are zero and null. */
    record NewFrame(Type.Frame type) implements Expr {
        @Override
        public List<Value> operands() {
            return List.of();
        }

        @Override
        public List<Effect> effects() {
            return List.of();
        }

        @Override
        public List<Value> sources() {
            return List.of();
        }

        @Override
        public boolean mayThrow() {
            return false;
        }

        @Override
        public NewFrame withOperands(List<Value> operands) {
            return this;
        }
    }

    /** {@code frame.field}: reads memory, as a load does. */
    record GetField(Value frame, String field, Type type) implements Expr {
        @Override
        public List<Value> operands() {
            return List.of(frame);
        }

        @Override
        public List<Effect> effects() {
            return List.of(Effect.reading(frame));
        }

        @Override
        public List<Value> sources() {
            return List.of(frame);
        }

        @Override
        public boolean mayThrow() {
            return false;
        }

        @Override
        public GetField withOperands(List<Value> operands) {
            return new GetField(operands.get(0), field, type);
        }
    }

    /**
     * A pure computation that no derivative flows through, printed as Java text: a read of a constant array, a call of
     * a method on constants, a comparison of references. {@code template} has {@code $0}, {@code $1}, … for the
     * operands. {@code allocates}: the result is an array (or object) that nobody else holds.
     */
    record Opaque(String template, List<Value> operands, Type type, boolean allocates) implements Expr {
        /** The suffix of variables' names that belong to functions in a template; no other variable of generated code has such a name. */
        public static final String OF_FUNCTION = "__";

        /** The template of a test whether an object or array is null. */
        public static final String IS_NULL = "$0 == null";

        public static final String IS_NOT_NULL = "$0 != null";

        public Opaque {
            operands = List.copyOf(operands);
        }

        @Override
        public List<Effect> effects() {
            return operands.stream()
                    .filter(operand -> operand.type().isArray())
                    .map(Effect::readingAll)
                    .toList();
        }

        @Override
        public List<Value> sources() {
            return List.of();
        }

        @Override
        public boolean mayThrow() {
            return true;
        }

        @Override
        public Opaque withOperands(List<Value> operands) {
            return new Opaque(template, operands, type, allocates);
        }
    }
}
