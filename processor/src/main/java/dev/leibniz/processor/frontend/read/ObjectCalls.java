package dev.leibniz.processor.frontend.read;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import dev.leibniz.processor.frontend.library.ConstantObjects;
import dev.leibniz.processor.frontend.library.LibraryEffects;
import dev.leibniz.processor.frontend.library.Predicates;
import dev.leibniz.processor.frontend.library.Printing;
import dev.leibniz.processor.frontend.read.values.JavaValue;
import dev.leibniz.processor.frontend.read.values.Notes;
import dev.leibniz.processor.frontend.types.Layouts;
import dev.leibniz.processor.frontend.types.TypePrinter;
import dev.leibniz.processor.frontend.types.Visibility;
import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/**
 * Reads calls on objects that are constants to the chain rule, and the creation of such objects. A call that only reads an object that
 * stays as it is becomes an expression; all else, such as a print or a draw from a random generator, is run once, where it
 * stands.
 */
public final class ObjectCalls {
    private final MethodReader reader;
    private Optional<String> objection = Optional.empty();

    public ObjectCalls(MethodReader reader) {
        this.reader = reader;
    }

    /** A call of a method of an object. */
    public JavaValue call(MethodInvocationTree tree, ExecutableElement callee, ExpressionTree receiver, String name) {
        requireVisible(tree, callee);
        List<Value> operands = new ArrayList<>();
        String object = new TextReader(reader, operands).receiver(receiver);
        return call(tree, callee, object, operands, reader.javaType(receiver), name);
    }

    /**
     * A call of a method of an object that was read already.
     *
     * @param objection why the object cannot be taken apart, although its class is in this file
     */
    public JavaValue call(
            MethodInvocationTree tree,
            ExecutableElement callee,
            JavaValue object,
            Optional<String> objection,
            String name) {
        this.objection = objection;
        requireVisible(tree, callee);
        List<Value> operands = new ArrayList<>();
        String text = new TextReader(reader, operands).gap(object);
        return call(tree, callee, text, operands, callee.getEnclosingElement().asType(), name);
    }

    private JavaValue call(
            MethodInvocationTree tree,
            ExecutableElement callee,
            String object,
            List<Value> operands,
            TypeMirror receiver,
            String name) {
        TextReader text = new TextReader(reader, operands);
        boolean prints = Printing.prints(callee);
        String call = object + "." + text.typeArguments(tree) + callee.getSimpleName() + "("
                + (prints ? messages(tree, text) : text.arguments(tree.getArguments())) + ")";
        TypeMirror type = reader.javaType(tree);
        boolean reads = !prints
                && (ConstantObjects.isImmutable(callee, receiver)
                        || isGetter(callee)
                        || ConstantObjects.isReader(callee) && !reader.home().changesCollections());
        return made(tree, callee, call, operands, type, prints, reads, name);
    }

    /** Whether a method returns a field that stays as it is, and does nothing else. */
    private boolean isGetter(ExecutableElement callee) {
        return callee.getEnclosingElement().getKind() == ElementKind.RECORD
                ? callee.getParameters().isEmpty() && reader.home().isPlain(callee)
                : reader.home().objects().isGetter(callee);
    }

    /** A call of a static method of another class. */
    public JavaValue callStatic(MethodInvocationTree tree, ExecutableElement callee, String name) {
        requireVisible(tree, callee);
        List<Value> operands = new ArrayList<>();
        TextReader text = new TextReader(reader, operands);
        String call = ((TypeElement) callee.getEnclosingElement()).getQualifiedName() + "." + text.typeArguments(tree)
                + callee.getSimpleName() + "(" + text.arguments(tree.getArguments()) + ")";
        boolean reads = ConstantObjects.makesConstant(callee);
        return made(tree, callee, call, operands, reader.javaType(tree), false, reads, name);
    }

    /** The creation of an object that is no record. */
    public JavaValue create(NewClassTree tree, String name) {
        TypeMirror type = reader.javaType(tree);
        ExecutableElement constructor = reader.executable(tree);
        if (tree.getClassBody() != null || tree.getEnclosingExpression() != null) {
            throw reader.problem(
                    ProblemCode.OBJECT_CREATION, tree, reader.file().quote(tree.getIdentifier()));
        }
        requireVisible(tree, constructor);
        if (ConstantObjects.isUnrepeatable(constructor)) {
            throw reader.problem(ProblemCode.IMPURE_CALL, tree, reader.file().quote(tree));
        }
        List<Value> operands = new ArrayList<>();
        String creation = "new " + TypePrinter.print(type) + "("
                + new TextReader(reader, operands).arguments(tree.getArguments()) + ")";
        return made(tree, constructor, creation, operands, type, false, false, name);
    }

    private JavaValue made(
            ExpressionTree tree,
            ExecutableElement callee,
            String text,
            List<Value> operands,
            TypeMirror type,
            boolean prints,
            boolean reads,
            String name) {
        callee.getThrownTypes().forEach(thrown -> reader.requireUnchecked(thrown, tree));
        Layout result = reader.layoutOf(type, tree, true, Layouts.RECORDS);
        reader.home().recordCode().inAccessor(type).ifPresent(record -> {
            throw reader.problem(ProblemCode.RECORD_CODE, tree, record, "an accessor");
        });
        Type held = result instanceof Layout.Record record
                ? RecordArrays.objectType(record)
                : result instanceof Layout.Leaf leaf ? leaf.type() : Type.INT;
        Var value = new Var(result instanceof Layout.Record ? "" : name, held);
        Stmt stmt;
        if (reads && !(result instanceof Layout.Nothing)) {
            stmt = new Stmt.Let(
                    value,
                    new Expr.Opaque(text, operands, held, false),
                    reader.code().origin());
        } else {
            List<Layout> params = new ArrayList<>();
            operands.forEach(operand -> params.add(new Layout.Leaf(operand.type(), false)));
            boolean isNothing = result instanceof Layout.Nothing;
            Layout leaf = isNothing ? result : new Layout.Leaf(held, false);
            stmt = new Stmt.Call(
                    Callee.External.text(text, params, leaf),
                    operands,
                    isNothing ? List.of() : List.of(value),
                    reader.code().origin());
        }
        reader.add(stmt);
        reader.functions().notes().wrote(stmt, reader.file(), tree);
        List<Value> arrays =
                operands.stream().filter(operand -> operand.type().isArray()).toList();
        boolean isHarmless = prints || LibraryEffects.leavesArraysAlone(callee);
        reader.functions()
                .notes()
                .foreign(stmt, new Notes.ForeignCall(isHarmless ? List.of() : arrays, isHarmless ? List.of() : arrays));
        if (!prints && !Predicates.asksNumbers(callee)) {
            claim(tree, callee, stmt);
        }
        return result instanceof Layout.Nothing ? JavaValue.nothing() : taken(value, result, stmt, name);
    }

    private void claim(ExpressionTree tree, ExecutableElement callee, Stmt stmt) {
        TypeElement owner = (TypeElement) callee.getEnclosingElement();
        boolean creates = callee.getKind() == ElementKind.CONSTRUCTOR;
        boolean collects = ConstantObjects.isCollection(owner);
        ProblemCode code = isFunction(callee, owner)
                ? ProblemCode.UNKNOWN_FUNCTION
                : owner.getQualifiedName().contentEquals("java.lang.String")
                        ? ProblemCode.STRING_CONCATENATION
                        : collects
                                ? ProblemCode.COLLECTION
                                : creates
                                        ? ProblemCode.OBJECT_CREATION
                                        : callee.getModifiers().contains(Modifier.STATIC)
                                                ? ProblemCode.UNKNOWN_CALLEE
                                                : ProblemCode.INSTANCE_CALL;
        String subject = collects
                ? reader.file().quote(tree)
                : creates ? owner.getSimpleName().toString() : owner.getSimpleName() + "." + callee.getSimpleName();
        Notes.NotedTree site = new Notes.NotedTree(reader.file(), tree);
        Notes.Claim claim = objection
                .map(reason -> new Notes.Claim(site, ProblemCode.UNREADABLE_OBJECT, owner.getSimpleName(), reason))
                .orElse(new Notes.Claim(site, code, subject));
        reader.functions().notes().claim(stmt, claim);
    }

    /** Whether people think of the object as a function. */
    private boolean isFunction(ExecutableElement callee, TypeElement owner) {
        return reader.home().functionalTypes().isFunction(callee)
                && owner.getAnnotation(FunctionalInterface.class) != null;
    }

    /** The result: a record is taken apart; an array that the object may still hold is copied, and stays as it is. */
    private JavaValue taken(Var value, Layout result, Stmt made, String name) {
        if (result instanceof Layout.Record record) {
            return record.isArray() ? RecordArrays.ofObject(value, record, reader) : components(record, value, reader);
        }
        if (!value.type().isArray() || made instanceof Stmt.Let) {
            return JavaValue.of(value);
        }
        Var copy = new Var(name, value.type());
        reader.add(new Stmt.Let(
                copy,
                new Expr.CloneArray(value, value.type().rank() > 1),
                reader.code().origin()));
        return JavaValue.of(copy);
    }

    /** The components of a record that is an object, such as an element of a list. */
    public static JavaValue components(Layout.Record record, Value object, MethodReader reader) {
        List<Value> leaves = new ArrayList<>();
        components(record, "$0", object, leaves, reader);
        return new JavaValue(record, leaves);
    }

    private static void components(
            Layout.Record record, String path, Value object, List<Value> leaves, MethodReader reader) {
        for (Layout.Field field : record.fields()) {
            String component = path + "." + field.access();
            if (field.layout() instanceof Layout.Record nested && nested.isArray()) {
                Type type = RecordArrays.objectType(nested);
                Value array = reader.let("", new Expr.Opaque(component, List.of(object), type, false));
                leaves.addAll(RecordArrays.ofObject(array, nested, reader).leaves());
            } else if (field.layout() instanceof Layout.Record nested) {
                components(nested, component, object, leaves, reader);
            } else {
                Type type = ((Layout.Leaf) field.layout()).type();
                leaves.add(reader.let("", new Expr.Opaque(component, List.of(object), type, false)));
            }
        }
    }

    /** The text that is printed. A message that a logger would only make on demand is made in any case. */
    private String messages(MethodInvocationTree tree, TextReader text) {
        List<String> parts = new ArrayList<>();
        for (ExpressionTree argument : tree.getArguments()) {
            boolean isSupplier = argument instanceof LambdaExpressionTree lambda
                    && lambda.getParameters().isEmpty()
                    && lambda.getBodyKind() == LambdaExpressionTree.BodyKind.EXPRESSION;
            parts.add(text.read(isSupplier ? (ExpressionTree) ((LambdaExpressionTree) argument).getBody() : argument));
        }
        return String.join(", ", parts);
    }

    private void requireVisible(ExpressionTree tree, ExecutableElement callee) {
        if (!Visibility.fromPackage(callee, reader.home().packageName())) {
            throw reader.problem(
                    ProblemCode.PRIVATE_CALLEE,
                    tree,
                    callee.getKind() == ElementKind.CONSTRUCTOR
                            ? callee.getEnclosingElement().getSimpleName()
                            : callee.getSimpleName());
        }
        reader.functions().mention(callee);
    }
}
