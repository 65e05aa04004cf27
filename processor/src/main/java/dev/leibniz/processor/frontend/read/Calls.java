package dev.leibniz.processor.frontend.read;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import dev.leibniz.processor.frontend.read.values.JavaValue;
import dev.leibniz.processor.frontend.shadow.SourceMethod;
import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import org.jspecify.annotations.Nullable;

/** Reads method calls and the creation of objects: decides which method is called, and how. */
public interface Calls {
    /** A call as a statement, and its result. */
    record Called(Stmt call, JavaValue result) {}

    JavaValue read(MethodInvocationTree tree, String name);

    JavaValue create(NewClassTree tree, String name);

    /** Appends a call to the code. */
    Called call(Callee callee, List<Value> args, Layout layout, String name, Tree tree);

    /** A call of a method that is read. @param self the object of an instance method */
    JavaValue local(
            SourceMethod source,
            @Nullable JavaValue self,
            List<JavaValue> arguments,
            boolean stopGradient,
            String name,
            Tree tree);

    /** A call of a method that solves an equation. The returned array stays as it is, whatever is done with the result. */
    JavaValue solution(Callee.External solver, List<Value> args, String name, Tree tree);

    /** A call of the method that a method reference names. */
    JavaValue invoke(
            ExecutableElement callee, @Nullable JavaValue receiver, List<JavaValue> args, Tree tree, String name);

    /** A call of a function that is known. @param callee the method of its interface */
    JavaValue ofFunction(JavaValue function, ExecutableElement callee, List<JavaValue> args, Tree tree, String name);

    /** The arguments of a constructor, or of another method, that is read. */
    List<JavaValue> arguments(List<? extends ExpressionTree> trees, ExecutableElement callee);

    /** The arguments of a method that takes records by their components, and other objects as they are. */
    List<JavaValue> byComponents(MethodInvocationTree tree, ExecutableElement callee);

    /** Whether calls of a method that can be read are followed into it: it has no derivative of its own, and is not called as it is. */
    boolean isFollowed(ExecutableElement callee);
}
