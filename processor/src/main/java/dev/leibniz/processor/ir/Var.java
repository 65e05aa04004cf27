package dev.leibniz.processor.ir;

/**
 * A value that is defined exactly once: by a {@link Stmt.Let}, as the result of a statement, as the argument of a loop
 * body, or as a parameter. Two variables are the same only if they are the same object; the name is a wish for the
 * printed code ({@code ""} for a temporary that the user never named) and need not be unique.
 */
public final class Var implements Value {
    private String name;
    private final Type type;

    public Var(String name, Type type) {
        this.name = name;
        this.type = type;
    }

    public static Var temporary(Type type) {
        return new Var("", type);
    }

    public String name() {
        return name;
    }

    /** Gives a temporary a name, for a pass that learns only afterwards what it stands for. */
    public void suggestName(String suggestion) {
        if (name.isEmpty()) {
            name = suggestion;
        }
    }

    public boolean isNamed() {
        return !name.isEmpty();
    }

    @Override
    public Type type() {
        return type;
    }

    /** A new variable with the same name and type. */
    public Var fresh() {
        return new Var(name, type);
    }

    @Override
    public String toString() {
        return isNamed() ? name : "t@" + Integer.toHexString(System.identityHashCode(this));
    }
}
