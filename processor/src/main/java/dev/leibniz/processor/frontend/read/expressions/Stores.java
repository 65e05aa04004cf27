package dev.leibniz.processor.frontend.read.expressions;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import dev.leibniz.processor.frontend.library.ArrayFunctions;
import dev.leibniz.processor.frontend.library.Fact;
import dev.leibniz.processor.frontend.read.program.Functions;
import dev.leibniz.processor.frontend.shadow.SourceFile;
import dev.leibniz.processor.frontend.shadow.SourceMethod;
import dev.leibniz.processor.frontend.syntax.WriteScanner;
import dev.leibniz.processor.frontend.types.TypePrinter;
import java.util.HashSet;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** The types of the array elements that a piece of source may write, by itself or through the methods it calls. */
public final class Stores {
    private final Set<String> elementTypes = new HashSet<>();
    private boolean anything;
    private final Set<ExecutableElement> seen = new HashSet<>();

    static Stores of(Tree tree, SourceFile file, Functions functions) {
        Stores stores = new Stores();
        stores.scan(tree, file, functions);
        return stores;
    }

    /** Whether an array element of this type may be written. */
    public boolean mayWrite(TypeMirror elementType) {
        return anything || elementTypes.contains(TypePrinter.print(elementType));
    }

    public void store(ExpressionTree element, SourceFile file) {
        TypeMirror type = file.typeOf(element);
        if (type != null) {
            elementTypes.add(TypePrinter.print(type));
        }
    }

    public void call(MethodInvocationTree tree, SourceFile file, Functions functions) {
        if (!(file.elementOf(tree.getMethodSelect()) instanceof ExecutableElement callee) || !seen.add(callee)) {
            return;
        }
        SourceMethod source = functions.home().sourceOf(callee);
        if (functions.home().objects().isOverridden(callee)
                || functions.home().functionalTypes().isFunction(callee)
                || functions.home().functionalTypes().takesFunction(callee)) { // which code that is, is seen later
            anything = true;
        }
        if (source != null) {
            scan(source.tree(), source.file(), functions);
            return;
        }
        seen.remove(callee); // it may be called with arguments of other types
        if (ArrayFunctions.does(callee, Fact.WRITES)) {
            argument(tree.getArguments().get(ArrayFunctions.target(callee)), file);
        } else if (functions.home().companions().writes(callee)) {
            tree.getArguments().forEach(argument -> argument(argument, file));
        }
    }

    private void argument(ExpressionTree argument, SourceFile file) {
        if (file.typeOf(argument) instanceof ArrayType array) {
            array(array);
        }
    }

    public void create(NewClassTree tree, SourceFile file, Functions functions) {
        if (file.elementOf(tree) instanceof ExecutableElement constructor && seen.add(constructor)) {
            SourceMethod source = functions.home().anyConstructor(constructor);
            if (source != null) {
                scan(source.tree(), source.file(), functions);
            }
        }
    }

    private void array(ArrayType array) {
        elementTypes.add(TypePrinter.print(array.getComponentType()));
        if (array.getComponentType() instanceof ArrayType rows) {
            array(rows);
        }
    }

    private void scan(Tree tree, SourceFile file, Functions functions) {
        new WriteScanner() {
            @Override
            public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void unused) {
                create(tree, file, functions);
                return super.visitNewClass(tree, unused);
            }

            @Override
            public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void unused) {
                call(tree, file, functions);
                return super.visitMethodInvocation(tree, unused);
            }

            @Override
            protected void written(ExpressionTree target) {
                if (target instanceof ArrayAccessTree
                        || file.elementOf(target) instanceof VariableElement variable
                                && functions.home().objects().isAssigned(variable)) {
                    store(target, file);
                }
            }
        }.scan(tree, null);
    }
}
