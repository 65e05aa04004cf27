package dev.leibniz.processor.frontend.scan;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import dev.leibniz.processor.frontend.library.ArrayFunctions;
import dev.leibniz.processor.frontend.library.Fact;
import dev.leibniz.processor.frontend.library.LibraryEffects;
import dev.leibniz.processor.frontend.shadow.SourceFile;
import dev.leibniz.processor.frontend.shadow.SourceMethod;
import dev.leibniz.processor.frontend.syntax.WriteScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** Finds the side effects of one method, whatever its code. Where the scan is not sure it assumes one. */
final class SideEffectScan extends WriteScanner {
    private final SourceMethod method;
    private final SourceFile file;
    private final HomeFile home;
    private final Function<SourceMethod, SideEffects> callees;
    private final ArrayOrigins origins;
    private final Set<Integer> written = new TreeSet<>();
    private final Set<Integer> escaping = new TreeSet<>();
    private final Set<Integer> returned = new TreeSet<>();
    private boolean pure = true;
    private boolean changed;

    /** The number of lambdas and classes of the method that enclose the present place. */
    private int nested;

    /** The origins of the arguments of a lambda, or of the value matched with a pattern. */
    private Set<Integer> subject = Set.of();

    /** @param callees the effects of other methods, as far as they are known */
    SideEffectScan(SourceMethod method, HomeFile home, Function<SourceMethod, SideEffects> callees) {
        this.method = method;
        this.file = method.file();
        this.home = home;
        this.callees = callees;
        this.origins = new ArrayOrigins(file, this::returnedBy);
    }

    SideEffects effects() {
        List<? extends VariableElement> parameters = method.element().getParameters();
        List<? extends VariableTree> trees = method.tree().getParameters();
        for (int i = 0; i < parameters.size(); i++) {
            Element declared = file.elementOf(trees.get(i));
            origins.add(declared == null ? parameters.get(i) : declared, Set.of(i));
        }
        do {
            changed = false;
            scan(method.tree().getBody(), null);
        } while (changed);
        if (method.element().getModifiers().contains(Modifier.STATIC)) { // then it is the object of a class inside
            List.of(written, escaping, returned).forEach(found -> found.remove(SideEffects.RECEIVER));
        }
        return new SideEffects(written, escaping, returned, pure);
    }

    // Variables

    private void name(@Nullable Element variable, Set<Integer> values) {
        changed |= origins.add(variable, values);
    }

    private void within(Set<Integer> matched, Runnable scan) {
        Set<Integer> before = subject;
        subject = ArrayOrigins.union(List.of(before, matched));
        scan.run();
        subject = before;
    }

    @Override
    public @Nullable Void visitVariable(VariableTree tree, @Nullable Void unused) {
        name(file.elementOf(tree), tree.getInitializer() == null ? subject : origins.of(tree.getInitializer()));
        return super.visitVariable(tree, unused);
    }

    @Override
    public @Nullable Void visitEnhancedForLoop(EnhancedForLoopTree tree, @Nullable Void unused) {
        name(file.elementOf(tree.getVariable()), origins.of(tree.getExpression()));
        return super.visitEnhancedForLoop(tree, unused);
    }

    @Override
    public @Nullable Void visitInstanceOf(InstanceOfTree tree, @Nullable Void unused) {
        within(origins.of(tree.getExpression()), () -> super.visitInstanceOf(tree, unused));
        return null;
    }

    @Override
    public @Nullable Void visitSwitch(SwitchTree tree, @Nullable Void unused) {
        within(origins.of(tree.getExpression()), () -> super.visitSwitch(tree, unused));
        return null;
    }

    @Override
    public @Nullable Void visitSwitchExpression(SwitchExpressionTree tree, @Nullable Void unused) {
        within(origins.of(tree.getExpression()), () -> super.visitSwitchExpression(tree, unused));
        return null;
    }

    @Override
    public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
        read(file.elementOf(tree));
        return super.visitIdentifier(tree, unused);
    }

    @Override
    public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void unused) {
        read(file.elementOf(tree));
        return super.visitMemberSelect(tree, unused);
    }

    private void read(@Nullable Element element) {
        if (element != null && element.getKind() == ElementKind.FIELD) {
            pure &= element.getModifiers().contains(Modifier.FINAL);
        }
    }

    // Writes

    @Override
    public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Void unused) {
        ExpressionTree target = withoutParentheses(tree.getVariable());
        name(origins.root(target), origins.of(tree.getExpression()));
        if (isStatic(origins.root(target))) {
            escaping.addAll(origins.of(tree.getExpression()));
        }
        return super.visitAssignment(tree, unused);
    }

    @Override
    protected void written(ExpressionTree target) {
        Element root = origins.root(target);
        pure &= root != null && (root.getKind() != ElementKind.FIELD || isFieldBeingMade(target, root));
        if (target instanceof ArrayAccessTree access) {
            Set<Integer> arrays = origins.of(access.getExpression());
            written.addAll(arrays);
            pure &= arrays.isEmpty();
        } else if (target instanceof MemberSelectTree select && !isFieldBeingMade(target, root)) {
            pure &= origins.of(select.getExpression()).isEmpty();
        }
    }

    /** Whether a constructor sets a field of its own object. */
    private boolean isFieldBeingMade(ExpressionTree target, @Nullable Element root) {
        return method.element().getKind() == ElementKind.CONSTRUCTOR
                && root != null
                && !isStatic(root)
                && !(target instanceof ArrayAccessTree);
    }

    private static boolean isStatic(@Nullable Element element) {
        return element != null
                && element.getKind() == ElementKind.FIELD
                && element.getModifiers().contains(Modifier.STATIC);
    }

    // Calls

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void unused) {
        Set<Integer> operands = origins.ofOperands(tree);
        if (file.elementOf(tree.getMethodSelect()) instanceof ExecutableElement callee) {
            call(tree, callee, operands);
        } else {
            escape(operands);
        }
        within(operands, () -> super.visitMethodInvocation(tree, unused));
        return null;
    }

    private void call(MethodInvocationTree tree, ExecutableElement callee, Set<Integer> operands) {
        SourceMethod source = isBound(callee) ? home.sourceOf(callee) : null;
        if (source != null) {
            SideEffects effects = callees.apply(source);
            apply(effects, i -> argument(tree, callee, i));
        } else if (ArrayFunctions.isOne(callee)) {
            arrayFunction(tree, callee, operands);
            return;
        } else if (!(home.isPlain(callee) && isComponent(callee)) && !isClone(callee)) {
            pure &= LibraryEffects.isPure(callee) && !changesField(tree);
            if (!LibraryEffects.leavesArraysAlone(callee)) {
                escape(operands);
            }
        }
        mix(tree, operands);
    }

    private void apply(SideEffects effects, Function<Integer, Set<Integer>> argument) {
        effects.written().forEach(i -> written.addAll(argument.apply(i)));
        effects.escaping().forEach(i -> escaping.addAll(argument.apply(i)));
        pure &= effects.pure();
    }

    private void arrayFunction(MethodInvocationTree tree, ExecutableElement callee, Set<Integer> operands) {
        switch (ArrayFunctions.effectOf(callee)) {
            case WRITES -> {
                ExpressionTree target = tree.getArguments().get(ArrayFunctions.target(callee));
                written.addAll(origins.of(target));
                pure &= origins.of(target).isEmpty() && !isStatic(origins.root(target));
                if (ArrayOrigins.hasRows(file.typeOf(target))) {
                    name(origins.root(target), operands);
                }
            }
            case SHARES -> escape(operands);
            default -> {}
        }
    }

    /** The called method may put one of its operands into another. */
    private void mix(MethodInvocationTree tree, Set<Integer> operands) {
        List<ExpressionTree> holders = new ArrayList<>(tree.getArguments());
        if (tree.getMethodSelect() instanceof MemberSelectTree select) {
            holders.add(select.getExpression());
        }
        for (ExpressionTree holder : holders) {
            if (ArrayOrigins.hasRows(file.typeOf(holder))) {
                name(origins.root(holder), operands);
            }
        }
    }

    private void escape(Set<Integer> arrays) {
        escaping.addAll(arrays);
        pure = false;
    }

    /** Whether the call is made on an object that a field holds, and that lives on. */
    private boolean changesField(MethodInvocationTree tree) {
        Element root =
                tree.getMethodSelect() instanceof MemberSelectTree select ? origins.root(select.getExpression()) : null;
        return root != null && root.getKind() == ElementKind.FIELD && ArrayOrigins.mayHoldArrays(root.asType());
    }

    /** The origins of an argument by its position in the declaration. */
    private Set<Integer> argument(MethodInvocationTree tree, ExecutableElement callee, int position) {
        if (position == SideEffects.RECEIVER) {
            return origins.ofReceiver(tree);
        }
        return argument(tree.getArguments(), callee, position);
    }

    private Set<Integer> argument(List<? extends ExpressionTree> given, ExecutableElement callee, int position) {
        boolean isRest =
                callee.isVarArgs() && position == callee.getParameters().size() - 1;
        int end = isRest ? given.size() : Math.min(position + 1, given.size());
        return origins.ofAll(given.subList(Math.min(position, end), end));
    }

    /** The origins of a call's result, as far as known; null for everything that is reachable from its operands. */
    private @Nullable Set<Integer> returnedBy(MethodInvocationTree tree) {
        if (!(file.elementOf(tree.getMethodSelect()) instanceof ExecutableElement callee)) {
            return null;
        }
        SourceMethod source = isBound(callee) ? home.sourceOf(callee) : null;
        if (source != null) {
            return ArrayOrigins.union(callees.apply(source).returned().stream()
                    .map(i -> argument(tree, callee, i))
                    .toList());
        }
        boolean copies = isClone(callee) || ArrayFunctions.does(callee, Fact.COPIES);
        ExpressionTree copied = isClone(callee) && tree.getMethodSelect() instanceof MemberSelectTree select
                ? select.getExpression()
                : tree.getArguments().isEmpty() ? null : tree.getArguments().get(0);
        return copies && copied != null && !ArrayOrigins.hasRows(file.typeOf(copied)) ? Set.of() : null;
    }

    /** Whether no other method may run in its place. */
    private static boolean isBound(ExecutableElement callee) {
        Set<Modifier> modifiers = callee.getModifiers();
        return modifiers.contains(Modifier.STATIC)
                || modifiers.contains(Modifier.PRIVATE)
                || modifiers.contains(Modifier.FINAL)
                || callee.getEnclosingElement().getKind() == ElementKind.RECORD;
    }

    private static boolean isClone(ExecutableElement callee) {
        return callee.getSimpleName().contentEquals("clone")
                && callee.getParameters().isEmpty()
                && !callee.getModifiers().contains(Modifier.STATIC);
    }

    private static boolean isComponent(ExecutableElement callee) {
        return callee.getParameters().isEmpty()
                && callee.getEnclosingElement() instanceof TypeElement owner
                && owner.getRecordComponents().stream()
                        .anyMatch(component -> component.getSimpleName().equals(callee.getSimpleName()));
    }

    // Objects, lambdas, classes

    @Override
    public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void unused) {
        if (file.elementOf(tree) instanceof ExecutableElement constructor) {
            SourceMethod source = home.constructorSource(constructor);
            boolean isRecord = constructor.getEnclosingElement().getKind() == ElementKind.RECORD;
            if (source != null && tree.getClassBody() == null) {
                apply(callees.apply(source), i -> argument(tree.getArguments(), constructor, i));
                pure &= isRecord; // there may be more code in a class that runs when an object is made
            } else if (!(isRecord && home.isPlain(constructor))) {
                pure &= LibraryEffects.isPure(constructor);
                if (!LibraryEffects.leavesArraysAlone(constructor)) {
                    escape(origins.ofAll(tree.getArguments()));
                }
            }
        } else {
            escape(origins.ofAll(tree.getArguments()));
        }
        return super.visitNewClass(tree, unused);
    }

    @Override
    public @Nullable Void visitMemberReference(MemberReferenceTree tree, @Nullable Void unused) {
        boolean isHarmless = file.elementOf(tree) instanceof ExecutableElement callee
                && (LibraryEffects.leavesArraysAlone(callee) && LibraryEffects.isPure(callee)
                        || ArrayFunctions.does(callee, Fact.READS)
                        || ArrayFunctions.does(callee, Fact.COPIES));
        if (!isHarmless) {
            escape(subject);
        }
        return super.visitMemberReference(tree, unused);
    }

    @Override
    public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void unused) {
        return inside(() -> super.visitLambdaExpression(tree, unused));
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
        return inside(() -> super.visitClass(tree, unused));
    }

    private @Nullable Void inside(Supplier<@Nullable Void> scan) {
        nested++;
        scan.get();
        nested--;
        return null;
    }

    @Override
    public @Nullable Void visitReturn(ReturnTree tree, @Nullable Void unused) {
        Tree value = tree.getExpression();
        if (nested == 0 && value != null) {
            returned.addAll(origins.of(value));
        }
        return super.visitReturn(tree, unused);
    }

    @Override
    public @Nullable Void visitSynchronized(SynchronizedTree tree, @Nullable Void unused) {
        pure = false;
        return super.visitSynchronized(tree, unused);
    }
}
