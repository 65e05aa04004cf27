package dev.leibniz.processor.frontend.read.statements;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.TryTree;
import com.sun.source.util.TreeScanner;
import dev.leibniz.processor.frontend.library.Fact;
import dev.leibniz.processor.frontend.library.LibraryTable;
import dev.leibniz.processor.frontend.library.Printing;
import dev.leibniz.processor.frontend.read.MethodReader;
import dev.leibniz.processor.frontend.read.control.Caught;
import dev.leibniz.processor.frontend.read.control.Control;
import dev.leibniz.processor.frontend.read.values.Exit;
import dev.leibniz.processor.frontend.read.values.JavaValue;
import dev.leibniz.processor.frontend.read.values.StatementEnd;
import dev.leibniz.processor.frontend.shadow.SourceFile;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.problem.ProblemCode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code try}: an exception that is thrown in the block itself is a jump to the clause that catches it. So it must not come from
 * anywhere else. The code of a {@code finally} runs wherever the block is left but by an exception, which ends the method.
 */
final class TryReader {
    private final MethodReader reader;

    TryReader(MethodReader reader) {
        this.reader = reader;
    }

    StatementEnd read(TryTree tree) {
        if (!tree.getResources().isEmpty()) {
            throw reader.problem(ProblemCode.TRY, tree);
        }
        tree.getCatches().forEach(this::check);
        checkFinally(tree.getFinallyBlock());
        Caught caught = Caught.of(tree, reader.file());
        new PossibleExceptions(reader).firstIn(tree.getBlock(), caught).ifPresent(found -> {
            throw reader.problem(
                    ProblemCode.CAUGHT_ELSEWHERE, found, reader.file().quote(found));
        });
        Control control = reader.control();
        caught.exits().forEach(exit -> reader.set(exit.flag(), JavaValue.of(Const.FALSE)));
        control.push(caught);
        StatementEnd block = reader.statements().scope(tree.getBlock(), null);
        control.popCaught();
        Set<Exit> others = new LinkedHashSet<>(block.exits());
        caught.exits().forEach(others::remove);
        StatementEnd left = new StatementEnd(block.normal(), others);
        StatementEnd flow = clauses(tree.getCatches(), caught, 0, block, left);
        caught.exits().forEach(exit -> reader.environment().remove(exit.flag()));
        if (tree.getFinallyBlock() != null && !flow.alwaysThrows()) {
            StatementEnd last = reader.statements().scope(tree.getFinallyBlock(), null);
            if (!last.normal() || !last.exits().isEmpty()) {
                throw reader.problem(ProblemCode.TRY, tree.getFinallyBlock());
            }
        }
        return flow;
    }

    /** The clauses from one on, behind the block. */
    private StatementEnd clauses(
            List<? extends CatchTree> trees, Caught caught, int at, StatementEnd block, StatementEnd left) {
        if (at == trees.size()) {
            return left;
        }
        Exit exit = caught.exits().get(at);
        if (!block.exits().contains(exit)) {
            return clauses(trees, caught, at + 1, block, left);
        }
        Value isCaught = reader.environment().get(exit.flag()).value();
        return reader.control()
                .branch(
                        isCaught,
                        () -> reader.statements().scope(trees.get(at).getBlock(), null),
                        () -> clauses(trees, caught, at + 1, block, left),
                        (Exit) null);
    }

    /** The exception itself is no value. */
    private void check(CatchTree tree) {
        Element exception = reader.element(tree.getParameter());
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitIdentifier(IdentifierTree name, @Nullable Void unused) {
                if (exception.equals(reader.file().elementOf(name))) {
                    throw reader.problem(ProblemCode.UNSUPPORTED, name, "A caught exception as a value");
                }
                return null;
            }
        }.scan(tree.getBlock(), null);
    }

    /** After an exception it is not run, so it must not contain code that has to run then. */
    private void checkFinally(@Nullable BlockTree block) {
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void unused) {
                ExecutableElement callee = reader.executable(call.getMethodSelect());
                if (!Printing.prints(callee)
                        && !LibraryTable.says(callee, Fact.MATH)
                        && reader.home().sourceOf(callee) == null) {
                    throw reader.problem(ProblemCode.TRY, call);
                }
                return super.visitMethodInvocation(call, unused);
            }
        }.scan(block, null);
    }

    /** The type of the exception that a {@code throw} throws. */
    static @Nullable TypeMirror thrownBy(ThrowTree tree, SourceFile file) {
        return file.typeOf(tree.getExpression());
    }
}
