package dev.leibniz.processor.frontend;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads method calls and the creation of records: decides who is called, and how. */
final class CallReader {
    private static final String RUNTIME = "dev.leibniz.runtime.";
    private static final Set<String> RUNTIME_SCALARS = Set.of("Activations", "Losses");

    private final MethodReader reader;
    private final LibraryCalls library;

    CallReader(MethodReader reader) {
        this.reader = reader;
        this.library = new LibraryCalls(reader, this);
    }

    Datum read(MethodInvocationTree tree, String name) {
        ExecutableElement callee = reader.executable(tree.getMethodSelect());
        TypeElement owner = (TypeElement) callee.getEnclosingElement();
        String ownerName = owner.getQualifiedName().toString();
        if (!callee.getModifiers().contains(Modifier.STATIC)) {
            return instance(tree, callee, owner, name);
        }
        if (ownerName.equals("java.lang.Math") || ownerName.equals("java.lang.StrictMath")) {
            return math(tree, callee, owner.getSimpleName().toString(), name);
        }
        if (ownerName.startsWith(RUNTIME)
                && RUNTIME_SCALARS.contains(owner.getSimpleName().toString())
                && callee.getReturnType().getKind() == TypeKind.DOUBLE
                && callee.getParameters().stream().allMatch(p -> p.asType().getKind() == TypeKind.DOUBLE)) {
            return math(tree, callee, ownerName, name);
        }
        Functions functions = reader.functions();
        if (functions.isCompanion(owner)) {
            return functions.companions().read(tree, callee, owner, reader, name);
        }
        ExecutableElement rule = functions.rules().find(callee, reader.method().element());
        if (rule != null) {
            Callee.External ruled = new ExternalCallees(reader).ruled(callee, rule, tree);
            return call(ruled, flat(arguments(tree, callee)), ruled.result(), name, tree);
        }
        SourceMethod source = functions.sourceOf(callee);
        if (Annotations.has(callee, Annotations.NO_DERIVATIVE)) {
            boolean visible = Visibility.fromPackage(callee, functions.packageName());
            return visible || source == null ? constant(tree, callee, name) : local(tree, callee, source, true, name);
        }
        boolean sameFile = source != null && source.file() == reader.file();
        if (source != null
                && (sameFile || ownerName.startsWith(RUNTIME) || Annotations.has(callee, Annotations.DIFFERENTIABLE))) {
            return local(tree, callee, source, false, name);
        }
        if (Annotations.has(callee, Annotations.DIFFERENTIABLE)) {
            Callee.External compiled = new ExternalCallees(reader).compiled(callee, tree);
            return call(compiled, flat(arguments(tree, callee)), compiled.result(), name, tree);
        }
        return library.read(tree, callee, owner, name);
    }

    // Who is called

    private Datum instance(MethodInvocationTree tree, ExecutableElement callee, TypeElement owner, String name) {
        if (!(tree.getMethodSelect() instanceof MemberSelectTree select)) {
            throw reader.problem(ProblemCode.INSTANCE_CALL, tree, callee.getSimpleName());
        }
        ExpressionTree receiver = select.getExpression();
        TypeMirror type = reader.javaType(receiver);
        if (type instanceof ArrayType && callee.getSimpleName().contentEquals("clone")) {
            Value array = reader.expressions().value(receiver, "");
            return Datum.of(reader.let(name, new Expr.CloneArray(array, false)));
        }
        if (owner.getKind() == ElementKind.RECORD && tree.getArguments().isEmpty() && isComponent(callee, owner)) {
            reader.functions().requirePlainAccessor(callee, reader, tree);
            return reader.expressions()
                    .read(receiver, "")
                    .component(callee.getSimpleName().toString());
        }
        return library.instance(tree, callee, owner, receiver, name);
    }

    private static boolean isComponent(ExecutableElement callee, TypeElement owner) {
        return owner.getRecordComponents().stream()
                .anyMatch(component -> component.getSimpleName().equals(callee.getSimpleName()));
    }

    private Datum math(MethodInvocationTree tree, ExecutableElement callee, String owner, String name) {
        if (callee.getSimpleName().contentEquals("random")) {
            throw reader.problem(ProblemCode.IMPURE_CALL, tree, "Math.random()");
        }
        List<Value> args = flat(arguments(tree, callee));
        Type type = reader.typeOf(callee.getReturnType(), tree);
        Op op = new Op.MathCall(owner, callee.getSimpleName().toString());
        return Datum.of(reader.let(name, new Expr.Apply(op, args, type)));
    }

    private Datum local(
            MethodInvocationTree tree,
            ExecutableElement callee,
            SourceMethod source,
            boolean stopGradient,
            String name) {
        List<Value> args = flat(arguments(tree, callee));
        Layout layout = reader.layoutOf(callee.getReturnType(), tree, true);
        String function = reader.functions().call(source, reader, tree);
        return call(new Callee.Local(function, stopGradient), args, layout, name, tree);
    }

    Datum call(Callee callee, List<Value> args, Layout layout, String name, Tree tree) {
        List<Value> results = new ArrayList<>();
        List<Var> variables = new ArrayList<>();
        for (Layout.Leaf leaf : layout.leaves()) {
            Var result = new Var(layout instanceof Layout.Leaf ? name : "", leaf.type());
            variables.add(result);
            results.add(result);
        }
        Stmt.Call call = new Stmt.Call(callee, args, variables, reader.code().origin());
        reader.add(call);
        reader.functions().wrote(call, reader.file(), tree);
        return new Datum(layout, results);
    }

    /** A call through which no derivative flows, printed as it stands. */
    Datum constant(MethodInvocationTree tree, ExecutableElement callee, String name) {
        if (!Visibility.fromPackage(callee, reader.functions().packageName())) {
            throw reader.problem(ProblemCode.PRIVATE_CALLEE, tree, callee.getSimpleName());
        }
        callee.getThrownTypes().forEach(thrown -> reader.functions().requireUnchecked(thrown, reader, tree));
        List<Datum> args = arguments(tree, callee);
        if (args.stream().anyMatch(Datum::isRecord) || Layouts.isRecord(callee.getReturnType())) {
            throw reader.problem(ProblemCode.NOT_YET, tree, "A record in a call that is constant to the chain rule");
        }
        Type type = reader.typeOf(callee.getReturnType(), tree);
        StringBuilder template = new StringBuilder(((TypeElement) callee.getEnclosingElement()).getQualifiedName())
                .append('.')
                .append(callee.getSimpleName())
                .append('(');
        for (int i = 0; i < args.size(); i++) {
            template.append(i == 0 ? "$" : ", $").append(i);
        }
        return Datum.of(
                reader.let(name, new Expr.Opaque(template.append(')').toString(), flat(args), type, type.isArray())));
    }

    // Arguments

    List<Datum> arguments(MethodInvocationTree tree, ExecutableElement callee) {
        return arguments(tree.getArguments(), callee);
    }

    private List<Datum> arguments(List<? extends ExpressionTree> trees, ExecutableElement callee) {
        List<? extends VariableElement> parameters = callee.getParameters();
        List<Datum> args = new ArrayList<>();
        int fixed = callee.isVarArgs() && !isPacked(trees, parameters) ? parameters.size() - 1 : parameters.size();
        for (int i = 0; i < fixed; i++) {
            Layout layout = reader.layoutOf(parameters.get(i).asType(), trees.get(i), true);
            args.add(reader.expressions().readAs(trees.get(i), layout, ""));
        }
        if (fixed < parameters.size()) {
            args.add(Datum.of(packed(trees.subList(fixed, trees.size()), parameters.get(fixed))));
        }
        return args;
    }

    private boolean isPacked(List<? extends ExpressionTree> trees, List<? extends VariableElement> parameters) {
        int last = parameters.size() - 1;
        return trees.size() == parameters.size()
                && reader.javaType(trees.get(last)) instanceof ArrayType given
                && TypePrinter.print(given)
                        .equals(TypePrinter.print(parameters.get(last).asType()));
    }

    private Value packed(List<? extends ExpressionTree> trees, VariableElement parameter) {
        List<Value> elements = new ArrayList<>();
        Type type = reader.functions().arrayType(parameter, reader);
        for (ExpressionTree tree : trees) {
            elements.add(reader.expressions().valueAs(tree, type.element(), ""));
        }
        Value array = reader.code().newArray("", type, Const.of(elements.size()));
        for (int i = 0; i < elements.size(); i++) {
            reader.code().store(array, Const.of(i), elements.get(i));
        }
        return array;
    }

    static List<Value> flat(List<Datum> data) {
        List<Value> values = new ArrayList<>();
        data.forEach(datum -> values.addAll(datum.leaves()));
        return values;
    }

    // Records

    Datum create(NewClassTree tree, String name) {
        TypeMirror type = reader.javaType(tree);
        if (tree.getClassBody() != null || !Layouts.isRecord(type)) {
            throw reader.problem(
                    ProblemCode.OBJECT_CREATION, tree, reader.file().quote(tree.getIdentifier()));
        }
        ExecutableElement constructor = reader.executable(tree);
        reader.functions().requirePlainConstructor(constructor, reader, tree);
        Layout layout = reader.layoutOf(tree);
        List<Datum> components = arguments(tree.getArguments(), constructor);
        return Datum.record(layout, components);
    }
}
