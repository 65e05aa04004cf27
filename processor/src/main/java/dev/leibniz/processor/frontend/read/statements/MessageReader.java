package dev.leibniz.processor.frontend.read.statements;

import com.sun.source.tree.AssertTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ThrowTree;
import dev.leibniz.processor.frontend.read.MethodReader;
import dev.leibniz.processor.frontend.read.TextReader;
import dev.leibniz.processor.frontend.syntax.Syntax;
import dev.leibniz.processor.frontend.types.TypePrinter;
import dev.leibniz.processor.frontend.types.Visibility;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** Reads {@code throw} and {@code assert}: their messages are kept as text with gaps for values. */
final class MessageReader {
    private final MethodReader reader;

    MessageReader(MethodReader reader) {
        this.reader = reader;
    }

    void readThrow(ThrowTree tree) {
        ExpressionTree exception = Syntax.strip(tree.getExpression());
        boolean made = exception instanceof MethodInvocationTree call && isStatic(call);
        if (!made && !(exception instanceof NewClassTree)) {
            throw reader.problem(ProblemCode.UNSUPPORTED, tree, "Throwing an exception that was created elsewhere");
        }
        reader.requireUnchecked(reader.javaType(exception), tree);
        List<Value> operands = new ArrayList<>();
        String text = exception instanceof MethodInvocationTree call
                ? call(visible(call), call, operands)
                : text(exception, operands);
        reader.add(new Stmt.Throw(text, operands, reader.code().origin()));
    }

    void readAssert(AssertTree tree) {
        Value condition = reader.expressions().value(tree.getCondition(), "");
        List<Value> operands = new ArrayList<>();
        String detail = tree.getDetail() == null ? "" : text(tree.getDetail(), operands);
        reader.add(new Stmt.Assert(condition, detail, operands, reader.code().origin()));
    }

    private String text(ExpressionTree tree, List<Value> operands) {
        TextReader text = new TextReader(reader, operands);
        if (tree instanceof NewClassTree creation && creation.getClassBody() == null) {
            reader.typeOf(creation); // has to be a type that can be named
            List<String> arguments = new ArrayList<>();
            creation.getArguments().forEach(argument -> arguments.add(text(argument, operands)));
            return "new " + TypePrinter.print(reader.javaType(creation)) + "(" + String.join(", ", arguments) + ")";
        }
        return text.read(tree);
    }

    private String call(ExecutableElement callee, MethodInvocationTree call, List<Value> operands) {
        return ((TypeElement) callee.getEnclosingElement()).getQualifiedName() + "." + callee.getSimpleName() + "("
                + new TextReader(reader, operands).arguments(call.getArguments()) + ")";
    }

    private boolean isStatic(MethodInvocationTree call) {
        return reader.executable(call.getMethodSelect()).getModifiers().contains(Modifier.STATIC);
    }

    /** The method that makes an exception; generated code calls it as well. */
    private ExecutableElement visible(MethodInvocationTree call) {
        ExecutableElement callee = reader.executable(call.getMethodSelect());
        if (!Visibility.fromPackage(callee, reader.home().packageName())) {
            throw reader.problem(ProblemCode.PRIVATE_CALLEE, call, callee.getSimpleName());
        }
        return callee;
    }
}
