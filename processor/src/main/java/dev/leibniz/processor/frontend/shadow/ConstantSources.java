package dev.leibniz.processor.frontend.shadow;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import dev.leibniz.processor.frontend.library.ArrayFunctions;
import dev.leibniz.processor.frontend.library.Fact;
import dev.leibniz.processor.frontend.syntax.WriteScanner;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import org.jspecify.annotations.Nullable;

/** The fields of the files of a shadow compilation: their initializers, and whether elements of their arrays are written. */
public final class ConstantSources {
    private final Map<Element, Initializer> initializers = new HashMap<>();
    private final Set<Element> written = new HashSet<>();
    private final Set<Element> filledByStaticBlock = new HashSet<>();
    private final Iterable<SourceFile> files;
    private @Nullable ChangedArrays changed;

    /** The declaration of a field that has an initializer. */
    public record Initializer(SourceFile file, VariableTree tree) {}

    ConstantSources(Iterable<SourceFile> files) {
        this.files = files;
        files.forEach(file -> new Scan(file).scan(file.unit(), null));
    }

    /** Null if there is none, or if it is not all that makes the constant. */
    public @Nullable Initializer initializerOf(Element field) {
        Initializer found = initializers.get(field);
        return found == null || mayChange(field) || readsWhatChanges(found) ? null : found;
    }

    private boolean mayChange(Element field) {
        return filledByStaticBlock.contains(field)
                || written.contains(field)
                || changedArrays().mayChange(field);
    }

    /** Most programs never ask. */
    private ChangedArrays changedArrays() {
        if (changed == null) {
            changed = new ChangedArrays(files);
        }
        return changed;
    }

    /** Whether it was computed from an array that perhaps had other elements then. */
    private boolean readsWhatChanges(Initializer initializer) {
        boolean[] found = {false};
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
                Element element = initializer.file().elementOf(tree);
                found[0] |= element != null
                        && element.getKind() == ElementKind.FIELD
                        && initializers.containsKey(element)
                        && mayChange(element);
                return null;
            }
        }.scan(initializer.tree().getInitializer(), null);
        return found[0];
    }

    /** Whether a method writes elements of the constant array. */
    public boolean isWritten(Element field) {
        return written.contains(field);
    }

    private final class Scan extends WriteScanner {
        private final SourceFile file;
        private boolean inStaticBlock;

        Scan(SourceFile file) {
            this.file = file;
        }

        @Override
        public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
            for (Tree member : tree.getMembers()) {
                inStaticBlock = member instanceof BlockTree block && block.isStatic();
                scan(member, unused);
                inStaticBlock = false;
            }
            return null;
        }

        @Override
        public @Nullable Void visitVariable(VariableTree tree, @Nullable Void unused) {
            Element element = file.elementOf(tree);
            if (element != null && element.getKind() == ElementKind.FIELD && tree.getInitializer() != null) {
                initializers.put(element, new Initializer(file, tree));
            }
            return super.visitVariable(tree, unused);
        }

        @Override
        public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void unused) {
            Element callee = file.elementOf(tree.getMethodSelect());
            if (callee != null && ArrayFunctions.does(callee, Fact.WRITES)) {
                array(tree.getArguments().get(ArrayFunctions.target(callee)));
            }
            return super.visitMethodInvocation(tree, unused);
        }

        @Override
        protected void written(ExpressionTree target) {
            if (target instanceof ArrayAccessTree access) {
                array(access.getExpression());
            }
        }

        private void array(ExpressionTree array) {
            ExpressionTree named = withoutParentheses(array);
            if (named instanceof ArrayAccessTree access) {
                array(access.getExpression());
                return;
            }
            Element element = file.elementOf(named);
            if (element != null && element.getKind() == ElementKind.FIELD) {
                (inStaticBlock ? filledByStaticBlock : written).add(element);
            }
        }
    }
}
