package dev.leibniz.processor.corpus;

import java.io.ByteArrayOutputStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/**
 * What a call leaves behind besides its result: what it has printed, if its class has a {@code SAID} to print to, and what
 * the generators that it was given would draw next. A derivative leaves behind what the method does.
 */
final class Traces {
    private Traces() {}

    static void clear(Class<?> owner) throws ReflectiveOperationException {
        ByteArrayOutputStream said = said(owner);
        if (said != null) {
            said.reset();
        }
    }

    static String of(Class<?> owner, Object[] arguments) throws ReflectiveOperationException {
        StringBuilder traces = new StringBuilder();
        ByteArrayOutputStream said = said(owner);
        if (said != null) {
            traces.append(said.toString(StandardCharsets.UTF_8));
        }
        for (Object argument : arguments) {
            if (argument instanceof Random generator) {
                traces.append(" next ").append(generator.nextLong());
            }
        }
        return traces.toString();
    }

    private static ByteArrayOutputStream said(Class<?> owner) throws ReflectiveOperationException {
        Field field = Arrays.stream(owner.getDeclaredFields())
                .filter(f -> f.getName().equals("SAID"))
                .findFirst()
                .orElse(null);
        if (field == null) {
            return null;
        }
        field.setAccessible(true);
        return (ByteArrayOutputStream) field.get(null);
    }
}
