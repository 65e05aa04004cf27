package dev.leibniz.processor.frontend.read.collections;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.VariableTree;
import dev.leibniz.processor.frontend.library.ConstantObjects;
import dev.leibniz.processor.frontend.read.MethodReader;
import dev.leibniz.processor.frontend.read.RecordArrays;
import dev.leibniz.processor.frontend.read.values.JavaValue;
import dev.leibniz.processor.frontend.syntax.Syntax;
import dev.leibniz.processor.frontend.types.Layouts;
import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import org.jspecify.annotations.Nullable;

/**
 * Lists and stacks that a method fills, in loops and branches: an array with room for more, and a size. As soon as nothing is added or taken
 * any more, which is after a statement of the block that declares the list, the array is cut to its size, and the list is one of the
 * {@link FixedLists}.
 */
public final class GrowingLists {
    private static final int FIRST_CAPACITY = 10;
    private static final String ELEMENTS = "elements";
    private static final String SIZE = "size";

    /** The layouts of lists have these names, which no record has. */
    private static final String GROWING = "list that grows";

    private static final String ROOMY = "list with enough room";

    private static final Set<String> CREATED =
            Set.of("java.util.ArrayList", "java.util.ArrayDeque", "java.util.LinkedList", "java.util.Stack");

    private static final Set<String> STACKS = Set.of("java.util.ArrayDeque", "java.util.LinkedList", "java.util.Stack");

    private final MethodReader reader;

    public GrowingLists(MethodReader reader) {
        this.reader = reader;
    }

    private static boolean isGrowing(@Nullable JavaValue datum) {
        return datum != null
                && datum.layout() instanceof Layout.Record record
                && (record.javaName().equals(GROWING) || record.javaName().equals(ROOMY));
    }

    /**
     * A {@linkplain #isNew new} list of a variable that gets no other, and is filled later.
     *
     * @param element the layout of its elements
     */
    Optional<JavaValue> declared(Element variable, ExpressionTree initializer, Layout element) {
        ListFilling filling = new ListFilling(reader, variable, isStack(initializer));
        if (!filling.isUnderstood()) {
            return Optional.empty();
        }
        Optional<Value> most = filling.most();
        JavaValue elements =
                reader.recordArrays().allocate(element.array(), List.of(most.orElse(Const.of(FIRST_CAPACITY))));
        suggestNames(elements, variable);
        return Optional.of(list(most.isPresent() ? ROOMY : GROWING, elements, Const.of(0)));
    }

    private static void suggestNames(JavaValue elements, Element variable) {
        String name = variable.getSimpleName().toString();
        if (elements.isRecord()) {
            RecordArrays.suggestNames(elements, name);
        } else if (elements.value() instanceof Var made) {
            made.suggestName(name);
        }
    }

    /** Whether it makes an empty list or stack. */
    boolean isNew(ExpressionTree initializer) {
        return Syntax.strip(initializer) instanceof NewClassTree creation
                && creation.getClassBody() == null
                && (creation.getArguments().isEmpty() || hasCapacity(creation))
                && CREATED.contains(nameOf(creation));
    }

    private boolean hasCapacity(NewClassTree creation) {
        return reader.javaType(creation.getArguments().get(0)).getKind() == TypeKind.INT;
    }

    /** Reads the capacity that a new list is made with: it says nothing of its contents, but an {@code ArrayList} has no negative one. */
    void readCapacity(ExpressionTree initializer) {
        NewClassTree creation = (NewClassTree) Syntax.strip(initializer);
        if (creation.getArguments().isEmpty()) {
            return;
        }
        ExpressionTree tree = creation.getArguments().get(0);
        Value capacity = reader.expressions().valueAs(tree, Type.INT, "");
        if (isStack(initializer) || isNoNegative(Syntax.strip(tree))) {
            return;
        }
        reader.throwIf(
                reader.code().compare(Op.Primitive.LT, capacity, Const.of(0)),
                "new java.lang.IllegalArgumentException(\"Illegal Capacity: \" + $0)",
                List.of(capacity));
    }

    private boolean isNoNegative(ExpressionTree tree) {
        boolean isLength = tree instanceof MemberSelectTree select
                && select.getIdentifier().contentEquals("length")
                && reader.javaType(select.getExpression()) instanceof ArrayType;
        boolean isSize = tree instanceof MethodInvocationTree call
                && call.getArguments().isEmpty()
                && call.getMethodSelect() instanceof MemberSelectTree select
                && select.getIdentifier().contentEquals("size")
                && ConstantObjects.isReader(reader.executable(select));
        return tree instanceof LiteralTree || isLength || isSize;
    }

    boolean isStack(ExpressionTree creation) {
        return STACKS.contains(nameOf(Syntax.strip(creation)));
    }

    private String nameOf(ExpressionTree creation) {
        return Layouts.withoutCapture(reader.javaType(creation)) instanceof DeclaredType type
                ? ((TypeElement) type.asElement()).getQualifiedName().toString()
                : "";
    }

    private static JavaValue list(String kind, JavaValue elements, Value size) {
        Layout.Record layout = new Layout.Record(
                kind,
                List.of(
                        new Layout.Field(ELEMENTS, "", elements.layout()),
                        new Layout.Field(SIZE, "", new Layout.Leaf(Type.INT, false))));
        return JavaValue.record(layout, List.of(elements, JavaValue.of(size)));
    }

    /** For statements of a block the lists that are declared in it, and filled by this statement, and by none after it. */
    public Map<StatementTree, List<Element>> filledBy(List<? extends StatementTree> block) {
        Map<StatementTree, List<Element>> filled = new IdentityHashMap<>();
        for (StatementTree one : block) {
            if (one instanceof VariableTree declared
                    && declared.getInitializer() != null
                    && isNew(declared.getInitializer())) {
                Element variable = reader.element(declared);
                int last = new ListChanges(variable, reader.file()).last(block);
                if (last >= 0 && last < block.size() - 1) {
                    filled.computeIfAbsent(block.get(last), statement -> new ArrayList<>())
                            .add(variable);
                }
            }
        }
        return filled;
    }

    /** From now on the list is an array. */
    public void cut(Element variable) {
        JavaValue list = reader.environment().find(variable);
        if (list != null && isGrowing(list)) {
            JavaValue elements = list.component(ELEMENTS);
            Value size = list.component(SIZE).value();
            JavaValue cut = reader.recordArrays().copyOfRange(elements, Const.of(0), size);
            suggestNames(cut, variable);
            reader.environment().fill(variable, cut);
        }
    }

    /** The list that a call changes, if it is one of these. */
    public Optional<Element> changedBy(MethodInvocationTree call) {
        return call.getMethodSelect() instanceof MemberSelectTree select
                        && Syntax.strip(select.getExpression()) instanceof IdentifierTree name
                        && ListChanges.isOne(call)
                        && isGrowing(reader.environment().find(reader.element(name)))
                ? Optional.of(reader.element(name))
                : Optional.empty();
    }

    /** A call of a method of a list that still grows; empty if the receiver is none. */
    Optional<JavaValue> call(MethodInvocationTree tree, String method, IdentifierTree receiver, String name) {
        Element variable = reader.element(receiver);
        JavaValue list = reader.environment().valueOf(variable);
        if (list == null || !isGrowing(list)) {
            return Optional.empty();
        }
        Value size = list.component(SIZE).value();
        return Optional.of(
                switch (method) {
                    case "add", "push" -> {
                        add(variable, list, tree.getArguments().get(0));
                        yield JavaValue.of(Const.TRUE);
                    }
                    case "set" -> set(list, tree, name);
                    case "clear" -> {
                        reader.set(variable, list(kind(list), list.component(ELEMENTS), Const.of(0)));
                        yield JavaValue.nothing();
                    }
                    case "pop", "remove" -> {
                        Value last = reader.code().minus(size, Const.of(1));
                        JavaValue taken = element(list, last, name);
                        reader.set(variable, list(kind(list), list.component(ELEMENTS), last));
                        yield taken;
                    }
                    case "peek" -> element(list, reader.code().minus(size, Const.of(1)), name);
                    case "get" ->
                        element(
                                list,
                                reader.expressions().valueAs(tree.getArguments().get(0), Type.INT, ""),
                                name);
                    case "size" -> JavaValue.of(size);
                    default -> JavaValue.of(reader.code().compare(Op.Primitive.EQ, size, Const.of(0)));
                });
    }

    private JavaValue element(JavaValue list, Value index, String name) {
        return reader.recordArrays().element(list.component(ELEMENTS), index, name);
    }

    private void add(Element variable, JavaValue list, ExpressionTree added) {
        JavaValue element = reader.recordArrays().readElement(list.component(ELEMENTS), added);
        // The added element may have been taken from the list.
        JavaValue now = reader.environment().get(variable);
        Value size = now.component(SIZE).value();
        JavaValue old = now.component(ELEMENTS);
        JavaValue elements = kind(now).equals(ROOMY) ? old : withRoom(old, size);
        reader.recordArrays().store(elements, size, element, added);
        reader.set(variable, list(kind(now), elements, reader.code().plus(size, Const.of(1))));
    }

    private static String kind(JavaValue list) {
        return ((Layout.Record) list.layout()).javaName();
    }

    private JavaValue set(JavaValue list, MethodInvocationTree tree, String name) {
        Value index = reader.expressions().valueAs(tree.getArguments().get(0), Type.INT, "");
        JavaValue element = reader.recordArrays()
                .readElement(list.component(ELEMENTS), tree.getArguments().get(1));
        JavaValue old = element(list, index, name);
        reader.recordArrays().store(list.component(ELEMENTS), index, element, tree);
        return old;
    }

    /** The arrays, or larger ones if they are full. */
    private JavaValue withRoom(JavaValue elements, Value size) {
        BlockBuilder code = reader.code();
        Value isFull = code.compare(
                Op.Primitive.EQ, size, code.length(elements.leaves().get(0)));
        BlockBuilder grow = code.nested();
        Value twice = grow.apply(Op.Primitive.MUL, Type.INT, Const.of(2), size);
        List<Value> larger = new ArrayList<>();
        List<Value> same = new ArrayList<>(elements.leaves());
        List<Var> results = new ArrayList<>();
        for (Value array : elements.leaves()) {
            String name = array instanceof Var variable ? variable.name() : "";
            larger.add(grow.let(name, new Expr.CopyOfRange(array, Const.of(0), twice)));
            results.add(new Var(name, array.type()));
        }
        code.add(new Stmt.If(isFull, grow.build(larger), new Block(List.of(), same), results, code.origin()));
        return new JavaValue(elements.layout(), List.copyOf(results));
    }
}
