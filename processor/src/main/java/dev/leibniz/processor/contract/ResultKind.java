package dev.leibniz.processor.contract;

/** The kind of result that a method must have for a form to exist. */
public enum ResultKind {
    ANY("a result"),
    NUMBER("a result that is one number"),
    VECTOR("a result of type double[] or float[]");

    private final String words;

    ResultKind(String words) {
        this.words = words;
    }

    /** The words for messages, as in "… of a result that is one number". */
    public String words() {
        return words;
    }
}
