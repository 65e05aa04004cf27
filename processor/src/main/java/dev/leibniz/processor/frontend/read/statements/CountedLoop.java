package dev.leibniz.processor.frontend.read.statements;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import dev.leibniz.processor.frontend.library.Fact;
import dev.leibniz.processor.frontend.library.LibraryTable;
import dev.leibniz.processor.frontend.read.MethodReader;
import dev.leibniz.processor.frontend.read.collections.FixedLists;
import dev.leibniz.processor.frontend.shadow.SourceFile;
import dev.leibniz.processor.frontend.syntax.Syntax;
import dev.leibniz.processor.frontend.types.ObjectClass;
import dev.leibniz.processor.ir.Op;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * A {@code for} loop of which the number of iterations is known when it starts: an {@code int} index that only the update
 * changes, by a constant, and a bound that stays the same.
 *
 * @param others updates of other variables
 */
record CountedLoop(
        Element index, Op.Primitive relation, ExpressionTree bound, int step, List<ExpressionStatementTree> others) {

    /** The loop as a counted one, or null if it is none. */
    static @Nullable CountedLoop recognise(ForLoopTree tree, Effects effects, MethodReader reader) {
        SourceFile file = reader.file();
        if (!(strip(tree.getCondition()) instanceof BinaryTree test)) {
            return null;
        }
        for (StatementTree init : tree.getInitializer()) {
            if (!(init instanceof VariableTree declared)) {
                return null;
            }
            Element index = file.elementOf(declared);
            if (index == null || index.asType().getKind() != TypeKind.INT || declared.getInitializer() == null) {
                continue;
            }
            Op.Primitive relation = relation(test.getKind());
            ExpressionTree bound = test.getRightOperand();
            if (isVariable(test.getRightOperand(), index, file)) {
                relation = flipped(relation);
                bound = test.getLeftOperand();
            } else if (!isVariable(test.getLeftOperand(), index, file)) {
                continue;
            }
            if (relation == null) {
                continue;
            }
            List<ExpressionStatementTree> others = new ArrayList<>();
            int step = 0;
            for (ExpressionStatementTree update : tree.getUpdate()) {
                int by = step(update.getExpression(), index, file);
                if (by == 0) {
                    others.add(update);
                }
                step = by == 0 ? step : step == 0 ? by : Integer.MIN_VALUE;
            }
            boolean up = relation == Op.Primitive.LT || relation == Op.Primitive.LE;
            boolean onlyUpdated = effects.assignmentsOf(index) == 1;
            if (step != 0
                    && step != Integer.MIN_VALUE
                    && step > 0 == up
                    && onlyUpdated
                    && new Invariance(effects, reader).holds(bound)) {
                return new CountedLoop(index, relation, bound, step, others);
            }
        }
        return null;
    }

    private static ExpressionTree strip(@Nullable ExpressionTree tree) {
        return tree instanceof ParenthesizedTree p ? strip(p.getExpression()) : java.util.Objects.requireNonNull(tree);
    }

    private static boolean isVariable(ExpressionTree tree, Element variable, SourceFile file) {
        return strip(tree) instanceof IdentifierTree id && variable.equals(file.elementOf(id));
    }

    private static Op.@Nullable Primitive relation(Tree.Kind kind) {
        return switch (kind) {
            case LESS_THAN -> Op.Primitive.LT;
            case LESS_THAN_EQUAL -> Op.Primitive.LE;
            case GREATER_THAN -> Op.Primitive.GT;
            case GREATER_THAN_EQUAL -> Op.Primitive.GE;
            default -> null;
        };
    }

    private static Op.@Nullable Primitive flipped(Op.@Nullable Primitive relation) {
        if (relation == null) {
            return null;
        }
        return switch (relation) {
            case LT -> Op.Primitive.GT;
            case LE -> Op.Primitive.GE;
            case GT -> Op.Primitive.LT;
            default -> Op.Primitive.LE;
        };
    }

    /** The constant by which an expression increases {@code index}; 0 if it does not, or not by a constant. */
    private static int step(ExpressionTree update, Element index, SourceFile file) {
        if (update instanceof UnaryTree unary && isVariable(unary.getExpression(), index, file)) {
            return switch (unary.getKind()) {
                case POSTFIX_INCREMENT, PREFIX_INCREMENT -> 1;
                case POSTFIX_DECREMENT, PREFIX_DECREMENT -> -1;
                default -> 0;
            };
        } else if (update instanceof CompoundAssignmentTree compound
                && isVariable(compound.getVariable(), index, file)
                && literal(compound.getExpression()) instanceof Integer by) {
            return compound.getKind() == Tree.Kind.PLUS_ASSIGNMENT
                    ? by
                    : compound.getKind() == Tree.Kind.MINUS_ASSIGNMENT ? -by : 0;
        } else if (update instanceof AssignmentTree assignment
                && isVariable(assignment.getVariable(), index, file)
                && strip(assignment.getExpression()) instanceof BinaryTree sum
                && isVariable(sum.getLeftOperand(), index, file)
                && literal(sum.getRightOperand()) instanceof Integer by) {
            return sum.getKind() == Tree.Kind.PLUS ? by : sum.getKind() == Tree.Kind.MINUS ? -by : 0;
        }
        return 0;
    }

    private static @Nullable Object literal(ExpressionTree tree) {
        return strip(tree) instanceof LiteralTree literal ? literal.getValue() : null;
    }

    /** Whether expressions keep their value while the loop runs, and computing them has no effect. */
    private record Invariance(Effects effects, MethodReader reader) {

        boolean holds(ExpressionTree tree) {
            if (tree instanceof ParenthesizedTree p) {
                return holds(p.getExpression());
            } else if (tree instanceof LiteralTree) {
                return true;
            } else if (tree instanceof IdentifierTree) {
                return isInt(tree) && isStable(reader.file().elementOf(tree));
            } else if (tree instanceof UnaryTree unary) {
                return unary.getKind() == Tree.Kind.UNARY_MINUS && holds(unary.getExpression());
            } else if (tree instanceof BinaryTree binary) {
                return switch (binary.getKind()) {
                    case PLUS, MINUS, MULTIPLY, DIVIDE, REMAINDER, LEFT_SHIFT, RIGHT_SHIFT ->
                        isInt(tree) && holds(binary.getLeftOperand()) && holds(binary.getRightOperand());
                    default -> false;
                };
            } else if (tree instanceof MemberSelectTree select) {
                if (select.getIdentifier().contentEquals("length")) {
                    return isStableArray(select.getExpression());
                }
                return isInt(tree) && isStableField(select);
            } else if (tree instanceof ArrayAccessTree access) {
                return isInt(tree) && isStableElement(access);
            } else if (tree instanceof MethodInvocationTree call) {
                return isInt(tree) && isStableCall(call);
            }
            return false;
        }

        private boolean isStableCall(MethodInvocationTree call) {
            Element callee = reader.file().elementOf(call.getMethodSelect());
            if (callee == null) {
                return false;
            }
            if (isAccessor(call, callee) || isSizeOfList(call)) {
                return true;
            }
            return LibraryTable.says(callee, Fact.MATH)
                    && call.getArguments().stream().allMatch(this::holds);
        }

        /** The size of a list that is kept as an array. */
        private boolean isSizeOfList(MethodInvocationTree call) {
            return call.getMethodSelect() instanceof MemberSelectTree select
                    && select.getIdentifier().contentEquals("size")
                    && call.getArguments().isEmpty()
                    && select.getExpression() instanceof IdentifierTree list
                    && isStable(reader.file().elementOf(list))
                    && new FixedLists(reader).isOne(list);
        }

        /** A component of a record that is not assigned. */
        private boolean isAccessor(MethodInvocationTree call, Element callee) {
            return callee instanceof ExecutableElement method
                    && (callee.getEnclosingElement().getKind() == ElementKind.RECORD
                                    && reader.home().sourceOf(method) == null
                            || reader.home().objects().isGetter(method))
                    && call.getArguments().isEmpty()
                    && call.getMethodSelect() instanceof MemberSelectTree select
                    && (select.getExpression() instanceof IdentifierTree id
                                    && isStable(reader.file().elementOf(id))
                            || select.getExpression() instanceof MethodInvocationTree inner && isStableCall(inner));
        }

        private boolean isStableArray(ExpressionTree tree) {
            if (tree instanceof ParenthesizedTree p) {
                return isStableArray(p.getExpression());
            } else if (tree instanceof IdentifierTree) {
                return isStable(reader.file().elementOf(tree));
            } else if (tree instanceof ArrayAccessTree access) {
                return isStableElement(access);
            } else if (tree instanceof MethodInvocationTree call) {
                Element callee = reader.file().elementOf(call.getMethodSelect());
                return callee != null && isAccessor(call, callee);
            }
            return tree instanceof MemberSelectTree select && isStableField(select);
        }

        /** A field that stays as it is, of an object that stays the same. */
        private boolean isStableField(MemberSelectTree tree) {
            Element field = reader.file().elementOf(tree);
            return isConstant(field)
                    && (!ObjectClass.isField(field)
                            || Syntax.isThis(tree.getExpression())
                            || isStableArray(tree.getExpression()));
        }

        private boolean isStableElement(ArrayAccessTree access) {
            TypeMirror type = reader.file().typeOf(access);
            return type != null
                    && !effects.stores().mayWrite(type)
                    && isStableArray(access.getExpression())
                    && holds(access.getIndex());
        }

        private boolean isStable(@Nullable Element variable) {
            return variable != null && (isConstant(variable) || isLocal(variable) && !effects.assigns(variable));
        }

        private static boolean isLocal(Element variable) {
            return variable.getKind() == ElementKind.LOCAL_VARIABLE || variable.getKind() == ElementKind.PARAMETER;
        }

        private static boolean isConstant(@Nullable Element variable) {
            return variable instanceof VariableElement
                    && variable.getKind() == ElementKind.FIELD
                    && variable.getModifiers().contains(javax.lang.model.element.Modifier.FINAL);
        }

        private boolean isInt(ExpressionTree tree) {
            TypeMirror type = reader.file().typeOf(tree);
            return type != null
                    && switch (type.getKind()) {
                        case INT, SHORT, BYTE, CHAR -> true;
                        default -> false;
                    };
        }
    }
}
