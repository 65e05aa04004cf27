package dev.leibniz.processor.frontend.scan;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.util.TreeScanner;
import dev.leibniz.processor.frontend.shadow.SourceFile;
import dev.leibniz.processor.frontend.syntax.WriteScanner;
import dev.leibniz.processor.frontend.types.Layouts;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a method from which the arrays come that an expression is, or that are reachable from its value. A variable
 * has all the origins of the values assigned to it anywhere.
 */
public final class ArrayOrigins {
    private final SourceFile file;
    private final Function<MethodInvocationTree, @Nullable Set<Integer>> returned;
    private final Map<Element, Set<Integer>> variables = new HashMap<>();

    /** @param returned the origins of a call's result, as far as more is known of it than its operands */
    public ArrayOrigins(SourceFile file, Function<MethodInvocationTree, @Nullable Set<Integer>> returned) {
        this.file = file;
        this.returned = returned;
    }

    /** Notes that a variable may hold, or lead to, arrays of these origins; whether that is new. */
    public boolean add(@Nullable Element variable, Set<Integer> origins) {
        return variable != null
                && !origins.isEmpty()
                && mayHoldArrays(variable.asType())
                && variables.computeIfAbsent(variable, v -> new TreeSet<>()).addAll(origins);
    }

    public Set<Integer> of(@Nullable Tree tree) {
        if (!(tree instanceof ExpressionTree expression)) {
            return Set.of();
        }
        ExpressionTree value = WriteScanner.withoutParentheses(expression);
        return mayHoldArrays(file.typeOf(value)) ? ofHolder(value) : Set.of();
    }

    private Set<Integer> ofHolder(ExpressionTree value) {
        if (value instanceof IdentifierTree) {
            return ofVariable(file.elementOf(value));
        } else if (value instanceof MemberSelectTree select) {
            return union(List.of(of(select.getExpression()), ofVariable(file.elementOf(select))));
        } else if (value instanceof ArrayAccessTree access) {
            return of(access.getExpression());
        } else if (value instanceof TypeCastTree cast) {
            return of(cast.getExpression());
        } else if (value instanceof AssignmentTree assignment) {
            return of(assignment.getExpression());
        } else if (value instanceof ConditionalExpressionTree choice) {
            return union(List.of(of(choice.getTrueExpression()), of(choice.getFalseExpression())));
        } else if (value instanceof NewArrayTree array) {
            return array.getInitializers() == null ? Set.of() : ofAll(array.getInitializers());
        } else if (value instanceof NewClassTree creation && creation.getClassBody() == null) {
            return ofAll(creation.getArguments());
        } else if (value instanceof MethodInvocationTree call) {
            return ofCall(call);
        }
        return ofAllNamed(value);
    }

    private Set<Integer> ofCall(MethodInvocationTree call) {
        Set<Integer> known = returned.apply(call);
        return known == null ? ofOperands(call) : known;
    }

    /** Of the arguments of a call, and of the object it is made on. */
    public Set<Integer> ofOperands(MethodInvocationTree call) {
        return union(List.of(ofReceiver(call), ofAll(call.getArguments())));
    }

    public Set<Integer> ofReceiver(MethodInvocationTree call) {
        boolean isStatic = file.elementOf(call.getMethodSelect()) instanceof ExecutableElement callee
                && callee.getModifiers().contains(Modifier.STATIC);
        if (isStatic) {
            return Set.of();
        }
        return call.getMethodSelect() instanceof MemberSelectTree select
                ? of(select.getExpression())
                : Set.of(SideEffects.RECEIVER);
    }

    public Set<Integer> ofAll(Collection<? extends Tree> trees) {
        return union(trees.stream().map(this::of).toList());
    }

    /** The origins of all variables that a lambda or the like captures. */
    private Set<Integer> ofAllNamed(Tree tree) {
        Set<Integer> all = new TreeSet<>();
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitIdentifier(IdentifierTree identifier, @Nullable Void unused) {
                all.addAll(ofVariable(file.elementOf(identifier)));
                return null;
            }
        }.scan(tree, null);
        return all;
    }

    private Set<Integer> ofVariable(@Nullable Element element) {
        if (element == null || !mayHoldArrays(element.asType())) {
            return Set.of();
        }
        Set<Integer> found = variables.getOrDefault(element, Set.of());
        boolean isOfObject = element.getKind() == ElementKind.FIELD
                && !element.getModifiers().contains(Modifier.STATIC);
        boolean isThis = element.getSimpleName().contentEquals("this");
        return isOfObject || isThis ? union(List.of(found, Set.of(SideEffects.RECEIVER))) : found;
    }

    public static Set<Integer> union(List<Set<Integer>> sets) {
        Set<Integer> all = new TreeSet<>();
        sets.forEach(all::addAll);
        return all;
    }

    /** The variable that an element, a component or a field of an expression belongs to; null if it is no variable. */
    public @Nullable Element root(ExpressionTree tree) {
        ExpressionTree value = WriteScanner.withoutParentheses(tree);
        if (value instanceof IdentifierTree) {
            return file.elementOf(value);
        } else if (value instanceof ArrayAccessTree access) {
            return root(access.getExpression());
        } else if (value instanceof MemberSelectTree select) {
            Element member = file.elementOf(select);
            boolean isStatic = member != null && member.getModifiers().contains(Modifier.STATIC);
            return isStatic ? member : root(select.getExpression());
        }
        return null;
    }

    /** Whether arrays can be reached from a value of the type. */
    public static boolean mayHoldArrays(@Nullable TypeMirror type) {
        if (!(type instanceof DeclaredType declared)) {
            return type == null || !type.getKind().isPrimitive();
        }
        String name = ((TypeElement) declared.asElement()).getQualifiedName().toString();
        boolean holdsOthers = !declared.getTypeArguments().isEmpty();
        return holdsOthers
                ? declared.getTypeArguments().stream().anyMatch(ArrayOrigins::mayHoldArrays)
                : declared.asElement().getKind() != ElementKind.ENUM
                        && !name.equals("java.lang.String")
                        && !Layouts.isBox(name);
    }

    /** Whether elements of the type are arrays or objects, which a copy of it shares. */
    public static boolean hasRows(@Nullable TypeMirror type) {
        return !(type instanceof ArrayType array)
                || !array.getComponentType().getKind().isPrimitive();
    }
}
