package dev.leibniz.processor.frontend.scan;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import dev.leibniz.processor.frontend.shadow.SourceFile;
import dev.leibniz.processor.frontend.syntax.Syntax;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Whether code of a file can come upon objects that are null: it writes null, or leaves elements or fields as they are made. */
public final class NullObjects extends TreeScanner<@Nullable Void, @Nullable Void> {
    private final SourceFile file;
    private boolean found;

    private NullObjects(SourceFile file) {
        this.file = file;
    }

    static boolean areIn(SourceFile file) {
        NullObjects scan = new NullObjects(file);
        scan.scan(file.unit(), null);
        return scan.found;
    }

    /** Whether the code has a {@code null} that is not only compared with. */
    public static boolean areMadeIn(Tree code) {
        boolean[] found = {false};
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitLiteral(LiteralTree literal, @Nullable Void unused) {
                found[0] |= literal.getKind() == Tree.Kind.NULL_LITERAL;
                return null;
            }

            @Override
            public @Nullable Void visitBinary(BinaryTree binary, @Nullable Void unused) {
                boolean isTest = Syntax.isNull(binary.getLeftOperand()) || Syntax.isNull(binary.getRightOperand());
                return isTest ? null : super.visitBinary(binary, null);
            }
        }.scan(code, null);
        return found[0];
    }

    @Override
    public @Nullable Void visitLiteral(LiteralTree literal, @Nullable Void unused) {
        found |= literal.getKind() == Tree.Kind.NULL_LITERAL;
        return null;
    }

    @Override
    public @Nullable Void visitNewArray(NewArrayTree array, @Nullable Void unused) {
        found |= array.getInitializers() == null && isObject(file.typeOf(array));
        return super.visitNewArray(array, null);
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, @Nullable Void unused) {
        for (Tree member : type.getMembers()) {
            found |= member instanceof VariableTree field
                    && field.getInitializer() == null
                    && isObject(file.typeOf(field.getType()));
        }
        return super.visitClass(type, null);
    }

    private static boolean isObject(@Nullable TypeMirror type) {
        return type instanceof ArrayType array ? isObject(array.getComponentType()) : type instanceof DeclaredType;
    }
}
