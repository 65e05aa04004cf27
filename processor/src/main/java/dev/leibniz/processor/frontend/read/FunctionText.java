package dev.leibniz.processor.frontend.read;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import dev.leibniz.processor.frontend.library.ConstantObjects;
import dev.leibniz.processor.frontend.library.LibraryEffects;
import dev.leibniz.processor.frontend.scan.SideEffects;
import dev.leibniz.processor.frontend.syntax.WriteScanner;
import dev.leibniz.processor.frontend.types.Visibility;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.problem.ProblemCode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/**
 * Writes a function that is handed to code which handles constants, such as the order that a list is sorted by, as it is written in the
 * source, with all names made understandable in another class. It must depend on nothing but its arguments, and must do nothing but
 * compute its result.
 */
public final class FunctionText {
    private final MethodReader reader;

    public FunctionText(MethodReader reader) {
        this.reader = reader;
    }

    /** Whether an expression is written as a function. */
    static boolean isOne(ExpressionTree tree) {
        return tree instanceof LambdaExpressionTree || tree instanceof MemberReferenceTree;
    }

    String read(ExpressionTree tree) {
        return tree instanceof LambdaExpressionTree lambda ? lambda(lambda) : reference((MemberReferenceTree) tree);
    }

    /** A method reference without an object. */
    private String reference(MemberReferenceTree tree) {
        ExecutableElement target = reader.executable(tree);
        boolean isOfType = reader.file().elementOf(tree.getQualifierExpression()) instanceof TypeElement;
        if (!isOfType || !isFunction(target)) {
            throw unfollowed(tree);
        }
        requireVisible(target, tree);
        boolean creates = target.getKind() == ElementKind.CONSTRUCTOR;
        TypeElement type = (TypeElement) reader.file().elementOf(tree.getQualifierExpression());
        return nameOf(type, tree) + "::" + (creates ? "new" : target.getSimpleName());
    }

    private String lambda(LambdaExpressionTree tree) {
        String text = reader.file().text(tree);
        if (text.contains("//") || text.contains("/*") || text.contains("\"\"\"") || text.contains("$")) {
            throw unfollowed(tree);
        }
        Names names = new Names(tree);
        names.scan(tree, null);
        int start = reader.file().start(tree);
        StringBuilder written = new StringBuilder();
        int from = 0;
        for (Map.Entry<Integer, String> change : names.changes.entrySet()) {
            int at = change.getKey() - start;
            int end = at;
            while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
                end++;
            }
            written.append(text, from, at).append(change.getValue());
            from = end;
        }
        return written.append(text.substring(from)).toString().replaceAll("\\s*\n\\s*", " ");
    }

    private RuntimeException unfollowed(Tree tree) {
        return reader.problem(ProblemCode.LAMBDA, tree);
    }

    /** Whether a method only computes its result, so that derivatives need not know when it is called. */
    private boolean isFunction(ExecutableElement method) {
        Element owner = method.getEnclosingElement();
        boolean isComponent = owner instanceof TypeElement record
                && record.getRecordComponents().stream()
                        .anyMatch(component -> component.getSimpleName().equals(method.getSimpleName()))
                && method.getParameters().isEmpty()
                && reader.home().isPlain(method);
        SideEffects effects = reader.home().sideEffectsOf(method);
        return isComponent
                || LibraryEffects.isPure(method)
                || effects.pure()
                        && effects.written().isEmpty()
                        && effects.escaping().isEmpty()
                || method.getKind() == ElementKind.CONSTRUCTOR
                        && ConstantObjects.isCollection((TypeElement) owner)
                        && method.getParameters().isEmpty();
    }

    /** Whether it makes no difference how often a function is called that is written here. */
    public boolean computes(ExpressionTree function) {
        if (!(function instanceof LambdaExpressionTree)) {
            return function instanceof MemberReferenceTree reference && isFunction(reader.executable(reference));
        }
        boolean[] acts = {false};
        new Effects() {
            @Override
            void found() {
                acts[0] = true;
            }

            @Override
            protected void written(ExpressionTree target) {
                acts[0] |= !(target instanceof IdentifierTree name)
                        || reader.element(name).getKind() == ElementKind.FIELD;
            }

            @Override
            boolean isHarmless(ExecutableElement method) {
                boolean isOfCollection = ConstantObjects.isCollection((TypeElement) method.getEnclosingElement());
                return super.isHarmless(method) && (!isOfCollection || ConstantObjects.isReader(method));
            }

            @Override
            public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void unused) {
                acts[0] |= reader.executable(tree).getEnclosingElement().getKind() != ElementKind.RECORD;
                return super.visitNewClass(tree, null);
            }
        }.scan(function, null);
        return !acts[0];
    }

    /** Finds the side effects of a function. */
    private abstract class Effects extends WriteScanner {
        abstract void found();

        boolean isHarmless(ExecutableElement method) {
            return isFunction(method);
        }

        @Override
        public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void unused) {
            called(reader.executable(tree.getMethodSelect()));
            return super.visitMethodInvocation(tree, null);
        }

        @Override
        public @Nullable Void visitMemberReference(MemberReferenceTree tree, @Nullable Void unused) {
            called(reader.executable(tree));
            return super.visitMemberReference(tree, null);
        }

        void called(ExecutableElement method) {
            if (!isHarmless(method)) {
                found();
            }
        }
    }

    private void requireVisible(Element element, Tree at) {
        if (!Visibility.fromPackage(element, reader.home().packageName())) {
            throw reader.problem(ProblemCode.PRIVATE_CALLEE, at, element.getSimpleName());
        }
        reader.functions().mention(element);
    }

    private String nameOf(TypeElement type, Tree at) {
        if (!Visibility.fromPackage(type, reader.home().packageName())) {
            throw reader.problem(ProblemCode.PRIVATE_TYPE, at, type.getSimpleName());
        }
        reader.functions().mention(type);
        return type.getQualifiedName().toString();
    }

    /** Finds the replacements of the names in a lambda, by the places of the names. */
    private final class Names extends Effects {
        private final LambdaExpressionTree whole;
        private final Map<Integer, String> changes = new TreeMap<>();
        private final Set<Element> own = new HashSet<>();

        Names(LambdaExpressionTree whole) {
            this.whole = whole;
        }

        @Override
        public @Nullable Void visitVariable(VariableTree tree, @Nullable Void unused) {
            Element variable = reader.element(tree);
            own.add(variable);
            String name = tree.getName().toString();
            int end = tree.getInitializer() == null
                    ? reader.file().end(tree)
                    : reader.file().start(tree.getInitializer());
            int start = reader.file().start(tree);
            String head = reader.file().between(start, end);
            int at = head.lastIndexOf(name);
            changes.put(start + at, name + Expr.Opaque.OF_FUNCTION);
            String type = head.substring(0, at).strip();
            boolean isWritten = !type.isEmpty() && !type.equals("var"); // else the compiler has put one there
            return isWritten ? super.visitVariable(tree, null) : scan(tree.getInitializer(), null);
        }

        @Override
        public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
            Element element = reader.element(tree);
            int at = reader.file().start(tree);
            if (element instanceof TypeElement type) {
                changes.put(at, nameOf(type, tree));
            } else if (own.contains(element)) {
                changes.put(at, element.getSimpleName() + Expr.Opaque.OF_FUNCTION);
            } else if (element.getKind() != ElementKind.PACKAGE) {
                changes.put(at, member(element, tree));
            }
            return null;
        }

        private String member(Element element, Tree tree) {
            boolean isConstant = element instanceof VariableElement
                    && element.getModifiers().containsAll(Set.of(Modifier.STATIC, Modifier.FINAL));
            boolean isMethod = element instanceof ExecutableElement
                    && element.getModifiers().contains(Modifier.STATIC);
            if (!isConstant && !isMethod) {
                throw unfollowed(whole);
            }
            requireVisible(element, tree);
            return nameOf((TypeElement) element.getEnclosingElement(), tree) + "." + element.getSimpleName();
        }

        @Override
        public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void unused) {
            Element element = reader.element(tree);
            if (element.getKind() == ElementKind.FIELD
                    && !element.getModifiers().contains(Modifier.FINAL)) {
                throw unfollowed(whole);
            }
            if (element.getKind() != ElementKind.PACKAGE
                    && !tree.getIdentifier().contentEquals("length")) {
                requireVisible(element, tree);
            }
            return super.visitMemberSelect(tree, null);
        }

        @Override
        public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void unused) {
            called(reader.executable(tree));
            requireVisible(reader.executable(tree), tree);
            return super.visitNewClass(tree, null);
        }

        @Override
        public @Nullable Void visitMemberReference(MemberReferenceTree tree, @Nullable Void unused) {
            requireVisible(reader.executable(tree), tree);
            return super.visitMemberReference(tree, null);
        }

        @Override
        protected void written(ExpressionTree target) {
            found();
        }

        @Override
        void found() {
            throw unfollowed(whole);
        }

        @Override
        public @Nullable Void visitSwitch(SwitchTree tree, @Nullable Void unused) {
            throw unfollowed(whole);
        }

        @Override
        public @Nullable Void visitSwitchExpression(SwitchExpressionTree tree, @Nullable Void unused) {
            throw unfollowed(whole);
        }

        @Override
        public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
            throw unfollowed(whole);
        }
    }
}
