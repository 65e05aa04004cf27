package dev.leibniz.processor.frontend;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import java.util.HashSet;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Whether a method may write to elements of arrays, by itself or through what it calls. This is asked of methods that are
 * called as they are, and whose bodies may hold anything; the answer is yes where it is not sure.
 */
final class UnseenWrites extends WriteScanner {
    private static final Set<String> HARMLESS_CLASSES = Set.of(
            "java.lang.Math",
            "java.lang.StrictMath",
            "java.lang.String",
            "java.util.Objects",
            "java.util.List",
            "java.util.stream.Collectors",
            "java.util.stream.IntStream",
            "java.util.stream.LongStream",
            "java.util.stream.DoubleStream",
            "java.util.stream.Stream");

    private final Functions functions;
    private final Set<Element> seen;
    private SourceFile file;
    private boolean possible;

    private UnseenWrites(Functions functions, SourceFile file) {
        this.functions = functions;
        this.file = file;
        this.seen = new HashSet<>();
    }

    static boolean arePossible(SourceMethod method, Functions functions) {
        UnseenWrites scan = new UnseenWrites(functions, method.file());
        scan.follow(method);
        return scan.possible;
    }

    private void follow(SourceMethod method) {
        if (seen.add(method.element())) {
            SourceFile caller = file;
            file = method.file();
            scan(method.tree().getBody(), null);
            file = caller;
        }
    }

    @Override
    void written(ExpressionTree target) {
        possible |= target instanceof ArrayAccessTree;
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void unused) {
        ExpressionTree select = tree.getMethodSelect();
        if (file.elementOf(select) instanceof ExecutableElement callee) {
            SourceMethod source = isBound(callee) ? functions.sourceOf(callee) : null;
            if (source != null) {
                follow(source);
            } else if (!(functions.isPlain(callee) && isComponent(callee))) {
                boolean given = isForeign(callee, select)
                        || tree.getArguments().stream().anyMatch(this::mayHoldArrays);
                possible |= given && !isHarmless(callee);
            }
        } else {
            possible = true;
        }
        return super.visitMethodInvocation(tree, unused);
    }

    @Override
    public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void unused) {
        Element constructor = file.elementOf(tree);
        SourceMethod source =
                constructor instanceof ExecutableElement found ? functions.constructorSource(found) : null;
        if (source != null && constructor.getEnclosingElement().getKind() == ElementKind.RECORD) {
            follow(source);
        } else if (constructor == null || constructor.getEnclosingElement().getKind() != ElementKind.RECORD) {
            possible |= tree.getArguments().stream().anyMatch(this::mayHoldArrays);
        }
        return super.visitNewClass(tree, unused);
    }

    @Override
    public @Nullable Void visitMemberReference(MemberReferenceTree tree, @Nullable Void unused) {
        possible |= !(file.elementOf(tree) instanceof ExecutableElement callee && isHarmless(callee));
        return super.visitMemberReference(tree, unused);
    }

    /** Whether no other method may run in its place. */
    private static boolean isBound(ExecutableElement callee) {
        Set<Modifier> modifiers = callee.getModifiers();
        return modifiers.contains(Modifier.STATIC)
                || modifiers.contains(Modifier.PRIVATE)
                || modifiers.contains(Modifier.FINAL)
                || callee.getEnclosingElement().getKind() == ElementKind.RECORD;
    }

    private static boolean isComponent(ExecutableElement callee) {
        return callee.getParameters().isEmpty()
                && callee.getEnclosingElement() instanceof TypeElement owner
                && owner.getRecordComponents().stream()
                        .anyMatch(component -> component.getSimpleName().equals(callee.getSimpleName()));
    }

    /** Whether the object that the method is called on holds arrays, and is not one of Java's own classes. */
    private boolean isForeign(ExecutableElement callee, ExpressionTree select) {
        return !callee.getModifiers().contains(Modifier.STATIC)
                && !ownerOf(callee).startsWith("java.")
                && !(select instanceof MemberSelectTree member && !mayHoldArrays(member.getExpression()));
    }

    private boolean mayHoldArrays(ExpressionTree tree) {
        if (withoutParentheses(tree) instanceof LambdaExpressionTree
                || withoutParentheses(tree) instanceof MemberReferenceTree) {
            return false; // their code is looked at where it stands
        }
        return mayHoldArrays(file.typeOf(tree));
    }

    private static boolean mayHoldArrays(@Nullable TypeMirror type) {
        if (!(type instanceof DeclaredType declared)) {
            return type == null || !type.getKind().isPrimitive();
        }
        String name = ((TypeElement) declared.asElement()).getQualifiedName().toString();
        boolean holdsOthers = !declared.getTypeArguments().isEmpty();
        return holdsOthers
                ? declared.getTypeArguments().stream().anyMatch(UnseenWrites::mayHoldArrays)
                : declared.asElement().getKind() != ElementKind.ENUM
                        && !name.equals("java.lang.String")
                        && !Layouts.isBox(name);
    }

    private static boolean isHarmless(ExecutableElement callee) {
        String owner = ownerOf(callee);
        return HARMLESS_CLASSES.contains(owner)
                || Layouts.isBox(owner)
                || ArrayFunctions.does(callee, ArrayFunctions.Effect.READS)
                || ArrayFunctions.does(callee, ArrayFunctions.Effect.COPIES);
    }

    private static String ownerOf(ExecutableElement callee) {
        return callee.getEnclosingElement() instanceof TypeElement owner
                ? owner.getQualifiedName().toString()
                : "";
    }
}
