package dev.leibniz.processor.frontend.host;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Changes of a text, and the way back: where in the text as it was written a place in the changed one is. No change begins
 * or ends a line, so that lines keep their numbers.
 */
public final class Edits {
    private final List<Edit> all = new ArrayList<>();
    private boolean hasOthers;

    /** {@code text} instead of the text between {@code start} and {@code end}. */
    private record Edit(int start, int end, String text) {}

    public void insert(int at, String text) {
        replace(at, at, text);
    }

    public void replace(int start, int end, String text) {
        all.add(new Edit(start, end, text.replace('\n', ' ')));
        all.sort(Comparator.comparingInt(Edit::start));
    }

    /** There is a change that the text does not show. */
    public void leaveOut() {
        hasOthers = true;
    }

    public boolean isEmpty() {
        return all.isEmpty() && !hasOthers;
    }

    String applyTo(String text) {
        StringBuilder changed = new StringBuilder(text.length());
        int done = 0;
        for (Edit edit : all) {
            changed.append(text, done, edit.start()).append(edit.text());
            done = edit.end();
        }
        return changed.append(text, done, text.length()).toString();
    }

    /** The original offset of a place in the changed text; for inserted text, the offset of the insertion. */
    public int original(int position) {
        int shift = 0; // of the changed text against the one that was written
        for (Edit edit : all) {
            int start = edit.start() + shift;
            if (position <= start) {
                break;
            } else if (position < start + edit.text().length()) {
                return edit.start();
            }
            shift += edit.text().length() - (edit.end() - edit.start());
        }
        return position - shift;
    }

    /** Whether a place of the changed text is in a member that was put in. */
    public boolean isAdded(int position) {
        int shift = 0;
        for (Edit edit : all) {
            int start = edit.start() + shift;
            if (edit.start() == edit.end()
                    && start <= position
                    && position < start + edit.text().length()) {
                return true;
            }
            shift += edit.text().length() - (edit.end() - edit.start());
        }
        return false;
    }
}
