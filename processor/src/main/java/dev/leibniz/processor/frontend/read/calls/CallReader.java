package dev.leibniz.processor.frontend.read.calls;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import dev.leibniz.processor.frontend.headers.LibraryRules;
import dev.leibniz.processor.frontend.headers.RuleShape;
import dev.leibniz.processor.frontend.read.Calls;
import dev.leibniz.processor.frontend.read.EnumDispatch;
import dev.leibniz.processor.frontend.read.LibraryObjectCalls;
import dev.leibniz.processor.frontend.read.MethodReader;
import dev.leibniz.processor.frontend.read.ObjectCalls;
import dev.leibniz.processor.frontend.read.ObjectTypes;
import dev.leibniz.processor.frontend.read.collections.FixedLists;
import dev.leibniz.processor.frontend.read.collections.ReturnedLists;
import dev.leibniz.processor.frontend.read.collections.Snapshots;
import dev.leibniz.processor.frontend.read.collections.StreamReader;
import dev.leibniz.processor.frontend.read.program.ExternalCallees;
import dev.leibniz.processor.frontend.read.program.Functions;
import dev.leibniz.processor.frontend.read.program.ImplicitFunctions;
import dev.leibniz.processor.frontend.read.program.Replays;
import dev.leibniz.processor.frontend.read.values.Findings;
import dev.leibniz.processor.frontend.read.values.JavaValue;
import dev.leibniz.processor.frontend.read.values.Notes;
import dev.leibniz.processor.frontend.read.values.ReadFunction;
import dev.leibniz.processor.frontend.read.values.Rules;
import dev.leibniz.processor.frontend.shadow.SourceMethod;
import dev.leibniz.processor.frontend.types.Annotations;
import dev.leibniz.processor.frontend.types.Visibility;
import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Callee.Replay;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.problem.ProblemCode;
import dev.leibniz.processor.rules.DerivativeRules;
import dev.leibniz.processor.rules.MathLibraries;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Decides which method is called, and how. */
public final class CallReader implements Calls {
    private final MethodReader reader;
    private final ArgumentReader arguments;
    private final MathCalls math;
    private final ConstantCalls constants;
    private final LibraryCalls library;
    private final ClosureCalls closures;

    public CallReader(MethodReader reader) {
        this.reader = reader;
        this.arguments = new ArgumentReader(reader);
        this.math = new MathCalls(reader);
        this.constants = new ConstantCalls(reader);
        this.library = new LibraryCalls(reader, this, constants);
        this.closures = new ClosureCalls(reader);
    }

    @Override
    public JavaValue read(MethodInvocationTree tree, String name) {
        ExecutableElement callee = reader.executable(tree.getMethodSelect());
        TypeElement owner = (TypeElement) callee.getEnclosingElement();
        String ownerName = owner.getQualifiedName().toString();
        if (!callee.getModifiers().contains(Modifier.STATIC)) {
            return instance(tree, callee, owner, name);
        }
        if (owner.getKind() == ElementKind.ENUM
                && callee.getSimpleName().contentEquals("values")
                && reader.home().objects().parts(owner).isPresent()) {
            return new EnumDispatch(reader).values(owner, reader.layoutOf(callee.getReturnType(), tree, true));
        }
        if (MathCalls.isOne(callee, owner)) {
            return math.read(arguments.byComponents(tree, callee), callee, MathCalls.owner(owner), tree, name);
        }
        Optional<JavaValue> made = new LibraryObjectCalls(reader).make(callee, tree.getArguments(), tree);
        if (made.isPresent()) {
            return made.get();
        }
        Functions functions = reader.functions();
        if (functions.home().companions().isForm(callee)) {
            return new FormCalls(reader).read(tree, callee, name);
        }
        Rules.Found rules = functions.rules().find(callee, reader.method().element());
        if (!rules.isEmpty()) {
            return external(new ExternalCallees(reader).ruled(callee, rules, tree), tree, callee, name);
        }
        functions.rules().misfit(callee, reader.method().element()).ifPresent(misfit -> {
            String objection = new RuleShape(callee, misfit).expected();
            throw new ExternalCallees(reader).unfit(misfit.method(), callee, objection, tree);
        });
        SourceMethod source = functions.home().sourceOf(callee);
        if (Annotations.has(callee, Annotations.NO_DERIVATIVE)) {
            boolean isRead = source != null
                    && !Visibility.fromPackage(callee, functions.home().packageName());
            return isRead
                    ? hidden(tree, callee, source, name)
                    : constants.read(tree, callee, functions.home().sideEffectsOf(callee), Optional.empty(), name);
        }
        if (ImplicitFunctions.isOne(callee) && source != null) {
            Callee.External solver = new ImplicitFunctions(reader).callee(source, tree);
            return solution(solver, JavaValue.flat(arguments.byComponents(tree, callee)), name, tree);
        }
        if (source != null) {
            return local(tree, callee, source, false, null, name);
        }
        if (Annotations.has(callee, Annotations.DIFFERENTIABLE)) {
            return external(new ExternalCallees(reader).differentiable(callee, tree), tree, callee, name);
        }
        if (ImplicitFunctions.isOne(callee)) {
            throw reader.problem(
                    ProblemCode.IMPLICIT_FUNCTION,
                    tree,
                    callee.getSimpleName(),
                    "it is in another file, and so is what it solves; there it can be @Differentiable, too");
        }
        if (MathLibraries.contains(ownerName)
                && callee.getParameters().stream().allMatch(p -> p.asType().getKind() == TypeKind.DOUBLE)
                && DerivativeRules.isSupported(
                        new Op.MathCall(ownerName, callee.getSimpleName().toString()))) {
            return math.read(arguments.byComponents(tree, callee), callee, ownerName, tree, name);
        }
        Optional<ExecutableElement> known =
                LibraryRules.find(callee, functions.home().typeElement(LibraryRules.RULES));
        if (known.isPresent()) {
            return external(new ExternalCallees(reader).ofLibrary(callee, known.get(), tree), tree, callee, name);
        }
        return library.read(tree, callee, owner, name);
    }

    private JavaValue external(
            Callee.External called, MethodInvocationTree tree, ExecutableElement callee, String name) {
        List<Value> args = JavaValue.flat(arguments.byComponents(tree, callee));
        return call(called, args, called.result(), name, tree).result();
    }

    @Override
    public JavaValue solution(Callee.External solver, List<Value> args, String name, Tree tree) {
        JavaValue found = call(solver, args, solver.result(), name, tree).result();
        return found.value().type().isArray()
                ? JavaValue.of(reader.let(name, new Expr.CloneArray(found.value(), false)))
                : found;
    }

    @Override
    public List<JavaValue> arguments(List<? extends ExpressionTree> trees, ExecutableElement callee) {
        return arguments.read(trees, callee);
    }

    @Override
    public List<JavaValue> byComponents(MethodInvocationTree tree, ExecutableElement callee) {
        return arguments.byComponents(tree, callee);
    }

    @Override
    public JavaValue ofFunction(
            JavaValue function, ExecutableElement callee, List<JavaValue> args, Tree tree, String name) {
        return closures.call(function, callee, args, tree, name);
    }

    // The method that is called

    private JavaValue instance(MethodInvocationTree tree, ExecutableElement callee, TypeElement owner, String name) {
        ExpressionTree receiver =
                tree.getMethodSelect() instanceof MemberSelectTree select ? select.getExpression() : null;
        if (ObjectMethods.areOf(owner, callee, receiver, reader)) {
            return new ObjectMethods(reader).call(tree, callee, receiver, name);
        }
        if (owner.getKind() == ElementKind.RECORD) {
            return ofRecord(tree, callee, owner, receiver, name);
        }
        if (receiver == null) {
            throw reader.problem(ProblemCode.INSTANCE_CALL, tree, callee.getSimpleName());
        }
        Optional<JavaValue> ofLibrary = new LibraryObjectCalls(reader)
                .call(
                        callee,
                        () -> {
                            Layout layout = reader.layoutOf(owner.asType(), receiver, true);
                            return reader.expressions().readAs(receiver, layout, "");
                        },
                        () -> arguments.byComponents(tree, callee),
                        tree,
                        name);
        if (ofLibrary.isPresent()) {
            return ofLibrary.get();
        }
        Optional<JavaValue> listed = new FixedLists(reader).call(tree, callee, receiver, name);
        if (listed.isPresent()) {
            return listed.get();
        }
        Optional<JavaValue> streamed = new StreamReader(reader).read(tree, callee, owner, name);
        if (streamed.isPresent()) {
            return streamed.get();
        }
        if (owner.getKind() == ElementKind.INTERFACE && reader.closures().mayBeKnown(receiver)) {
            return closures.on(receiver, tree, callee, name);
        }
        TypeMirror type = reader.javaType(receiver);
        if (type instanceof ArrayType && callee.getSimpleName().contentEquals("clone")) {
            JavaValue array = reader.expressions().read(receiver, "");
            return array.isRecord()
                    ? reader.recordArrays().copy(array)
                    : JavaValue.of(reader.let(name, new Expr.CloneArray(array.value(), false)));
        }
        return library.instance(tree, callee, owner, receiver, name);
    }

    /** A method of a record: its components are arguments. */
    private JavaValue ofRecord(
            MethodInvocationTree tree,
            ExecutableElement callee,
            TypeElement owner,
            @Nullable ExpressionTree receiver,
            String name) {
        boolean accessor = tree.getArguments().isEmpty() && isComponent(callee, owner);
        SourceMethod source = reader.home().sourceOf(callee);
        if (source == null && !(accessor && reader.home().isPlain(callee))) {
            throw reader.problem(ProblemCode.INSTANCE_CALL, tree, owner.getSimpleName() + "." + callee.getSimpleName());
        }
        JavaValue self = receiver == null
                ? reader.members().self(tree)
                : reader.expressions().read(receiver, "");
        if (source == null) {
            return self.component(callee.getSimpleName().toString());
        }
        return local(tree, callee, source, Annotations.has(callee, Annotations.NO_DERIVATIVE), self, name);
    }

    static boolean isComponent(ExecutableElement callee, TypeElement owner) {
        return owner.getRecordComponents().stream()
                .anyMatch(component -> component.getSimpleName().equals(callee.getSimpleName()));
    }

    /** A stop-gradient that generated code cannot call, because it is private: its body is printed there, if it can be. */
    private JavaValue hidden(MethodInvocationTree tree, ExecutableElement callee, SourceMethod source, String name) {
        JavaValue result = local(tree, callee, source, true, null, name);
        if (reader.functions().isBroken(source)) {
            reader.functions().findings().forgetWithin(source.file(), source.tree());
            throw reader.problem(ProblemCode.PRIVATE_CALLEE, tree, callee.getSimpleName());
        }
        return result;
    }

    /** A call of a method that is read. @param self the object of an instance method */
    JavaValue local(
            MethodInvocationTree tree,
            ExecutableElement callee,
            SourceMethod source,
            boolean stopGradient,
            @Nullable JavaValue self,
            String name) {
        List<JavaValue> given = arguments.kept(tree.getArguments(), callee);
        return self == null && !stopGradient
                ? helper(tree, callee, source, given, name)
                : local(source, self, given, stopGradient, name, tree);
    }

    /** A call of a helper. One that cannot be read may be fine all the same, if it gets constants only. */
    private JavaValue helper(
            MethodInvocationTree tree,
            ExecutableElement callee,
            SourceMethod source,
            List<JavaValue> given,
            String name) {
        Functions functions = reader.functions();
        boolean mayBeCalled = constants.canBeGiven(callee, given);
        Optional<Findings> wrong =
                mayBeCalled && reader.conversions().special(source, given, tree).isEmpty()
                        ? functions.attempts().read(source)
                        : Optional.empty();
        if (wrong.isEmpty()) {
            return local(source, null, given, false, name, tree);
        }
        Notes.Claim claim = new Notes.Claim(
                new Notes.NotedTree(reader.file(), tree),
                wrong,
                !Visibility.fromPackage(callee, functions.home().packageName()),
                ProblemCode.PRIVATE_CALLEE,
                callee.getSimpleName());
        return constants.called(tree, callee, given, functions.home().sideEffectsOf(callee), Optional.of(claim), name);
    }

    @Override
    public JavaValue local(
            SourceMethod source,
            @Nullable JavaValue self,
            List<JavaValue> given,
            boolean stopGradient,
            String name,
            Tree tree) {
        List<JavaValue> all = new ArrayList<>();
        if (self != null) {
            all.add(self);
        }
        all.addAll(given);
        List<Layout> special = reader.conversions().special(source, all, tree);
        ReadFunction function = reader.functions().read(source, special);
        if (!special.isEmpty() && function.broken) {
            throw reader.unreadable();
        }
        Layout declared = reader.layoutOf(source.element().getReturnType(), tree, true);
        Layout layout = new ReturnedLists(reader).resultOf(function, declared, tree);
        Replay replay = stopGradient ? null : new Replays(reader).ofMethod(source);
        return call(new Callee.Local(function.name, stopGradient, replay), JavaValue.flat(all), layout, name, tree)
                .result();
    }

    @Override
    public JavaValue invoke(
            ExecutableElement callee, @Nullable JavaValue receiver, List<JavaValue> args, Tree tree, String name) {
        TypeElement owner = (TypeElement) callee.getEnclosingElement();
        boolean isStatic = callee.getModifiers().contains(Modifier.STATIC);
        if (callee.getKind() == ElementKind.CONSTRUCTOR) {
            return reader.members()
                    .made(callee, args, tree, name)
                    .orElseThrow(() -> reader.problem(ProblemCode.METHOD_REFERENCE, tree));
        } else if (isStatic && MathCalls.isOne(callee, owner)) {
            return math.read(args, callee, MathCalls.owner(owner), tree, name);
        } else if (LibraryCalls.isFloating(callee)) {
            return library.floating(args, callee.getSimpleName().toString(), name);
        } else if (receiver != null && reader.closures().isFunction(receiver)) {
            return closures.call(receiver, callee, args, tree, name);
        }
        Optional<JavaValue> ofLibrary = receiver == null
                ? Optional.empty()
                : new LibraryObjectCalls(reader).call(callee, () -> receiver, () -> args, tree, name);
        if (ofLibrary.isPresent()) {
            return ofLibrary.get();
        }
        SourceMethod source = reader.home().sourceOf(callee);
        boolean isAccessor = receiver != null && receiver.isRecord() && isComponent(callee, owner);
        if (source == null && isAccessor && reader.home().isPlain(callee)) {
            return receiver.component(callee.getSimpleName().toString());
        }
        boolean isDispatched = receiver != null
                && (ObjectTypes.hasTag(receiver.layout())
                        || receiver.isRecord() && reader.home().objects().isOverridden(callee));
        if (isDispatched) {
            return new ObjectMethods(reader).dispatch(callee, receiver, args, name, tree);
        }
        if (source == null || receiver != null && !receiver.isRecord() || !isFollowed(callee)) {
            throw reader.problem(ProblemCode.METHOD_REFERENCE, tree);
        }
        return local(source, receiver, args, Annotations.has(callee, Annotations.NO_DERIVATIVE), name, tree);
    }

    @Override
    public boolean isFollowed(ExecutableElement callee) {
        boolean isStatic = callee.getModifiers().contains(Modifier.STATIC);
        Rules.Found rules =
                reader.functions().rules().find(callee, reader.method().element());
        boolean isGiven = Annotations.has(callee, Annotations.NO_DERIVATIVE) || !rules.isEmpty();
        return !ImplicitFunctions.isOne(callee) && !(isStatic && isGiven);
    }

    @Override
    public Called call(Callee callee, List<Value> args, Layout layout, String name, Tree tree) {
        List<Value> results = new ArrayList<>();
        List<Var> variables = new ArrayList<>();
        boolean isNamed = layout instanceof Layout.Leaf || callee instanceof Callee.External;
        for (Layout.Leaf leaf : layout.leaves()) {
            Var result = new Var(isNamed ? layout.nameOf(variables.size(), name) : "", leaf.type());
            variables.add(result);
            results.add(result);
        }
        List<Value> given = new Snapshots(reader).of(callee, args);
        Stmt.Call call = new Stmt.Call(callee, given, variables, reader.code().origin());
        reader.add(call);
        reader.functions().notes().wrote(call, reader.file(), tree);
        return new Called(call, new JavaValue(layout, results));
    }

    @Override
    public JavaValue create(NewClassTree tree, String name) {
        TypeMirror type = reader.javaType(tree);
        Optional<JavaValue> function = tree.getClassBody() == null
                ? Optional.empty()
                : reader.closures().anonymous(tree, name);
        if (function.isPresent()) {
            return function.get();
        }
        return reader.home().objects().parts(type).isEmpty()
                ? new ObjectCalls(reader).create(tree, name)
                : reader.members().create(tree, name);
    }
}
