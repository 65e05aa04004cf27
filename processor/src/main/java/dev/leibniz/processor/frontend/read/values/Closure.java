package dev.leibniz.processor.frontend.read.values;

import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import dev.leibniz.processor.frontend.shadow.SourceMethod;
import dev.leibniz.processor.ir.Layout;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ExecutableType;

/**
 * A function value whose code is known. It is a record of its captured variables, under a name of its own, so that methods called with
 * it can be read once for each such record.
 */
public sealed interface Closure {

    /** The parameter types and the return type, as of the method of the interface that it was made for. */
    ExecutableType type();

    /**
     * A lambda, or the only method of an anonymous class.
     *
     * @param tree the tree that it is written as
     * @param body a block or an expression
     * @param name the name from which that of its function is formed
     * @param around the method that it is written in
     * @param captured the variables around it that it uses, in the order of the components
     * @param capturesSelf whether the last component is the object that it is written in
     */
    record Lambda(
            String name,
            SourceMethod around,
            Tree tree,
            List<? extends VariableTree> parameters,
            Tree body,
            ExecutableType type,
            List<VariableElement> captured,
            boolean capturesSelf)
            implements Closure {}

    /** A method reference; if it is bound, its only component is the object. */
    record Reference(MemberReferenceTree tree, ExecutableType type, ExecutableElement target, boolean isBound)
            implements Closure {}

    /** One function after another, {@code first} and {@code then}. */
    record Chain(ExecutableType type) implements Closure {}

    /** One of several functions: the component {@code which} counts them, and those of all follow. */
    record Choice(ExecutableType type, List<Layout.Record> alternatives) implements Closure {
        /** The component with one of them. */
        public static String alternative(int at) {
            return "option" + at;
        }
    }
}
