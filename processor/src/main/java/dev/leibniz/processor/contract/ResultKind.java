package dev.leibniz.processor.contract;

/** What the result of a method must be for a form to exist. */
public enum ResultKind {
    ANY("a result"),
    NUMBER("a result that is one number"),
    VECTOR("a result of type double[] or float[]");

    private final String words;

    ResultKind(String words) {
        this.words = words;
    }

    /** As in "… of a result that is one number". */
    public String words() {
        return words;
    }
}
