package dev.leibniz.processor.frontend.syntax;

import com.sun.source.tree.Tree;
import dev.leibniz.processor.ir.Op;

/** javac's operators as those of the IR. */
public final class Operators {
    private Operators() {}

    /** The operator of a binary expression or a compound assignment. */
    public static Op.Primitive of(Tree.Kind kind) {
        return switch (kind) {
            case PLUS, PLUS_ASSIGNMENT -> Op.Primitive.ADD;
            case MINUS, MINUS_ASSIGNMENT -> Op.Primitive.SUB;
            case MULTIPLY, MULTIPLY_ASSIGNMENT -> Op.Primitive.MUL;
            case DIVIDE, DIVIDE_ASSIGNMENT -> Op.Primitive.DIV;
            case REMAINDER, REMAINDER_ASSIGNMENT -> Op.Primitive.REM;
            case AND, AND_ASSIGNMENT -> Op.Primitive.AND;
            case OR, OR_ASSIGNMENT -> Op.Primitive.OR;
            case XOR, XOR_ASSIGNMENT -> Op.Primitive.XOR;
            case LEFT_SHIFT, LEFT_SHIFT_ASSIGNMENT -> Op.Primitive.SHL;
            case RIGHT_SHIFT, RIGHT_SHIFT_ASSIGNMENT -> Op.Primitive.SHR;
            case UNSIGNED_RIGHT_SHIFT, UNSIGNED_RIGHT_SHIFT_ASSIGNMENT -> Op.Primitive.USHR;
            case EQUAL_TO -> Op.Primitive.EQ;
            case NOT_EQUAL_TO -> Op.Primitive.NE;
            case LESS_THAN -> Op.Primitive.LT;
            case LESS_THAN_EQUAL -> Op.Primitive.LE;
            case GREATER_THAN -> Op.Primitive.GT;
            case GREATER_THAN_EQUAL -> Op.Primitive.GE;
            case PREFIX_INCREMENT, POSTFIX_INCREMENT -> Op.Primitive.ADD;
            case PREFIX_DECREMENT, POSTFIX_DECREMENT -> Op.Primitive.SUB;
            default -> throw new IllegalArgumentException(kind.toString());
        };
    }
}
