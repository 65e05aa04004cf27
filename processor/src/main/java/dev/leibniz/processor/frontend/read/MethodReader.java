package dev.leibniz.processor.frontend.read;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import dev.leibniz.processor.frontend.read.control.Control;
import dev.leibniz.processor.frontend.read.program.Functions;
import dev.leibniz.processor.frontend.read.program.ImplicitFunctions;
import dev.leibniz.processor.frontend.read.program.MethodCode;
import dev.leibniz.processor.frontend.read.program.MisplacedCheckpoints;
import dev.leibniz.processor.frontend.read.values.Closure;
import dev.leibniz.processor.frontend.read.values.Exit;
import dev.leibniz.processor.frontend.read.values.HelperVariable;
import dev.leibniz.processor.frontend.read.values.JavaValue;
import dev.leibniz.processor.frontend.read.values.StatementEnd;
import dev.leibniz.processor.frontend.shadow.SourceMethod;
import dev.leibniz.processor.frontend.types.Annotations;
import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.walk.IrVerifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import org.jspecify.annotations.Nullable;

/**
 * Reads one method. Holds the readers of its parts and the open exits;
 * the grammar is in {@link Statements}, {@link Expressions} and {@link Calls}.
 */
public final class MethodReader extends MethodCode implements Functions.Reading {
    private final Control control = new Control(this);
    private final Expressions expressions;
    private final Calls calls;
    private final Statements statements;
    private final RecordArrays recordArrays = new RecordArrays(this);
    private final RecordMembers members = new RecordMembers(this);
    private final ObjectFields fields = new ObjectFields(this);
    private final ObjectConversions conversions = new ObjectConversions(this);
    private final Closures closures = new Closures(this);
    private final Set<Tree> awaitedLists = new HashSet<>();
    private @Nullable Layout result;
    private @Nullable JavaValue receiver;

    /** Makes the readers of the parts of a method. */
    public interface Grammar {
        Expressions expressions(MethodReader reader);

        Calls calls(MethodReader reader);

        Statements statements(MethodReader reader);
    }

    public MethodReader(SourceMethod method, Functions functions, Grammar grammar) {
        super(method, functions);
        this.expressions = grammar.expressions(this);
        this.calls = grammar.calls(this);
        this.statements = grammar.statements(this);
    }

    /**
     * The method as a function called {@code name}; meaningless if {@link #isBroken}.
     *
     * @param arguments the layouts of the parameters, the object of an instance method first, if one differs from its type's; else empty
     */
    @Override
    public Function read(String name, List<Layout> arguments) {
        Iterator<Layout> given = arguments.iterator();
        List<Var> params = new ArrayList<>();
        MethodTree tree = method().tree();
        MisplacedCheckpoints.report(method(), functions().findings());
        ExecutableElement element = method().element();
        boolean constructs = element.getKind() == ElementKind.CONSTRUCTOR;
        Layout around = members.isMember(element)
                ? given.hasNext() ? given.next() : members.usualSelf(element, tree)
                : new Layout.Nothing();
        if (functions().closureTable().find(around).isPresent() || !constructs && members.isOfEnum(around)) {
            receiver = parameter("self", around, params);
        } else if (around instanceof Layout.Record record && !constructs) {
            members.bindFields(record, parameters(record, params));
        }
        for (VariableTree parameter : tree.getParameters()) {
            Element variable = element(parameter);
            Layout usual =
                    layoutOf(variable.asType(), parameter, !Annotations.has(variable, Annotations.NO_DERIVATIVE));
            Layout layout = given.hasNext() ? given.next() : usual;
            JavaValue value = parameter(parameter.getName().toString(), layout, params);
            environment()
                    .put(variable, conversions.isAssigned(variable) ? conversions.as(value, usual, parameter) : value);
        }
        Exit exit = open(constructs ? around : layoutOf(element.getReturnType(), tree, true));
        if (ImplicitFunctions.isOne(element)) {
            Callee.External solver = new ImplicitFunctions(this).callee(method(), tree);
            environment()
                    .put(
                            Objects.requireNonNull(exit.result()),
                            calls.solution(solver, List.<Value>copyOf(params), "", tree));
        } else {
            control.sequence(
                    constructs && around instanceof Layout.Record record
                            ? members.steps(method(), record, exit)
                            : statements.steps(tree.getBody().getStatements()),
                    exit);
        }
        return written(name, params, exit);
    }

    /** The body of a lambda as a function of its captured variables and of its parameters. */
    @Override
    public Function read(String name, Closure.Lambda lambda, Layout.Record captured, List<Layout> arguments) {
        List<Var> params = new ArrayList<>();
        for (int i = 0; i < lambda.captured().size(); i++) {
            Layout.Field field = captured.fields().get(i);
            environment().put(lambda.captured().get(i), parameter(field.name(), field.layout(), params));
        }
        if (lambda.capturesSelf()) {
            JavaValue self = parameter(
                    "self", captured.fields().get(lambda.captured().size()).layout(), params);
            if (functions().closureTable().find(self.layout()).isPresent()) {
                receiver = self;
            } else {
                members.bind(self);
            }
        }
        for (int i = 0; i < arguments.size(); i++) {
            VariableTree parameter = lambda.parameters().get(i);
            environment().put(element(parameter), parameter(parameter.getName().toString(), arguments.get(i), params));
        }
        Exit exit = open(closures.layoutOf(lambda.type().getReturnType(), lambda.tree()));
        control.sequence(
                lambda.body() instanceof BlockTree block
                        ? statements.steps(block.getStatements())
                        : List.of(statements.expression((ExpressionTree) lambda.body(), exit)),
                exit);
        return written(name, params, exit);
    }

    @Override
    public Function readFilled(String name, String body) {
        return new FilledResults(this).read(name, body);
    }

    private Exit open(Layout declared) {
        HelperVariable slot = new HelperVariable("result");
        environment().put(slot, JavaValue.undefined(declared));
        Exit exit = new Exit(new HelperVariable("returned"), slot);
        environment().put(exit.flag(), JavaValue.of(Const.FALSE));
        control.open(exit);
        return exit;
    }

    private Function written(String name, List<Var> params, Exit exit) {
        JavaValue returned = environment().get(Objects.requireNonNull(exit.result()));
        result = returned.layout();
        List<Var> named = new ArrayList<>();
        for (Layout.Leaf leaf : returned.layout().leaves()) {
            named.add(Var.temporary(leaf.type()));
        }
        BlockBuilder whole = new BlockBuilder();
        whole.addAll(prologue().stmts());
        whole.addAll(code().stmts());
        Function function = new Function(name, params, named, whole.build(returned.leaves()));
        if (!isBroken()) {
            IrVerifier.verify(function);
        }
        return function;
    }

    /** The layout of the method's result, once it was read: a function is known by then. */
    @Override
    public @Nullable Layout result() {
        return result;
    }

    /** The function that a method of its interface is read for. */
    @Nullable
    JavaValue receiver() {
        return receiver;
    }

    /** Throws an exception where the condition holds, as the platform does. @param thrown text with gaps for the operands */
    public void throwIf(Value condition, String thrown, List<Value> operands) {
        control.branch(
                condition,
                () -> {
                    add(new Stmt.Throw(thrown, operands, code().origin()));
                    return StatementEnd.THROWN;
                },
                () -> StatementEnd.NORMAL,
                (Exit) null);
    }

    public Control control() {
        return control;
    }

    public Expressions expressions() {
        return expressions;
    }

    public Statements statements() {
        return statements;
    }

    public Calls calls() {
        return calls;
    }

    public RecordArrays recordArrays() {
        return recordArrays;
    }

    public RecordMembers members() {
        return members;
    }

    public ObjectConversions conversions() {
        return conversions;
    }

    public ObjectFields fields() {
        return fields;
    }

    public Closures closures() {
        return closures;
    }

    /** The calls whose result, a list, is only iterated over and queried. */
    public Set<Tree> awaitedLists() {
        return awaitedLists;
    }
}
