package dev.leibniz.processor.frontend.read.calls;

import com.sun.source.tree.MethodInvocationTree;
import dev.leibniz.processor.frontend.read.Calls;
import dev.leibniz.processor.frontend.read.MethodReader;
import dev.leibniz.processor.frontend.read.ObjectCalls;
import dev.leibniz.processor.frontend.read.RecordArrays;
import dev.leibniz.processor.frontend.read.values.JavaValue;
import dev.leibniz.processor.frontend.read.values.Notes;
import dev.leibniz.processor.frontend.scan.SideEffects;
import dev.leibniz.processor.frontend.shadow.RecordCode;
import dev.leibniz.processor.frontend.types.Layouts;
import dev.leibniz.processor.frontend.types.TypePrinter;
import dev.leibniz.processor.frontend.types.Visibility;
import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.problem.ProblemCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;

/**
 * Reads calls through which no derivative flows, of methods that are called as they are. Records are put together for the call,
 * and taken apart behind it.
 */
final class ConstantCalls {
    private final MethodReader reader;

    ConstantCalls(MethodReader reader) {
        this.reader = reader;
    }

    /** A call of a method with these side effects; with a claim, one that holds only if the arguments are constants. */
    JavaValue read(
            MethodInvocationTree tree,
            ExecutableElement callee,
            SideEffects effects,
            Optional<Notes.Claim> claim,
            String name) {
        check(tree, callee);
        List<JavaValue> arguments = new ArgumentReader(reader).asTheyAre(tree, callee);
        return checked(tree, callee, arguments, effects, claim, name);
    }

    /** Whether a method can be called with these arguments, put together. */
    boolean canBeGiven(ExecutableElement callee, List<JavaValue> arguments) {
        RecordCode code = reader.home().recordCode();
        try {
            for (int i = 0; i < arguments.size(); i++) {
                VariableElement parameter = callee.getParameters().get(i);
                Layout given = arguments.get(i).layout();
                boolean isPlain = given.plain()
                                .equals(Layouts.of(parameter.asType(), true).plain())
                        && !given.hasRecordArray();
                if (!isPlain || code.inConstructor(parameter.asType()).isPresent()) {
                    return false;
                }
            }
            Layout result = Layouts.of(callee.getReturnType(), true);
            return code.inAccessor(callee.getReturnType()).isEmpty()
                    && result.equals(Layouts.of(
                            callee.getReturnType(), true, reader.home().objects()));
        } catch (Layouts.NoLayout e) {
            return false;
        }
    }

    /** The same with arguments that were read already. */
    JavaValue called(
            MethodInvocationTree tree,
            ExecutableElement callee,
            List<JavaValue> arguments,
            SideEffects effects,
            Optional<Notes.Claim> claim,
            String name) {
        if (claim.isEmpty() || !claim.get().isHidden()) {
            check(tree, callee);
        }
        return checked(tree, callee, arguments, effects, claim, name);
    }

    private JavaValue checked(
            MethodInvocationTree tree,
            ExecutableElement callee,
            List<JavaValue> arguments,
            SideEffects effects,
            Optional<Notes.Claim> claim,
            String name) {
        boolean isRepeatable = effects.pure()
                && effects.written().isEmpty()
                && effects.escaping().isEmpty()
                && !callee.getParameters().isEmpty()
                && callee.getReturnType().getKind() != TypeKind.VOID;
        return isRepeatable
                ? computed(tree, callee, arguments, Optional.of(effects), claim, name)
                : made(tree, callee, arguments, effects, claim, name);
    }

    /** A call of a pure method of the platform. */
    JavaValue computed(MethodInvocationTree tree, ExecutableElement callee, String name) {
        check(tree, callee);
        List<JavaValue> arguments = new ArgumentReader(reader).asTheyAre(tree, callee);
        return computed(tree, callee, arguments, Optional.empty(), Optional.empty(), name);
    }

    /** A call that may stand wherever its result is needed. */
    private JavaValue computed(
            MethodInvocationTree tree,
            ExecutableElement callee,
            List<JavaValue> arguments,
            Optional<SideEffects> effects,
            Optional<Notes.Claim> claim,
            String name) {
        List<Value> operands = new ArrayList<>();
        StringBuilder template = new StringBuilder(owner(callee))
                .append('.')
                .append(callee.getSimpleName())
                .append('(');
        String separator = "";
        for (JavaValue argument : arguments) {
            template.append(separator);
            argument(argument.layout(), template, argument.leaves().iterator(), operands);
            separator = ", ";
        }
        String call = template.append(')').toString();
        Layout layout = reader.layoutOf(callee.getReturnType(), tree, true, Layouts.RECORDS);
        Type type = layout instanceof Layout.Record record
                ? RecordArrays.objectType(record)
                : ((Layout.Leaf) layout).type();
        Var value = new Var(layout instanceof Layout.Record ? "" : name, type);
        Expr.Opaque computation = new Expr.Opaque(call, operands, type, type.isArray());
        Stmt.Let let = new Stmt.Let(value, computation, reader.code().origin());
        reader.add(let);
        claim.ifPresent(c -> reader.functions().notes().claim(let, c));
        effects.ifPresent(e -> reader.functions().notes().foreign(let, foreign(e, arguments)));
        if (!(layout instanceof Layout.Record record)) {
            return JavaValue.of(value);
        }
        return taken(record, value);
    }

    /** A call that is made once, where it stands. */
    private JavaValue made(
            MethodInvocationTree tree,
            ExecutableElement callee,
            List<JavaValue> arguments,
            SideEffects effects,
            Optional<Notes.Claim> claim,
            String name) {
        List<Layout> params = arguments.stream().map(JavaValue::layout).toList();
        Layout returned = reader.layoutOf(callee.getReturnType(), tree, true, Layouts.RECORDS);
        Layout result = returned.hasRecordArray() && returned instanceof Layout.Record record
                ? new Layout.Leaf(RecordArrays.objectType(record), false)
                : returned;
        Set<Integer> written = new HashSet<>();
        int at = 0;
        for (int i = 0; i < arguments.size(); i++) {
            for (Value leaf : arguments.get(i).leaves()) {
                if (effects.written().contains(i) && leaf.type().isArray()) {
                    written.add(at);
                }
                at++;
            }
        }
        Callee.External external =
                Callee.External.acting(owner(callee), callee.getSimpleName().toString(), params, result, written);
        Calls.Called called = reader.calls().call(external, JavaValue.flat(arguments), result, name, tree);
        claim.ifPresent(c -> reader.functions().notes().claim(called.call(), c));
        reader.functions().notes().foreign(called.call(), foreign(effects, arguments));
        return result == returned
                ? called.result()
                : taken((Layout.Record) returned, called.result().value());
    }

    /** The parts of a result that is returned as an object. */
    private JavaValue taken(Layout.Record record, Value object) {
        return record.isArray()
                ? RecordArrays.ofObject(object, record, reader)
                : ObjectCalls.components(record, object, reader);
    }

    private static Notes.ForeignCall foreign(SideEffects effects, List<JavaValue> arguments) {
        return new Notes.ForeignCall(arrays(effects.escaping(), arguments), arrays(effects.returned(), arguments));
    }

    private static List<Value> arrays(Set<Integer> parameters, List<JavaValue> arguments) {
        return parameters.stream()
                .filter(i -> i < arguments.size())
                .sorted()
                .flatMap(i -> arguments.get(i).leaves().stream())
                .filter(leaf -> leaf.type().isArray())
                .toList();
    }

    private static String owner(ExecutableElement callee) {
        return ((TypeElement) callee.getEnclosingElement()).getQualifiedName().toString();
    }

    private void check(MethodInvocationTree tree, ExecutableElement callee) {
        if (!Visibility.fromPackage(callee, reader.home().packageName())) {
            throw reader.problem(ProblemCode.PRIVATE_CALLEE, tree, callee.getSimpleName());
        }
        reader.functions().mention(callee);
        reader.functions().mention(callee.getReturnType());
        callee.getParameters().forEach(parameter -> reader.functions().mention(parameter.asType()));
        callee.getThrownTypes().forEach(thrown -> reader.requireUnchecked(thrown, tree));
        RecordCode code = reader.home().recordCode();
        for (VariableElement parameter : callee.getParameters()) {
            if (reader.layoutOf(parameter.asType(), tree, true, Layouts.RECORDS).hasRecordArray()) {
                throw reader.problem(ProblemCode.ARRAY_OF_RECORDS, tree, TypePrinter.print(parameter.asType()));
            }
            code.inConstructor(parameter.asType()).ifPresent(record -> {
                throw reader.problem(ProblemCode.RECORD_CODE, tree, record, "its constructor");
            });
        }
        code.inAccessor(callee.getReturnType()).ifPresent(record -> {
            throw reader.problem(ProblemCode.RECORD_CODE, tree, record, "an accessor");
        });
    }

    private static void argument(Layout layout, StringBuilder template, Iterator<Value> leaves, List<Value> operands) {
        if (layout instanceof Layout.Record record) {
            template.append("new ").append(record.javaName()).append('(');
            String separator = "";
            for (Layout.Field field : record.fields()) {
                template.append(separator);
                argument(field.layout(), template, leaves, operands);
                separator = ", ";
            }
            template.append(')');
        } else {
            template.append('$').append(operands.size());
            operands.add(leaves.next());
        }
    }
}
