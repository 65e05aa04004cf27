package dev.leibniz.processor.frontend.shadow;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import dev.leibniz.processor.frontend.syntax.ExplicitCall;
import dev.leibniz.processor.frontend.types.ImplicitMembers;
import dev.leibniz.processor.frontend.types.Layouts;
import java.util.Optional;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Whether records are nothing but their components where generated code builds them or takes them apart. In the user's own code
 * constructors and accessors are read like other methods; but a constructor's check of a value need not hold for a
 * derivative, and an accessor's result is not the value that the record's methods see.
 */
public final class RecordCode {
    private final SourceIndex index;
    private final SourceFile home;

    public RecordCode(SourceIndex index, SourceFile home) {
        this.index = index;
        this.home = home;
    }

    /** A record in the type that does something when it is built. */
    public Optional<String> inConstructor(TypeMirror type) {
        return findIn(
                type, member -> member.getKind() == ElementKind.CONSTRUCTOR && ImplicitMembers.isCanonical(member));
    }

    /** A record in the type that does something when a component is asked for. */
    public Optional<String> inAccessor(TypeMirror type) {
        return findIn(type, member -> member.getKind() == ElementKind.METHOD && ImplicitMembers.isAccessor(member));
    }

    private Optional<String> findIn(TypeMirror type, Predicate<ExecutableElement> kind) {
        try {
            Layouts.of(type, true);
        } catch (Layouts.NoLayout e) {
            return Optional.empty(); // it is refused anyway, perhaps because it contains itself
        }
        return find(type, kind);
    }

    private Optional<String> find(TypeMirror type, Predicate<ExecutableElement> kind) {
        if (type instanceof ArrayType array) {
            return find(array.getComponentType(), kind);
        }
        if (!Layouts.isRecord(type)) {
            return Optional.empty();
        }
        TypeElement record = (TypeElement) ((DeclaredType) type).asElement();
        for (Element member : record.getEnclosedElements()) {
            if (member instanceof ExecutableElement executable && kind.test(executable) && !isHarmless(executable)) {
                return Optional.of(record.getSimpleName().toString());
            }
        }
        return record.getRecordComponents().stream()
                .map(component -> find(component.asType(), kind))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private boolean isHarmless(ExecutableElement member) {
        if (index.isPlain(member, home)) {
            return true;
        }
        boolean constructor = member.getKind() == ElementKind.CONSTRUCTOR;
        SourceMethod source = constructor ? index.findConstructor(member) : index.find(member);
        return source != null
                && isHarmless(source.tree(), member.getSimpleName().toString());
    }

    /**
     * Whether a canonical constructor only keeps its arguments, or an accessor only returns its component.
     *
     * @param name the name of the accessor
     */
    public static boolean isHarmless(MethodTree tree, String name) {
        boolean constructor = tree.getReturnType() == null;
        return tree.getBody() != null
                && tree.getBody().getStatements().stream()
                        .allMatch(statement -> constructor ? isCheckOrKept(statement) : returnsField(statement, name));
    }

    /** Whether a statement only checks or keeps a value. Derivatives pass null checks, too: they are never null. */
    private static boolean isCheckOrKept(StatementTree statement) {
        ExplicitCall explicit = ExplicitCall.of(statement);
        if (explicit != null) {
            return !explicit.isThis();
        }
        ExpressionTree expression = statement instanceof ExpressionStatementTree tree ? tree.getExpression() : null;
        if (expression instanceof AssignmentTree assignment
                && assignment.getVariable() instanceof MemberSelectTree field
                && field.getExpression().toString().equals("this")) {
            ExpressionTree value = assignment.getExpression();
            ExpressionTree kept = isNullCheck(value)
                    ? ((MethodInvocationTree) value).getArguments().get(0)
                    : value;
            return kept.toString().equals(field.getIdentifier().toString());
        }
        return isNullCheck(expression);
    }

    private static boolean isNullCheck(@Nullable ExpressionTree expression) {
        return expression instanceof MethodInvocationTree call
                && call.getMethodSelect().toString().matches("(java[.]util[.])?(Objects[.])?requireNonNull")
                && (call.getArguments().get(0) instanceof IdentifierTree
                        || call.getArguments().get(0) instanceof LiteralTree);
    }

    private static boolean returnsField(StatementTree statement, String accessor) {
        ExpressionTree value = statement instanceof ReturnTree tree ? tree.getExpression() : null;
        return value != null && value.toString().matches("(this[.])?" + accessor);
    }
}
