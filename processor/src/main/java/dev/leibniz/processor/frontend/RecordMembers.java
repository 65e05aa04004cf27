package dev.leibniz.processor.frontend;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is written inside of records: a record cannot change, so that its methods are functions of its components, and its
 * constructors are functions that return them. While a member is read, the fields are variables like others.
 */
final class RecordMembers {
    private final MethodReader reader;

    RecordMembers(MethodReader reader) {
        this.reader = reader;
    }

    /** The fields that hold the components. */
    private static List<VariableElement> fields(Element record) {
        return ElementFilter.fieldsIn(record.getEnclosedElements()).stream()
                .filter(field -> !field.getModifiers().contains(Modifier.STATIC))
                .toList();
    }

    /** The record whose member is being read, as its fields are now. */
    Datum self(Tree at) {
        Element record = reader.method().element().getEnclosingElement();
        List<Datum> components = new ArrayList<>();
        for (VariableElement field : fields(record)) {
            Datum value = reader.environment().find(field);
            if (value == null) {
                throw reader.problem(
                        ProblemCode.INSTANCE_CALL, at, reader.file().quote(at));
            }
            components.add(value);
        }
        return Datum.record(reader.layoutOf(record.asType(), at, true), components);
    }

    // Methods

    /** Makes the fields known, with the values that a caller hands over. */
    void bindFields(Layout.Record layout, List<Datum> components) {
        List<VariableElement> fields = fields(reader.method().element().getEnclosingElement());
        for (int i = 0; i < layout.fields().size(); i++) {
            reader.environment().put(fields.get(i), components.get(i));
        }
    }

    // Constructors

    Datum create(NewClassTree tree, String name) {
        ExecutableElement constructor = reader.executable(tree);
        return construct(constructor, tree.getArguments(), tree, name);
    }

    /** {@code new R(…)}, or {@code this(…)} in another constructor of it. */
    Datum construct(ExecutableElement constructor, List<? extends ExpressionTree> arguments, Tree tree, String name) {
        TypeElement record = (TypeElement) constructor.getEnclosingElement();
        Layout layout = reader.layoutOf(record.asType(), tree, true);
        SourceMethod source = reader.functions().constructorSource(constructor);
        if (source == null) {
            if (!reader.functions().isPlain(constructor)) {
                throw reader.problem(ProblemCode.RECORD_CODE, tree, record.getSimpleName(), "its constructor");
            }
            return Datum.record(layout, reader.calls().arguments(arguments, constructor));
        }
        List<Datum> args = reader.calls().arguments(arguments, constructor);
        String function = reader.functions().read(source);
        return reader.calls()
                .call(new Callee.Local(function, false), CallReader.flat(args), layout, name, tree)
                .result();
    }

    /** The statements of a constructor, then one that leaves it with the record. */
    List<Control.Step> steps(SourceMethod constructor, Layout.Record layout, Exit exit) {
        MethodTree tree = constructor.tree();
        requireNoReturn(tree);
        List<VariableElement> fields = fields(constructor.element().getEnclosingElement());
        List<Control.Step> steps = new ArrayList<>();
        boolean delegates = false;
        for (StatementTree statement : tree.getBody().getStatements()) {
            ExplicitCall call = ExplicitCall.of(statement);
            if (call == null) {
                steps.add(reader.statements().step(statement));
            } else if (call.isThis()) {
                delegates = true;
                steps.add(next -> {
                    ExecutableElement other = reader.executable(call.tree().getMethodSelect());
                    Datum whole = construct(other, call.tree().getArguments(), call.tree(), "");
                    for (int i = 0; i < fields.size(); i++) {
                        reader.set(
                                fields.get(i),
                                whole.component(layout.fields().get(i).name()));
                    }
                    return Flow.NORMAL;
                });
            }
        }
        boolean compact = !delegates && isCompact(constructor);
        if (!compact) {
            for (int i = 0; i < fields.size(); i++) {
                reader.environment()
                        .put(
                                fields.get(i),
                                Datum.undefined(layout.fields().get(i).layout()));
            }
        }
        steps.add(next -> {
            List<Datum> components = new ArrayList<>();
            for (int i = 0; i < fields.size(); i++) {
                VariableTree parameter = compact ? tree.getParameters().get(i) : null;
                components.add(reader.environment().get(parameter == null ? fields.get(i) : reader.element(parameter)));
            }
            reader.set(exit.result(), Datum.record(layout, components));
            return reader.control().jump(exit, next);
        });
        return steps;
    }

    private void requireNoReturn(MethodTree tree) {
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitReturn(ReturnTree statement, @Nullable Void unused) {
                throw reader.problem(ProblemCode.UNSUPPORTED, statement, "`return` in a constructor");
            }
        }.scan(tree.getBody(), null);
    }

    /** Whether the constructor has no list of parameters: they are the components then, and become the fields at the end. */
    private static boolean isCompact(SourceMethod constructor) {
        SourceFile file = constructor.file();
        MethodTree tree = constructor.tree();
        int start = Math.max(file.start(tree), file.end(tree.getModifiers()));
        return !file.between(start, file.start(tree.getBody())).contains("(");
    }
}
