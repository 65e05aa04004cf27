package dev.leibniz.processor.emit;

import com.palantir.javapoet.TypeName;
import dev.leibniz.processor.contract.CamelCase;
import dev.leibniz.processor.emit.statements.RecordPacking;
import dev.leibniz.processor.emit.text.Code;
import dev.leibniz.processor.emit.text.JavaTypes;
import dev.leibniz.processor.emit.text.Line;
import dev.leibniz.processor.emit.text.Text;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.ir.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.lang.model.SourceVersion;

/**
 * Puts values of a layout together from flat values: records by their constructors, arrays of records in loops, which are written in
 * front.
 */
final class RecordBuilder {
    private final UnaryOperator<String> names;
    private final List<Line> lines;

    /**
     * @param names makes a name of a wish
     * @param lines the lines to which the statements needed before are added
     */
    RecordBuilder(UnaryOperator<String> names, List<Line> lines) {
        this.names = names;
        this.lines = lines;
    }

    /**
     * A leaf, as far as there are values for it.
     *
     * @param value its value; if there is none, it is a neutral one
     * @param like a value that a neutral one is modelled on; if there is none, the one found by the path of the leaf
     */
    record Part(Optional<Text> value, Optional<Text> like) {
        Part at(String index) {
            return new Part(value.map(all -> element(all, index)), like.map(all -> element(all, index)));
        }

        private static Text element(Text array, String index) {
            return Text.primary(
                    Code.of("$L[$L]", array.atLeast(Text.PRIMARY), index),
                    array.type().element());
        }
    }

    /** Values for all leaves. */
    static List<Part> values(Layout layout, Iterator<Text> flat) {
        return layout.leaves().stream()
                .map(leaf -> new Part(Optional.of(flat.next()), Optional.empty()))
                .toList();
    }

    /** Values for the differentiated leaves; the others are like the primal that is found by the path. */
    static List<Part> derivatives(Layout layout, Iterator<Text> flat) {
        return layout.leaves().stream()
                .map(leaf ->
                        new Part(leaf.differentiated() ? Optional.of(flat.next()) : Optional.empty(), Optional.empty()))
                .toList();
    }

    /** The same, where the primal itself is given as flat values. */
    static List<Part> derivatives(Layout layout, Iterator<Text> flat, List<Text> primal) {
        Iterator<Text> like = primal.iterator();
        return layout.leaves().stream()
                .map(leaf -> new Part(
                        leaf.differentiated() ? Optional.of(flat.next()) : Optional.empty(), Optional.of(like.next())))
                .toList();
    }

    /** No values at all: zeros. */
    static List<Part> none(Layout layout) {
        return Collections.nCopies(layout.leaves().size(), new Part(Optional.empty(), Optional.empty()));
    }

    /**
     * The value of a layout.
     *
     * @param path the path of a value of the layout that neutral parts are modelled on; empty if there is none
     * @param wish for the name of a variable
     */
    Code build(Layout layout, String path, List<Part> parts, String wish) {
        if (layout instanceof Layout.Leaf leaf) {
            Part part = parts.get(0);
            if (part.value().isPresent()) {
                return part.value().get().code();
            }
            return RecordPacking.neutral(
                    leaf, part.like().map(like -> like.atLeast(Text.PRIMARY)).orElse(new Code(path)));
        }
        Layout.Record record = (Layout.Record) layout;
        if (record.isArray()) {
            return array(record, path, parts, wish);
        }
        List<Code> components = new ArrayList<>();
        int at = 0;
        for (Layout.Field field : record.fields()) {
            int size = field.layout().leaves().size();
            String inside = path.isEmpty() ? "" : path + "." + field.access();
            components.add(build(
                    field.layout(), inside, parts.subList(at, at + size), wish + CamelCase.capitalized(field.name())));
            at += size;
        }
        return Code.of("new $T($L)", JavaTypes.named(record.javaName()), Code.join(components, "," + Code.WRAP));
    }

    private Code array(Layout.Record layout, String path, List<Part> parts, String wish) {
        List<Part> columns = named(layout, layout, parts, wish);
        Code length = path.isEmpty()
                ? columns.stream()
                        .flatMap(part -> part.value().or(part::like).stream())
                        .findFirst()
                        .orElseThrow()
                        .code()
                : new Code(path);
        return elements(
                layout.element(),
                length,
                wish,
                (index, builder) -> builder.build(
                        layout.element(), path.isEmpty() ? "" : path + "[" + index + "]", at(columns, index), wish));
    }

    /**
     * One value for each row of the flat values.
     *
     * @param path the path of a value that the neutral parts of each row are modelled on
     */
    Code rows(Layout layout, TypeName type, String path, List<Part> parts, String wish) {
        if (!(layout instanceof Layout.Record record)) {
            return parts.get(0).value().orElseThrow().code();
        }
        List<Part> columns = named(record.array(), record, parts, wish);
        Code length = columns.stream()
                .flatMap(part -> part.value().stream())
                .findFirst()
                .orElseThrow()
                .code();
        return elements(type, length, wish, "d", (index, builder) -> {
            List<Part> row = columns.stream()
                    .map(part -> new Part(part.value().map(all -> Part.element(all, index)), part.like()))
                    .toList();
            return builder.build(record, path, row, wish);
        });
    }

    private static List<Part> at(List<Part> columns, String index) {
        return columns.stream().map(column -> column.at(index)).toList();
    }

    /** Makes an element in a loop. */
    private interface Element {
        Code in(String index, RecordBuilder builder);
    }

    private Code elements(Layout.Record element, Code length, String wish, Element make) {
        return elements(JavaTypes.named(element.javaName()), length, wish, "i", make);
    }

    private Code elements(TypeName type, Code length, String wish, String counter, Element make) {
        String array = names.apply(wish);
        String index = names.apply(counter);
        String written = Code.of("$T", type).text();
        int rank = 0;
        while (written.endsWith("[]")) {
            written = written.substring(0, written.length() - 2);
            rank++;
        }
        lines.add(FormEmitter.simple(
                Code.of("$T[] $L = new $L[$L.length]$L", type, array, new Code(written), length, "[]".repeat(rank))));
        List<Line> body = new ArrayList<>();
        Code element = make.in(index, new RecordBuilder(names, body));
        body.add(FormEmitter.simple(Code.of("$L[$L] = $L", array, index, element)));
        lines.add(RecordUnpacking.loop(index, new Code(array), body));
        return new Code(array);
    }

    /**
     * The parts as variables, to be used more than once.
     *
     * @param values the layout of their values
     * @param likes the layout of the values that neutral ones are modelled on
     */
    private List<Part> named(Layout.Record values, Layout.Record likes, List<Part> parts, String wish) {
        List<Part> named = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Type type = values.leaves().get(i).type();
            Type like = likes.leaves().get(i).type();
            Part part = parts.get(i);
            boolean isNeutral = part.value().isEmpty();
            named.add(new Part(
                    part.value().map(text -> named(text, type, wish)),
                    isNeutral ? part.like().map(text -> named(text, like, wish)) : Optional.empty()));
        }
        return named;
    }

    private Text named(Text column, Type type, String wish) {
        String text = column.code().text();
        if (SourceVersion.isIdentifier(text.replaceAll("\\[\\w+\\]", ""))) {
            return column;
        }
        String name = names.apply(wish);
        lines.add(FormEmitter.simple(Code.of("$T $L = $L", JavaTypes.of(type), name, column.code())));
        return Text.primary(new Code(name), type);
    }
}
