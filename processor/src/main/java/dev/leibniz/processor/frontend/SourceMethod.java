package dev.leibniz.processor.frontend;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import javax.lang.model.element.ExecutableElement;

/** A method whose source can be read. */
record SourceMethod(SourceFile file, MethodTree tree, ExecutableElement element) {

    /** What is written for {@code member} in an annotation of the method; the method itself if there is nothing. */
    Tree annotationValue(String member) {
        for (AnnotationTree annotation : tree.getModifiers().getAnnotations()) {
            for (ExpressionTree argument : annotation.getArguments()) {
                if (argument instanceof AssignmentTree assignment
                        && assignment.getVariable().toString().equals(member)) {
                    return assignment.getExpression();
                }
            }
        }
        return tree;
    }
}
