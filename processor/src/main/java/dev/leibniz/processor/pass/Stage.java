package dev.leibniz.processor.pass;

/**
 * A place where passes run one after the other.
 *
 * @param <T> the subject that its passes change
 * @param <C> the facts known to them there
 */
public final class Stage<T, C> {
    private final String name;

    /**
     * @param name how documentation calls the place
     */
    public Stage(String name) {
        this.name = name;
    }

    public String name() {
        return name;
    }

    @Override
    public String toString() {
        return name;
    }
}
