package dev.leibniz.launcher;

import java.nio.file.Path;
import java.util.Map;

/**
 * A source file that compiled.
 *
 * @param file the source file
 * @param text its text
 * @param mainClass the binary name of its first class
 * @param classes the class files, by binary name
 * @param generated the sources that the processor wrote, by the name of their class, in the order of writing
 */
record CompiledFile(
        Path file, String text, String mainClass, Map<String, byte[]> classes, Map<String, String> generated) {}
