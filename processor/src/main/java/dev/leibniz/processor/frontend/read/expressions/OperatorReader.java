package dev.leibniz.processor.frontend.read.expressions;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import dev.leibniz.processor.frontend.read.MethodReader;
import dev.leibniz.processor.frontend.read.ObjectTypes;
import dev.leibniz.processor.frontend.read.TextReader;
import dev.leibniz.processor.frontend.read.values.Conversions;
import dev.leibniz.processor.frontend.read.values.JavaValue;
import dev.leibniz.processor.frontend.read.values.Unreadable;
import dev.leibniz.processor.frontend.syntax.Operators;
import dev.leibniz.processor.frontend.syntax.Syntax;
import dev.leibniz.processor.frontend.types.Layouts;
import dev.leibniz.processor.frontend.types.ObjectPart;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ElementKind;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * Reads operators: on numbers, truth values, texts and references, the lazy ones and the conditional among them. An operand that may not be
 * evaluated is a branch, if reading it writes code.
 */
final class OperatorReader {
    private static final Type TEXT = new Type.Opaque("java.lang.String");

    private final MethodReader reader;

    OperatorReader(MethodReader reader) {
        this.reader = reader;
    }

    Value unary(UnaryTree tree, String name) {
        switch (tree.getKind()) {
            case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT:
                return new Assignments(reader).value(tree, name).value();
            case LOGICAL_COMPLEMENT:
                Value condition = reader.expressions().value(tree.getExpression(), "");
                return condition instanceof Const c
                        ? Const.of(!c.isTrue())
                        : reader.let(name, new Expr.Apply(Op.Primitive.NOT, List.of(condition), Type.BOOLEAN));
            default:
                Type type = reader.typeOf(tree);
                Value operand = reader.expressions().valueAs(tree.getExpression(), type, "");
                if (tree.getKind() == Tree.Kind.UNARY_PLUS) {
                    return operand;
                }
                Op op = tree.getKind() == Tree.Kind.UNARY_MINUS ? Op.Primitive.NEG : Op.Primitive.COMPLEMENT;
                if (op == Op.Primitive.NEG && operand instanceof Const c && c.value() instanceof Number n) {
                    return negated(n, type);
                }
                return reader.let(name, new Expr.Apply(op, List.of(operand), type));
        }
    }

    private static Const negated(Number n, Type type) {
        Object negative = n;
        if (n instanceof Double d) {
            negative = -d;
        } else if (n instanceof Float f) {
            negative = -f;
        } else if (n instanceof Long l) {
            negative = -l;
        } else if (n instanceof Integer i) {
            negative = -i;
        }
        return new Const(negative, type, "");
    }

    Value binary(BinaryTree tree, String name) {
        switch (tree.getKind()) {
            case CONDITIONAL_AND:
                return lazy(tree, Op.Primitive.AND, name);
            case CONDITIONAL_OR:
                return lazy(tree, Op.Primitive.OR, name);
            default:
        }
        if (!isPrimitive(tree)) {
            return text(tree, name);
        }
        if (Syntax.isNull(tree.getLeftOperand()) || Syntax.isNull(tree.getRightOperand())) {
            return nullTest(tree, name);
        }
        if (isHiddenEnum(tree.getLeftOperand()) && isHiddenEnum(tree.getRightOperand())) {
            Value first = reader.expressions()
                    .read(tree.getLeftOperand(), "")
                    .component(ObjectPart.TAG_NAME)
                    .value();
            Value second = reader.expressions()
                    .read(tree.getRightOperand(), "")
                    .component(ObjectPart.TAG_NAME)
                    .value();
            return combine(Operators.of(tree.getKind()), first, second, name, tree);
        }
        if (isPart(tree.getLeftOperand()) || isPart(tree.getRightOperand())) {
            return identity(tree, name);
        }
        boolean areObjects = !isPrimitive(tree.getLeftOperand()) && !isPrimitive(tree.getRightOperand());
        if (areObjects && (tree.getKind() == Tree.Kind.EQUAL_TO || tree.getKind() == Tree.Kind.NOT_EQUAL_TO)) {
            JavaValue first = reader.expressions().read(tree.getLeftOperand(), "");
            JavaValue second = reader.expressions().read(tree.getRightOperand(), "");
            if (first.isRecord() || second.isRecord()) {
                throw reader.problem(
                        ProblemCode.REFERENCE_COMPARISON, tree, reader.file().quote(tree));
            }
            if (isUnboxed(first) || isUnboxed(second)) {
                ExpressionTree boxed = isUnboxed(first) ? tree.getLeftOperand() : tree.getRightOperand();
                throw reader.problem(ProblemCode.BOXED, boxed, reader.file().quote(boxed));
            }
            return combine(Operators.of(tree.getKind()), first.value(), second.value(), name, tree);
        }
        Value left;
        try {
            left = reader.expressions().value(tree.getLeftOperand(), "");
        } catch (Unreadable e) {
            reader.expressions().value(tree.getRightOperand(), ""); // for its problems
            throw e;
        }
        Value right = reader.expressions().value(tree.getRightOperand(), "");
        return combine(Operators.of(tree.getKind()), left, right, name, tree);
    }

    /** Whether a number is followed without its box, so that it is not known which box it is in. */
    private static boolean isUnboxed(JavaValue object) {
        return object.value().type() instanceof Type.Scalar;
    }

    private boolean isPrimitive(ExpressionTree tree) {
        return reader.javaType(tree).getKind().isPrimitive();
    }

    /** Whether two objects are the same one, which is known of those that came from outside. */
    private Value identity(BinaryTree tree, String name) {
        boolean mayBeKept = isKept(tree.getLeftOperand()) && isKept(tree.getRightOperand());
        JavaValue first = mayBeKept ? reader.expressions().read(tree.getLeftOperand(), "") : JavaValue.nothing();
        JavaValue second = mayBeKept ? reader.expressions().read(tree.getRightOperand(), "") : JavaValue.nothing();
        if (first.layout() instanceof Layout.Leaf && second.layout() instanceof Layout.Leaf) {
            return combine(Operators.of(tree.getKind()), first.value(), second.value(), name, tree);
        }
        throw reader.problem(
                ProblemCode.REFERENCE_COMPARISON, tree, reader.file().quote(tree));
    }

    /** Whether its object can be one from outside as it is. */
    private boolean isKept(ExpressionTree tree) {
        return reader.javaType(tree) instanceof DeclaredType && !Layouts.isRecord(reader.javaType(tree));
    }

    private boolean isHiddenEnum(ExpressionTree tree) {
        return reader.javaType(tree) instanceof DeclaredType type
                && type.asElement().getKind() == ElementKind.ENUM
                && reader.home().objects().parts(type).isPresent();
    }

    /** Whether which array or record it is may be different in generated code. */
    private boolean isPart(ExpressionTree tree) {
        TypeMirror type = reader.javaType(tree);
        return type instanceof ArrayType || reader.home().objects().parts(type).isPresent();
    }

    /** A concatenation of texts. A number to be differentiated may be in one, as long as the text is only used as a text. */
    private Value text(BinaryTree tree, String name) {
        List<Value> parts = new ArrayList<>();
        String text = new TextReader(reader, parts).read(tree);
        return reader.let(name, new Expr.Opaque(text, parts, reader.typeOf(tree), false));
    }

    private Value nullTest(BinaryTree tree, String name) {
        boolean nullFirst = Syntax.isNull(tree.getLeftOperand());
        JavaValue tested = reader.expressions().read(nullFirst ? tree.getRightOperand() : tree.getLeftOperand(), "");
        if (reader.closures().isFunction(tested)) {
            return Const.of(tree.getKind() == Tree.Kind.NOT_EQUAL_TO);
        }
        if (ObjectTypes.hasTag(tested.layout())) {
            Value tag = tested.component(ObjectPart.TAG_NAME).value();
            return combine(Operators.of(tree.getKind()), tag, Const.of(0), name, tree);
        }
        if (tested.isRecord() && !tested.layout().isRecordArray()) {
            throw reader.problem(ProblemCode.NULL, tree);
        }
        Value object = tested.leaves().get(0);
        boolean equal = tree.getKind() == Tree.Kind.EQUAL_TO;
        if (object instanceof Const constant) {
            return Const.of(constant.isNull() == equal);
        }
        String template = equal ? Expr.Opaque.IS_NULL : Expr.Opaque.IS_NOT_NULL;
        return reader.let(name, new Expr.Opaque(template, List.of(object), Type.BOOLEAN, false));
    }

    /** An operator on values of any type, with the promotions it does. */
    Value combine(Op.Primitive op, Value first, Value second, String name, Tree at) {
        boolean areObjects = !(first.type() instanceof Type.Scalar) && !(second.type() instanceof Type.Scalar);
        if (areObjects && (op == Op.Primitive.EQ || op == Op.Primitive.NE)) {
            return reader.let(
                    name, new Expr.Opaque("$0 " + op.symbol() + " $1", List.of(first, second), Type.BOOLEAN, false));
        } else if (op == Op.Primitive.ADD && first.type().equals(TEXT)) {
            return reader.let(name, new Expr.Opaque("$0 + $1", List.of(first, second), TEXT, false));
        }
        Value left = Conversions.unboxed(reader.code(), first);
        Value right = Conversions.unboxed(reader.code(), second);
        if (!(left.type() instanceof Type.Scalar) || !(right.type() instanceof Type.Scalar)) {
            throw reader.problem(ProblemCode.UNSUPPORTED, at, "This operation");
        }
        Type type;
        if (op == Op.Primitive.SHL || op == Op.Primitive.SHR || op == Op.Primitive.USHR) {
            type = Conversions.unaryPromotion(left.type());
            left = reader.convert(left, type, "");
            right = reader.convert(right, Conversions.unaryPromotion(right.type()), "");
        } else {
            type = Conversions.binaryPromotion(left.type(), right.type());
            left = reader.convert(left, type, "");
            right = reader.convert(right, type, "");
        }
        return reader.let(name, new Expr.Apply(op, List.of(left, right), op.isComparison() ? Type.BOOLEAN : type));
    }

    private Value lazy(BinaryTree tree, Op.Primitive op, String name) {
        Value left = reader.expressions().value(tree.getLeftOperand(), "");
        ExpressionTree second = tree.getRightOperand();
        boolean and = op == Op.Primitive.AND;
        if (left instanceof Const c) {
            return c.isTrue() == and ? reader.expressions().value(second, name) : c;
        }
        if (isReady(second)) {
            Value right = reader.expressions().value(second, "");
            return reader.let(name, new Expr.Apply(op, List.of(left, right), Type.BOOLEAN));
        }
        new Patterns(reader).declare(second);
        JavaValue shortcut = JavaValue.of(Const.of(!and));
        return reader.control()
                .choose(
                        left,
                        shortcut,
                        name,
                        () -> and ? reader.expressions().read(second, "") : shortcut,
                        () -> and ? shortcut : reader.expressions().read(second, ""))
                .value();
    }

    JavaValue conditional(ConditionalExpressionTree tree, String name) {
        Value condition = reader.expressions().value(tree.getCondition(), "");
        Layout layout = reader.layoutOf(tree);
        ExpressionTree first = tree.getTrueExpression();
        ExpressionTree second = tree.getFalseExpression();
        if (condition instanceof Const c) {
            return reader.expressions().readAs(c.isTrue() ? first : second, layout, name);
        }
        if (layout instanceof Layout.Leaf leaf
                && leaf.type() instanceof Type.Scalar
                && isReady(first)
                && isReady(second)) {
            Value a = reader.expressions().valueAs(first, leaf.type(), "");
            Value b = reader.expressions().valueAs(second, leaf.type(), "");
            return JavaValue.of(
                    reader.let(name, new Expr.Apply(Op.Primitive.SELECT, List.of(condition, a, b), leaf.type())));
        }
        return reader.control()
                .choose(
                        condition,
                        JavaValue.undefined(layout),
                        name,
                        () -> reader.expressions().readAs(first, layout, ""),
                        () -> reader.expressions().readAs(second, layout, ""));
    }

    /** Whether reading it writes no code: a literal or a local variable. */
    private boolean isReady(ExpressionTree tree) {
        ExpressionTree inner = Syntax.strip(tree);
        if (inner instanceof LiteralTree) {
            return !Syntax.isNull(inner);
        }
        JavaValue known = inner instanceof IdentifierTree ? reader.environment().find(reader.element(inner)) : null;
        return known != null && !known.isRecord();
    }
}
