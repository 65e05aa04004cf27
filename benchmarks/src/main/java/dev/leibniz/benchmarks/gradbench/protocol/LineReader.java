package dev.leibniz.benchmarks.gradbench.protocol;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Splits a stream into lines, which may be tens of megabytes long, without decoding or copying them more than once. */
public final class LineReader {
    private static final int CHUNK = 1 << 16;

    private final InputStream in;
    private final byte[] chunk = new byte[CHUNK];
    private int chunkStart;
    private int chunkEnd;
    private byte[] line = new byte[CHUNK];
    private int length;

    /** Makes a reader of the stream, which nobody else may read from then on. */
    public LineReader(InputStream in) {
        this.in = in;
    }

    /** Goes to the next line; false if there is none. */
    public boolean next() throws IOException {
        length = 0;
        boolean any = false;
        while (true) {
            if (chunkStart == chunkEnd) {
                chunkStart = 0;
                chunkEnd = Math.max(0, in.read(chunk));
                if (chunkEnd == 0) {
                    return any;
                }
            }
            any = true;
            int end = chunkStart;
            while (end < chunkEnd && chunk[end] != '\n') {
                end++;
            }
            append(end);
            if (end < chunkEnd) {
                chunkStart = end + 1;
                return true;
            }
        }
    }

    private void append(int end) {
        int count = end - chunkStart;
        if (length + count > line.length) {
            line = Arrays.copyOf(line, Math.max(2 * line.length, length + count));
        }
        System.arraycopy(chunk, chunkStart, line, length, count);
        length += count;
        chunkStart = end;
    }

    /** The line's bytes and then some. */
    public byte[] bytes() {
        return line;
    }

    /** How many of the bytes are the line's. */
    public int length() {
        return length;
    }
}
