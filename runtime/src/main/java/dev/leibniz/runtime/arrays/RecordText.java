package dev.leibniz.runtime.arrays;

import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.StringJoiner;

/**
 * The text that generated records print for their components: arrays element by element, rounded, long ones shortened. Only generated code
 * calls it.
 *
 * @since 0.1.0
 */
public final class RecordText {
    private static final int MOST_ELEMENTS = 6;
    private static final MathContext DIGITS = new MathContext(6);

    private RecordText() {}

    /**
     * A component as text.
     *
     * @param component an array, a record, or anything else; may be null
     * @return the elements of an array in brackets; of more than six the first five and how many there are; of a record that prints
     *     nothing but the addresses of its arrays, its components
     */
    public static String of(Object component) {
        if (component != null && component.getClass().isArray()) {
            return array(component);
        }
        String text = String.valueOf(component);
        return component instanceof Record record && text.contains("=[") ? record(record, text) : text;
    }

    private static String array(Object array) {
        int length = Array.getLength(array);
        StringJoiner text = new StringJoiner(", ", "[", "]");
        int shown = length > MOST_ELEMENTS ? MOST_ELEMENTS - 1 : length;
        for (int i = 0; i < shown; i++) {
            Object element = Array.get(array, i);
            text.add(element instanceof Double || element instanceof Float ? rounded((Number) element) : of(element));
        }
        if (shown < length) {
            text.add("… " + length);
        }
        return text.toString();
    }

    private static String rounded(Number number) {
        double value = number.doubleValue();
        return Double.isFinite(value)
                ? Double.toString(new BigDecimal(value).round(DIGITS).doubleValue())
                : number.toString();
    }

    /** Its own text, unless that has the addresses of arrays in it. */
    private static String record(Record record, String own) {
        if (!own.matches("(?s).*=\\[+[DFLIJSBCZ][^,\\]]*@[0-9a-f]+.*")) {
            return own;
        }
        StringJoiner text = new StringJoiner(", ", record.getClass().getSimpleName() + "[", "]");
        try {
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                Method accessor = component.getAccessor();
                accessor.setAccessible(true);
                text.add(component.getName() + "=" + of(accessor.invoke(record)));
            }
        } catch (ReflectiveOperationException | RuntimeException e) {
            return own; // its module does not let us look
        }
        return text.toString();
    }
}
