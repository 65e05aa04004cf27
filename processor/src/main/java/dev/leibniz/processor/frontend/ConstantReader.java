package dev.leibniz.processor.frontend;

import com.sun.source.tree.ExpressionTree;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.problem.ProblemCode;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** Reads {@code static final} fields and enum constants. */
final class ConstantReader {
    private static final Set<String> JAVA_LANG_CONSTANTS = Set.of("PI", "E", "TAU");

    private final MethodReader reader;

    ConstantReader(MethodReader reader) {
        this.reader = reader;
    }

    Datum read(ExpressionTree tree, Element element, String name) {
        if (!(element instanceof VariableElement field)) {
            throw reader.problem(ProblemCode.OBJECT_TYPE, tree, reader.file().quote(tree));
        }
        TypeElement owner = (TypeElement) field.getEnclosingElement();
        String qualified = owner.getQualifiedName() + "." + field.getSimpleName();
        if (field.getKind() == ElementKind.ENUM_CONSTANT) {
            requireVisible(tree, field);
            return Datum.of(new Const(null, reader.typeOf(field.asType(), tree), qualified));
        }
        if (!field.getModifiers().contains(Modifier.STATIC) || !field.getModifiers().contains(Modifier.FINAL)) {
            throw reader.problem(ProblemCode.NON_FINAL_FIELD, tree, field.getSimpleName());
        }
        Type type = reader.typeOf(tree);
        Object value = field.getConstantValue();
        if (value != null) {
            boolean readsBetter = owner.getQualifiedName().contentEquals("java.lang.Math")
                    && JAVA_LANG_CONSTANTS.contains(field.getSimpleName().toString());
            return Datum.of(new Const(value, type, readsBetter ? "Math." + field.getSimpleName() : ""));
        }
        requireVisible(tree, field);
        return Datum.of(reader.let(name, new Expr.Opaque(qualified, List.of(), type, false)));
    }

    private void requireVisible(ExpressionTree tree, VariableElement field) {
        if (!Visibility.fromPackage(field, reader.functions().packageName())) {
            throw reader.problem(ProblemCode.PRIVATE_CONSTANT, tree, field.getSimpleName());
        }
    }
}
