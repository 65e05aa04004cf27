package dev.leibniz.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.leibniz.processor.contract.Derivative;
import dev.leibniz.processor.contract.ReturnedRecord;
import dev.leibniz.processor.emit.FormParameters.Item;
import dev.leibniz.processor.emit.text.FormNames;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.ir.program.FormHead;
import java.util.List;

/** The Javadoc of generated code, complete enough for doclint: every parameter, component and result. */
final class JavadocWriter {
    private final FormNames names;

    JavadocWriter(FormNames names) {
        this.names = names;
    }

    CodeBlock method(Derivative form, FormParameters parameters) {
        CodeBlock.Builder doc = CodeBlock.builder();
        head(doc, form.summary(primal()));
        for (Item item : parameters.items()) {
            param(doc, item.name(), describe(item));
        }
        return doc.add("@return $L\n", form.returnedWords()).build();
    }

    private String describe(Item item) {
        return switch (item.role()) {
            case PRIMAL ->
                "as in {@code " + names.primal() + "}"
                        + (item.layout().hasDifferentiatedLeaf() ? "; it is not modified" : "; a constant");
            case COTANGENT ->
                isScalar(item.layout())
                        ? "the weight of the result"
                        : "the weights of the parts of the result, of its shape";
            case COTANGENTS ->
                isScalar(item.layout())
                        ? "for each of the gradients asked for the weight of the result"
                        : "for each of the gradients asked for the weights of the parts of the result, of its shape";
            case TANGENT -> "the direction in which {@code " + item.of() + "} moves, of its shape";
            case TANGENTS ->
                "for each of the directions how {@code " + item.of()
                        + "} moves, of its shape; as many for each parameter";
            case ROWS ->
                "for each element of the result, overwritten with its gradient with respect to {@code " + item.of()
                        + "}, of its shape";
            case PATTERN -> "where elements can be other than 0, as found before";
            case MATRIX -> "its elements are overwritten; its pattern says where there are others than 0";
            case BUFFER -> "the gradient with respect to {@code " + item.of() + "} is added to it; of the same shape";
        };
    }

    private static boolean isScalar(Layout layout) {
        return layout instanceof Layout.Leaf leaf && !leaf.type().isArray();
    }

    /** The Javadoc of a record that is returned. */
    CodeBlock record(ReturnedRecord record, List<FormHead.Component> components) {
        CodeBlock.Builder doc = CodeBlock.builder();
        head(doc, record.summary(primal()));
        for (FormHead.Component component : components) {
            param(doc, component.name(), component.words());
        }
        return doc.build();
    }

    /** The Javadoc of the record of the arrays that a method fills. */
    CodeBlock filled(Layout.Record record) {
        CodeBlock.Builder doc = CodeBlock.builder();
        head(doc, "What " + primal() + " fills.");
        for (Layout.Field field : record.fields()) {
            param(doc, field.name(), "the array that it fills under this name");
        }
        return doc.build();
    }

    private String primal() {
        return "{@code " + names.primal() + "}";
    }

    private static void head(CodeBlock.Builder doc, String summary) {
        doc.add("$L\n\n", summary);
    }

    private static void param(CodeBlock.Builder doc, String name, String description) {
        doc.add("@param $L $L\n", name, description);
    }
}
