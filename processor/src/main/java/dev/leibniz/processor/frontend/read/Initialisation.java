package dev.leibniz.processor.frontend.read;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import dev.leibniz.processor.frontend.read.control.Control;
import dev.leibniz.processor.frontend.read.values.JavaValue;
import dev.leibniz.processor.frontend.read.values.StatementEnd;
import dev.leibniz.processor.frontend.read.values.Unreadable;
import dev.leibniz.processor.frontend.shadow.SourceFile;
import dev.leibniz.processor.frontend.shadow.SourceMethod;
import dev.leibniz.processor.frontend.syntax.ExplicitCall;
import dev.leibniz.processor.frontend.syntax.Syntax;
import dev.leibniz.processor.frontend.types.ObjectClass;
import dev.leibniz.processor.problem.ProblemCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * The code that a constructor runs before its own statements: the constructor of the superclass, the initialisers of fields, and
 * blocks. An object that is not ready yet may not be passed to other code.
 */
final class Initialisation {
    private final MethodReader reader;

    Initialisation(MethodReader reader) {
        this.reader = reader;
    }

    boolean callsSuper(MethodTree constructor) {
        return constructor.getBody().getStatements().stream()
                .map(ExplicitCall::of)
                .anyMatch(call -> call != null && !call.isThis());
    }

    /** @param superCall the call of the constructor of the superclass; null if it is not written */
    List<Control.Step> steps(TypeElement type, @Nullable MethodInvocationTree superCall) {
        List<Control.Step> steps = new ArrayList<>();
        ClassTree tree = Objects.requireNonNull(reader.home().objects().treeOf(type));
        ObjectClass superclass = reader.home()
                .objects()
                .anyClass(type)
                .map(ObjectClass::superclass)
                .orElse(null);
        if (superclass != null) {
            steps.add(next -> {
                ExecutableElement constructor = superCall == null
                        ? ElementFilter.constructorsIn(superclass.type().getEnclosedElements()).stream()
                                .filter(one -> one.getParameters().isEmpty())
                                .findFirst()
                                .orElseThrow(reader::unresolved)
                        : reader.executable(superCall.getMethodSelect());
                List<? extends ExpressionTree> arguments = superCall == null ? List.of() : superCall.getArguments();
                JavaValue above =
                        reader.members().construct(constructor, arguments, superCall == null ? tree : superCall, "");
                reader.members().setAll(superclass.fields(), above);
                return StatementEnd.NORMAL;
            });
        }
        for (Tree member : tree.getMembers()) {
            if (member instanceof VariableTree field
                    && field.getInitializer() != null
                    && !field.getModifiers().getFlags().contains(Modifier.STATIC)) {
                steps.add(next -> {
                    reader.at(reader.file().origin(field));
                    reader.fields().initialise((VariableElement) reader.element(field), field.getInitializer(), field);
                    return StatementEnd.NORMAL;
                });
            } else if (member instanceof BlockTree block && !block.isStatic()) {
                steps.add(reader.statements().step(block));
            }
        }
        return steps;
    }

    /** Reports code that hands out the object before it is ready, or runs code of a subclass. */
    void check(SourceMethod constructor) {
        TypeElement type = (TypeElement) constructor.element().getEnclosingElement();
        Leaks leaks = new Leaks(type, reader.file());
        leaks.scan(constructor.tree(), null);
        ClassTree tree = Objects.requireNonNull(reader.home().objects().treeOf(type));
        for (Tree member : tree.getMembers()) {
            if (!(member instanceof MethodTree) && !(member instanceof ClassTree)) {
                leaks.scan(member, null);
            }
        }
    }

    private final class Leaks extends TreeScanner<@Nullable Void, @Nullable Void> {
        private final TypeElement type;
        private final SourceFile file;
        private final Set<Element> seen = new HashSet<>();
        private boolean inLambda;

        Leaks(TypeElement type, SourceFile file) {
            this.type = type;
            this.file = file;
        }

        @Override
        public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
            Element element = file.elementOf(tree);
            boolean isField = element instanceof VariableElement field
                    && field.getKind() == ElementKind.FIELD
                    && ObjectClass.isOfObject(field);
            if (tree.getName().contentEquals("this") || inLambda && isField) {
                throw leaks(tree);
            }
            return null;
        }

        @Override
        public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void unused) {
            return Syntax.isThis(tree.getExpression()) && !inLambda ? null : super.visitMemberSelect(tree, null);
        }

        @Override
        public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void unused) {
            inLambda = true;
            super.visitLambdaExpression(tree, null);
            inLambda = false;
            return null;
        }

        @Override
        public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void unused) {
            ExpressionTree select = tree.getMethodSelect();
            boolean isOwn = select instanceof IdentifierTree name && !isConstructor(name)
                    || select instanceof MemberSelectTree member && Syntax.isThis(member.getExpression());
            if (isOwn
                    && file.elementOf(select) instanceof ExecutableElement callee
                    && !callee.getModifiers().contains(Modifier.STATIC)) {
                SourceMethod source = reader.home().sourceOf(callee);
                boolean isBound = callee.getEnclosingElement().equals(type)
                        && (!type.getModifiers().contains(Modifier.ABSTRACT));
                if (inLambda || source == null || !isBound) {
                    throw leaks(tree);
                }
                if (seen.add(callee)) {
                    scan(source.tree().getBody(), null);
                }
            }
            scan(tree.getArguments(), null);
            return isOwn || isConstructorCall(select) ? null : scan(select, null);
        }

        private boolean isConstructorCall(ExpressionTree select) {
            return select instanceof IdentifierTree name && isConstructor(name);
        }

        private boolean isConstructor(IdentifierTree name) {
            return name.getName().contentEquals("this") || name.getName().contentEquals("super");
        }

        private Unreadable leaks(Tree tree) {
            return reader.problem(ProblemCode.UNFINISHED_OBJECT, tree, file.quote(tree), type.getSimpleName());
        }
    }
}
