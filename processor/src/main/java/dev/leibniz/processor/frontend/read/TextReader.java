package dev.leibniz.processor.frontend.read;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import dev.leibniz.processor.frontend.library.Fact;
import dev.leibniz.processor.frontend.library.LibraryEffects;
import dev.leibniz.processor.frontend.library.LibraryTable;
import dev.leibniz.processor.frontend.read.values.JavaValue;
import dev.leibniz.processor.frontend.scan.ObjectFamilies;
import dev.leibniz.processor.frontend.syntax.Syntax;
import dev.leibniz.processor.frontend.types.Layouts;
import dev.leibniz.processor.frontend.types.ObjectPart;
import dev.leibniz.processor.frontend.types.TypePrinter;
import dev.leibniz.processor.frontend.types.Visibility;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.problem.ProblemCode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;

/**
 * Writes expressions through which no derivative flows as Java text with gaps, {@code $0}, {@code $1}, …, for the values of the
 * variables and numbers in it. Literals, texts that are put together and calls that only make text stay as they are written.
 */
public final class TextReader {
    private final MethodReader reader;
    private final List<Value> operands;

    /** @param operands the values that fill the gaps; new ones are added to it */
    public TextReader(MethodReader reader, List<Value> operands) {
        this.reader = reader;
        this.operands = operands;
    }

    public String read(ExpressionTree tree) {
        if (tree instanceof ParenthesizedTree parenthesized) {
            return "(" + read(parenthesized.getExpression()) + ")";
        } else if (tree instanceof LiteralTree literal) {
            return reader.file().text(literal).replace("$", "\\u0024");
        } else if (tree instanceof BinaryTree sum && isText(tree) && tree.getKind() == Tree.Kind.PLUS) {
            String left = read(sum.getLeftOperand());
            String right = read(sum.getRightOperand());
            return left + " + " + right;
        } else if (tree instanceof MethodInvocationTree call && makesText(call)) {
            return call(reader.executable(call.getMethodSelect()), call);
        } else if (isClassLiteral(tree)) {
            return className(((MemberSelectTree) tree).getExpression()) + ".class";
        }
        if (tree instanceof MethodInvocationTree call && makesFunction(call)) {
            return call(reader.executable(call.getMethodSelect()), call);
        } else if (FunctionText.isOne(tree)) {
            return new FunctionText(reader).read(tree);
        }
        JavaValue datum = reader.conversions().readObject(tree, "");
        if (reader.closures().isIn(datum)) {
            throw reader.problem(ProblemCode.LAMBDA, tree);
        }
        return object(datum, tree);
    }

    /** An object that is made again for the text; of one that can be of several classes, by its class. */
    private String object(JavaValue datum, ExpressionTree tree) {
        Optional<ObjectFamilies.Family> family = new ObjectTypes(reader).familyOf(datum);
        if (family.isEmpty()) {
            reader.conversions().requireConstructor(datum.layout(), tree);
            return gap(datum);
        }
        String tag = gap(datum.component(ObjectPart.TAG_NAME));
        StringBuilder text = new StringBuilder("(");
        List<String> names = family.get().names();
        for (int i = 0; i < names.size(); i++) {
            JavaValue part = datum.component(names.get(i));
            reader.conversions().requireConstructor(part.layout(), tree);
            text.append(tag).append(" == ").append(i + 1).append(" ? (Object) ");
            text.append(gap(part)).append(" : ");
        }
        return text.append("null)").toString();
    }

    /** The object on which a method is called; a constant that is visible everywhere is named, and looked up each time. */
    String receiver(ExpressionTree tree) {
        ExpressionTree object = Syntax.strip(tree);
        boolean isName =
                object instanceof IdentifierTree || object instanceof MemberSelectTree && !isClassLiteral(object);
        if (isName
                && reader.file().elementOf(object) instanceof VariableElement field
                && field.getKind() == ElementKind.FIELD
                && field.getModifiers().containsAll(List.of(Modifier.STATIC, Modifier.FINAL))
                && Visibility.fromPackage(field, reader.home().packageName())) {
            reader.functions().mention(field);
            return ((TypeElement) field.getEnclosingElement()).getQualifiedName() + "." + field.getSimpleName();
        }
        if (reader.javaType(object) instanceof DeclaredType type && Layouts.isBox(nameOf(type))) {
            JavaValue number = reader.expressions().read(object, "");
            boolean isInBox = !(number.value().type() instanceof Type.Scalar);
            return isInBox ? gap(number) : nameOf(type) + ".valueOf(" + gap(number) + ")";
        }
        String text = read(object);
        return object instanceof BinaryTree ? "(" + text + ")" : text;
    }

    public String arguments(List<? extends ExpressionTree> trees) {
        List<String> parts = new ArrayList<>();
        trees.forEach(tree -> parts.add(read(tree)));
        return String.join(", ", parts);
    }

    /** The text that stands for a value: a record is put together from its components. */
    String gap(JavaValue datum) {
        StringBuilder text = new StringBuilder();
        gap(datum.layout(), datum.leaves().iterator(), text);
        return text.toString();
    }

    private void gap(Layout layout, Iterator<Value> leaves, StringBuilder text) {
        if (layout instanceof Layout.Record record) {
            text.append("new ").append(record.javaName()).append('(');
            String separator = "";
            for (Layout.Field field : record.fields()) {
                text.append(separator);
                gap(field.layout(), leaves, text);
                separator = ", ";
            }
            text.append(')');
        } else {
            text.append('$').append(operands.size());
            operands.add(leaves.next());
        }
    }

    private String call(ExecutableElement callee, MethodInvocationTree call) {
        boolean isStatic = callee.getModifiers().contains(Modifier.STATIC);
        String on = isStatic
                ? ((TypeElement) callee.getEnclosingElement())
                        .getQualifiedName()
                        .toString()
                : receiver(((MemberSelectTree) call.getMethodSelect()).getExpression());
        return on + "." + typeArguments(call) + callee.getSimpleName() + "(" + arguments(call.getArguments()) + ")";
    }

    /** The type arguments that a call is written with. */
    String typeArguments(MethodInvocationTree call) {
        List<String> types = new ArrayList<>();
        for (Tree argument : call.getTypeArguments()) {
            types.add(TypePrinter.print(reader.file().typeOf(argument)));
            reader.functions().mention(reader.file().typeOf(argument));
        }
        return types.isEmpty() ? "" : "<" + String.join(", ", types) + ">";
    }

    private boolean isText(ExpressionTree tree) {
        return reader.javaType(tree) instanceof DeclaredType type
                && nameOf(type).equals("java.lang.String");
    }

    /** Whether it is a method of the platform that does nothing but make text, such as {@code Arrays.toString}. */
    public boolean makesText(MethodInvocationTree call) {
        ExecutableElement callee = reader.executable(call.getMethodSelect());
        boolean isNamed =
                callee.getModifiers().contains(Modifier.STATIC) || call.getMethodSelect() instanceof MemberSelectTree;
        return isText(call) && isNamed && LibraryEffects.makesText(callee);
    }

    /** Whether a call makes an order or a collector of others, which have types that cannot be written. */
    private boolean makesFunction(MethodInvocationTree call) {
        return LibraryTable.says(reader.executable(call.getMethodSelect()), Fact.MAKES_FUNCTION);
    }

    private static String nameOf(DeclaredType type) {
        return ((TypeElement) type.asElement()).getQualifiedName().toString();
    }

    static boolean isClassLiteral(ExpressionTree tree) {
        return tree instanceof MemberSelectTree select && select.getIdentifier().contentEquals("class");
    }

    private String className(ExpressionTree tree) {
        Element element = reader.file().elementOf(tree);
        if (element instanceof TypeElement type
                && reader.javaType(tree).getKind() == TypeKind.DECLARED
                && Visibility.fromPackage(type, reader.home().packageName())) {
            reader.functions().mention(type);
            return type.getQualifiedName().toString();
        }
        throw reader.problem(ProblemCode.PRIVATE_TYPE, tree, reader.file().quote(tree));
    }
}
