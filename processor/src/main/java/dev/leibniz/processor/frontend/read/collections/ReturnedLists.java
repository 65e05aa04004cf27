package dev.leibniz.processor.frontend.read.collections;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import dev.leibniz.processor.frontend.read.MethodReader;
import dev.leibniz.processor.frontend.read.values.ReadFunction;
import dev.leibniz.processor.frontend.syntax.Syntax;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.problem.ProblemCode;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import org.jspecify.annotations.Nullable;

/**
 * Lists that a helper fills and returns. It returns the array that the list is, so the caller must do nothing with it but go through it and
 * ask it: it says so before it reads the call.
 */
public final class ReturnedLists {
    private final MethodReader reader;

    public ReturnedLists(MethodReader reader) {
        this.reader = reader;
    }

    /** A list that this expression returns is only gone through and asked. */
    public void await(ExpressionTree expression) {
        if (Syntax.strip(expression) instanceof MethodInvocationTree call) {
            reader.awaitedLists().add(call);
        }
    }

    /** The same of arguments that the method only goes through and asks. */
    public void awaitFor(List<? extends ExpressionTree> arguments, ExecutableElement callee) {
        for (int i = 0; i < Math.min(arguments.size(), callee.getParameters().size()); i++) {
            boolean isList = FixedLists.isHolder(callee.getParameters().get(i).asType());
            if (isList && new ListUses(reader).isOnlyAskedBy(callee, i)) {
                await(arguments.get(i));
            }
        }
    }

    /** The layout of a call's result: an array that stands for a list, if one is awaited here. */
    public Layout resultOf(ReadFunction function, Layout declared, Tree call) {
        Layout result = function.result;
        boolean isList =
                !function.broken && FixedLists.mayBeHeld(declared) && (result == null || FixedLists.isArray(result));
        if (isList && (result == null || !reader.awaitedLists().contains(call))) {
            throw reader.problem(ProblemCode.COLLECTION, call, reader.file().quote(call));
        }
        return result == null ? declared : result;
    }

    /** Whether a method returns once only, so that the returned value is known. */
    static boolean returnsOnce(Tree method) {
        int[] returns = {0};
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitReturn(ReturnTree tree, @Nullable Void unused) {
                returns[0]++;
                return super.visitReturn(tree, null);
            }

            @Override
            public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
                return null;
            }
        }.scan(method, null);
        return returns[0] == 1;
    }
}
