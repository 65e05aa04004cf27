package dev.leibniz.processor.frontend.read.program;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import dev.leibniz.processor.frontend.read.values.Conversions;
import dev.leibniz.processor.frontend.read.values.JavaValue;
import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * Lengths as users write them: integer expressions over the parameters of a method. They are read as trees only, without types, for
 * those in annotations have none.
 */
final class ShapeExpression {
    private static final Set<String> FUNCTIONS = Set.of("min", "max", "abs");

    private final Map<String, JavaValue> parameters;
    private final Function<IdentifierTree, @Nullable ExpressionTree> locals;
    private final Element around;
    private final BlockBuilder code;

    /**
     * @param parameters the values that can be named
     * @param locals the values of other variables, if they are known when the method begins
     * @param around the class whose constants can be named
     * @param code the code that the computations of the expressions are added to
     */
    ShapeExpression(
            Map<String, JavaValue> parameters,
            Function<IdentifierTree, @Nullable ExpressionTree> locals,
            Element around,
            BlockBuilder code) {
        this.parameters = parameters;
        this.locals = locals;
        this.around = around;
        this.code = code;
    }

    /** Something that is no such expression. */
    static final class Unknown extends Exception {
        private static final long serialVersionUID = 1;

        Unknown(Tree tree) {
            super(tree.toString(), null, false, false);
        }
    }

    /** The value of an expression that is an {@code int}. */
    Value length(Tree tree) throws Unknown {
        JavaValue datum = read(tree);
        if (datum.isRecord()
                || !(datum.value().type() instanceof Type.Scalar scalar)
                || Conversions.unaryPromotion(scalar) != Type.INT) {
            throw new Unknown(tree);
        }
        return code.convert(datum.value(), Type.INT);
    }

    /** The value of any expression. */
    JavaValue read(Tree tree) throws Unknown {
        if (tree instanceof ParenthesizedTree inner) {
            return read(inner.getExpression());
        } else if (tree instanceof TypeCastTree cast
                && cast.getType().toString().equals("int")) {
            return JavaValue.of(length(cast.getExpression()));
        } else if (tree instanceof LiteralTree literal && literal.getValue() instanceof Integer number) {
            return JavaValue.of(Const.of(number));
        } else if (tree instanceof IdentifierTree name) {
            return named(name);
        } else if (tree instanceof MemberSelectTree select) {
            return select.getIdentifier().contentEquals("length")
                    ? JavaValue.of(lengthOf(read(select.getExpression()), tree))
                    : constant(select.getIdentifier().toString(), tree);
        } else if (tree instanceof ArrayAccessTree access) {
            return element(read(access.getExpression()), access);
        } else if (tree instanceof MethodInvocationTree call) {
            return call(call);
        } else if (tree instanceof UnaryTree unary && unary.getKind() == Tree.Kind.UNARY_MINUS) {
            return JavaValue.of(code.minus(Const.of(0), length(unary.getExpression())));
        } else if (tree instanceof BinaryTree binary) {
            Op op = switch (binary.getKind()) {
                case PLUS -> Op.Primitive.ADD;
                case MINUS -> Op.Primitive.SUB;
                case MULTIPLY -> Op.Primitive.MUL;
                case DIVIDE -> Op.Primitive.DIV;
                case REMAINDER -> Op.Primitive.REM;
                default -> throw new Unknown(tree);
            };
            return JavaValue.of(
                    code.apply(op, Type.INT, length(binary.getLeftOperand()), length(binary.getRightOperand())));
        }
        throw new Unknown(tree);
    }

    private JavaValue named(IdentifierTree tree) throws Unknown {
        String name = tree.getName().toString();
        JavaValue parameter = parameters.get(name);
        if (parameter != null) {
            return parameter;
        }
        ExpressionTree value = locals.apply(tree);
        return value == null ? constant(name, tree) : read(value);
    }

    /** A constant of the class or of one around it. */
    private JavaValue constant(String name, Tree tree) throws Unknown {
        if (tree instanceof MemberSelectTree select && !names(select.getExpression())) {
            throw new Unknown(tree);
        }
        for (Element type = around; type instanceof TypeElement; type = type.getEnclosingElement()) {
            for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
                if (field.getSimpleName().contentEquals(name)
                        && field.getConstantValue() instanceof Integer constant
                        && (!(tree instanceof MemberSelectTree select)
                                || type.getSimpleName()
                                        .contentEquals(select.getExpression().toString()))) {
                    return JavaValue.of(Const.of(constant));
                }
            }
        }
        throw new Unknown(tree);
    }

    private boolean names(ExpressionTree tree) {
        return tree instanceof IdentifierTree name
                && !parameters.containsKey(name.getName().toString());
    }

    private Value lengthOf(JavaValue array, Tree tree) throws Unknown {
        if (!isArray(array)) {
            throw new Unknown(tree);
        }
        return code.length(array.leaves().get(0));
    }

    private static boolean isArray(JavaValue datum) {
        return datum.isRecord()
                ? datum.layout().isRecordArray()
                : datum.value().type().isArray();
    }

    private JavaValue element(JavaValue array, ArrayAccessTree access) throws Unknown {
        if (!isArray(array)) {
            throw new Unknown(access);
        }
        Value index = length(access.getIndex());
        return new JavaValue(
                array.layout().element(),
                array.leaves().stream().map(leaf -> code.load(leaf, index)).toList());
    }

    private JavaValue call(MethodInvocationTree tree) throws Unknown {
        if (!(tree.getMethodSelect() instanceof MemberSelectTree select)) {
            throw new Unknown(tree);
        }
        String method = select.getIdentifier().toString();
        if (select.getExpression().toString().equals("Math") && FUNCTIONS.contains(method)) {
            Value[] args = new Value[tree.getArguments().size()];
            for (int i = 0; i < args.length; i++) {
                args[i] = length(tree.getArguments().get(i));
            }
            if (args.length != (method.equals("abs") ? 1 : 2)) {
                throw new Unknown(tree);
            }
            return JavaValue.of(code.apply(Op.math(method), Type.INT, args));
        }
        JavaValue receiver = read(select.getExpression());
        if (tree.getArguments().isEmpty()
                && receiver.layout() instanceof Layout.Record record
                && !record.isRecordArray()
                && record.fields().stream().anyMatch(field -> field.name().equals(method))) {
            return receiver.component(method);
        }
        throw new Unknown(tree);
    }
}
