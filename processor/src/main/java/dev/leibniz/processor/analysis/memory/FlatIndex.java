package dev.leibniz.processor.analysis.memory;

import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Op.Primitive;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The place {@code row * width + column + more} in a matrix that lies in one array, row by row. Nothing is said of whether the column
 * is less than the width.
 */
record FlatIndex(Value row, Value column, int more) {
    private static final Value ZERO = Const.of(0);

    /** The values that an index may be a multiple of. */
    static List<Value> factors(Value index, Places places) {
        List<Value> factors = new ArrayList<>();
        for (Value part : new Sum(index, places).parts) {
            Expr.Apply product = applied(part, Primitive.MUL, places);
            if (product != null) {
                factors.addAll(product.operands());
            }
        }
        return factors;
    }

    /** An index as a place in rows of this width; null if it is something else. */
    static @Nullable FlatIndex of(Value index, Value width, Places places) {
        Sum sum = new Sum(index, places);
        Value row = null;
        Value column = null;
        for (Value part : sum.parts) {
            Expr.Apply product = applied(part, Primitive.MUL, places);
            Value other = product == null ? null : otherFactor(product, width);
            if (other != null && row == null) {
                row = other;
            } else if (column == null) {
                column = part;
            } else {
                return null;
            }
        }
        return new FlatIndex(row == null ? ZERO : row, column == null ? ZERO : column, sum.more);
    }

    private static @Nullable Value otherFactor(Expr.Apply product, Value width) {
        if (product.operand(1).equals(width)) {
            return product.operand(0);
        }
        return product.operand(0).equals(width) ? product.operand(1) : null;
    }

    private static Expr.@Nullable Apply applied(Value value, Primitive operation, Places places) {
        return value instanceof Var variable
                        && places.knows(variable)
                        && places.definition(variable) instanceof Stmt.Let let
                        && let.expr() instanceof Expr.Apply apply
                        && apply.op() == operation
                        && apply.type() == Type.INT
                ? apply
                : null;
    }

    /** A sum of values and a number. */
    private static final class Sum {
        private final Places places;
        private final List<Value> parts = new ArrayList<>();
        private int more;

        Sum(Value value, Places places) {
            this.places = places;
            add(value);
        }

        private void add(Value value) {
            Expr.Apply sum = applied(value, Primitive.ADD, places);
            Expr.Apply difference = applied(value, Primitive.SUB, places);
            if (value instanceof Const constant && constant.value() instanceof Integer number) {
                more += number;
            } else if (sum != null) {
                sum.operands().forEach(this::add);
            } else if (difference != null
                    && difference.operand(1) instanceof Const constant
                    && constant.value() instanceof Integer number) {
                add(difference.operand(0));
                more -= number;
            } else {
                parts.add(value);
            }
        }
    }
}
