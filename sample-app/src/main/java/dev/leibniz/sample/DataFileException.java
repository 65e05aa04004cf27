package dev.leibniz.sample;

/** The digits cannot be had; the message is a sentence for the user that says why. */
final class DataFileException extends Exception {

    private static final long serialVersionUID = 1;

    DataFileException(String sentence) {
        super(sentence);
    }

    DataFileException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
