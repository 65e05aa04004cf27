package dev.leibniz.processor.frontend.read;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import dev.leibniz.processor.frontend.read.program.ConstantParts;
import dev.leibniz.processor.frontend.read.values.JavaValue;
import dev.leibniz.processor.frontend.read.values.Notes;
import dev.leibniz.processor.frontend.shadow.SourceMethod;
import dev.leibniz.processor.frontend.syntax.Syntax;
import dev.leibniz.processor.frontend.syntax.WriteScanner;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.problem.ProblemCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import org.jspecify.annotations.Nullable;

/**
 * Between the two ways in which an object can be there: as the values of its parts, if this code has made it or needs them; or as it
 * is, if it came from outside. An object from outside stays as it is as long as possible.
 */
public final class ObjectConversions {
    private final MethodReader reader;
    private @Nullable Set<Element> assigned;

    ObjectConversions(MethodReader reader) {
        this.reader = reader;
    }

    /** Whether it is an object, or an array of objects, as it came from outside. */
    public static boolean isObject(Layout layout) {
        return layout instanceof Layout.Leaf leaf && leaf.type().leaf() instanceof Type.Opaque;
    }

    /** An expression whose value is handed to code that is not looked into, or kept as an object of any type. */
    public JavaValue readObject(ExpressionTree tree, String name) {
        boolean isMade = tree instanceof NewClassTree
                && reader.home().objects().find(reader.javaType(tree)).isPresent();
        return isMade
                ? new ObjectCalls(reader).create((NewClassTree) tree, name)
                : reader.expressions().read(tree, name);
    }

    /** The value in the form of a variable of the type that {@code layout} stands for. */
    public JavaValue as(JavaValue datum, Layout layout, Tree at) {
        if (reader.closures().isIn(datum) || reader.functions().closureTable().isIn(layout)) {
            return asFunction(datum, layout, at);
        }
        if (datum.layout().sameLeaves(layout)
                || layout instanceof Layout.Leaf && datum.layout() instanceof Layout.Leaf) {
            return new JavaValue(layout, datum.leaves());
        }
        if (layout instanceof Layout.Record record && !layout.isRecordArray()) {
            Optional<JavaValue> widened = new ObjectTypes(reader).widened(datum, record, at);
            if (widened.isPresent()) {
                return widened.get();
            }
        }
        if (layout instanceof Layout.Record record && isObject(datum.layout())) {
            if (layout.isRecordArray()) {
                throw reader.problem(
                        ProblemCode.UNREADABLE_OBJECT,
                        at,
                        reader.file().quote(at),
                        "it is an array that came from outside");
            }
            return new ConstantParts(reader).of(record, datum.value(), at);
        }
        if (layout instanceof Layout.Record wanted
                && datum.layout() instanceof Layout.Record given
                && wanted.javaName().equals(given.javaName())
                && wanted.fields().size() == given.fields().size()) {
            List<JavaValue> parts = new ArrayList<>();
            for (Layout.Field field : wanted.fields()) {
                parts.add(as(datum.component(field.name()), field.layout(), at));
            }
            return JavaValue.record(wanted, parts);
        }
        if (layout instanceof Layout.Leaf leaf && isObject(layout) && datum.layout() instanceof Layout.Record record) {
            return packed(datum, record, leaf, at);
        }
        throw reader.problem(ProblemCode.UNSUPPORTED, at, "This conversion");
    }

    /** A variable that holds a function, or a record with one in it, has the layout of its value. */
    private JavaValue asFunction(JavaValue datum, Layout layout, Tree at) {
        boolean isHeld = layout instanceof Layout.Record
                || layout instanceof Layout.Leaf leaf && reader.closures().standsFor(datum, leaf.type());
        if (!isHeld) {
            throw reader.problem(ProblemCode.FUNCTION_VALUE, at, "an array or another object would hold it");
        }
        return datum;
    }

    /** The value of an expression; an object from outside as it is, else as {@code layout} has it. */
    public JavaValue readKept(ExpressionTree tree, Layout layout, String name) {
        if (layout instanceof Layout.Leaf leaf
                && reader.closures().isFunctionType(leaf.type())
                && reader.closures().isEnumOfHome(reader.javaType(tree))) {
            return reader.expressions().read(tree, name);
        }
        if (!(layout instanceof Layout.Record) || Syntax.isNull(tree) || tree.getKind() == Tree.Kind.NEW_ARRAY) {
            return reader.expressions().readAs(tree, layout, name);
        }
        JavaValue datum = reader.expressions().read(tree, name);
        return isKept(datum.layout(), layout) ? datum : as(datum, layout, tree);
    }

    /** As above, for a variable, which can hold an object as it is only if it gets no other. */
    public JavaValue readFor(Element variable, ExpressionTree tree, Layout layout, String name) {
        return isAssigned(variable) ? reader.expressions().readAs(tree, layout, name) : readKept(tree, layout, name);
    }

    /** The layouts of a method's parameters, if one of them differs from the layout of its type; else empty. */
    public List<Layout> special(SourceMethod method, List<JavaValue> arguments, Tree at) {
        List<Layout> usual = new ArrayList<>();
        ExecutableElement element = method.element();
        if (arguments.size() > element.getParameters().size()) {
            usual.add(reader.members().usualSelf(element, at));
        }
        element.getParameters().forEach(parameter -> usual.add(reader.layoutOf(parameter.asType(), at, true)));
        List<Layout> given = arguments.stream().map(one -> one.layout().plain()).toList();
        return given.equals(usual.stream().map(Layout::plain).toList()) ? List.of() : given;
    }

    private static boolean isKept(Layout given, Layout wanted) {
        return isObject(given)
                || given instanceof Layout.Record one
                        && wanted instanceof Layout.Record other
                        && one.javaName().equals(other.javaName())
                        && one.leaves().stream().anyMatch(ObjectConversions::isObject);
    }

    /** Whether the method gives the variable another value than its first. */
    public boolean isAssigned(Element variable) {
        Set<Element> known = assigned;
        if (known == null) {
            Set<Element> found = new HashSet<>();
            new WriteScanner() {
                @Override
                protected void written(ExpressionTree target) {
                    Element element =
                            target instanceof IdentifierTree ? reader.file().elementOf(target) : null;
                    if (element != null) {
                        found.add(element);
                    }
                }
            }.scan(reader.method().tree(), null);
            known = found;
            assigned = known;
        }
        return known.contains(variable);
    }

    /** An object of a type that nothing is known of: fine if it holds constants. */
    private JavaValue packed(JavaValue datum, Layout.Record record, Layout.Leaf leaf, Tree at) {
        requireConstructor(record, at);
        List<Value> operands = new ArrayList<>();
        String text = new TextReader(reader, operands).gap(datum);
        Var object = new Var("", leaf.type());
        Stmt.Let let = new Stmt.Let(
                object,
                new Expr.Opaque(text, operands, leaf.type(), false),
                reader.code().origin());
        reader.add(let);
        Notes.NotedTree site = new Notes.NotedTree(reader.file(), at);
        String name = record.javaName().substring(record.javaName().lastIndexOf('.') + 1);
        reader.functions().notes().claim(let, new Notes.Claim(site, ProblemCode.OBJECT_CREATION, name));
        return JavaValue.of(object);
    }

    /** Reports an object that generated code cannot build from its parts. */
    public void requireConstructor(Layout layout, Tree at) {
        if (!(layout instanceof Layout.Record record) || layout.isRecordArray()) {
            return;
        }
        if (!new ConstantParts(reader).isBuiltFrom(record)) {
            throw reader.problem(ProblemCode.KEPT_OBJECT, at, reader.file().quote(at), record.javaName());
        }
        record.fields().forEach(field -> requireConstructor(field.layout(), at));
    }
}
