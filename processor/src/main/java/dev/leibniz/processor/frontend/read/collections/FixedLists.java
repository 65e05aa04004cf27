package dev.leibniz.processor.frontend.read.collections;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import dev.leibniz.processor.frontend.read.ArrayReader;
import dev.leibniz.processor.frontend.read.MethodReader;
import dev.leibniz.processor.frontend.read.values.JavaValue;
import dev.leibniz.processor.frontend.syntax.Syntax;
import dev.leibniz.processor.frontend.types.Layouts;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.problem.ProblemCode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * Lists of a method's own objects, such as {@code List.of(new Dense(w, b), new Relu())}, or a new list to which it adds one after the
 * other: arrays of the same elements, as long as these are only iterated over and queried (see {@link ListUses}). In any other use a
 * list is an object that nothing is known of; then it holds constants.
 */
public final class FixedLists {
    private static final Set<String> FACTORIES = Set.of("java.util.List.of", "java.util.Arrays.asList");
    private static final Set<String> HOLDERS = Set.of(
            "java.util.ArrayList",
            "java.util.List",
            "java.util.SequencedCollection",
            "java.util.Collection",
            "java.lang.Iterable");

    private final MethodReader reader;

    public FixedLists(MethodReader reader) {
        this.reader = reader;
    }

    /** The elements of a list, if an expression is one that is kept as an array. */
    Optional<JavaValue> find(ExpressionTree expression) {
        ExpressionTree tree = Syntax.strip(expression);
        if (tree instanceof MethodInvocationTree call) {
            return elementLayout(call).map(element -> elements(call, element));
        }
        boolean isArray =
                !(tree instanceof IdentifierTree) || Layouts.withoutCapture(reader.javaType(tree)) instanceof ArrayType;
        JavaValue known = isArray ? null : reader.environment().valueOf(reader.element(tree));
        return known != null && isArray(known.layout()) ? Optional.of(known) : Optional.empty();
    }

    /** Whether a variable holds such a list. */
    public boolean isOne(IdentifierTree variable) {
        return find(variable).isPresent();
    }

    /** The elements of a list that a variable is declared with, if all that is done with that variable is understood. */
    public Optional<JavaValue> declared(Element variable, ExpressionTree initializer) {
        boolean isCreation = Syntax.strip(initializer) instanceof MethodInvocationTree call
                && elementLayout(call).isPresent();
        if (!isCreation && new GrowingLists(reader).isNew(initializer)) {
            return collected(variable, initializer);
        }
        boolean isList = isCreation || isHolder(variable.asType());
        if (!isList || !isOnlyAsked(variable)) {
            return Optional.empty();
        }
        new ReturnedLists(reader).await(initializer);
        return isCreation ? find(initializer) : Optional.empty();
    }

    private boolean isOnlyAsked(Element variable) {
        ListUses uses = new ListUses(reader);
        return !reader.conversions().isAssigned(variable)
                && uses.additions(variable).isEmpty()
                && uses.areUnderstood(variable);
    }

    /** An array with a place for each element that is added to a new list, or with room if it is not known how many these are. */
    private Optional<JavaValue> collected(Element variable, ExpressionTree initializer) {
        GrowingLists growing = new GrowingLists(reader);
        if (reader.conversions().isAssigned(variable)) {
            return Optional.empty();
        }
        Optional<Layout> element = elementOf(reader.javaType(initializer));
        if (element.isEmpty()) {
            return Optional.empty();
        }
        ListUses uses = new ListUses(reader);
        int count = growing.isStack(initializer) ? 0 : uses.additions(variable).size();
        boolean isFixed = count > 0 && uses.areUnderstood(variable);
        Optional<JavaValue> list = isFixed
                ? Optional.of(reader.recordArrays().allocate(element.get().array(), List.of(Const.of(count))))
                : growing.declared(variable, initializer, element.get());
        if (list.isPresent()) {
            growing.readCapacity(initializer);
        }
        return list;
    }

    /** Whether it is such a list, for a variable of this type: no other array can be there. */
    public static boolean isHeld(JavaValue list, Type held) {
        return isArray(list.layout()) && mayBeHeld(new Layout.Leaf(held, false));
    }

    static boolean isHolder(TypeMirror type) {
        return Layouts.withoutCapture(type) instanceof DeclaredType declared
                && HOLDERS.contains(
                        ((TypeElement) declared.asElement()).getQualifiedName().toString());
    }

    /** Whether it is the type of a variable that such a list may be in. */
    static boolean mayBeHeld(Layout layout) {
        return layout instanceof Layout.Leaf leaf
                && leaf.type() instanceof Type.Opaque type
                && HOLDERS.contains(type.javaName().replaceAll("<.*", ""));
    }

    static boolean isArray(Layout layout) {
        return layout.isRecordArray()
                || layout instanceof Layout.Leaf leaf && leaf.type().isArray();
    }

    /** The result of a query of such a list; empty if the receiver is none. */
    public Optional<JavaValue> call(
            MethodInvocationTree tree, ExecutableElement callee, ExpressionTree receiver, String name) {
        String question = callee.getSimpleName().toString();
        if (!(Syntax.strip(receiver) instanceof IdentifierTree variable)) {
            return Optional.empty();
        }
        Optional<JavaValue> growing = new GrowingLists(reader).call(tree, question, variable, name);
        if (growing.isPresent()) {
            return growing;
        }
        if (question.equals("add")) {
            int place = new ListUses(reader).additions(reader.element(variable)).indexOf(tree);
            return place < 0 ? Optional.empty() : find(receiver).map(list -> add(list, place, tree));
        }
        Optional<JavaValue> list = find(receiver);
        if (list.isPresent() && question.equals("sort") && sort(list.get(), tree)) {
            return Optional.of(JavaValue.nothing());
        }
        if (list.isPresent() && !ListUses.QUESTIONS.contains(question)) {
            throw reader.problem(ProblemCode.COLLECTION, tree, reader.file().quote(tree));
        }
        return list.map(found -> answer(question, found, tree, name));
    }

    private JavaValue add(JavaValue list, int place, MethodInvocationTree tree) {
        ExpressionTree added = tree.getArguments().get(0);
        JavaValue element = reader.recordArrays().readElement(list, added);
        reader.recordArrays().store(list, Const.of(place), element, added);
        return JavaValue.of(Const.TRUE);
    }

    private JavaValue answer(String question, JavaValue list, MethodInvocationTree tree, String name) {
        if (question.equals("toArray")) {
            return toArray(list, tree);
        } else if (question.equals("get")) {
            Value index = reader.expressions().valueAs(tree.getArguments().get(0), Type.INT, "");
            return reader.recordArrays().element(list, index, name);
        }
        Value length = reader.code().length(list.leaves().get(0));
        return JavaValue.of(
                question.equals("size") ? length : reader.code().compare(Op.Primitive.EQ, length, Const.of(0)));
    }

    /** {@code toArray(double[][]::new)}, or with an array without elements, whose place the result takes. */
    private JavaValue toArray(JavaValue list, MethodInvocationTree tree) {
        ExpressionTree given = tree.getArguments().size() == 1
                ? Syntax.strip(tree.getArguments().get(0))
                : tree;
        boolean isEmpty = given instanceof NewArrayTree creation
                && !creation.getDimensions().isEmpty()
                && creation.getDimensions().get(0) instanceof LiteralTree length
                && length.getValue().equals(0);
        boolean isArray = list.layout().isRecordArray() || list.value().type().rank() > 1;
        if (!isArray || !isEmpty && given.getKind() != Tree.Kind.MEMBER_REFERENCE) {
            throw reader.problem(ProblemCode.COLLECTION, tree, reader.file().quote(tree));
        }
        return reader.recordArrays().copy(list);
    }

    /** Sorts a list that was made here; false if it is another. */
    public boolean sort(MethodInvocationTree tree) {
        Optional<JavaValue> list = find(tree.getArguments().get(0));
        if (list.isEmpty()) {
            return false;
        }
        if (!sort(list.get(), tree)) {
            throw reader.problem(ProblemCode.COLLECTION, tree, reader.file().quote(tree));
        }
        return true;
    }

    /** Sorts by the comparator that is the last argument, if there is one; false if it cannot be followed. */
    private boolean sort(JavaValue list, MethodInvocationTree tree) {
        List<? extends ExpressionTree> given = tree.getArguments();
        ExpressionTree last = given.get(given.size() - 1);
        boolean isNatural = find(last).isPresent() || Syntax.isNull(last);
        if (!isNatural) {
            return new KeySort(reader, tree).sort(list, last);
        } else if (list.isRecord() || !list.value().type().element().isFloating()) {
            return false;
        }
        Value array = list.value();
        new SortReader(reader).sort(array, Const.of(0), reader.code().length(array), tree);
        return true;
    }

    /** The layout of the elements of a new list; empty if it is no such list, or if they are not followed. */
    private Optional<Layout> elementLayout(MethodInvocationTree call) {
        ExecutableElement callee = reader.executable(call.getMethodSelect());
        String owner =
                ((TypeElement) callee.getEnclosingElement()).getQualifiedName().toString();
        List<? extends ExpressionTree> given = call.getArguments();
        boolean isList = FACTORIES.contains(owner + "." + callee.getSimpleName())
                && !given.isEmpty()
                && given.stream().noneMatch(Syntax::isNull);
        Optional<TypeMirror> element = isList ? elementType(reader.javaType(call)) : Optional.empty();
        boolean isArrayItself = given.size() == 1
                && reader.javaType(given.get(0)) instanceof ArrayType
                && element.filter(ArrayType.class::isInstance).isEmpty();
        return isArrayItself ? Optional.empty() : element.flatMap(this::layout);
    }

    /** The layout of the elements of a list, if they are followed. */
    Optional<Layout> elementOf(TypeMirror list) {
        return elementType(list).flatMap(this::layout);
    }

    private static Optional<TypeMirror> elementType(TypeMirror list) {
        return Layouts.withoutCapture(list) instanceof DeclaredType type
                        && type.getTypeArguments().size() == 1
                ? Optional.of(Layouts.withoutCapture(type.getTypeArguments().get(0)))
                : Optional.empty();
    }

    private Optional<Layout> layout(TypeMirror element) {
        if (element.toString().equals("java.lang.Double")) {
            return Optional.of(new Layout.Leaf(Type.DOUBLE, true));
        }
        try {
            Layout layout = Layouts.of(element, true, reader.home().objects());
            boolean isVector = layout instanceof Layout.Leaf leaf
                    && leaf.type().isArray()
                    && leaf.type().leaf() == Type.DOUBLE;
            boolean isObject = layout instanceof Layout.Record record && !record.isArray();
            return (isVector || isObject) && !layout.leaves().isEmpty() ? Optional.of(layout) : Optional.empty();
        } catch (Layouts.NoLayout e) {
            return Optional.empty();
        }
    }

    private JavaValue elements(MethodInvocationTree call, Layout element) {
        Layout array = element.array();
        if (array.isRecordArray()) {
            return reader.recordArrays().of(array, call.getArguments());
        }
        Value list = new ArrayReader(reader).of(((Layout.Leaf) array).type(), call.getArguments(), "");
        return new JavaValue(array, List.of(list));
    }
}
