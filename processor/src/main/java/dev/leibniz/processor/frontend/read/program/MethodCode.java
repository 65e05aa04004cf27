package dev.leibniz.processor.frontend.read.program;

import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import dev.leibniz.processor.frontend.read.values.Conversions;
import dev.leibniz.processor.frontend.read.values.Environment;
import dev.leibniz.processor.frontend.read.values.JavaValue;
import dev.leibniz.processor.frontend.read.values.Notes;
import dev.leibniz.processor.frontend.read.values.Unreadable;
import dev.leibniz.processor.frontend.scan.HomeFile;
import dev.leibniz.processor.frontend.shadow.SourceFile;
import dev.leibniz.processor.frontend.shadow.SourceMethod;
import dev.leibniz.processor.frontend.types.Annotations;
import dev.leibniz.processor.frontend.types.Layouts;
import dev.leibniz.processor.frontend.types.TypePrinter;
import dev.leibniz.processor.frontend.types.ValueClasses;
import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.ir.Origin;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;

/** A method while it is read, as far as no grammar is known: the code written so far, the value of each variable, and its problems. */
public class MethodCode {
    private final SourceMethod method;
    private final Functions functions;
    private final BlockBuilder prologue = new BlockBuilder();

    private BlockBuilder code = new BlockBuilder();
    private Environment environment = new Environment();
    private boolean broken;

    protected MethodCode(SourceMethod method, Functions functions) {
        this.method = method;
        this.functions = functions;
    }

    public boolean isBroken() {
        return broken;
    }

    public SourceMethod method() {
        return method;
    }

    public SourceFile file() {
        return method.file();
    }

    /** The file that the method is read for. */
    public HomeFile home() {
        return functions.home();
    }

    public Functions functions() {
        return functions;
    }

    public BlockBuilder code() {
        return code;
    }

    /** Code that runs once, before the body. */
    public BlockBuilder prologue() {
        return prologue;
    }

    public Environment environment() {
        return environment;
    }

    /** Gives a variable another value. */
    public void set(Object variable, JavaValue value) {
        environment.put(variable, value);
    }

    /** Goes on writing to another block, with other values of the variables. */
    public void switchTo(BlockBuilder code, Environment environment) {
        this.code = code;
        this.environment = environment;
    }

    public Value let(String name, Expr expr) {
        return code.let(name, expr);
    }

    /** {@code value}, the value of {@code tree}, converted to {@code type}. */
    public Value convert(Value value, Type type, String name, Tree tree) {
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
                .claim(let, new Notes.Claim(new Notes.NotedTree(file(), tree), ProblemCode.BOXED, file().quote(tree)));
        return box;
    }

    public Value convert(Value value, Type type, String name) {
        return Conversions.convert(code, value, type, name);
    }

    public void at(Origin origin) {
        boolean elsewhere = file() != functions.home().file(); // then the offset would point into the wrong file
        code.at(elsewhere ? new Origin(-1, origin.line(), origin.text()) : origin);
    }

    /** A method of generated code declares no exceptions. */
    public void requireUnchecked(TypeMirror exception, Tree at) {
        if (home().isChecked(exception)) {
            throw problem(ProblemCode.CHECKED_EXCEPTION, at, TypePrinter.print(exception));
        }
    }

    /** Reports a problem; to be thrown if the construct cannot be read. */
    public Unreadable problem(ProblemCode code, Tree at, Object... args) {
        broken = true;
        functions.report(code, file(), at, args);
        return new Unreadable();
    }

    /** Gives up on this method without saying so again. */
    public Unreadable unreadable() {
        broken = true;
        return new Unreadable();
    }

    public Element element(Tree tree) {
        Element element = file().elementOf(tree);
        if (element == null) {
            throw unresolved();
        }
        return element;
    }

    public ExecutableElement executable(Tree tree) {
        if (element(tree) instanceof ExecutableElement executable) {
            return executable;
        }
        throw unresolved();
    }

    /** javac did not understand the source, and says so itself. */
    public Unreadable unresolved() {
        functions.foundUnresolved(method);
        return unreadable();
    }

    public TypeMirror javaType(Tree tree) {
        TypeMirror type = file().typeOf(tree);
        if (type == null || type.getKind() == javax.lang.model.type.TypeKind.ERROR) {
            throw unresolved();
        }
        return type;
    }

    public Layout layoutOf(TypeMirror type, Tree at, boolean differentiated) {
        return layoutOf(type, at, differentiated, functions.home().objects());
    }

    public Layout layoutOf(TypeMirror type, Tree at, boolean differentiated, Layouts.Followed followed) {
        if (type.getKind() == javax.lang.model.type.TypeKind.ERROR) {
            throw unresolved();
        }
        try {
            Layout layout = Layouts.of(type, differentiated, followed);
            if (layout instanceof Layout.Leaf leaf && leaf.type().leaf() instanceof Type.Opaque) {
                functions.mention(type);
            }
            return layout;
        } catch (Layouts.NoLayout refused) {
            throw problem(refused.code(), at, refused.subject());
        }
    }

    public Layout layoutOf(Tree tree) {
        return layoutOf(javaType(tree), tree, true);
    }

    /** The type of an expression or variable that is no record. */
    public Type typeOf(Tree tree) {
        return typeOf(javaType(tree), tree);
    }

    public Type typeOf(TypeMirror type, Tree at) {
        if (type.getKind() == javax.lang.model.type.TypeKind.ERROR) {
            throw unresolved();
        }
        try {
            Type found = Layouts.typeOf(type);
            if (found.leaf() instanceof Type.Opaque) {
                functions.mention(type);
            }
            return found;
        } catch (Layouts.NoLayout refused) {
            throw problem(refused.code(), at, refused.subject());
        }
    }

    public void add(Stmt stmt) {
        code.add(stmt);
    }

    /** A parameter as generated code hands it over, whose leaves become parameters of the function. */
    public JavaValue parameter(VariableTree tree, Element variable, List<Var> params) {
        boolean isConstant = Annotations.has(variable, Annotations.NO_DERIVATIVE);
        boolean isAsked = Annotations.isDifferentiated((ExecutableElement) variable.getEnclosingElement(), variable);
        Layouts.Followed followed = isAsked ? ValueClasses.around(variable) : Layouts.RECORDS;
        Layout layout = layoutOf(variable.asType(), tree, !isConstant, followed);
        return parameter(tree.getName().toString(), layout, params);
    }

    public static JavaValue parameter(String name, Layout layout, List<Var> params) {
        List<Value> leaves = new ArrayList<>();
        name(layout, name, leaves);
        leaves.forEach(leaf -> params.add((Var) leaf));
        return new JavaValue(layout, leaves);
    }

    /** Parameters for the components of a record, called like them. */
    public static List<JavaValue> parameters(Layout.Record record, List<Var> params) {
        List<JavaValue> components = new ArrayList<>();
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
}
