package dev.leibniz.processor.frontend.scan;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import dev.leibniz.processor.frontend.shadow.SourceFile;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** The constants of an enum of this file, in their order. */
public final class EnumConstants {
    private EnumConstants() {}

    /**
     * A constant.
     *
     * @param creation the call of the constructor
     * @param body the class with the methods that only this constant has; null if there is none
     */
    public record Constant(
            VariableElement element,
            NewClassTree creation,
            @Nullable TypeElement body) {}

    static List<Constant> of(ClassTree tree, SourceFile file) {
        List<Constant> constants = new ArrayList<>();
        for (Tree member : tree.getMembers()) {
            if (member instanceof VariableTree variable
                    && variable.getInitializer() instanceof NewClassTree creation
                    && file.elementOf(variable) instanceof VariableElement element
                    && element.getKind() == ElementKind.ENUM_CONSTANT) {
                ClassTree body = creation.getClassBody();
                TypeElement type = body != null && file.elementOf(body) instanceof TypeElement found ? found : null;
                constants.add(new Constant(element, creation, type));
            }
        }
        return constants;
    }

    /** The tag that stands for a constant of an enum that generated code cannot see. */
    public static int tagOf(Element constant) {
        List<? extends Element> constants = constant.getEnclosingElement().getEnclosedElements().stream()
                .filter(one -> one.getKind() == ElementKind.ENUM_CONSTANT)
                .toList();
        return constants.indexOf(constant) + 1;
    }
}
