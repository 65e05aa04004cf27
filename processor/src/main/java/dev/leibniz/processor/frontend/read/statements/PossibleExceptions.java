package dev.leibniz.processor.frontend.read.statements;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssertTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.util.TreeScanner;
import dev.leibniz.processor.frontend.library.Fact;
import dev.leibniz.processor.frontend.library.LibraryTable;
import dev.leibniz.processor.frontend.library.Predicates;
import dev.leibniz.processor.frontend.library.Printing;
import dev.leibniz.processor.frontend.read.MethodReader;
import dev.leibniz.processor.frontend.read.control.Caught;
import dev.leibniz.processor.frontend.shadow.SourceFile;
import dev.leibniz.processor.frontend.shadow.SourceMethod;
import dev.leibniz.processor.frontend.syntax.WriteScanner;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** The places where a piece of source may throw an exception that a clause catches, except for its own {@code throw} statements. */
final class PossibleExceptions {
    private static final String ANY = "java.lang.Throwable";
    private static final String INDEX = "java.lang.ArrayIndexOutOfBoundsException";
    private static final String NULL = "java.lang.NullPointerException";
    private static final String ARITHMETIC = "java.lang.ArithmeticException";

    private final MethodReader reader;

    PossibleExceptions(MethodReader reader) {
        this.reader = reader;
    }

    /** The first place that such an exception may come from. */
    Optional<Tree> firstIn(Tree block, Caught caught) {
        Scan scan = new Scan(reader.file(), caught, new HashSet<>(), false);
        scan.scan(block, null);
        return Optional.ofNullable(scan.found);
    }

    private final class Scan extends TreeScanner<@Nullable Void, @Nullable Void> {
        private final SourceFile file;
        private final Caught caught;
        private final Set<ExecutableElement> seen;
        private final boolean isCalled;
        private @Nullable Tree found;

        Scan(SourceFile file, Caught caught, Set<ExecutableElement> seen, boolean isCalled) {
            this.file = file;
            this.caught = caught;
            this.seen = seen;
            this.isCalled = isCalled;
        }

        private void may(Tree at, String exception) {
            TypeElement type = reader.home().typeElement(exception);
            if (found == null && (type == null || caught.mayCatch(type.asType()))) {
                found = at;
            }
        }

        @Override
        public @Nullable Void visitArrayAccess(ArrayAccessTree tree, @Nullable Void unused) {
            may(tree, INDEX);
            may(tree, NULL);
            return super.visitArrayAccess(tree, unused);
        }

        @Override
        public @Nullable Void visitBinary(BinaryTree tree, @Nullable Void unused) {
            boolean divides = tree.getKind() == Tree.Kind.DIVIDE || tree.getKind() == Tree.Kind.REMAINDER;
            if (divides && isWhole(tree) && mayBeZero(tree.getRightOperand())) {
                may(tree, ARITHMETIC);
            }
            return super.visitBinary(tree, unused);
        }

        @Override
        public @Nullable Void visitCompoundAssignment(CompoundAssignmentTree tree, @Nullable Void unused) {
            boolean divides =
                    tree.getKind() == Tree.Kind.DIVIDE_ASSIGNMENT || tree.getKind() == Tree.Kind.REMAINDER_ASSIGNMENT;
            if (divides
                    && isWhole(tree.getVariable())
                    && isWhole(tree.getExpression())
                    && mayBeZero(tree.getExpression())) {
                may(tree, ARITHMETIC);
            }
            return super.visitCompoundAssignment(tree, unused);
        }

        /** Whether a divisor is anything else than a constant that is not zero. */
        private boolean mayBeZero(ExpressionTree divisor) {
            ExpressionTree plain = WriteScanner.withoutParentheses(divisor);
            Object value = plain instanceof LiteralTree literal
                    ? literal.getValue()
                    : file.elementOf(plain) instanceof VariableElement field ? field.getConstantValue() : null;
            return !(value instanceof Number number) || number.longValue() == 0;
        }

        private boolean isWhole(ExpressionTree tree) {
            TypeMirror type = file.typeOf(tree);
            return type == null
                    || switch (type.getKind()) {
                        case DOUBLE, FLOAT -> false;
                        default -> true;
                    };
        }

        @Override
        public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void unused) {
            if (file.elementOf(tree.getExpression()) == null
                    || !(file.elementOf(tree.getExpression()) instanceof TypeElement)) {
                may(tree, NULL);
            }
            return super.visitMemberSelect(tree, unused);
        }

        @Override
        public @Nullable Void visitEnhancedForLoop(EnhancedForLoopTree tree, @Nullable Void unused) {
            may(tree.getExpression(), NULL);
            return super.visitEnhancedForLoop(tree, unused);
        }

        @Override
        public @Nullable Void visitNewArray(NewArrayTree tree, @Nullable Void unused) {
            if (!tree.getDimensions().isEmpty()) {
                may(tree, "java.lang.NegativeArraySizeException");
            }
            return super.visitNewArray(tree, unused);
        }

        @Override
        public @Nullable Void visitTypeCast(TypeCastTree tree, @Nullable Void unused) {
            TypeMirror type = file.typeOf(tree);
            if (type == null || !type.getKind().isPrimitive()) {
                may(tree, "java.lang.ClassCastException");
            }
            return super.visitTypeCast(tree, unused);
        }

        @Override
        public @Nullable Void visitAssert(AssertTree tree, @Nullable Void unused) {
            may(tree, "java.lang.AssertionError");
            return super.visitAssert(tree, unused);
        }

        @Override
        public @Nullable Void visitThrow(ThrowTree tree, @Nullable Void unused) {
            TypeMirror thrown = TryReader.thrownBy(tree, file);
            boolean goesThere =
                    thrown != null && !isCalled && caught.exitOf(thrown).isPresent();
            if (!goesThere && (thrown == null || caught.mayCatch(thrown))) {
                may(tree, thrown == null ? ANY : Caught.nameOf(thrown));
            }
            if (tree.getExpression() instanceof NewClassTree creation) {
                return scan(creation.getArguments(), unused);
            }
            return super.visitThrow(tree, unused);
        }

        @Override
        public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void unused) {
            called(tree, file.elementOf(tree) instanceof ExecutableElement constructor ? constructor : null);
            return super.visitNewClass(tree, unused);
        }

        @Override
        public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void unused) {
            called(tree, file.elementOf(tree.getMethodSelect()) instanceof ExecutableElement method ? method : null);
            return super.visitMethodInvocation(tree, unused);
        }

        private void called(ExpressionTree tree, @Nullable ExecutableElement callee) {
            if (callee == null) {
                may(tree, ANY);
                return;
            }
            TypeElement owner = (TypeElement) callee.getEnclosingElement();
            String name = callee.getSimpleName().toString();
            SourceMethod source = callee.getKind() == ElementKind.CONSTRUCTOR
                    ? reader.home().constructorSource(callee)
                    : reader.home().sourceOf(callee);
            if (source != null) {
                if (seen.add(callee)) {
                    Scan inside = new Scan(source.file(), caught, seen, true);
                    inside.scan(source.tree().getBody(), null);
                    if (reader.home().objects().isOverridden(callee)) {
                        inside.scanOthers(callee);
                    }
                    if (found == null && inside.found != null) {
                        found = tree;
                    }
                }
            } else if (isMath(owner)) {
                boolean divides = name.startsWith("floorDiv")
                        || name.startsWith("floorMod")
                        || name.startsWith("ceilDiv")
                        || name.startsWith("ceilMod");
                boolean mayDivideByZero = divides
                        && !(tree instanceof MethodInvocationTree call
                                && !mayBeZero(call.getArguments().get(1)));
                if (mayDivideByZero || name.endsWith("Exact") || name.equals("clamp")) {
                    may(tree, ARITHMETIC);
                    may(tree, "java.lang.IllegalArgumentException");
                }
            } else if (!isHarmless(callee, owner)) {
                may(tree, ANY);
            }
        }

        /** The methods of the file that may run instead of one. */
        private void scanOthers(ExecutableElement callee) {
            new TreeScanner<@Nullable Void, @Nullable Void>() {
                @Override
                public @Nullable Void visitMethod(MethodTree method, @Nullable Void unused) {
                    boolean isLikeIt = method.getName().contentEquals(callee.getSimpleName())
                            && method.getParameters().size()
                                    == callee.getParameters().size();
                    if (isLikeIt) {
                        Scan.this.scan(method.getBody(), null);
                    }
                    return super.visitMethod(method, null);
                }
            }.scan(file.unit(), null);
        }

        private boolean isMath(TypeElement owner) {
            return LibraryTable.saysOfClass(owner, Fact.MATH);
        }

        /** Whether a method throws nothing, whatever its arguments are, except for a missing object. */
        private boolean isHarmless(ExecutableElement callee, TypeElement owner) {
            return Printing.prints(callee)
                    || owner.getKind() == ElementKind.RECORD && reader.home().isPlain(callee)
                    || callee.getModifiers().contains(Modifier.STATIC)
                            && Predicates.isOfBox(callee)
                            && callee.getParameters().stream()
                                    .allMatch(parameter ->
                                            parameter.asType().getKind().isPrimitive());
        }

        @Override
        public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void unused) {
            return null; // its body takes effect where it is called
        }

        @Override
        public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
            return null;
        }
    }
}
