package dev.leibniz.processor.frontend.read;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import dev.leibniz.processor.frontend.read.control.Control;
import dev.leibniz.processor.frontend.read.values.Exit;
import dev.leibniz.processor.frontend.read.values.JavaValue;
import dev.leibniz.processor.frontend.read.values.StatementEnd;
import dev.leibniz.processor.frontend.shadow.SourceFile;
import dev.leibniz.processor.frontend.shadow.SourceMethod;
import dev.leibniz.processor.frontend.syntax.ExplicitCall;
import dev.leibniz.processor.frontend.types.LibraryValues;
import dev.leibniz.processor.frontend.types.ObjectClass;
import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * Reads the members of records and classes whose objects are followed: methods are functions of the fields, and constructors
 * are functions that return them. While a member is read, the fields are variables like others; one that is assigned again is
 * a variable that holds its box.
 */
public final class RecordMembers {
    private final MethodReader reader;
    private @Nullable TypeElement selfType;

    RecordMembers(MethodReader reader) {
        this.reader = reader;
    }

    /** The fields that hold the parts. */
    private List<ObjectClass.Field> fields(Element type) {
        if (type.getKind() == ElementKind.RECORD) {
            List<VariableElement> fields = ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
                    .filter(ObjectClass::isOfObject)
                    .toList();
            return ObjectClass.named(fields, java.util.Set.of(), List.of());
        }
        return reader.home()
                .objects()
                .anyClass((TypeElement) type)
                .map(ObjectClass::fields)
                .orElse(List.of());
    }

    /** The object whose member is being read, as its fields are now. */
    public JavaValue self(Tree at) {
        JavaValue receiver = reader.receiver();
        if (receiver != null) {
            return receiver;
        }
        TypeElement type = selfType();
        List<JavaValue> components = new ArrayList<>();
        for (ObjectClass.Field field : fields(type)) {
            JavaValue value = reader.environment().find(field.element());
            if (value == null) {
                throw reader.problem(
                        ProblemCode.INSTANCE_CALL, at, reader.file().quote(at));
            }
            components.add(value);
        }
        return JavaValue.record(reader.layoutOf(type.asType(), at, true), components);
    }

    private TypeElement selfType() {
        TypeElement known = selfType;
        return known == null ? (TypeElement) reader.method().element().getEnclosingElement() : known;
    }

    // Methods

    /** Whether there is an object around a method. */
    boolean isMember(ExecutableElement method) {
        TypeElement type = (TypeElement) method.getEnclosingElement();
        return !method.getModifiers().contains(Modifier.STATIC)
                && (type.getKind() == ElementKind.RECORD
                        || method.getKind() == ElementKind.CONSTRUCTOR
                        || reader.home().objects().isOfHome(type));
    }

    /** The layout of the object where no more is known of it: that of the class of the method. */
    Layout usualSelf(ExecutableElement method, Tree at) {
        TypeElement type = (TypeElement) method.getEnclosingElement();
        if (method.getKind() == ElementKind.CONSTRUCTOR) {
            return layoutOf(type, at);
        }
        boolean isFollowed = reader.home().objects().parts(type).isPresent();
        return isFollowed ? reader.layoutOf(type.asType(), at, true) : new Layout.Nothing();
    }

    /** Whether it is a constant of an enum that stands for itself. */
    boolean isOfEnum(Layout layout) {
        return new ObjectTypes(reader)
                .typeOf(layout)
                .filter(type -> type.getKind() == ElementKind.ENUM)
                .isPresent();
    }

    /** Whether the object whose member is being read is known as a whole. */
    public boolean isWhole() {
        return reader.receiver() != null;
    }

    /** Makes an object known that a lambda has captured. */
    void bind(JavaValue self) {
        Layout.Record record = (Layout.Record) self.layout();
        bindFields(
                record,
                record.fields().stream()
                        .map(field -> self.component(field.name()))
                        .toList());
    }

    /** Makes the fields known, with the values that a caller hands over; the object may be of a class that has inherited the method. */
    void bindFields(Layout.Record layout, List<JavaValue> components) {
        selfType = reader.home().typeElement(layout.javaName());
        List<ObjectClass.Field> fields = fields(selfType());
        for (int i = 0; i < layout.fields().size(); i++) {
            reader.environment().put(fields.get(i).element(), components.get(i));
        }
    }

    // Constructors

    public JavaValue create(NewClassTree tree, String name) {
        ExecutableElement constructor = reader.executable(tree);
        return construct(constructor, tree.getArguments(), tree, name);
    }

    /** {@code new R(…)}, or {@code this(…)} or {@code super(…)} in another constructor. */
    JavaValue construct(
            ExecutableElement constructor, List<? extends ExpressionTree> arguments, Tree tree, String name) {
        Optional<JavaValue> ofLibrary = new LibraryObjectCalls(reader).make(constructor, arguments, tree);
        if (ofLibrary.isPresent()) {
            return ofLibrary.get();
        }
        TypeElement type = (TypeElement) constructor.getEnclosingElement();
        Layout layout = layoutOf(type, tree);
        boolean isRecord = type.getKind() == ElementKind.RECORD;
        SourceMethod source = isRecord
                ? reader.home().constructorSource(constructor)
                : reader.home().anyConstructor(constructor);
        if (reader.home().objects().isPlain(constructor)) {
            return JavaValue.record(layout, reader.calls().arguments(arguments, constructor));
        }
        if (source == null) {
            if (!isRecord || !reader.home().isPlain(constructor)) {
                throw reader.problem(ProblemCode.RECORD_CODE, tree, type.getSimpleName(), "its constructor");
            }
            return JavaValue.record(layout, reader.calls().arguments(arguments, constructor));
        }
        return construct(source, reader.calls().arguments(arguments, constructor), layout, tree, name);
    }

    /** The object that a constructor makes of values. */
    public Optional<JavaValue> made(ExecutableElement constructor, List<JavaValue> args, Tree tree, String name) {
        if (LibraryValues.isMaker(constructor)) {
            return Optional.of(new LibraryObjectCalls(reader).made(constructor, args, tree));
        }
        TypeElement type = (TypeElement) constructor.getEnclosingElement();
        boolean isRecord = type.getKind() == ElementKind.RECORD;
        SourceMethod source = isRecord
                ? reader.home().constructorSource(constructor)
                : reader.home().anyConstructor(constructor);
        boolean isPlain = reader.home().objects().isPlain(constructor)
                || source == null && isRecord && reader.home().isPlain(constructor);
        if (isPlain) {
            return Optional.of(JavaValue.record(layoutOf(type, tree), args));
        }
        boolean isFollowed = reader.home().objects().parts(type).isPresent();
        return source == null || !isFollowed
                ? Optional.empty()
                : Optional.of(construct(source, args, layoutOf(type, tree), tree, name));
    }

    private JavaValue construct(SourceMethod source, List<JavaValue> args, Layout layout, Tree tree, String name) {
        String function = reader.functions().read(source);
        return reader.calls()
                .call(new Callee.Local(function, false), JavaValue.flat(args), layout, name, tree)
                .result();
    }

    /** The layout of the fields that a constructor of the type sets. */
    Layout layoutOf(TypeElement type, Tree at) {
        Optional<ObjectClass> found = reader.home().objects().anyClass(type);
        return found.isEmpty()
                ? reader.layoutOf(type.asType(), at, true)
                : reader.layoutOf(
                        type.asType(), at, true, reader.home().objects().around(found.get()));
    }

    /** The statements of a constructor, then one that leaves it with the object. */
    List<Control.Step> steps(SourceMethod constructor, Layout.Record layout, Exit exit) {
        MethodTree tree = constructor.tree();
        requireNoReturn(tree);
        TypeElement type = (TypeElement) constructor.element().getEnclosingElement();
        boolean isRecord = type.getKind() == ElementKind.RECORD;
        List<ObjectClass.Field> fields = fields(type);
        boolean delegates = tree.getBody().getStatements().stream()
                .map(ExplicitCall::of)
                .anyMatch(call -> call != null && call.isThis());
        boolean compact = isRecord && !delegates && isCompact(constructor);
        Initialisation initialisation = new Initialisation(reader);
        List<Control.Step> steps = new ArrayList<>();
        if (!isRecord) {
            initialisation.check(constructor);
            if (!delegates && !initialisation.callsSuper(tree)) {
                steps.addAll(initialisation.steps(type, null));
            }
        }
        for (StatementTree statement : tree.getBody().getStatements()) {
            ExplicitCall call = ExplicitCall.of(statement);
            if (call == null) {
                steps.add(reader.statements().step(statement));
            } else if (call.isThis()) {
                steps.add(next -> {
                    ExecutableElement other = reader.executable(call.tree().getMethodSelect());
                    JavaValue whole = construct(other, call.tree().getArguments(), call.tree(), "");
                    setAll(fields, whole);
                    return StatementEnd.NORMAL;
                });
            } else if (!isRecord) {
                steps.addAll(initialisation.steps(type, call.tree()));
            }
        }
        if (!compact) {
            for (int i = 0; i < fields.size(); i++) {
                Layout field = layout.fields().get(i).layout();
                boolean isBox = fields.get(i).isAssigned() && !delegates;
                reader.environment()
                        .put(
                                fields.get(i).element(),
                                isBox
                                        ? reader.fields()
                                                .newBox(field, fields.get(i).name())
                                        : JavaValue.undefined(field));
            }
        }
        steps.add(next -> {
            List<JavaValue> components = new ArrayList<>();
            for (int i = 0; i < fields.size(); i++) {
                VariableTree parameter = compact ? tree.getParameters().get(i) : null;
                Object field = parameter == null ? fields.get(i).element() : reader.element(parameter);
                components.add(reader.environment().get(field));
            }
            reader.set(exit.result(), JavaValue.record(layout, components));
            return reader.control().jump(exit, next);
        });
        return steps;
    }

    /** Makes the parts of an object the values of fields. */
    void setAll(List<ObjectClass.Field> fields, JavaValue object) {
        for (ObjectClass.Field field : fields) {
            reader.set(field.element(), object.component(field.name()));
        }
    }

    private void requireNoReturn(MethodTree tree) {
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitReturn(ReturnTree statement, @Nullable Void unused) {
                throw reader.problem(ProblemCode.UNSUPPORTED, statement, "`return` in a constructor");
            }
        }.scan(tree.getBody(), null);
    }

    /** Whether the constructor has no list of parameters: they are the components then, and become the fields at the end. */
    private static boolean isCompact(SourceMethod constructor) {
        SourceFile file = constructor.file();
        MethodTree tree = constructor.tree();
        int start = Math.max(file.start(tree), file.end(tree.getModifiers()));
        return !file.between(start, file.start(tree.getBody())).contains("(");
    }
}
