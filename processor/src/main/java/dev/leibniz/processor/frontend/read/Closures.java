package dev.leibniz.processor.frontend.read;

import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import dev.leibniz.processor.frontend.read.values.Closure;
import dev.leibniz.processor.frontend.read.values.ClosureTable;
import dev.leibniz.processor.frontend.read.values.JavaValue;
import dev.leibniz.processor.frontend.shadow.ConstantSources;
import dev.leibniz.processor.frontend.syntax.Syntax;
import dev.leibniz.processor.frontend.types.FunctionalTypes;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.problem.ProblemCode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reads lambdas and method references: the variables they capture, and the origin of a function that is called. */
public final class Closures {
    /** Functions that capture functions that capture functions: a recursion that makes new ones is none that ends here. */
    private static final int DEEPEST = 12;

    private static final Set<String> CHAINS = Set.of("andThen", "compose");

    private final MethodReader reader;

    Closures(MethodReader reader) {
        this.reader = reader;
    }

    // Expressions that make functions

    public JavaValue lambda(LambdaExpressionTree tree, String name) {
        return function(tree, tree.getParameters(), tree.getBody(), descriptor(tree), name);
    }

    /** The object of an anonymous class that does nothing but implement a functional interface. */
    public Optional<JavaValue> anonymous(NewClassTree tree, String name) {
        TypeMirror type = reader.file().typeOf(tree.getIdentifier());
        List<? extends Tree> members = tree.getClassBody().getMembers();
        List<MethodTree> methods = members.stream()
                .filter(MethodTree.class::isInstance)
                .map(MethodTree.class::cast)
                .filter(method -> method.getReturnType() != null)
                .toList();
        boolean hasOthers = members.stream().anyMatch(member -> !(member instanceof MethodTree));
        if (type == null || functionalTypes().methodOf(type).isEmpty() || methods.size() != 1 || hasOthers) {
            return Optional.empty();
        }
        MethodTree method = methods.get(0);
        ExecutableElement element = reader.executable(method);
        return callsItself(method, element)
                ? Optional.empty()
                : Optional.of(function(
                        tree, method.getParameters(), method.getBody(), (ExecutableType) element.asType(), name));
    }

    private boolean callsItself(MethodTree method, ExecutableElement element) {
        Element around = reader.method().element().getEnclosingElement();
        return mentions(
                method.getBody(),
                (name, used) -> isSelf(name, used)
                        && (!(used instanceof ExecutableElement)
                                || used.equals(element)
                                || !used.getEnclosingElement().equals(around)));
    }

    private JavaValue function(
            ExpressionTree tree, List<? extends VariableTree> parameters, Tree body, ExecutableType type, String name) {
        List<VariableElement> captured = capturedBy(body);
        List<Layout.Field> fields = new ArrayList<>();
        List<JavaValue> values = new ArrayList<>();
        for (VariableElement variable : captured) {
            JavaValue value = Objects.requireNonNull(reader.environment().valueOf(variable));
            fields.add(new Layout.Field(variable.getSimpleName().toString(), value.layout()));
            values.add(value);
        }
        boolean capturesSelf = mentionsSelf(body);
        if (capturesSelf) {
            JavaValue self = reader.members().self(tree);
            fields.add(new Layout.Field("self", self.layout()));
            values.add(self);
        }
        String called = name.isEmpty() ? reader.method().name() + "Lambda" : name;
        Closure.Lambda lambda =
                new Closure.Lambda(called, reader.method(), tree, parameters, body, type, captured, capturesSelf);
        Layout.Record layout = new Layout.Record(table().nameOf(tree, lambda), fields);
        if (table().depth(layout) > DEEPEST) {
            throw reader.problem(
                    ProblemCode.FUNCTION_VALUE, tree, "each one is made of another, and how often is not known here");
        }
        return JavaValue.record(layout, values);
    }

    /** The variables and fields around a lambda that are used in it. */
    private List<VariableElement> capturedBy(Tree body) {
        Set<VariableElement> captured = new LinkedHashSet<>();
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitIdentifier(IdentifierTree name, @Nullable Void unused) {
                Element element = reader.element(name);
                if (element instanceof VariableElement variable
                        && reader.environment().find(variable) != null) {
                    captured.add(variable);
                }
                return null;
            }

            @Override
            public @Nullable Void visitMemberSelect(MemberSelectTree select, @Nullable Void unused) {
                if (Syntax.isThis(select.getExpression())
                        && reader.element(select) instanceof VariableElement field
                        && reader.environment().find(field) != null) {
                    captured.add(field);
                    return null;
                }
                return super.visitMemberSelect(select, unused);
            }
        }.scan(body, null);
        return List.copyOf(captured);
    }

    private boolean mentionsSelf(Tree body) {
        return mentions(body, Closures::isSelf);
    }

    /** Whether there is such a name in the code. */
    private boolean mentions(Tree code, BiPredicate<IdentifierTree, Element> wanted) {
        boolean[] found = {false};
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitIdentifier(IdentifierTree name, @Nullable Void unused) {
                found[0] |= wanted.test(name, reader.element(name));
                return null;
            }
        }.scan(code, null);
        return found[0];
    }

    /** Whether a name stands for the object around it, or for a method that is called on it. */
    private static boolean isSelf(IdentifierTree name, Element element) {
        return name.getName().contentEquals("this")
                || element instanceof ExecutableElement method
                        && !method.getModifiers().contains(Modifier.STATIC);
    }

    public JavaValue reference(MemberReferenceTree tree) {
        ExecutableElement target = reader.executable(tree);
        Element qualifier = reader.file().elementOf(tree.getQualifierExpression());
        boolean isBound = !target.getModifiers().contains(Modifier.STATIC)
                && tree.getMode() == MemberReferenceTree.ReferenceMode.INVOKE
                && !(qualifier instanceof TypeElement)
                && !isArrayType(tree.getQualifierExpression());
        List<Layout.Field> fields = new ArrayList<>();
        List<JavaValue> values = new ArrayList<>();
        if (isBound) {
            JavaValue object = reader.expressions().read(tree.getQualifierExpression(), "");
            fields.add(new Layout.Field("object", object.layout()));
            values.add(object);
        }
        Closure.Reference reference = new Closure.Reference(tree, descriptor(tree), target, isBound);
        return JavaValue.record(new Layout.Record(table().nameOf(tree, reference), fields), values);
    }

    /** Whether it is the type of an array, as in {@code double[]::clone}. */
    private static boolean isArrayType(ExpressionTree tree) {
        return tree.getKind() == Tree.Kind.ARRAY_TYPE;
    }

    /** The layout of a function's parameter or result: boxed numbers are numbers there, as known values cannot be null. */
    public Layout layoutOf(TypeMirror type, Tree at) {
        return reader.layoutOf(functionalTypes().unboxed(type), at, true);
    }

    private ExecutableType descriptor(ExpressionTree tree) {
        return functionalTypes().descriptor(reader.javaType(tree)).orElseThrow(reader::unresolved);
    }

    /** {@code f.andThen(g)} or {@code f.compose(g)}. */
    public JavaValue chain(JavaValue function, MethodInvocationTree tree, ExecutableElement callee) {
        JavaValue other = reader.expressions().read(tree.getArguments().get(0), "");
        if (!isFunction(other)) {
            throw reader.problem(
                    ProblemCode.FUNCTION_VALUE,
                    tree.getArguments().get(0),
                    "which code it runs is not known where it is put behind another");
        }
        boolean isThen = callee.getSimpleName().contentEquals("andThen");
        JavaValue first = isThen ? function : other;
        JavaValue then = isThen ? other : function;
        List<Layout.Field> fields =
                List.of(new Layout.Field("first", first.layout()), new Layout.Field("then", then.layout()));
        String name = table().nameOf(fields, new Closure.Chain(descriptor(tree)));
        Layout.Record layout = new Layout.Record(name, fields);
        if (table().depth(layout) > DEEPEST) {
            throw reader.problem(
                    ProblemCode.FUNCTION_VALUE, tree, "each one is made of another, and how often is not known here");
        }
        return JavaValue.record(layout, List.of(first, then));
    }

    /** Whether a default method of a functional interface of the platform makes one function of two. */
    public static boolean chains(ExecutableElement callee) {
        TypeElement owner = (TypeElement) callee.getEnclosingElement();
        return CHAINS.contains(callee.getSimpleName().toString())
                && owner.getQualifiedName().toString().startsWith("java.util.function.");
    }

    // Known functions

    private ClosureTable table() {
        return reader.functions().closureTable();
    }

    public boolean isFunction(JavaValue datum) {
        return table().find(datum.layout()).isPresent();
    }

    /** Whether there is a known function in it. */
    public boolean isIn(JavaValue datum) {
        return table().isIn(datum.layout());
    }

    /** Whether a method has to be read for this argument: a known function, or a record where an interface is declared. */
    boolean isSpecial(JavaValue argument, TypeMirror declared, Tree at) {
        return isIn(argument)
                || argument.isRecord()
                        && FunctionalTypes.isInterface(declared)
                        && !argument.layout().equals(reader.layoutOf(declared, at, true));
    }

    /** Whether a value may be used where an object of a functional interface is wanted: a known function, or a record. */
    public boolean standsFor(JavaValue datum, Type wanted) {
        return datum.layout() instanceof Layout.Record record && !record.isRecordArray() && isFunctionType(wanted);
    }

    boolean isFunctionType(Type wanted) {
        TypeElement declared = wanted instanceof Type.Opaque type
                ? reader.home().typeElement(type.javaName().replaceAll("<.*", ""))
                : null;
        return declared != null && functionalTypes().methodOf(declared.asType()).isPresent();
    }

    /** Whether it is an enum of this file: which code a constant of it runs is known. */
    boolean isEnumOfHome(TypeMirror type) {
        return type instanceof DeclaredType declared
                && declared.asElement().getKind() == ElementKind.ENUM
                && reader.home().objects().isOfHome((TypeElement) declared.asElement());
    }

    /** Whether an object is a constant of an enum of this file. */
    public boolean isOfEnum(JavaValue object) {
        TypeElement declared = object.layout() instanceof Layout.Leaf leaf && leaf.type() instanceof Type.Opaque type
                ? reader.home().typeElement(type.javaName())
                : null;
        return declared != null && isEnumOfHome(declared.asType());
    }

    private FunctionalTypes functionalTypes() {
        return reader.home().functionalTypes();
    }

    /** Whether an expression of a functional type may be a function that is known; then it can be read like any other. */
    public boolean mayBeKnown(ExpressionTree expression) {
        ExpressionTree tree = Syntax.strip(expression);
        if (tree instanceof LambdaExpressionTree
                || tree instanceof MemberReferenceTree
                || tree instanceof NewClassTree) {
            return true;
        } else if (tree instanceof SwitchExpressionTree) {
            return true;
        } else if (tree instanceof TypeCastTree cast) {
            return mayBeKnown(cast.getExpression());
        } else if (tree instanceof ConditionalExpressionTree conditional) {
            return mayBeKnown(conditional.getTrueExpression()) && mayBeKnown(conditional.getFalseExpression());
        } else if (tree instanceof MethodInvocationTree call) {
            ExecutableElement callee = reader.executable(call.getMethodSelect());
            return reader.home().sourceOf(callee) != null
                    || callee.getEnclosingElement().getKind() == ElementKind.RECORD
                    || (chains(callee) || functionalTypes().isFunction(callee))
                            && call.getMethodSelect() instanceof MemberSelectTree
                            && mayBeKnown(((MemberSelectTree) call.getMethodSelect()).getExpression());
        }
        Element element = reader.file().elementOf(tree);
        if (element == null) {
            return false;
        }
        JavaValue known = reader.environment().find(element);
        if (known != null) {
            return known.isRecord() || isOfEnum(known);
        }
        return element.getKind() == ElementKind.FIELD && isConstantFunction(element)
                || tree instanceof MemberSelectTree select
                        && element.getEnclosingElement().getKind() == ElementKind.RECORD
                        && !element.getModifiers().contains(Modifier.STATIC);
    }

    /** Whether a constant is a lambda or a method reference of this file. */
    public boolean isConstantFunction(Element field) {
        if (!(field instanceof VariableElement variable)
                || !field.getModifiers().containsAll(List.of(Modifier.STATIC, Modifier.FINAL))
                || !FunctionalTypes.isInterface(field.asType())) {
            return false;
        }
        ConstantSources.Initializer initializer =
                reader.home().constantSources().initializerOf(variable);
        if (initializer == null || initializer.file() != reader.file()) {
            return false;
        }
        ExpressionTree value = initializer.tree().getInitializer();
        ExpressionTree tree = value == null ? null : Syntax.strip(value);
        return tree instanceof LambdaExpressionTree
                || tree instanceof MemberReferenceTree reference
                        && reader.file().elementOf(reference.getQualifierExpression()) instanceof TypeElement;
    }
}
