package dev.leibniz.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.leibniz.processor.emit.statements.RecordPacking;
import dev.leibniz.processor.emit.text.Code;
import dev.leibniz.processor.emit.text.JavaTypes;
import dev.leibniz.processor.emit.text.Line;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.ir.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a class that makes a method a function of one array: one for each number and each array that is differentiated, which are
 * read from the array, and what stays as it was given.
 */
final class FlatFields {
    private static final ClassName NUMBERS = JavaTypes.className("dev.leibniz.runtime.arrays.FlatNumbers");

    private final FormParameters parameters;
    private final String numbers;
    private final List<FlatField> places = new ArrayList<>();
    private final Map<String, FlatField> byPath = new LinkedHashMap<>();

    /**
     * A number, or an array of numbers, that is differentiated.
     *
     * @param field the field that holds it between calls
     * @param path the code that it is read from at first: a parameter, or a part of one
     * @param gradient the field with the buffer for its gradient; empty for a number
     * @param tangent the field with its tangent
     */
    record FlatField(Type type, String field, String path, String gradient, String tangent) {
        boolean isArray() {
            return type.isArray();
        }
    }

    /**
     * @param hasTangents whether there is a field for each tangent, too
     * @param numbers the name of the variable from which numbers are taken
     * @param naming makes names that nobody has
     */
    FlatFields(FormParameters parameters, boolean hasTangents, String numbers, UnaryOperator<String> naming) {
        this.parameters = parameters;
        this.numbers = numbers;
        findPlaces(hasTangents, naming);
    }

    private void findPlaces(boolean hasTangents, UnaryOperator<String> naming) {
        for (FormParameters.Flat flat : parameters.flats()) {
            String path = flat.item().name() + flat.path();
            if (isDifferentiated(flat)) {
                boolean isArray = flat.type().isArray();
                FlatField place = new FlatField(
                        flat.type(),
                        flat.name(),
                        path,
                        isArray ? naming.apply(flat.name() + "Gradient") : "",
                        hasTangents ? naming.apply(flat.name() + "Tangent") : "");
                places.add(place);
                byPath.put(path, place);
            }
        }
    }

    private static boolean isDifferentiated(FormParameters.Flat flat) {
        List<String> paths = flat.item().layout().accessPaths();
        return flat.item().layout().leaves().get(paths.indexOf(flat.path())).differentiated();
    }

    List<FlatField> places() {
        return places;
    }

    /** Constants, and records for their constant parts, as they were given; then what is read into. */
    void declareIn(TypeSpec.Builder type, boolean hasGradients) {
        for (FormParameters.Item item : parameters.items()) {
            if (isKept(item)) {
                type.addField(item.type(), item.name(), Modifier.PRIVATE, Modifier.FINAL);
            }
        }
        for (FlatField place : places) {
            TypeName javaType = JavaTypes.of(place.type());
            field(type, javaType, place.field(), place.isArray());
            if (hasGradients && place.isArray()) {
                field(type, javaType, place.gradient(), true);
            }
            if (!place.tangent().isEmpty()) {
                field(type, javaType, place.tangent(), place.isArray());
            }
        }
    }

    private static void field(TypeSpec.Builder type, TypeName javaType, String name, boolean isFinal) {
        if (isFinal) {
            type.addField(javaType, name, Modifier.PRIVATE, Modifier.FINAL);
        } else {
            type.addField(javaType, name, Modifier.PRIVATE);
        }
    }

    /** Whether there is something in it that is not read from the array. */
    private static boolean isKept(FormParameters.Item item) {
        return !item.layout().hasDifferentiatedLeaf()
                || item.layout().leaves().stream().anyMatch(leaf -> !leaf.differentiated());
    }

    /** The lines of the constructor that initialise them. */
    List<Line> initialised(boolean hasGradients) {
        List<Line> lines = new ArrayList<>();
        for (FormParameters.Item item : parameters.items()) {
            if (isKept(item)) {
                lines.add(line("this.$L = $L", item.name(), item.name()));
            }
        }
        for (FlatField place : places) {
            if (place.isArray()) {
                Code zeros = RecordPacking.neutral(new Layout.Leaf(place.type(), true), new Code(place.path()));
                lines.add(line("this.$L = $L", place.field(), zeros));
                if (hasGradients) {
                    lines.add(line("this.$L = $L", place.gradient(), zeros));
                }
                if (!place.tangent().isEmpty()) {
                    lines.add(line("this.$L = $L", place.tangent(), zeros));
                }
            }
        }
        return lines;
    }

    /** A parameter whose differentiated parts are said by {@code value}. */
    Code at(FormParameters.Item item, Function<FlatField, Code> value) {
        return RecordPacking.build(item.layout(), item.name(), (leaf, path) -> {
            @Nullable FlatField place = byPath.get(path);
            return place == null ? new Code(path) : value.apply(place);
        });
    }

    /** The next number, or the next numbers for an array, of those that are read. */
    Code taken(FlatField place) {
        if (place.isArray()) {
            Code array = RecordPacking.neutral(new Layout.Leaf(place.type(), true), new Code(place.field()));
            return Code.of("$L.take($L)", numbers, array);
        }
        return Code.of(place.type() == Type.FLOAT ? "(float) $L.take()" : "$L.take()", numbers);
    }

    /** Takes the numbers of an array into the fields. */
    List<Line> taking(String array, Function<FlatField, String> field) {
        List<Line> lines = new ArrayList<>();
        lines.add(line("$T $L = of($L)", NUMBERS, numbers, array));
        for (FlatField place : places) {
            if (place.isArray()) {
                lines.add(line("$L.take($L)", numbers, field.apply(place)));
            } else {
                lines.add(line("$L = $L", field.apply(place), taken(place)));
            }
        }
        return lines;
    }

    private static Line line(String format, Object... args) {
        return FormEmitter.simple(Code.of(format, args));
    }
}
