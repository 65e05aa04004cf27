package dev.leibniz.processor.frontend.read.expressions;

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
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import dev.leibniz.processor.frontend.read.ArrayReader;
import dev.leibniz.processor.frontend.read.Expressions;
import dev.leibniz.processor.frontend.read.MethodReader;
import dev.leibniz.processor.frontend.read.ObjectTypes;
import dev.leibniz.processor.frontend.read.collections.FixedLists;
import dev.leibniz.processor.frontend.read.values.Conversions;
import dev.leibniz.processor.frontend.read.values.JavaValue;
import dev.leibniz.processor.frontend.syntax.Syntax;
import dev.leibniz.processor.frontend.types.Layouts;
import dev.leibniz.processor.frontend.types.ObjectClass;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.problem.ProblemCode;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;

/** Reads expressions, by the kind of their outermost tree. */
public final class ExpressionReader implements Expressions {
    private final MethodReader reader;
    private final ArrayReader arrays;
    private final OperatorReader operators;
    private final ConstantReader constants;

    public ExpressionReader(MethodReader reader) {
        this.reader = reader;
        this.arrays = new ArrayReader(reader);
        this.operators = new OperatorReader(reader);
        this.constants = new ConstantReader(reader);
    }

    @Override
    public Value value(ExpressionTree tree, String name) {
        JavaValue datum = read(tree, name);
        requireSingle(datum, tree);
        return Conversions.unboxed(reader.code(), datum.value());
    }

    @Override
    public Value valueAs(ExpressionTree tree, Type type, String name) {
        if (type instanceof Type.Scalar) {
            return reader.convert(value(tree, name), type, name, tree);
        }
        JavaValue datum = read(tree, name);
        requireSingle(datum, tree);
        return reader.convert(datum.value(), type, name, tree);
    }

    @Override
    public Value element(ExpressionTree tree, Type type) {
        JavaValue element = readAs(tree, new Layout.Leaf(type, type.isDifferentiable()), "");
        requireSingle(element, tree);
        return element.value();
    }

    private void requireSingle(JavaValue datum, ExpressionTree tree) {
        if (reader.closures().isIn(datum)) {
            throw reader.problem(ProblemCode.FUNCTION_VALUE, tree, "an array or another object would hold it");
        } else if (datum.isRecord() || datum.leaves().size() != 1) {
            throw reader.problem(ProblemCode.UNSUPPORTED, tree, "A record here");
        }
    }

    @Override
    public JavaValue readAs(ExpressionTree tree, Layout layout, String name) {
        if (layout instanceof Layout.Leaf leaf) {
            if (tree instanceof NewArrayTree initializer && initializer.getType() == null) {
                return JavaValue.of(arrays.create(initializer, leaf.type(), name));
            }
            if (Syntax.isNull(tree) && !(leaf.type() instanceof Type.Scalar)) {
                return JavaValue.undefined(layout);
            }
            if (leaf.type() instanceof Type.Opaque) {
                JavaValue made = reader.conversions().readObject(tree, name);
                if (reader.closures().standsFor(made, leaf.type()) || FixedLists.isHeld(made, leaf.type())) {
                    return made;
                }
                JavaValue object = reader.conversions().as(made, layout, tree);
                return new JavaValue(layout, List.of(reader.convert(object.value(), leaf.type(), name, tree)));
            }
            return new JavaValue(layout, List.of(valueAs(tree, leaf.type(), name)));
        }
        if (Syntax.isNull(tree)) {
            if (layout.isRecordArray() || ObjectTypes.hasTag(layout)) {
                return JavaValue.undefined(layout);
            }
            throw reader.problem(ProblemCode.NULL, tree);
        }
        if (tree instanceof NewArrayTree initializer && initializer.getType() == null) {
            return reader.recordArrays().create(initializer, layout);
        }
        return reader.conversions().as(read(tree, name), layout, tree);
    }

    @Override
    public JavaValue read(ExpressionTree tree, String name) {
        if (tree instanceof ParenthesizedTree parenthesized) {
            return read(parenthesized.getExpression(), name);
        } else if (tree instanceof LiteralTree literal) {
            return JavaValue.of(literal(literal));
        } else if (tree instanceof IdentifierTree) {
            return variable(tree, name);
        } else if (tree instanceof MemberSelectTree select) {
            return member(select, name);
        } else if (tree instanceof UnaryTree unary) {
            return JavaValue.of(operators.unary(unary, name));
        } else if (tree instanceof BinaryTree binary) {
            return JavaValue.of(operators.binary(binary, name));
        } else if (tree instanceof TypeCastTree cast) {
            return cast(cast, name);
        } else if (tree instanceof ConditionalExpressionTree conditional) {
            return operators.conditional(conditional, name);
        } else if (tree instanceof AssignmentTree || tree instanceof CompoundAssignmentTree) {
            return new Assignments(reader).value(tree, name);
        } else if (tree instanceof MethodInvocationTree call) {
            return reader.calls().read(call, name);
        } else if (tree instanceof ArrayAccessTree access) {
            JavaValue array = read(access.getExpression(), "");
            Value index = valueAs(access.getIndex(), Type.INT, "");
            return reader.recordArrays().element(array, index, name);
        } else if (tree instanceof NewArrayTree array) {
            Layout layout = reader.layoutOf(array);
            return layout.isRecordArray()
                    ? reader.recordArrays().create(array, layout)
                    : JavaValue.of(arrays.create(array, reader.typeOf(array), name));
        } else if (tree instanceof NewClassTree creation) {
            return reader.calls().create(creation, name);
        } else if (tree instanceof SwitchExpressionTree expression) {
            return reader.statements().switchExpression(expression, name);
        } else if (tree instanceof LambdaExpressionTree lambda) {
            return reader.closures().lambda(lambda, name);
        } else if (tree instanceof MemberReferenceTree reference) {
            return reader.closures().reference(reference);
        } else if (tree instanceof InstanceOfTree test) {
            return JavaValue.of(new Patterns(reader).instanceOf(test));
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

    private JavaValue variable(ExpressionTree tree, String name) {
        Element element = reader.element(tree);
        JavaValue known = reader.environment().valueOf(element);
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
        return constants.read(tree, element, name);
    }

    private JavaValue member(MemberSelectTree tree, String name) {
        if (tree.getIdentifier().contentEquals("length")
                && reader.javaType(tree.getExpression()).getKind() == TypeKind.ARRAY) {
            JavaValue array = read(tree.getExpression(), "");
            return JavaValue.of(
                    array.isRecord()
                            ? reader.recordArrays().length(array)
                            : reader.let(name, new Expr.Length(array.value())));
        }
        Element element = reader.element(tree);
        if (element.getKind() == ElementKind.CLASS || element.getSimpleName().contentEquals("class")) {
            throw reader.problem(ProblemCode.OBJECT_TYPE, tree, reader.file().quote(tree));
        }
        if (ObjectClass.isField(element) && isFollowed(element.getEnclosingElement())) {
            JavaValue field =
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
        return constants.read(tree, element, name);
    }

    private boolean isFollowed(Element type) {
        return type instanceof TypeElement element
                && (Layouts.isTakenApart(element)
                        || reader.home().objects().anyClass(element).isPresent()
                        || reader.home().objects().families().find(element).isPresent());
    }

    private JavaValue cast(TypeCastTree tree, String name) {
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
            return JavaValue.of(reader.convert(value, leaf.type(), name));
        }
        return read(tree.getExpression(), name);
    }
}
