package dev.leibniz.processor.shape;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;

/** Reads from a class file how many bytes of bytecode each method has, and nothing else. */
final class CodeSizes {
    private final DataInputStream in;
    private final Map<Integer, String> texts = new TreeMap<>();

    private CodeSizes(InputStream classFile) {
        this.in = new DataInputStream(new BufferedInputStream(classFile));
    }

    /** By name and descriptor. */
    static Map<String, Integer> of(InputStream classFile) throws IOException {
        CodeSizes reader = new CodeSizes(classFile);
        reader.in.skipNBytes(8);
        reader.constants();
        reader.in.skipNBytes(6);
        reader.in.skipNBytes(2L * reader.in.readUnsignedShort());
        reader.members();
        return reader.members();
    }

    private void constants() throws IOException {
        int count = in.readUnsignedShort();
        for (int i = 1; i < count; i++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 1 -> texts.put(i, in.readUTF());
                case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
                case 5, 6 -> {
                    in.skipNBytes(8);
                    i++;
                }
                case 7, 8, 16, 19, 20 -> in.skipNBytes(2);
                case 15 -> in.skipNBytes(3);
                default -> throw new IOException("unknown constant " + tag);
            }
        }
    }

    private Map<String, Integer> members() throws IOException {
        Map<String, Integer> sizes = new TreeMap<>();
        for (int count = in.readUnsignedShort(); count > 0; count--) {
            in.skipNBytes(2);
            String member = texts.get(in.readUnsignedShort()) + texts.get(in.readUnsignedShort());
            for (int attributes = in.readUnsignedShort(); attributes > 0; attributes--) {
                String attribute = texts.get(in.readUnsignedShort());
                long length = in.readInt();
                if ("Code".equals(attribute)) {
                    in.skipNBytes(4);
                    sizes.put(member, in.readInt());
                    length -= 8;
                }
                in.skipNBytes(length);
            }
        }
        return sizes;
    }
}
