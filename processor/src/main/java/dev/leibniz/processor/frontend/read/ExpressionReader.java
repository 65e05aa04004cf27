package dev.leibniz.processor.frontend.read;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import dev.leibniz.processor.frontend.read.values.Conversions;
import dev.leibniz.processor.frontend.read.values.Datum;
import dev.leibniz.processor.frontend.read.values.Unreadable;
import dev.leibniz.processor.frontend.syntax.Operators;
import dev.leibniz.processor.frontend.syntax.Syntax;
import dev.leibniz.processor.frontend.types.Layouts;
import dev.leibniz.processor.frontend.types.ObjectClass;
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
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Reads expressions, in Java's order of evaluation and with its conversions made explicit. A {@code name} is a wish for the
 * variable that gets the result, "" if there is none.
 */
public final class ExpressionReader {
    private static final Type TEXT = new Type.Opaque("java.lang.String");

    private final MethodReader reader;
    private final ArrayReader arrays;

    ExpressionReader(MethodReader reader) {
        this.reader = reader;
        this.arrays = new ArrayReader(reader);
    }

    /** The value of an expression that is no record. */
    public Value value(ExpressionTree tree, String name) {
        Datum datum = read(tree, name);
        requireSingle(datum, tree);
        return Conversions.unboxed(reader.code(), datum.value());
    }

    /** The value, converted as on assignment or in a cast. */
    Value valueAs(ExpressionTree tree, Type type, String name) {
        if (type instanceof Type.Scalar) {
            return reader.convert(value(tree, name), type, name, tree);
        }
        Datum datum = read(tree, name);
        requireSingle(datum, tree);
        return reader.convert(datum.value(), type, name, tree);
    }

    /** What is assigned to an element of an array. */
    Value element(ExpressionTree tree, Type type) {
        Datum element = readAs(tree, new Layout.Leaf(type, type.isDifferentiable()), "");
        requireSingle(element, tree);
        return element.value();
    }

    private void requireSingle(Datum datum, ExpressionTree tree) {
        if (reader.closures().isIn(datum)) {
            throw reader.problem(ProblemCode.FUNCTION_VALUE, tree, "an array or another object would hold it");
        } else if (datum.isRecord() || datum.leaves().size() != 1) {
            throw reader.problem(ProblemCode.UNSUPPORTED, tree, "A record here");
        }
    }

    /** What is assigned to a variable of the given layout. */
    public Datum readAs(ExpressionTree tree, Layout layout, String name) {
        if (layout instanceof Layout.Leaf leaf) {
            if (tree instanceof NewArrayTree initializer && initializer.getType() == null) {
                return Datum.of(arrays.create(initializer, leaf.type(), name));
            }
            if (Syntax.isNull(tree) && !(leaf.type() instanceof Type.Scalar)) {
                return Datum.undefined(layout);
            }
            if (leaf.type() instanceof Type.Opaque) {
                Datum made = reader.conversions().readObject(tree, name);
                if (reader.closures().standsFor(made, leaf.type()) || FixedLists.isHeld(made, leaf.type())) {
                    return made;
                }
                Datum object = reader.conversions().as(made, layout, tree);
                return new Datum(layout, List.of(reader.convert(object.value(), leaf.type(), name, tree)));
            }
            return new Datum(layout, List.of(valueAs(tree, leaf.type(), name)));
        }
        if (Syntax.isNull(tree)) {
            if (layout.isRecordArray() || ObjectTypes.hasTag(layout)) {
                return Datum.undefined(layout);
            }
            throw reader.problem(ProblemCode.NULL, tree);
        }
        if (tree instanceof NewArrayTree initializer && initializer.getType() == null) {
            return reader.recordArrays().create(initializer, layout);
        }
        return reader.conversions().as(read(tree, name), layout, tree);
    }

    public Datum read(ExpressionTree tree, String name) {
        if (tree instanceof ParenthesizedTree parenthesized) {
            return read(parenthesized.getExpression(), name);
        } else if (tree instanceof LiteralTree literal) {
            return Datum.of(literal(literal));
        } else if (tree instanceof IdentifierTree) {
            return variable(tree, name);
        } else if (tree instanceof MemberSelectTree select) {
            return member(select, name);
        } else if (tree instanceof UnaryTree unary) {
            return Datum.of(unary(unary, name));
        } else if (tree instanceof BinaryTree binary) {
            return Datum.of(binary(binary, name));
        } else if (tree instanceof TypeCastTree cast) {
            return cast(cast, name);
        } else if (tree instanceof ConditionalExpressionTree conditional) {
            return conditional(conditional, name);
        } else if (tree instanceof AssignmentTree || tree instanceof CompoundAssignmentTree) {
            return reader.assignments().value(tree, name);
        } else if (tree instanceof MethodInvocationTree call) {
            return reader.calls().read(call, name);
        } else if (tree instanceof ArrayAccessTree access) {
            Datum array = read(access.getExpression(), "");
            Value index = valueAs(access.getIndex(), Type.INT, "");
            return array.isRecord()
                    ? reader.recordArrays().load(array, index)
                    : Datum.of(reader.code().load(name, array.value(), index));
        } else if (tree instanceof NewArrayTree array) {
            Layout layout = reader.layoutOf(array);
            return layout.isRecordArray()
                    ? reader.recordArrays().create(array, layout)
                    : Datum.of(arrays.create(array, reader.typeOf(array), name));
        } else if (tree instanceof NewClassTree creation) {
            return reader.calls().create(creation, name);
        } else if (tree instanceof SwitchExpressionTree expression) {
            return reader.statements().switchExpression(expression, name);
        } else if (tree instanceof LambdaExpressionTree lambda) {
            return reader.closures().lambda(lambda, name);
        } else if (tree instanceof MemberReferenceTree reference) {
            return reader.closures().reference(reference);
        } else if (tree instanceof InstanceOfTree test) {
            return Datum.of(new Patterns(reader).instanceOf(test));
        }
        throw reader.problem(ProblemCode.UNSUPPORTED, tree, "This expression");
    }

    private Value literal(LiteralTree tree) {
        Object value = tree.getValue();
        if (value == null) {
            throw reader.problem(ProblemCode.NULL, tree);
        }
        return new Const(value, reader.typeOf(tree), "");
    }

    private Datum variable(ExpressionTree tree, String name) {
        Element element = reader.element(tree);
        Datum known = reader.environment().find(element);
        if (known != null) {
            return reader.fields().value(element, known, name);
        }
        if (element.getSimpleName().contentEquals("this")) {
            return reader.members().self(tree);
        }
        if (ObjectClass.isField(element) && reader.members().isWhole()) {
            return reader.fields().of(reader.members().self(tree), element, name, tree);
        }
        if (element.getKind() == ElementKind.LOCAL_VARIABLE
                || element.getKind() == ElementKind.PARAMETER
                || element.getKind().name().equals("BINDING_VARIABLE")) {
            throw reader.unreadable(); // its declaration could not be read
        }
        return reader.constants().read(tree, element, name);
    }

    private Datum member(MemberSelectTree tree, String name) {
        if (tree.getIdentifier().contentEquals("length")
                && reader.javaType(tree.getExpression()).getKind() == TypeKind.ARRAY) {
            Datum array = read(tree.getExpression(), "");
            return Datum.of(
                    array.isRecord()
                            ? reader.recordArrays().length(array)
                            : reader.let(name, new Expr.Length(array.value())));
        }
        Element element = reader.element(tree);
        if (element.getKind() == ElementKind.CLASS || element.getSimpleName().contentEquals("class")) {
            throw reader.problem(ProblemCode.OBJECT_TYPE, tree, reader.file().quote(tree));
        }
        if (ObjectClass.isField(element) && isFollowed(element.getEnclosingElement())) {
            Datum field =
                    Syntax.isThis(tree.getExpression()) ? reader.environment().find(element) : null;
            return field != null
                    ? reader.fields().value(element, field, name)
                    : reader.fields().of(read(tree.getExpression(), ""), tree, name);
        }
        if (ObjectClass.isField(element)
                && element.getEnclosingElement() instanceof TypeElement owner
                && reader.home().objects().isOfHome(owner)) {
            throw reader.problem(
                    ProblemCode.UNFOLLOWED_OBJECT,
                    tree,
                    owner.getSimpleName(),
                    reader.home().objects().whyNot(owner));
        }
        return reader.constants().read(tree, element, name);
    }

    private boolean isFollowed(Element type) {
        return type instanceof TypeElement element
                && (Layouts.isTakenApart(element)
                        || reader.home().objects().anyClass(element).isPresent()
                        || reader.home().objects().families().find(element).isPresent());
    }

    private Datum cast(TypeCastTree tree, String name) {
        if (reader.javaType(tree) instanceof DeclaredType type && isFollowed(type.asElement())) {
            return new Patterns(reader).cast(tree, read(tree.getExpression(), name));
        }
        Layout layout = reader.layoutOf(reader.javaType(tree), tree.getType(), true);
        if (layout instanceof Layout.Leaf leaf
                && leaf.type() instanceof Type.Opaque
                && reader.closures().mayBeKnown(tree.getExpression())) {
            return readAs(tree.getExpression(), layout, name);
        } else if (layout instanceof Layout.Leaf leaf) {
            Value value = value(tree.getExpression(), name);
            if (leaf.type() instanceof Type.Scalar != value.type() instanceof Type.Scalar
                    || !(leaf.type() instanceof Type.Scalar) && !leaf.type().equals(value.type())) {
                throw reader.problem(ProblemCode.UNSUPPORTED, tree, "A cast between classes");
            }
            return Datum.of(reader.convert(value, leaf.type(), name));
        }
        return read(tree.getExpression(), name);
    }

    // Operators

    private Value unary(UnaryTree tree, String name) {
        switch (tree.getKind()) {
            case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT:
                return reader.assignments().value(tree, name).value();
            case LOGICAL_COMPLEMENT:
                Value condition = value(tree.getExpression(), "");
                return condition instanceof Const c
                        ? Const.of(!c.isTrue())
                        : reader.let(name, new Expr.Apply(Op.Primitive.NOT, List.of(condition), Type.BOOLEAN));
            default:
                Type type = reader.typeOf(tree);
                Value operand = valueAs(tree.getExpression(), type, "");
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

    private Value binary(BinaryTree tree, String name) {
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
            Value first = read(tree.getLeftOperand(), "")
                    .component(ObjectPart.TAG_NAME)
                    .value();
            Value second = read(tree.getRightOperand(), "")
                    .component(ObjectPart.TAG_NAME)
                    .value();
            return combine(Operators.of(tree.getKind()), first, second, name, tree);
        }
        if (isPart(tree.getLeftOperand()) || isPart(tree.getRightOperand())) {
            return identity(tree, name);
        }
        boolean areObjects = !isPrimitive(tree.getLeftOperand()) && !isPrimitive(tree.getRightOperand());
        if (areObjects && (tree.getKind() == Tree.Kind.EQUAL_TO || tree.getKind() == Tree.Kind.NOT_EQUAL_TO)) {
            Datum first = read(tree.getLeftOperand(), "");
            Datum second = read(tree.getRightOperand(), "");
            if (first.isRecord() || second.isRecord()) {
                throw reader.problem(
                        ProblemCode.REFERENCE_COMPARISON, tree, reader.file().quote(tree));
            }
            return combine(Operators.of(tree.getKind()), first.value(), second.value(), name, tree);
        }
        Value left;
        try {
            left = value(tree.getLeftOperand(), "");
        } catch (Unreadable e) {
            value(tree.getRightOperand(), ""); // for its problems
            throw e;
        }
        Value right = value(tree.getRightOperand(), "");
        return combine(Operators.of(tree.getKind()), left, right, name, tree);
    }

    private boolean isPrimitive(ExpressionTree tree) {
        return reader.javaType(tree).getKind().isPrimitive();
    }

    /** Whether two objects are the same one, which is known of those that came from outside. */
    private Value identity(BinaryTree tree, String name) {
        boolean mayBeKept = isKept(tree.getLeftOperand()) && isKept(tree.getRightOperand());
        Datum first = mayBeKept ? read(tree.getLeftOperand(), "") : Datum.nothing();
        Datum second = mayBeKept ? read(tree.getRightOperand(), "") : Datum.nothing();
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

    /** Texts put together. A number to be differentiated may be in one, as long as nobody asks the text for more than a text. */
    private Value text(BinaryTree tree, String name) {
        List<Value> parts = new ArrayList<>();
        String text = new TextReader(reader, parts).read(tree);
        return reader.let(name, new Expr.Opaque(text, parts, reader.typeOf(tree), false));
    }

    private Value nullTest(BinaryTree tree, String name) {
        boolean nullFirst = Syntax.isNull(tree.getLeftOperand());
        Datum tested = read(nullFirst ? tree.getRightOperand() : tree.getLeftOperand(), "");
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
        Value left = value(tree.getLeftOperand(), "");
        ExpressionTree second = tree.getRightOperand();
        boolean and = op == Op.Primitive.AND;
        if (left instanceof Const c) {
            return c.isTrue() == and ? value(second, name) : c;
        }
        if (isReady(second)) {
            Value right = value(second, "");
            return reader.let(name, new Expr.Apply(op, List.of(left, right), Type.BOOLEAN));
        }
        new Patterns(reader).declare(second);
        Datum shortcut = Datum.of(Const.of(!and));
        return reader.control()
                .choose(
                        left,
                        shortcut,
                        name,
                        () -> and ? read(second, "") : shortcut,
                        () -> and ? shortcut : read(second, ""))
                .value();
    }

    private Datum conditional(ConditionalExpressionTree tree, String name) {
        Value condition = value(tree.getCondition(), "");
        Layout layout = reader.layoutOf(tree);
        ExpressionTree first = tree.getTrueExpression();
        ExpressionTree second = tree.getFalseExpression();
        if (condition instanceof Const c) {
            return readAs(c.isTrue() ? first : second, layout, name);
        }
        if (layout instanceof Layout.Leaf leaf
                && leaf.type() instanceof Type.Scalar
                && isReady(first)
                && isReady(second)) {
            Value a = valueAs(first, leaf.type(), "");
            Value b = valueAs(second, leaf.type(), "");
            return Datum.of(
                    reader.let(name, new Expr.Apply(Op.Primitive.SELECT, List.of(condition, a, b), leaf.type())));
        }
        return reader.control()
                .choose(
                        condition,
                        Datum.undefined(layout),
                        name,
                        () -> readAs(first, layout, ""),
                        () -> readAs(second, layout, ""));
    }

    /** Whether reading it writes no code: a literal or a local variable. */
    private boolean isReady(ExpressionTree tree) {
        ExpressionTree inner = Syntax.strip(tree);
        if (inner instanceof LiteralTree) {
            return !Syntax.isNull(inner);
        }
        Datum known = inner instanceof IdentifierTree ? reader.environment().find(reader.element(inner)) : null;
        return known != null && !known.isRecord();
    }
}
