package dev.leibniz.processor.frontend.read.expressions;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import dev.leibniz.processor.frontend.read.MethodReader;
import dev.leibniz.processor.frontend.read.ObjectFields;
import dev.leibniz.processor.frontend.read.values.JavaValue;
import dev.leibniz.processor.frontend.syntax.Operators;
import dev.leibniz.processor.frontend.syntax.Syntax;
import dev.leibniz.processor.frontend.syntax.WriteScanner;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.problem.ProblemCode;
import java.util.Optional;
import java.util.function.Supplier;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import org.jspecify.annotations.Nullable;

/** Reads assignments of all kinds, to variables and to array elements. */
public final class Assignments {
    private final MethodReader reader;

    public Assignments(MethodReader reader) {
        this.reader = reader;
    }

    /** An assignment as a statement. */
    public void effect(ExpressionTree tree) {
        if (tree instanceof CompoundAssignmentTree compound) {
            compound(compound, true, "");
        } else if (tree instanceof UnaryTree unary && WriteScanner.isStep(unary)) {
            step(unary, true, "");
        } else if (tree instanceof AssignmentTree assignment) {
            simple(assignment);
        } else {
            reader.expressions().read(tree, "");
        }
    }

    /** An assignment as an expression. */
    JavaValue value(ExpressionTree tree, String name) {
        if (tree instanceof AssignmentTree assignment) {
            return simple(assignment);
        } else if (tree instanceof CompoundAssignmentTree compound) {
            return JavaValue.of(compound(compound, false, name));
        }
        return JavaValue.of(step((UnaryTree) tree, false, name));
    }

    private JavaValue simple(AssignmentTree tree) {
        ExpressionTree target = Syntax.strip(tree.getVariable());
        Optional<ObjectFields.FieldElement> place = reader.fields().place(target);
        if (place.isPresent()) {
            JavaValue whole = place.get().array();
            Value index = place.get().index();
            if (whole.isRecord()) {
                Layout element = whole.layout().element();
                JavaValue record = reader.expressions().readAs(tree.getExpression(), element, "");
                reader.recordArrays().store(whole, index, record, tree);
                return record;
            }
            Value array = whole.value();
            Type type = array.type().element();
            Value value = reader.expressions().element(tree.getExpression(), type);
            store(array, index, value, tree);
            return JavaValue.of(value);
        }
        Element variable = local(target);
        JavaValue old = reader.environment().find(variable);
        Layout layout = old == null ? reader.layoutOf(target) : old.layout();
        JavaValue value = reader.expressions()
                .readAs(tree.getExpression(), layout, variable.getSimpleName().toString());
        reader.set(variable, value);
        return value;
    }

    /** The local variable that is written to. */
    private Element local(ExpressionTree target) {
        Element element = reader.element(target);
        if (element.getKind() == ElementKind.FIELD && reader.environment().find(element) == null) {
            throw reader.problem(ProblemCode.FIELD_WRITE, target, element.getSimpleName());
        }
        return element;
    }

    private void store(Value array, Value index, Value value, Tree tree) {
        Stmt.Store store = new Stmt.Store(array, index, value, reader.code().origin());
        reader.add(store);
        reader.functions().notes().wrote(store, reader.file(), tree);
    }

    private Value compound(CompoundAssignmentTree tree, boolean valueUnused, String name) {
        Op.Primitive op = Operators.of(tree.getKind());
        ExpressionTree right = tree.getExpression();
        return update(
                tree.getVariable(),
                op,
                () -> reader.expressions().value(right, ""),
                right,
                valueUnused,
                false,
                name,
                tree);
    }

    private Value step(UnaryTree tree, boolean valueUnused, String name) {
        boolean postfix =
                tree.getKind() == Tree.Kind.POSTFIX_INCREMENT || tree.getKind() == Tree.Kind.POSTFIX_DECREMENT;
        Op.Primitive op = Operators.of(tree.getKind());
        return update(tree.getExpression(), op, () -> Const.of(1), null, valueUnused, postfix, name, tree);
    }

    /** {@code target = (T) (target op right)}; the value is the old one if {@code postfix}, else the new one. */
    private Value update(
            ExpressionTree variable,
            Op.Primitive op,
            Supplier<Value> right,
            @Nullable ExpressionTree rightTree,
            boolean valueUnused,
            boolean postfix,
            String name,
            Tree tree) {
        ExpressionTree target = Syntax.strip(variable);
        Optional<ObjectFields.FieldElement> place = reader.fields().place(target);
        if (place.isEmpty()) {
            Element local = local(target);
            JavaValue old = reader.environment().find(local);
            if (old == null) {
                throw reader.unreadable();
            }
            Value updated =
                    apply(op, old.value(), right.get(), local.getSimpleName().toString(), tree);
            reader.set(local, JavaValue.of(updated));
            return postfix ? old.value() : updated;
        }
        Value array = place.get().array().value();
        Value index = place.get().index();
        Type type = array.type().element();
        if (valueUnused && isAccumulation(op, type, rightTree, target)) {
            Value by = reader.convert(right.get(), type, "");
            Value summand = op == Op.Primitive.SUB ? reader.code().negate(by) : by;
            Stmt.Accumulate accumulate =
                    new Stmt.Accumulate(array, index, summand, reader.code().origin());
            reader.add(accumulate);
            reader.functions().notes().wrote(accumulate, reader.file(), tree);
            return by;
        }
        Value old = reader.code().load(array, index);
        Value updated = apply(op, old, right.get(), "", tree);
        store(array, index, updated, tree);
        return postfix ? old : updated;
    }

    private Value apply(Op.Primitive op, Value old, Value right, String name, Tree at) {
        Value result = new OperatorReader(reader).combine(op, old, right, name, at);
        return reader.convert(result, old.type(), name);
    }

    /** Whether {@code element op= right} adds to the element, whatever happens while {@code right} is computed. */
    private boolean isAccumulation(
            Op.Primitive op, Type element, @Nullable ExpressionTree right, ExpressionTree target) {
        if (op != Op.Primitive.ADD && op != Op.Primitive.SUB || !element.isFloating()) {
            return false;
        }
        if (right == null) {
            return true;
        }
        boolean narrows = element == Type.FLOAT && reader.typeOf(right) == Type.DOUBLE;
        return !narrows && !Stores.of(right, reader.file(), reader.functions()).mayWrite(reader.javaType(target));
    }
}
