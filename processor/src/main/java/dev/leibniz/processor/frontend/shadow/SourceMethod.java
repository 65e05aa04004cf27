package dev.leibniz.processor.frontend.shadow;

import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import dev.leibniz.processor.frontend.headers.MethodHead;
import dev.leibniz.processor.frontend.syntax.Syntax;
import dev.leibniz.processor.frontend.types.Layouts;
import dev.leibniz.processor.ir.Signature;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;

/** A method whose source can be read. */
public record SourceMethod(SourceFile file, MethodTree tree, ExecutableElement element) {

    /** The name of the method, or {@code newPoint} for a constructor. */
    public String name() {
        return element.getKind() == ElementKind.CONSTRUCTOR
                ? "new" + element.getEnclosingElement().getSimpleName()
                : element.getSimpleName().toString();
    }

    /** The offset at which it begins in its file. */
    public int position() {
        return file.start(tree);
    }

    /** The text of the method in the source. */
    public String text() {
        return file.text().substring(file.start(tree), file.end(tree));
    }

    /** The method for the IR, whose body is in {@code function}. */
    public Signature signature(String function) throws Layouts.NoLayout {
        return new MethodHead(element).signature(function, file.start(tree));
    }

    /** The value written for {@code member} in an annotation of the method; the method itself if there is none. */
    public Tree annotationValue(String member) {
        return Syntax.annotationValue(tree, member);
    }
}
