package dev.leibniz.processor.frontend.read.values;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** The value of each local variable at the present point: a {@link VariableElement} of the user or a {@link HelperVariable}. */
public final class Environment {
    private final Map<Object, JavaValue> values;

    public Environment() {
        this.values = new LinkedHashMap<>();
    }

    private Environment(Environment other) {
        this.values = new LinkedHashMap<>(other.values);
    }

    public Environment copy() {
        return new Environment(this);
    }

    public Set<Object> variables() {
        return Set.copyOf(values.keySet());
    }

    /** All variables with their values, in the order of their declarations. */
    public Map<Object, JavaValue> all() {
        return values;
    }

    public @Nullable JavaValue find(Object variable) {
        return values.get(variable);
    }

    /** The value of a variable; a list that is not filled any more is an array. */
    public @Nullable JavaValue valueOf(Element variable) {
        JavaValue filled = values.get(new FilledList(variable));
        return filled == null ? values.get(variable) : filled;
    }

    /** From now on a variable holds a list that is not filled any more. */
    public void fill(Element list, JavaValue elements) {
        values.put(new FilledList(list), elements);
    }

    /** The key of a list that is not filled any more, besides that of the list as it was. */
    private record FilledList(Element variable) {
        // Written out as in Expr: the code that javac derives is slow at first.

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof FilledList list && list.variable.equals(variable);
        }

        @Override
        public int hashCode() {
            return ~variable.hashCode();
        }
    }

    public JavaValue get(Object variable) {
        JavaValue value = values.get(variable);
        if (value == null) {
            throw new IllegalStateException("no value for " + variable);
        }
        return value;
    }

    public void put(Object variable, JavaValue value) {
        values.put(variable, value);
    }

    public JavaValue remove(Object variable) {
        JavaValue value = get(variable);
        values.remove(variable);
        return value;
    }

    /** Leaves a scope: forgets all other variables. */
    public void retain(Set<Object> variables) {
        values.keySet().retainAll(variables);
    }

    public static String nameOf(Object variable) {
        return variable instanceof HelperVariable slot
                ? slot.name()
                : ((VariableElement) variable).getSimpleName().toString();
    }
}
