package dev.leibniz.processor.frontend.shadow;

/** A file with classes, as it is written. */
public record WholeSource(String name, String text) {}
