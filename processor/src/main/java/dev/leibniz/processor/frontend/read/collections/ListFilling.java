package dev.leibniz.processor.frontend.read.collections;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import dev.leibniz.processor.frontend.read.MethodReader;
import dev.leibniz.processor.frontend.syntax.Syntax;
import dev.leibniz.processor.frontend.types.ObjectPart;
import dev.leibniz.processor.ir.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Whether all that is done with a list is understood: how it is filled, and that it is only gone through and asked afterwards. */
final class ListFilling extends TreeScanner<@Nullable Void, @Nullable Void> {
    private static final Set<String> TAKING = Set.of("clear", "pop", "remove");

    private final MethodReader reader;
    private final Element variable;
    private final boolean isStack;
    private final Set<Tree> understood = new HashSet<>();
    private final Set<Tree> tested = new HashSet<>();
    private List<StatementTree> filling = List.of();
    private boolean isOther;
    private boolean isDeclared;
    private boolean takes;

    /** Whether nothing that the method does before can keep it from the statement that fills the list last. */
    private boolean isSurelyReached;

    ListFilling(MethodReader reader, Element variable, boolean isStack) {
        this.reader = reader;
        this.variable = variable;
        this.isStack = isStack;
    }

    boolean isUnderstood() {
        scan(reader.method().tree(), null);
        return isDeclared && !isOther;
    }

    /** The number of elements that the list can have, if one loop adds them all. */
    Optional<Value> most() {
        List<StatementTree> changing = filling.stream()
                .filter(new ListChanges(variable, reader.file())::areIn)
                .toList();
        return changing.size() == 1 && !isStack && !takes && isSurelyReached
                ? new Room(reader, this::isAddition).in(changing.get(0))
                : Optional.empty();
    }

    private boolean isAddition(MethodInvocationTree call) {
        return call.getMethodSelect() instanceof MemberSelectTree select
                && select.getIdentifier().contentEquals("add")
                && ListChanges.is(select.getExpression(), variable, reader.file());
    }

    @Override
    public @Nullable Void visitBlock(BlockTree block, @Nullable Void unused) {
        List<? extends StatementTree> statements = block.getStatements();
        int declaration = 0;
        while (declaration < statements.size()
                && !ListChanges.isDeclaration(statements.get(declaration), variable, reader.file())) {
            declaration++;
        }
        if (declaration == statements.size()) {
            return super.visitBlock(block, unused);
        }
        isDeclared = true;
        int last = new ListChanges(variable, reader.file()).last(statements);
        isOther |= last < 0;
        filling = List.copyOf(statements.subList(0, last + 1));
        isSurelyReached = statements.subList(declaration, Math.max(declaration, last)).stream()
                .allMatch(one -> one instanceof VariableTree || one instanceof ExpressionStatementTree);
        scan(filling, null);
        ListUses uses = new ListUses(reader);
        isOther |= isStack
                ? statements.subList(last + 1, statements.size()).stream()
                        .anyMatch(statement -> uses.mentions(statement, variable))
                : !uses.areUnderstood(variable, statements.subList(last + 1, statements.size()));
        return null;
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void unused) {
        if (call.getMethodSelect() instanceof MemberSelectTree select
                && ListChanges.is(select.getExpression(), variable, reader.file())) {
            if (!isUnderstood(call, select)) {
                isOther = true;
            }
            return scan(call.getArguments(), null);
        }
        return super.visitMethodInvocation(call, unused);
    }

    private boolean isUnderstood(MethodInvocationTree call, MemberSelectTree select) {
        takes |= TAKING.contains(select.getIdentifier().toString());
        List<? extends ExpressionTree> arguments = call.getArguments();
        boolean hasNull = arguments.stream().anyMatch(Syntax::isNull);
        return switch (select.getIdentifier().toString()) {
            case "add" -> arguments.size() == 1 && !hasNull && !isStack;
            case "push" -> arguments.size() == 1 && !hasNull && isStack && understood.contains(call);
            case "set" ->
                arguments.size() == 2
                        && !hasNull
                        && !isStack
                        && isFromTheEnd(arguments.get(0))
                        && !new ListChanges(variable, reader.file()).areIn(arguments.get(1));
            case "get" -> !isStack && isFromTheEnd(arguments.get(0));
            case "remove" -> arguments.size() == 1 && !isStack && isLast(arguments.get(0)) && takesIndex(call);
            case "pop" -> arguments.isEmpty() && isStack;
            case "peek" -> arguments.isEmpty() && isStack && isNoNull(call);
            case "size", "isEmpty", "clear" -> arguments.isEmpty();
            default -> false;
        };
    }

    /** Whether it removes the element at a place: a collection that is no list removes an equal element. */
    private boolean takesIndex(MethodInvocationTree call) {
        return reader.executable(call.getMethodSelect())
                        .getParameters()
                        .get(0)
                        .asType()
                        .getKind()
                == TypeKind.INT;
    }

    /** Whether it is never asked if the top of a stack is {@code null}, which is how a queue says that it is empty. */
    private boolean isNoNull(MethodInvocationTree call) {
        TypeMirror element = reader.javaType(call);
        boolean hasTag = reader.home()
                .objects()
                .parts(element)
                .filter(parts -> parts.stream().anyMatch(part -> part.name().equals(ObjectPart.TAG_NAME)))
                .isPresent();
        return !tested.contains(call) && (understood.contains(call) || !hasTag && !(element instanceof ArrayType));
    }

    @Override
    public @Nullable Void visitArrayAccess(ArrayAccessTree access, @Nullable Void unused) {
        understood.add(Syntax.strip(access.getExpression()));
        return super.visitArrayAccess(access, unused);
    }

    @Override
    public @Nullable Void visitBinary(BinaryTree tree, @Nullable Void unused) {
        if (Syntax.isNull(tree.getLeftOperand()) || Syntax.isNull(tree.getRightOperand())) {
            tested.add(Syntax.strip(tree.getLeftOperand()));
            tested.add(Syntax.strip(tree.getRightOperand()));
        }
        return super.visitBinary(tree, unused);
    }

    @Override
    public @Nullable Void visitExpressionStatement(ExpressionStatementTree statement, @Nullable Void unused) {
        understood.add(statement.getExpression());
        return super.visitExpressionStatement(statement, unused);
    }

    /** Whether it is the size of the list minus a number, so that an array has no element there if the list has none. */
    private boolean isFromTheEnd(ExpressionTree index) {
        return Syntax.strip(index) instanceof BinaryTree difference
                && difference.getKind() == Tree.Kind.MINUS
                && Syntax.strip(difference.getLeftOperand()) instanceof MethodInvocationTree call
                && call.getMethodSelect() instanceof MemberSelectTree select
                && select.getIdentifier().contentEquals("size")
                && ListChanges.is(select.getExpression(), variable, reader.file())
                && Syntax.strip(difference.getRightOperand()) instanceof LiteralTree literal
                && literal.getValue() instanceof Integer number
                && number >= 1;
    }

    private boolean isLast(ExpressionTree index) {
        return isFromTheEnd(index)
                && ((LiteralTree) Syntax.strip(((BinaryTree) Syntax.strip(index)).getRightOperand()))
                        .getValue()
                        .equals(1);
    }

    @Override
    public @Nullable Void visitIdentifier(IdentifierTree name, @Nullable Void unused) {
        isOther |= ListChanges.is(name, variable, reader.file());
        return null;
    }

    @Override
    public @Nullable Void visitLambdaExpression(LambdaExpressionTree lambda, @Nullable Void unused) {
        return declares(lambda.getBody()) ? scan(lambda.getBody(), unused) : inside(lambda.getBody());
    }

    private boolean declares(Tree code) {
        boolean[] found = {false};
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitVariable(VariableTree declared, @Nullable Void unused) {
                found[0] |= ListChanges.isDeclaration(declared, variable, reader.file());
                return super.visitVariable(declared, null);
            }
        }.scan(code, null);
        return found[0];
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, @Nullable Void unused) {
        return inside(type);
    }

    /** Code that runs at another time must not use the list. */
    private @Nullable Void inside(Tree code) {
        isOther |= new ListUses(reader).mentions(code, variable);
        return null;
    }
}
