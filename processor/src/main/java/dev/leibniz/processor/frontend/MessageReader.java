package dev.leibniz.processor.frontend;

import com.sun.source.tree.AssertTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;

/** Reads {@code throw} and {@code assert}: their messages are kept as text with gaps for values. */
final class MessageReader {
    private final MethodReader reader;

    MessageReader(MethodReader reader) {
        this.reader = reader;
    }

    void readThrow(ThrowTree tree) {
        ExpressionTree exception = ExpressionReader.strip(tree.getExpression());
        boolean made = exception instanceof MethodInvocationTree call && isStatic(call);
        if (!made && !(exception instanceof NewClassTree)) {
            throw reader.problem(ProblemCode.UNSUPPORTED, tree, "Throwing an exception that was created elsewhere");
        }
        reader.functions().requireUnchecked(reader.javaType(exception), reader, tree);
        List<Value> operands = new ArrayList<>();
        String template = exception instanceof MethodInvocationTree call
                ? call(visible(call), call, operands)
                : template(exception, operands);
        reader.add(new Stmt.Throw(template, operands, reader.code().origin()));
    }

    void readAssert(AssertTree tree) {
        Value condition = reader.expressions().value(tree.getCondition(), "");
        List<Value> operands = new ArrayList<>();
        String detail = tree.getDetail() == null ? "" : template(tree.getDetail(), operands);
        reader.add(new Stmt.Assert(condition, detail, operands, reader.code().origin()));
    }

    private String template(ExpressionTree tree, List<Value> operands) {
        if (tree instanceof ParenthesizedTree parenthesized) {
            return "(" + template(parenthesized.getExpression(), operands) + ")";
        } else if (tree instanceof LiteralTree literal) {
            return reader.file().text(literal).replace("$", "\\u0024");
        } else if (tree instanceof NewClassTree creation && creation.getClassBody() == null) {
            reader.typeOf(creation); // has to be a type that can be named
            return "new " + TypePrinter.print(reader.javaType(creation)) + "("
                    + arguments(creation.getArguments(), operands) + ")";
        } else if (tree instanceof BinaryTree sum && isText(tree) && tree.getKind() == Tree.Kind.PLUS) {
            String left = template(sum.getLeftOperand(), operands);
            String right = template(sum.getRightOperand(), operands);
            return left + " + " + right;
        } else if (tree instanceof MethodInvocationTree call && isPlatformFunction(call)) {
            return call(reader.executable(call.getMethodSelect()), call, operands);
        }
        operands.add(reader.expressions().value(tree, ""));
        return "$" + (operands.size() - 1);
    }

    private String call(ExecutableElement callee, MethodInvocationTree call, List<Value> operands) {
        return ((TypeElement) callee.getEnclosingElement()).getQualifiedName() + "." + callee.getSimpleName() + "("
                + arguments(call.getArguments(), operands) + ")";
    }

    private boolean isStatic(MethodInvocationTree call) {
        return reader.executable(call.getMethodSelect()).getModifiers().contains(Modifier.STATIC);
    }

    /** The method that makes an exception; generated code calls it as well. */
    private ExecutableElement visible(MethodInvocationTree call) {
        ExecutableElement callee = reader.executable(call.getMethodSelect());
        if (!Visibility.fromPackage(callee, reader.functions().packageName())) {
            throw reader.problem(ProblemCode.PRIVATE_CALLEE, call, callee.getSimpleName());
        }
        return callee;
    }

    private String arguments(List<? extends ExpressionTree> trees, List<Value> operands) {
        List<String> parts = new ArrayList<>();
        trees.forEach(tree -> parts.add(template(tree, operands)));
        return String.join(", ", parts);
    }

    private boolean isText(ExpressionTree tree) {
        return reader.javaType(tree).getKind() == TypeKind.DECLARED;
    }

    /** A static method of the platform that makes text, such as {@code Arrays.toString}. */
    private boolean isPlatformFunction(MethodInvocationTree call) {
        ExecutableElement callee = reader.executable(call.getMethodSelect());
        String owner =
                ((TypeElement) callee.getEnclosingElement()).getQualifiedName().toString();
        return callee.getModifiers().contains(Modifier.STATIC)
                && (owner.startsWith("java.lang.") || ArrayFunctions.does(callee, ArrayFunctions.Effect.READS))
                && isText(call);
    }
}
