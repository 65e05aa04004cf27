package dev.leibniz.processor.emit.text;

import com.palantir.javapoet.ClassName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The bodies of the methods of one file, while JavaPoet prints the rest. JavaPoet reads each character twice, in search of
 * line breaks, and most characters of a generated class are in bodies. So it gets one line for many, with the classes that
 * they mention: it imports these and says what they are called here. When it is done, the lines are put in.
 */
public final class BodyTexts {
    /** The kind of mark that stands for lines: their number, {@link Code#END}, then names of classes with it behind each. */
    private static final String LINES = "" + Code.MARK + 'L';

    private final Map<String, ClassName> mentioned = new HashMap<>();
    private final List<String> texts = new ArrayList<>();

    /** The classes that the bodies mention. */
    public Collection<ClassName> mentioned() {
        return mentioned.values();
    }

    /** Notes that the file mentions a class. */
    public void mention(ClassName name) {
        mentioned.put(name.canonicalName(), name);
    }

    /** The class that the text of a mark means. */
    ClassName mention(String mark) {
        return mentioned.computeIfAbsent(mark, Code::marked);
    }

    /** Keeps lines in which classes are marked by their numbers, and returns the line that stands for them. */
    String keep(String lines) {
        texts.add(lines);
        return LINES + (texts.size() - 1) + Code.END;
    }

    /** The file with all lines in it. */
    public String putInto(String file) {
        StringBuilder text = new StringBuilder(2 * file.length());
        String[] names = {};
        int done = 0;
        for (int mark = file.indexOf(LINES); mark >= 0; mark = file.indexOf(LINES, done)) {
            int start = file.lastIndexOf('\n', mark) + 1;
            int end = file.indexOf('\n', mark);
            int number = file.indexOf(Code.END, mark);
            text.append(file, done, start);
            if (number + 1 < end) {
                names = file.substring(number + 1, end).split("" + Code.END);
            }
            int index = Integer.parseInt(file, mark + LINES.length(), number, 10);
            put(texts.get(index), file.substring(start, mark), names, text);
            done = end + 1;
        }
        return text.append(file, done, file.length()).toString();
    }

    /** @param indentation the text in front of each line */
    private static void put(String lines, String indentation, String[] names, StringBuilder out) {
        int end;
        for (int start = 0; start < lines.length(); start = end) {
            end = lines.indexOf('\n', start) + 1;
            out.append(start + 1 == end ? "" : indentation);
            int done = start;
            for (int mark = lines.indexOf(Code.MARK, done);
                    mark >= 0 && mark < end;
                    mark = lines.indexOf(Code.MARK, done)) {
                out.append(lines, done, mark);
                done = lines.indexOf(Code.END, mark);
                out.append(names[Integer.parseInt(lines, mark + 1, done, 10)]);
                done++;
            }
            out.append(lines, done, end);
        }
    }
}
