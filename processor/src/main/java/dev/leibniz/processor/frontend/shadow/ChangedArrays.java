package dev.leibniz.processor.frontend.shadow;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.leibniz.processor.frontend.library.ArrayFunctions;
import dev.leibniz.processor.frontend.library.Fact;
import dev.leibniz.processor.frontend.library.LibraryTable;
import dev.leibniz.processor.frontend.syntax.WriteScanner;
import dev.leibniz.processor.frontend.types.Annotations;
import dev.leibniz.processor.frontend.types.TypePrinter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * The arrays that may be changed under any of their names: a constant that is handed to a method that fills it, or that a local
 * variable stands for, does not stay what its initializer says. Follows arrays from variable to variable through all code of
 * the files, and takes unknown uses for changes.
 */
final class ChangedArrays {
    private final Set<Element> changed = new HashSet<>();
    private final Map<Element, Set<Element>> names = new HashMap<>();
    private final Set<Element> declared = new HashSet<>();

    ChangedArrays(Iterable<SourceFile> files) {
        files.forEach(file -> new Scan(file).scan(new TreePath(file.unit()), null));
    }

    /** Whether elements of the array may be changed, through this variable or one that it is handed to. */
    boolean mayChange(Element array) {
        Set<Element> seen = new LinkedHashSet<>(Set.of(array));
        Deque<Element> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            Element next = open.remove();
            if (changed.contains(next) || !declared.contains(next)) {
                return true;
            }
            names.getOrDefault(next, Set.of()).stream().filter(seen::add).forEach(open::add);
        }
        return false;
    }

    private final class Scan extends TreePathScanner<@Nullable Void, @Nullable Void> {
        private final SourceFile file;

        Scan(SourceFile file) {
            this.file = file;
        }

        @Override
        public @Nullable Void visitVariable(VariableTree tree, @Nullable Void unused) {
            Element element = file.elementOf(tree);
            if (element != null) {
                declared.add(element);
            }
            return super.visitVariable(tree, unused);
        }

        @Override
        public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
            mention(tree);
            return super.visitIdentifier(tree, unused);
        }

        @Override
        public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void unused) {
            mention(tree);
            return super.visitMemberSelect(tree, unused);
        }

        private void mention(Tree tree) {
            if (file.elementOf(tree) instanceof VariableElement variable && holdsArrays(variable.asType())) {
                use(variable, getCurrentPath());
            }
        }

        /** Handles the use of a value that is an array of {@code variable}. */
        private void use(VariableElement variable, TreePath value) {
            Tree tree = value.getLeaf();
            TreePath around = value.getParentPath();
            Tree parent = around.getLeaf();
            if (parent instanceof ParenthesizedTree
                    || parent instanceof ConditionalExpressionTree choice && choice.getCondition() != tree) {
                use(variable, around);
            } else if (parent instanceof ArrayAccessTree) {
                element(variable, around);
            } else if (parent instanceof MemberSelectTree select) {
                member(variable, select, around.getParentPath());
            } else if (parent instanceof EnhancedForLoopTree loop) {
                handOn(variable, file.elementOf(loop.getVariable()));
            } else if (parent instanceof VariableTree name) {
                handOn(variable, file.elementOf(name));
            } else if (parent instanceof AssignmentTree assignment) {
                if (assignment.getExpression() == tree) {
                    handOn(variable, file.elementOf(assignment.getVariable()));
                    use(variable, around);
                }
            } else if (parent instanceof MethodInvocationTree call) {
                argument(variable, call, call.getArguments().indexOf(tree), around);
            } else if (!(parent instanceof BinaryTree || parent instanceof ExpressionStatementTree)) {
                changed.add(variable);
            }
        }

        private void element(VariableElement variable, TreePath access) {
            TreePath place = access;
            while (place.getParentPath().getLeaf() instanceof ParenthesizedTree) {
                place = place.getParentPath();
            }
            Tree tree = place.getLeaf();
            Tree parent = place.getParentPath().getLeaf();
            boolean isTarget = parent instanceof AssignmentTree assignment && assignment.getVariable() == tree
                    || parent instanceof CompoundAssignmentTree compound && compound.getVariable() == tree
                    || parent instanceof UnaryTree unary && WriteScanner.isStep(unary);
            if (isTarget) {
                changed.add(variable);
            } else if (holdsArrays(file.typeOf(access.getLeaf()))) {
                use(variable, access);
            }
        }

        /** The length, a clone, or a component of a record. */
        private void member(VariableElement variable, MemberSelectTree select, TreePath around) {
            if (around.getLeaf() instanceof MethodInvocationTree call && call.getMethodSelect() == select) {
                boolean isCopy = select.getIdentifier().contentEquals("clone") && !hasRows(variable.asType());
                if (!isCopy && holdsArrays(file.typeOf(call))) {
                    use(variable, around);
                }
            }
        }

        private void argument(VariableElement variable, MethodInvocationTree call, int at, TreePath around) {
            if (!(file.elementOf(call.getMethodSelect()) instanceof ExecutableElement callee) || at < 0) {
                changed.add(variable);
                return;
            }
            String owner = ((TypeElement) callee.getEnclosingElement())
                    .getQualifiedName()
                    .toString();
            if (LibraryTable.says(callee, Fact.RETURNS_ARGUMENT)) {
                use(variable, around);
                return;
            }
            if (Annotations.has(callee, Annotations.DIFFERENTIABLE)) {
                use(variable, around); // it writes to nothing, but may return its argument
                return;
            }
            if (!ArrayFunctions.leavesAlone(callee, at, hasRows(variable.asType()))
                    && !owner.startsWith("dev.leibniz.runtime.")) {
                int last = callee.getParameters().size() - 1;
                handOn(variable, callee.getParameters().get(Math.min(at, last)));
            }
        }

        private void handOn(VariableElement variable, @Nullable Element target) {
            if (target == null) {
                changed.add(variable);
            } else if (holdsArrays(target.asType())) {
                names.computeIfAbsent(variable, v -> new HashSet<>()).add(target);
            } else if (target.asType().getKind() == TypeKind.DECLARED
                    && !isElement(target.asType(), variable.asType())) {
                changed.add(variable);
            }
        }

        /** Whether a variable of the type can only hold an element of the array, and not the array itself. */
        private static boolean isElement(TypeMirror type, TypeMirror array) {
            return array instanceof ArrayType rows
                    && (isElement(type, rows.getComponentType())
                            || TypePrinter.print(type).equals(TypePrinter.print(rows.getComponentType()))
                                    && !TypePrinter.print(type).startsWith("java."));
        }

        private static boolean hasRows(TypeMirror type) {
            return !(type instanceof ArrayType array)
                    || !array.getComponentType().getKind().isPrimitive();
        }

        private static boolean holdsArrays(@Nullable TypeMirror type) {
            return type != null
                    && (type.getKind() == TypeKind.ARRAY
                            || type instanceof DeclaredType declaredType
                                    && declaredType.asElement().getKind() == ElementKind.RECORD);
        }
    }
}
