package dev.leibniz.processor.frontend.read.calls;

import com.sun.source.tree.Tree;
import dev.leibniz.processor.frontend.library.Fact;
import dev.leibniz.processor.frontend.library.LibraryTable;
import dev.leibniz.processor.frontend.read.MethodReader;
import dev.leibniz.processor.frontend.read.values.JavaValue;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.problem.ProblemCode;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;

/** Reads calls of functions of numbers that the table of rules knows. */
final class MathCalls {
    private static final String RUNTIME = "dev.leibniz.runtime.";
    private static final Set<String> RUNTIME_SCALARS = Set.of("Activations", "Losses");

    private final MethodReader reader;

    MathCalls(MethodReader reader) {
        this.reader = reader;
    }

    /** Whether a method is a function of numbers that the table of rules knows. */
    static boolean isOne(ExecutableElement callee, TypeElement owner) {
        String name = owner.getQualifiedName().toString();
        return LibraryTable.says(callee, Fact.MATH)
                || name.startsWith(RUNTIME)
                        && RUNTIME_SCALARS.contains(owner.getSimpleName().toString())
                        && callee.getReturnType().getKind() == TypeKind.DOUBLE
                        && callee.getParameters().stream()
                                .allMatch(p -> p.asType().getKind() == TypeKind.DOUBLE);
    }

    static String owner(TypeElement owner) {
        String name = owner.getQualifiedName().toString();
        return name.startsWith(RUNTIME) ? name : owner.getSimpleName().toString();
    }

    JavaValue read(List<JavaValue> arguments, ExecutableElement callee, String owner, Tree tree, String name) {
        if (callee.getSimpleName().contentEquals("random")) {
            throw reader.problem(ProblemCode.IMPURE_CALL, tree, "Math.random()");
        }
        List<Value> args = JavaValue.flat(arguments);
        Type type = reader.typeOf(callee.getReturnType(), tree);
        Op op = new Op.MathCall(owner, callee.getSimpleName().toString());
        return JavaValue.of(reader.let(name, new Expr.Apply(op, args, type)));
    }
}
