package dev.leibniz.processor.frontend.read.expressions;

import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import dev.leibniz.processor.frontend.read.EnumDispatch;
import dev.leibniz.processor.frontend.read.MethodReader;
import dev.leibniz.processor.frontend.read.ObjectTypes;
import dev.leibniz.processor.frontend.read.values.Exit;
import dev.leibniz.processor.frontend.read.values.JavaValue;
import dev.leibniz.processor.frontend.read.values.StatementEnd;
import dev.leibniz.processor.frontend.types.TypePrinter;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.ir.Origin;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.problem.ProblemCode;
import java.util.List;
import java.util.function.Supplier;
import javax.lang.model.element.Element;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code instanceof}, casts between classes, and patterns. Trees that are newer than the Java that this is compiled with are
 * known by their names.
 */
public final class Patterns {
    private final MethodReader reader;
    private final ObjectTypes types;

    public Patterns(MethodReader reader) {
        this.reader = reader;
        this.types = new ObjectTypes(reader);
    }

    Value instanceOf(InstanceOfTree tree) {
        if (!(reader.javaType(tree.getExpression()) instanceof DeclaredType)) {
            throw reader.problem(ProblemCode.INSTANCEOF, tree);
        }
        JavaValue object = reader.expressions().read(tree.getExpression(), "");
        Tree pattern = tree.getPattern();
        return pattern == null ? types.is(object, type(tree.getType()), tree) : matches(pattern, object, tree);
    }

    private TypeElement type(Tree tree) {
        return type(reader.javaType(tree), tree);
    }

    private TypeElement type(TypeMirror type, Tree at) {
        if (type instanceof DeclaredType declared && declared.getTypeArguments().isEmpty()) {
            return (TypeElement) declared.asElement();
        }
        throw reader.problem(ProblemCode.INSTANCEOF, at);
    }

    /** Whether an object matches; then the variables of the pattern have their values. */
    public Value matches(Tree pattern, JavaValue object, Tree at) {
        if (pattern instanceof BindingPatternTree binding) {
            TypeElement type = type(reader.element(binding.getVariable()).asType(), at);
            Element variable = reader.element(binding.getVariable());
            if (!object.isRecord() && reader.environment().find(variable) == null) {
                Type held = new Type.Opaque(type.getQualifiedName().toString());
                reader.set(variable, JavaValue.undefined(new Layout.Leaf(held, false)));
            }
            return test(object, type, at, () -> bind(binding.getVariable(), types.as(object, type, at)));
        }
        return switch (pattern.getKind().name()) {
            case "PARENTHESIZED_PATTERN" -> matches((Tree) get(pattern, "getPattern"), object, at);
            case "ANY_PATTERN" -> Const.TRUE;
            case "DECONSTRUCTION_PATTERN" -> deconstructed(pattern, object, at);
            default -> throw reader.control().newerJava(at, "This pattern");
        };
    }

    /** A test, behind which variables get values: where the object came from outside, only if it is true. */
    private Value test(JavaValue object, TypeElement type, Tree at, Runnable binding) {
        Value is = types.is(object, type, at);
        if (object.isRecord() || is instanceof Const) {
            binding.run();
            return is;
        }
        return guarded(is, binding, () -> JavaValue.of(Const.TRUE));
    }

    private Value guarded(Value condition, Runnable first, Supplier<JavaValue> then) {
        return EnumDispatch.choose(
                        reader,
                        condition,
                        JavaValue.of(Const.FALSE).layout(),
                        "",
                        () -> {
                            first.run();
                            return then.get();
                        },
                        () -> JavaValue.of(Const.FALSE))
                .value();
    }

    private void bind(VariableTree tree, JavaValue value) {
        if (!tree.getName().toString().isEmpty()) {
            Element variable = reader.element(tree);
            JavaValue declared = reader.environment().find(variable);
            reader.set(variable, declared == null ? value : reader.conversions().as(value, declared.layout(), tree));
        }
    }

    private Value deconstructed(Tree pattern, JavaValue object, Tree at) {
        Tree deconstructor = (Tree) get(pattern, "getDeconstructor");
        List<?> nested = (List<?>) get(pattern, "getNestedPatterns");
        TypeElement type = type(deconstructor);
        declare(pattern);
        Value is = types.is(object, type, at);
        Supplier<JavaValue> parts = () -> {
            JavaValue whole =
                    reader.conversions().as(types.as(object, type, at), reader.layoutOf(type.asType(), at, true), at);
            return JavaValue.of(components(type, whole, nested, 0, at));
        };
        return is instanceof Const known ? known.isTrue() ? parts.get().value() : is : guarded(is, () -> {}, parts);
    }

    private Value components(TypeElement type, JavaValue whole, List<?> nested, int at, Tree tree) {
        if (at == nested.size()) {
            return Const.TRUE;
        }
        RecordComponentElement component = type.getRecordComponents().get(at);
        if (reader.home().sourceOf(component.getAccessor()) != null) {
            throw reader.problem(ProblemCode.RECORD_CODE, tree, type.getSimpleName(), "an accessor");
        }
        Tree pattern = (Tree) nested.get(at);
        JavaValue part = whole.component(component.getSimpleName().toString());
        boolean isPlain = pattern instanceof BindingPatternTree binding
                && TypePrinter.print(reader.element(binding.getVariable()).asType())
                        .equals(TypePrinter.print(component.asType()));
        Value is = Const.TRUE;
        if (isPlain) {
            bind(((BindingPatternTree) pattern).getVariable(), part);
        } else {
            is = matches(pattern, part, tree);
        }
        return guarded(is, () -> {}, () -> JavaValue.of(components(type, whole, nested, at + 1, tree)));
    }

    /** Makes the variables of patterns known before a branch in which they get their values. */
    void declare(Tree tree) {
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitBindingPattern(BindingPatternTree binding, @Nullable Void unused) {
                Element variable = reader.element(binding.getVariable());
                if (reader.environment().find(variable) == null) {
                    Layout layout = reader.layoutOf(variable.asType(), binding, true);
                    reader.set(variable, JavaValue.undefined(layout));
                }
                return null;
            }
        }.scan(tree, null);
    }

    /** A cast to a class of this file: the object is told from others by its tag, or stays as it was. */
    JavaValue cast(TypeCastTree tree, JavaValue object) {
        TypeElement type = type(tree.getType());
        Value is = types.is(object, type, tree);
        if (object.isRecord() && !(is instanceof Const known && known.isTrue())) {
            reader.control()
                    .branch(
                            types.orNull(is, object),
                            () -> StatementEnd.NORMAL,
                            () -> {
                                reader.add(
                                        new Stmt.Throw("new java.lang.ClassCastException()", List.of(), Origin.NONE));
                                return StatementEnd.THROWN;
                            },
                            (Exit) null);
        }
        return types.as(object, type, tree);
    }

    // Labels of switches

    /** The pattern of a label; null if it is none. */
    public static @Nullable Tree patternOf(Tree label) {
        return label.getKind().name().equals("PATTERN_CASE_LABEL")
                ? (Tree) get(label, "getPattern")
                : label.getKind().name().endsWith("_PATTERN") ? label : null;
    }

    /** The labels of a case that are no constants. */
    public static List<Tree> patternsOf(CaseTree tree) {
        return labels(tree).stream().filter(label -> patternOf(label) != null).toList();
    }

    public static boolean hasDefault(CaseTree tree) {
        return labels(tree).stream().anyMatch(label -> label.getKind().name().equals("DEFAULT_CASE_LABEL"));
    }

    private static List<Tree> labels(CaseTree tree) {
        try {
            List<?> labels = (List<?>) CaseTree.class.getMethod("getLabels").invoke(tree);
            return labels.stream().map(Tree.class::cast).toList();
        } catch (ReflectiveOperationException e) {
            return List.of(); // before there were patterns
        }
    }

    public static @Nullable ExpressionTree guardOf(CaseTree tree) {
        try {
            return (ExpressionTree) CaseTree.class.getMethod("getGuard").invoke(tree);
        } catch (ReflectiveOperationException e) {
            return null; // before there were guards
        }
    }

    private static Object get(Tree tree, String method) {
        try {
            for (Class<?> type : tree.getClass().getInterfaces()) {
                for (java.lang.reflect.Method one : type.getMethods()) {
                    if (one.getName().equals(method) && one.getParameterCount() == 0) {
                        return one.invoke(tree);
                    }
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
        throw new IllegalStateException(method + " of " + tree.getKind());
    }
}
