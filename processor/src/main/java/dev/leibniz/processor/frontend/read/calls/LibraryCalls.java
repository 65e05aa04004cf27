package dev.leibniz.processor.frontend.read.calls;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import dev.leibniz.processor.frontend.library.ArrayFunctions;
import dev.leibniz.processor.frontend.library.ConstantObjects;
import dev.leibniz.processor.frontend.library.Fact;
import dev.leibniz.processor.frontend.library.LibraryEffects;
import dev.leibniz.processor.frontend.library.LibraryTable;
import dev.leibniz.processor.frontend.library.Predicates;
import dev.leibniz.processor.frontend.read.MethodReader;
import dev.leibniz.processor.frontend.read.ObjectCalls;
import dev.leibniz.processor.frontend.read.TextReader;
import dev.leibniz.processor.frontend.read.collections.FixedLists;
import dev.leibniz.processor.frontend.read.collections.SortReader;
import dev.leibniz.processor.frontend.read.collections.StreamReader;
import dev.leibniz.processor.frontend.read.values.JavaValue;
import dev.leibniz.processor.frontend.read.values.Notes;
import dev.leibniz.processor.frontend.scan.SideEffects;
import dev.leibniz.processor.frontend.syntax.Syntax;
import dev.leibniz.processor.frontend.types.Layouts;
import dev.leibniz.processor.frontend.types.Visibility;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Reads calls of methods whose source is not there: the array functions of the platform, and calls on constants. */
final class LibraryCalls {
    private final MethodReader reader;
    private final CallReader calls;
    private final ConstantCalls constants;
    private final ObjectCalls objects;

    LibraryCalls(MethodReader reader, CallReader calls, ConstantCalls constants) {
        this.constants = constants;
        this.reader = reader;
        this.calls = calls;
        this.objects = new ObjectCalls(reader);
    }

    JavaValue read(MethodInvocationTree tree, ExecutableElement callee, TypeElement owner, String name) {
        String ownerName = owner.getQualifiedName().toString();
        String method = callee.getSimpleName().toString();
        if (LibraryTable.says(callee, Fact.WRITES_THIRD)) {
            return arraycopy(tree);
        }
        if (ArrayFunctions.isOne(callee)) {
            return arrays(tree, callee, method, name);
        }
        if (LibraryTable.says(callee, Fact.TESTS)) {
            return constants.computed(tree, callee, name);
        }
        if (isFloating(callee)) {
            return floating(new ArgumentReader(reader).byComponents(tree, callee), method, name);
        }
        if (Layouts.isBox(ownerName) && method.equals("valueOf") && isOfNumber(callee)) {
            Type type = reader.typeOf(callee.getParameters().get(0).asType(), tree);
            return JavaValue.of(reader.expressions().valueAs(tree.getArguments().get(0), type, name));
        }
        if (LibraryTable.says(callee, Fact.RETURNS_ARGUMENT)) {
            return reader.expressions().read(tree.getArguments().get(0), name);
        }
        boolean isSort = ownerName.equals("java.util.Collections") && method.equals("sort");
        if (isSort && new FixedLists(reader).sort(tree)) {
            return JavaValue.nothing();
        }
        if (LibraryEffects.isUnrepeatable(callee, false)) {
            throw reader.problem(ProblemCode.IMPURE_CALL, tree, owner.getSimpleName() + "." + method);
        }
        if (makesText(tree)) {
            return text(tree, name);
        }
        String called = owner.getSimpleName() + "." + callee.getSimpleName();
        boolean printable = !ConstantObjects.isCollection(owner)
                && (isValue(callee.getReturnType()) || Predicates.isOne(callee))
                && callee.getParameters().stream().allMatch(p -> isValue(p.asType()))
                && Visibility.fromPackage(callee, reader.home().packageName());
        if (printable) {
            SideEffects effects = effectsOf(callee);
            if (!effects.written().isEmpty()) {
                throw reader.problem(ProblemCode.UNSEEN_WRITE, tree, owner.getSimpleName() + "." + method);
            }
            boolean mayCarry = !Predicates.isOne(callee)
                    && callee.getParameters().stream()
                            .anyMatch(p -> carriesDerivatives(p.asType()) || p.asType() instanceof DeclaredType);
            Notes.NotedTree site = new Notes.NotedTree(reader.file(), tree);
            Notes.Claim claim = Predicates.givesBits(callee)
                    ? new Notes.Claim(site, ProblemCode.BITS, called)
                    : new Notes.Claim(site, ProblemCode.UNKNOWN_CALLEE, called);
            return constants.read(tree, callee, effects, mayCarry ? Optional.of(claim) : Optional.empty(), name);
        }
        if (Visibility.fromPackage(callee, reader.home().packageName())) {
            return objects.callStatic(tree, callee, name);
        }
        throw reader.problem(ProblemCode.UNKNOWN_CALLEE, tree, called);
    }

    private static boolean isOfNumber(ExecutableElement callee) {
        return callee.getParameters().size() == 1
                && callee.getParameters().get(0).asType().getKind().isPrimitive();
    }

    private SideEffects effectsOf(ExecutableElement callee) {
        return LibraryEffects.leavesArraysAlone(callee) && LibraryEffects.isPure(callee)
                ? SideEffects.NONE
                : reader.home().sideEffectsOf(callee);
    }

    private boolean makesText(MethodInvocationTree tree) {
        return new TextReader(reader, new ArrayList<>()).makesText(tree);
    }

    /** A text that is made of numbers, as by {@code String.format}. */
    private JavaValue text(MethodInvocationTree tree, String name) {
        List<Value> operands = new ArrayList<>();
        String text = new TextReader(reader, operands).read(tree);
        return JavaValue.of(reader.let(name, new Expr.Opaque(text, operands, reader.typeOf(tree), false)));
    }

    private static boolean carriesDerivatives(TypeMirror type) {
        try {
            return Layouts.of(type, true).hasDifferentiatedLeaf();
        } catch (Layouts.NoLayout e) {
            return true;
        }
    }

    private static boolean isValue(TypeMirror type) {
        try {
            return !(Layouts.of(type, true) instanceof Layout.Nothing);
        } catch (Layouts.NoLayout e) {
            return false;
        }
    }

    // Methods of objects that are constants

    JavaValue instance(
            MethodInvocationTree tree,
            ExecutableElement callee,
            TypeElement owner,
            ExpressionTree receiver,
            String name) {
        boolean isOfClass = receiver instanceof MemberSelectTree select
                && select.getIdentifier().contentEquals("class");
        if (LibraryEffects.isUnrepeatable(callee, isShared(receiver))) {
            throw reader.problem(ProblemCode.IMPURE_CALL, tree, reader.file().quote(tree.getMethodSelect()));
        }
        if (!isOfClass && reader.javaType(receiver) instanceof ArrayType) {
            throw reader.problem(ProblemCode.INSTANCE_CALL, tree, "[]." + callee.getSimpleName());
        }
        return objects.call(tree, callee, receiver, name);
    }

    /** Whether the object is one that a constant holds: its draws depend on earlier draws of others. */
    private boolean isShared(ExpressionTree receiver) {
        Element element = reader.file().elementOf(Syntax.strip(receiver));
        return element != null && element.getKind() == ElementKind.FIELD;
    }

    /** Whether a method is {@code Double.sum}, {@code max} or {@code min}, or one of {@code Float}. */
    static boolean isFloating(ExecutableElement callee) {
        return LibraryTable.says(callee, Fact.ARITHMETIC);
    }

    JavaValue floating(List<JavaValue> arguments, String method, String name) {
        List<Value> args = JavaValue.flat(arguments);
        Op op = method.equals("sum") ? Op.Primitive.ADD : Op.math(method);
        return JavaValue.of(
                reader.let(name, new Expr.Apply(op, args, args.get(0).type())));
    }

    // Arrays

    private JavaValue arrays(MethodInvocationTree tree, ExecutableElement callee, String method, String name) {
        if (method.equals("fill") || method.equals("copyOf") || method.equals("copyOfRange")) {
            List<? extends ExpressionTree> args = tree.getArguments();
            JavaValue whole = reader.expressions().read(args.get(0), "");
            if (method.equals("copyOf")) {
                Value length = reader.expressions().valueAs(args.get(1), Type.INT, "");
                return copyOfRange(whole, Const.of(0), length, name);
            }
            boolean ranged = args.size() == 4 || method.equals("copyOfRange");
            Value from = ranged ? reader.expressions().valueAs(args.get(1), Type.INT, "") : Const.of(0);
            Value to = ranged ? reader.expressions().valueAs(args.get(2), Type.INT, "") : Const.of(0);
            if (method.equals("copyOfRange")) {
                return copyOfRange(whole, from, to, name);
            }
            ExpressionTree last = args.get(args.size() - 1);
            List<Value> values = whole.isRecord()
                    ? reader.expressions()
                            .readAs(last, whole.layout().element(), "")
                            .leaves()
                    : List.of(reader.expressions()
                            .valueAs(last, whole.value().type().element(), ""));
            if (!ranged) {
                to = reader.code().length(whole.leaves().get(0));
            }
            for (int i = 0; i < values.size(); i++) {
                Stmt.Fill fill = new Stmt.Fill(
                        whole.leaves().get(i),
                        from,
                        to,
                        values.get(i),
                        reader.code().origin());
                reader.add(fill);
                reader.functions().notes().wrote(fill, reader.file(), tree);
            }
            return JavaValue.nothing();
        }
        if (method.equals("setAll")) {
            new StreamReader(reader).setAll(tree, callee);
            return JavaValue.nothing();
        }
        if (method.equals("sort")) {
            new SortReader(reader).read(tree);
            return JavaValue.nothing();
        }
        Fact effect = ArrayFunctions.effectOf(callee);
        if (effect == Fact.READS && callee.getParameters().stream().allMatch(p -> isValue(p.asType()))) {
            return constants.computed(
                    tree, callee, name); // the answers change in steps, so that their derivative is zero
        }
        boolean isNumeric = effect == Fact.READS || effect == Fact.WRITES;
        throw reader.problem(
                isNumeric ? ProblemCode.UNKNOWN_ARRAY_FUNCTION : ProblemCode.COLLECTION,
                tree,
                "Arrays." + callee.getSimpleName());
    }

    private JavaValue copyOfRange(JavaValue array, Value from, Value to, String name) {
        return array.isRecord()
                ? reader.recordArrays().copyOfRange(array, from, to)
                : JavaValue.of(reader.let(name, new Expr.CopyOfRange(array.value(), from, to)));
    }

    private JavaValue arraycopy(MethodInvocationTree tree) {
        List<? extends ExpressionTree> args = tree.getArguments();
        JavaValue source = reader.expressions().read(args.get(0), "");
        Value sourceStart = reader.expressions().valueAs(args.get(1), Type.INT, "");
        JavaValue target = reader.expressions().read(args.get(2), "");
        Value targetStart = reader.expressions().valueAs(args.get(3), Type.INT, "");
        Value length = reader.expressions().valueAs(args.get(4), Type.INT, "");
        if (!source.layout().sameLeaves(target.layout()) && (source.isRecord() || target.isRecord())) {
            throw reader.problem(ProblemCode.UNSUPPORTED, tree, "A copy between arrays of two classes");
        }
        for (int i = 0; i < target.leaves().size(); i++) {
            Stmt.CopyRange copy = new Stmt.CopyRange(
                    source.leaves().get(i),
                    sourceStart,
                    target.leaves().get(i),
                    targetStart,
                    length,
                    reader.code().origin());
            reader.add(copy);
            reader.functions().notes().wrote(copy, reader.file(), tree);
        }
        return JavaValue.nothing();
    }
}
