package dev.leibniz.processor.frontend.read;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import dev.leibniz.processor.frontend.read.values.Closure;
import dev.leibniz.processor.frontend.read.values.Conversions;
import dev.leibniz.processor.frontend.read.values.Datum;
import dev.leibniz.processor.frontend.read.values.Environment;
import dev.leibniz.processor.frontend.read.values.Exit;
import dev.leibniz.processor.frontend.read.values.Notes;
import dev.leibniz.processor.frontend.read.values.Slot;
import dev.leibniz.processor.frontend.read.values.Unreadable;
import dev.leibniz.processor.frontend.scan.HomeFile;
import dev.leibniz.processor.frontend.shadow.SourceFile;
import dev.leibniz.processor.frontend.shadow.SourceMethod;
import dev.leibniz.processor.frontend.types.Annotations;
import dev.leibniz.processor.frontend.types.Layouts;
import dev.leibniz.processor.frontend.types.TypePrinter;
import dev.leibniz.processor.frontend.types.ValueClasses;
import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.IrVerifier;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.ir.Origin;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.problem.ProblemCode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Reads one method. Holds what its parts share: the code written so far, the value of each variable, and the open exits;
 * the grammar is in {@link StatementReader}, {@link ExpressionReader} and their neighbours.
 */
final class MethodReader {
    private final SourceMethod method;
    private final Functions functions;
    private final Control control = new Control(this);
    private final ExpressionReader expressions = new ExpressionReader(this);
    private final StatementReader statements = new StatementReader(this);
    private final Assignments assignments = new Assignments(this);
    private final CallReader calls = new CallReader(this);
    private final ConstantReader constants = new ConstantReader(this);
    private final RecordArrays recordArrays = new RecordArrays(this);
    private final RecordMembers members = new RecordMembers(this);
    private final ObjectFields fields = new ObjectFields(this);
    private final ObjectConversions conversions = new ObjectConversions(this);
    private final Closures closures = new Closures(this);
    private final BlockBuilder prologue = new BlockBuilder();

    private BlockBuilder code = new BlockBuilder();
    private Environment environment = new Environment();
    private @Nullable Layout result;
    private @Nullable Datum receiver;
    private boolean broken;

    MethodReader(SourceMethod method, Functions functions) {
        this.method = method;
        this.functions = functions;
    }

    /**
     * The method as a function called {@code name}; meaningless if {@link #isBroken}.
     *
     * @param arguments what the parameters are, the object of an instance method first, if one is not what its type says; else empty
     */
    Function read(String name, List<Layout> arguments) {
        Iterator<Layout> given = arguments.iterator();
        List<Var> params = new ArrayList<>();
        MethodTree tree = method.tree();
        MisplacedCheckpoints.report(method, functions.findings());
        ExecutableElement element = method.element();
        boolean constructs = element.getKind() == ElementKind.CONSTRUCTOR;
        Layout around = members.isMember(element)
                ? given.hasNext() ? given.next() : members.usualSelf(element, tree)
                : new Layout.Nothing();
        if (functions.closureTable().find(around).isPresent() || !constructs && members.isOfEnum(around)) {
            receiver = parameter("self", around, params);
        } else if (around instanceof Layout.Record record && !constructs) {
            members.bindFields(record, parameters(record, params));
        }
        for (VariableTree parameter : tree.getParameters()) {
            Element variable = element(parameter);
            Layout usual =
                    layoutOf(variable.asType(), parameter, !Annotations.has(variable, Annotations.NO_DERIVATIVE));
            Layout layout = given.hasNext() ? given.next() : usual;
            Datum value = parameter(parameter.getName().toString(), layout, params);
            environment.put(
                    variable, conversions.isAssigned(variable) ? conversions.as(value, usual, parameter) : value);
        }
        Exit exit = open(constructs ? around : layoutOf(element.getReturnType(), tree, true));
        if (ImplicitFunctions.isOne(element)) {
            Callee.External solver = new ImplicitFunctions(this).callee(method, tree);
            environment.put(
                    Objects.requireNonNull(exit.result()),
                    calls.solution(solver, List.<Value>copyOf(params), "", tree));
        } else {
            control.sequence(
                    constructs && around instanceof Layout.Record record
                            ? members.steps(method, record, exit)
                            : statements.steps(tree.getBody().getStatements()),
                    exit);
        }
        return written(name, params, exit);
    }

    /** The body of a lambda as a function of what it captured and of its parameters. */
    Function read(String name, Closure.Lambda lambda, Layout.Record captured, List<Layout> arguments) {
        List<Var> params = new ArrayList<>();
        for (int i = 0; i < lambda.captured().size(); i++) {
            Layout.Field field = captured.fields().get(i);
            environment.put(lambda.captured().get(i), parameter(field.name(), field.layout(), params));
        }
        if (lambda.capturesSelf()) {
            Datum self = parameter(
                    "self", captured.fields().get(lambda.captured().size()).layout(), params);
            if (functions.closureTable().find(self.layout()).isPresent()) {
                receiver = self;
            } else {
                members.bind(self);
            }
        }
        for (int i = 0; i < arguments.size(); i++) {
            VariableTree parameter = lambda.parameters().get(i);
            environment.put(element(parameter), parameter(parameter.getName().toString(), arguments.get(i), params));
        }
        Exit exit = open(closures.layoutOf(lambda.type().getReturnType(), lambda.tree()));
        control.sequence(
                lambda.body() instanceof BlockTree block
                        ? statements.steps(block.getStatements())
                        : List.of(statements.expression((ExpressionTree) lambda.body(), exit)),
                exit);
        return written(name, params, exit);
    }

    private Exit open(Layout declared) {
        Slot slot = new Slot("result");
        environment.put(slot, Datum.undefined(declared));
        Exit exit = new Exit(new Slot("returned"), slot);
        environment.put(exit.flag(), Datum.of(Const.FALSE));
        control.open(exit);
        return exit;
    }

    private Function written(String name, List<Var> params, Exit exit) {
        Datum returned = environment.get(Objects.requireNonNull(exit.result()));
        result = returned.layout();
        List<Var> named = new ArrayList<>();
        for (Layout.Leaf leaf : returned.layout().leaves()) {
            named.add(Var.temporary(leaf.type()));
        }
        BlockBuilder whole = new BlockBuilder();
        whole.addAll(prologue.stmts());
        whole.addAll(code.stmts());
        Function function = new Function(name, params, named, whole.build(returned.leaves()));
        if (!broken) {
            IrVerifier.verify(function);
        }
        return function;
    }

    /** A parameter as generated code hands it over, whose leaves become parameters of the function. */
    Datum parameter(VariableTree tree, Element variable, List<Var> params) {
        boolean isConstant = Annotations.has(variable, Annotations.NO_DERIVATIVE);
        boolean isAsked = Annotations.isDifferentiated((ExecutableElement) variable.getEnclosingElement(), variable);
        Layouts.Followed followed = isAsked ? ValueClasses.around(variable) : Layouts.RECORDS;
        Layout layout = layoutOf(variable.asType(), tree, !isConstant, followed);
        return parameter(tree.getName().toString(), layout, params);
    }

    /** What the method returns, once it was read: a function is known by then. */
    @Nullable
    Layout result() {
        return result;
    }

    /** The function that a method of its interface is read for. */
    @Nullable
    Datum receiver() {
        return receiver;
    }

    private static Datum parameter(String name, Layout layout, List<Var> params) {
        List<Value> leaves = new ArrayList<>();
        name(layout, name, leaves);
        leaves.forEach(leaf -> params.add((Var) leaf));
        return new Datum(layout, leaves);
    }

    /** Parameters for the components of a record, called like them. */
    private static List<Datum> parameters(Layout.Record record, List<Var> params) {
        List<Datum> components = new ArrayList<>();
        for (Layout.Field field : record.fields()) {
            components.add(parameter(field.name(), field.layout(), params));
        }
        return components;
    }

    /** Fresh variables for the leaves of a variable: {@code layer}'s component {@code bias} is {@code layerBias}. */
    private static void name(Layout layout, String name, List<Value> leaves) {
        if (layout instanceof Layout.Leaf leaf) {
            leaves.add(new Var(name, leaf.type()));
        } else if (layout instanceof Layout.Record record) {
            for (Layout.Field field : record.fields()) {
                String component = Character.toUpperCase(field.name().charAt(0))
                        + field.name().substring(1);
                name(field.layout(), name + component, leaves);
            }
        }
    }

    boolean isBroken() {
        return broken;
    }

    SourceMethod method() {
        return method;
    }

    SourceFile file() {
        return method.file();
    }

    /** The file that the method is read for. */
    HomeFile home() {
        return functions.home();
    }

    Functions functions() {
        return functions;
    }

    Control control() {
        return control;
    }

    ExpressionReader expressions() {
        return expressions;
    }

    StatementReader statements() {
        return statements;
    }

    Assignments assignments() {
        return assignments;
    }

    CallReader calls() {
        return calls;
    }

    RecordArrays recordArrays() {
        return recordArrays;
    }

    RecordMembers members() {
        return members;
    }

    ObjectConversions conversions() {
        return conversions;
    }

    ObjectFields fields() {
        return fields;
    }

    Closures closures() {
        return closures;
    }

    ConstantReader constants() {
        return constants;
    }

    BlockBuilder code() {
        return code;
    }

    /** Code that runs once, before the body. */
    BlockBuilder prologue() {
        return prologue;
    }

    Environment environment() {
        return environment;
    }

    /** Gives a variable another value. */
    void set(Object variable, Datum value) {
        environment.put(variable, value);
    }

    /** Goes on writing to another block, with other values of the variables. */
    void switchTo(BlockBuilder code, Environment environment) {
        this.code = code;
        this.environment = environment;
    }

    Value let(String name, Expr expr) {
        return code.let(name, expr);
    }

    /** {@code value}, the value of {@code tree}, converted to {@code type}. */
    Value convert(Value value, Type type, String name, Tree tree) {
        if (value.type() instanceof Type.Scalar && type instanceof Type.Opaque) {
            return boxed(value, type, name, tree);
        }
        Value unboxed = type instanceof Type.Scalar ? Conversions.unboxed(code, value) : value;
        if (unboxed.type() instanceof Type.Scalar != type instanceof Type.Scalar) {
            throw problem(ProblemCode.BOXED, tree, file().quote(tree));
        }
        return convert(unboxed, type, name);
    }

    /** A number as an object, which is possible for constants. */
    private Value boxed(Value value, Type type, String name, Tree tree) {
        Var box = new Var(name, type);
        Stmt.Let let = new Stmt.Let(box, new Expr.Opaque("$0", List.of(value), type, false), code.origin());
        add(let);
        functions
                .notes()
                .claim(let, new Notes.Claim(new Notes.Site(file(), tree), ProblemCode.BOXED, file().quote(tree)));
        return box;
    }

    Value convert(Value value, Type type, String name) {
        return Conversions.convert(code, value, type, name);
    }

    void at(Origin origin) {
        boolean elsewhere = file() != functions.home().file(); // then the offset would point into the wrong file
        code.at(elsewhere ? new Origin(-1, origin.line(), origin.text()) : origin);
    }

    /** A method of generated code declares no exceptions. */
    void requireUnchecked(TypeMirror exception, Tree at) {
        if (home().isChecked(exception)) {
            throw problem(ProblemCode.CHECKED_EXCEPTION, at, TypePrinter.print(exception));
        }
    }

    /** Reports a problem; to be thrown if the construct cannot be read. */
    Unreadable problem(ProblemCode code, Tree at, Object... args) {
        broken = true;
        functions.report(code, file(), at, args);
        return new Unreadable();
    }

    /** Gives up on this method without saying so again. */
    Unreadable unreadable() {
        broken = true;
        return new Unreadable();
    }

    Element element(Tree tree) {
        Element element = file().elementOf(tree);
        if (element == null) {
            throw unresolved();
        }
        return element;
    }

    ExecutableElement executable(Tree tree) {
        if (element(tree) instanceof ExecutableElement executable) {
            return executable;
        }
        throw unresolved();
    }

    /** javac did not understand the source, and says so itself. */
    Unreadable unresolved() {
        functions.foundUnresolved(method);
        return unreadable();
    }

    TypeMirror javaType(Tree tree) {
        TypeMirror type = file().typeOf(tree);
        if (type == null || type.getKind() == javax.lang.model.type.TypeKind.ERROR) {
            throw unresolved();
        }
        return type;
    }

    Layout layoutOf(TypeMirror type, Tree at, boolean differentiated) {
        return layoutOf(type, at, differentiated, functions.home().objects());
    }

    Layout layoutOf(TypeMirror type, Tree at, boolean differentiated, Layouts.Followed followed) {
        if (type.getKind() == javax.lang.model.type.TypeKind.ERROR) {
            throw unresolved();
        }
        try {
            Layout layout = Layouts.of(type, differentiated, followed);
            if (layout instanceof Layout.Leaf leaf && leaf.type().leaf() instanceof Type.Opaque) {
                functions.mention(type);
            }
            return layout;
        } catch (Layouts.Refused refused) {
            throw problem(refused.code(), at, refused.subject());
        }
    }

    Layout layoutOf(Tree tree) {
        return layoutOf(javaType(tree), tree, true);
    }

    /** The type of an expression or variable that is no record. */
    Type typeOf(Tree tree) {
        return typeOf(javaType(tree), tree);
    }

    Type typeOf(TypeMirror type, Tree at) {
        if (type.getKind() == javax.lang.model.type.TypeKind.ERROR) {
            throw unresolved();
        }
        try {
            Type found = Layouts.typeOf(type);
            if (found.leaf() instanceof Type.Opaque) {
                functions.mention(type);
            }
            return found;
        } catch (Layouts.Refused refused) {
            throw problem(refused.code(), at, refused.subject());
        }
    }

    void add(Stmt stmt) {
        code.add(stmt);
    }
}
