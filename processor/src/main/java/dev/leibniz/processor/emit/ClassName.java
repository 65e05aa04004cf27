package dev.leibniz.processor.emit;

/**
 * The name of a class or a record.
 *
 * @param packageName empty for the unnamed package
 * @param names its simple name; for a nested one those of the outer classes before it, with dots between
 */
record ClassName(String packageName, String names) {

    /** The class that is called so; where its package ends is told by the first capital letter. */
    static ClassName of(String canonical) {
        int start = 0;
        for (int dot = canonical.indexOf('.'); dot >= 0; dot = canonical.indexOf('.', start)) {
            if (Character.isUpperCase(canonical.charAt(start))) {
                break;
            }
            start = dot + 1;
        }
        return new ClassName(start == 0 ? "" : canonical.substring(0, start - 1), canonical.substring(start));
    }

    /** {@code Math} or another class that needs no import, unless the package has one of that name. */
    static ClassName ofPlatform(String simpleName) {
        return new ClassName("java.lang", simpleName);
    }

    /** The class of a mark in a piece of {@link Code}. */
    static ClassName marked(String text, int start) {
        int middle = text.indexOf(Code.END, start);
        return new ClassName(
                text.substring(start, middle), text.substring(middle + 1, text.indexOf(Code.END, middle + 1)));
    }

    static int endOfMark(String text, int start) {
        return text.indexOf(Code.END, text.indexOf(Code.END, start) + 1) + 1;
    }

    ClassName nested(String name) {
        return new ClassName(packageName, names + "." + name);
    }

    String simpleName() {
        return names.substring(names.lastIndexOf('.') + 1);
    }

    /** The simple name of the outermost class. */
    String topLevelName() {
        int dot = names.indexOf('.');
        return dot < 0 ? names : names.substring(0, dot);
    }

    String canonical() {
        return packageName.isEmpty() ? names : packageName + "." + names;
    }

    /** The class as it is called where the code will stand. */
    Code code() {
        return new Code("" + Code.MARK + Code.CLASS + packageName + Code.END + names + Code.END);
    }
}
