package dev.leibniz.processor.frontend.read.values;

/** A failure of our own while a method was read; {@code source} is the text of the method. */
public record Crash(String method, String source, Throwable failure) {}
