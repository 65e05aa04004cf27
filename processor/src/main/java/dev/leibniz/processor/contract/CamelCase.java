package dev.leibniz.processor.contract;

/** Names put together of words. */
public final class CamelCase {
    private CamelCase() {}

    /** {@code loss} as {@code Loss}. */
    public static String capitalized(String name) {
        return name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    /** A path such as {@code .layer.weights} as {@code LayerWeights}. */
    public static String ofPath(String path) {
        StringBuilder name = new StringBuilder();
        for (String part : path.substring(1).split("\\.")) {
            name.append(capitalized(part));
        }
        return name.toString();
    }
}
