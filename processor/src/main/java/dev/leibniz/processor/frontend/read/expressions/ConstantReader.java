package dev.leibniz.processor.frontend.read.expressions;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.VariableTree;
import dev.leibniz.processor.frontend.read.MethodReader;
import dev.leibniz.processor.frontend.read.ObjectTypes;
import dev.leibniz.processor.frontend.read.values.Environment;
import dev.leibniz.processor.frontend.read.values.JavaValue;
import dev.leibniz.processor.frontend.scan.EnumConstants;
import dev.leibniz.processor.frontend.shadow.ConstantSources;
import dev.leibniz.processor.frontend.types.Layouts;
import dev.leibniz.processor.frontend.types.TypePrinter;
import dev.leibniz.processor.frontend.types.Visibility;
import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.problem.ProblemCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/**
 * Reads {@code static final} fields and enum constants. A field that the generated class can see is read there; a private constant is
 * built again, once for each call of the function that uses it.
 */
final class ConstantReader {
    private static final Set<String> MATH_CONSTANTS = Set.of("PI", "E", "TAU");

    private final MethodReader reader;
    private final Map<Element, JavaValue> rebuilt = new HashMap<>();

    ConstantReader(MethodReader reader) {
        this.reader = reader;
    }

    JavaValue read(ExpressionTree tree, Element element, String name) {
        if (!(element instanceof VariableElement field)) {
            throw reader.problem(ProblemCode.OBJECT_TYPE, tree, reader.file().quote(tree));
        }
        TypeElement owner = (TypeElement) field.getEnclosingElement();
        String qualified = owner.getQualifiedName() + "." + field.getSimpleName();
        boolean visible = Visibility.fromPackage(field, reader.home().packageName());
        if (field.getKind() == ElementKind.ENUM_CONSTANT) {
            Layout hidden = visible ? null : reader.layoutOf(field.asType(), tree, true);
            if (hidden instanceof Layout.Record) {
                return new JavaValue(hidden, List.of(Const.of(EnumConstants.tagOf(field))));
            }
            if (!visible) {
                throw reader.problem(ProblemCode.PRIVATE_CONSTANT, tree, field.getSimpleName());
            }
            reader.functions().mention(field);
            return JavaValue.of(new Const(null, reader.typeOf(field.asType(), tree), qualified));
        }
        if (!field.getModifiers().contains(Modifier.STATIC)
                || !field.getModifiers().contains(Modifier.FINAL)) {
            throw reader.problem(ProblemCode.NON_FINAL_FIELD, tree, field.getSimpleName());
        }
        Layout layout = reader.layoutOf(field.asType(), tree, true);
        if (reader.closures().isConstantFunction(field)) {
            return rebuild(tree, field, layout, qualified);
        }
        Object value = field.getConstantValue();
        if (value != null) {
            boolean readsBetter = owner.getQualifiedName().contentEquals("java.lang.Math")
                    && MATH_CONSTANTS.contains(field.getSimpleName().toString());
            Type type = reader.typeOf(field.asType(), tree);
            return JavaValue.of(new Const(value, type, readsBetter ? "Math." + field.getSimpleName() : ""));
        }
        ConstantSources sources = reader.home().constantSources();
        if (sources.isWritten(field)) {
            throw reader.problem(ProblemCode.CONSTANT_WRITTEN, tree, field.getSimpleName());
        }
        boolean isObject = layout instanceof Layout.Record parts
                && !reader.home().objects().isRecord(parts);
        if (isObject && isKept(field, (Layout.Record) layout)) {
            reader.functions().mention(field);
            Type held = reader.typeOf(field.asType(), tree);
            return JavaValue.of(reader.let(name, new Expr.Opaque(qualified, List.of(), held, false)));
        }
        if (isObject && !isRepeatable(layout)) {
            throw reader.problem(ProblemCode.PRIVATE_CONSTANT, tree, field.getSimpleName());
        }
        if (visible && layout.hasRecordArray() && sources.initializerOf(field) == null) {
            throw reader.problem(ProblemCode.ARRAY_OF_RECORDS, tree, TypePrinter.print(field.asType()));
        }
        boolean isRead = visible && !isObject;
        if (isRead && !layout.hasRecordArray()) {
            reader.home().recordCode().inAccessor(field.asType()).ifPresent(record -> {
                throw reader.problem(ProblemCode.RECORD_CODE, tree, record, "an accessor");
            });
            reader.functions().mention(field);
            List<Value> leaves = new ArrayList<>();
            Layout asItIs = reader.layoutOf(field.asType(), tree, true, Layouts.RECORDS);
            load(asItIs, qualified, isRecord(asItIs) ? "" : name, leaves);
            return new JavaValue(asItIs, leaves);
        }
        return rebuild(tree, field, layout, qualified);
    }

    /** Whether a constant object, or array of objects, is used as it is: generated code can see it, and read its contents or need not. */
    private boolean isKept(VariableElement field, Layout.Record layout) {
        TypeElement type = reader.home().typeElement(layout.javaName().replace("[]", ""));
        String packageName = reader.home().packageName();
        return type != null
                && Visibility.fromPackage(field, packageName)
                && Visibility.fromPackage(type, packageName)
                && (!isRepeatable(layout)
                        || new ObjectTypes(reader).objection(type).isEmpty());
    }

    /** Whether an object cannot be told from one that is made in the same way: neither its fields change nor arrays in it. */
    private static boolean isRepeatable(Layout layout) {
        return layout.isRecordArray()
                ? isRepeatable(layout.element())
                : layout.leaves().stream().noneMatch(leaf -> leaf.type().isArray());
    }

    private static boolean isRecord(Layout layout) {
        return layout instanceof Layout.Record;
    }

    private void load(Layout layout, String path, String name, List<Value> leaves) {
        if (layout instanceof Layout.Leaf leaf) {
            leaves.add(reader.let(name, new Expr.Opaque(path, List.of(), leaf.type(), false)));
        } else if (layout instanceof Layout.Record record) {
            record.fields().forEach(field -> load(field.layout(), path + "." + field.access(), "", leaves));
        }
    }

    /** Computes the initializer of a private constant at the beginning of the function. */
    private JavaValue rebuild(ExpressionTree tree, VariableElement field, Layout layout, String qualified) {
        JavaValue known = rebuilt.get(field);
        if (known != null) {
            return known;
        }
        ConstantSources.Initializer initializer =
                reader.home().constantSources().initializerOf(field);
        if (initializer == null || initializer.file() != reader.file()) {
            throw reader.problem(ProblemCode.PRIVATE_CONSTANT, tree, field.getSimpleName());
        }
        VariableTree declaration = initializer.tree();
        BlockBuilder code = reader.code();
        Environment environment = reader.environment();
        reader.switchTo(reader.prologue(), new Environment());
        reader.at(reader.file().origin(declaration));
        try {
            String name = field.getSimpleName().toString();
            known = reader.expressions().readAs(declaration.getInitializer(), layout, name);
        } finally {
            reader.switchTo(code, environment);
        }
        for (Value leaf : known.leaves()) {
            if (leaf instanceof Var array && array.type().isArray()) {
                reader.functions().notes().constantArray(array, qualified);
            }
        }
        rebuilt.put(field, known);
        return known;
    }
}
