package dev.leibniz.processor.frontend.types;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The class file of a record: whether its canonical constructor does nothing but keep the components (and check them for null), and
 * its accessors nothing but return them. The declarations do not tell.
 */
public final class RecordClass {
    private final Object[] pool;
    private final Map<String, byte[]> methods = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private final List<String> descriptors = new ArrayList<>();

    private RecordClass(DataInputStream in) throws IOException {
        in.readInt();
        in.readInt();
        this.pool = pool(in);
        in.skipNBytes(6);
        in.skipNBytes(2L * in.readUnsignedShort());
        for (int i = in.readUnsignedShort(); i > 0; i--) {
            in.skipNBytes(6);
            attributes(in, new HashMap<>());
        }
        for (int i = in.readUnsignedShort(); i > 0; i--) {
            in.skipNBytes(2);
            String method = utf8(in.readUnsignedShort()) + utf8(in.readUnsignedShort());
            Map<String, byte[]> attributes = new HashMap<>();
            attributes(in, attributes);
            byte[] code = attributes.get("Code");
            if (code != null) {
                methods.put(method, code);
            }
        }
        Map<String, byte[]> attributes = new HashMap<>();
        attributes(in, attributes);
        DataInputStream record =
                new DataInputStream(new ByteArrayInputStream(attributes.getOrDefault("Record", new byte[2])));
        for (int i = record.readUnsignedShort(); i > 0; i--) {
            names.add(utf8(record.readUnsignedShort()));
            descriptors.add(utf8(record.readUnsignedShort()));
            attributes(record, new HashMap<>());
        }
    }

    /**
     * Reads a class file.
     *
     * @throws IOException if it is none
     */
    public static RecordClass of(byte[] bytes) throws IOException {
        try {
            return new RecordClass(new DataInputStream(new ByteArrayInputStream(bytes)));
        } catch (IndexOutOfBoundsException | ClassCastException e) {
            throw new IOException(e);
        }
    }

    private static Object[] pool(DataInputStream in) throws IOException {
        Object[] pool = new Object[in.readUnsignedShort()];
        for (int i = 1; i < pool.length; i++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 1 -> pool[i] = in.readUTF();
                case 3, 4 -> in.skipNBytes(4);
                case 5, 6 -> {
                    in.skipNBytes(8);
                    i++;
                }
                case 7, 8, 16, 19, 20 -> pool[i] = new int[] {in.readUnsignedShort()};
                case 15 -> in.skipNBytes(3);
                default -> pool[i] = new int[] {in.readUnsignedShort(), in.readUnsignedShort()};
            }
        }
        return pool;
    }

    private void attributes(DataInputStream in, Map<String, byte[]> found) throws IOException {
        for (int i = in.readUnsignedShort(); i > 0; i--) {
            String name = utf8(in.readUnsignedShort());
            found.put(name, in.readNBytes(in.readInt()));
        }
    }

    private String utf8(int index) {
        return (String) pool[index];
    }

    /** The class, name and descriptor that an instruction names, in one. */
    private String member(int index) {
        int[] reference = (int[]) pool[index];
        int[] nameAndType = (int[]) pool[reference[1]];
        return utf8(((int[]) pool[reference[0]])[0]) + "." + utf8(nameAndType[0]) + utf8(nameAndType[1]);
    }

    /** Whether an accessor returns its component; {@code name} is that of both. */
    public boolean hasPlainAccessor(String name) {
        int component = names.indexOf(name);
        return component >= 0 && isPlain(name + "()" + descriptors.get(component));
    }

    /** Whether the canonical constructor keeps its arguments as they are. */
    public boolean hasPlainConstructor() {
        return isPlain("<init>(" + String.join("", descriptors) + ")V");
    }

    private boolean isPlain(String method) {
        byte[] attribute = methods.get(method);
        if (attribute == null) {
            return false;
        }
        try {
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(attribute));
            in.skipNBytes(4);
            byte[] code = in.readNBytes(in.readInt());
            return new Execution(code).isPlain(method);
        } catch (IOException | IndexOutOfBoundsException | ClassCastException | java.util.NoSuchElementException e) {
            return false;
        }
    }

    /** Runs straight-line code on placeholders for the object, its components and the arguments. */
    private final class Execution {
        private static final Set<String> RETURNS_ARGUMENT = Set.of(
                "java/util/Objects.requireNonNull(Ljava/lang/Object;)Ljava/lang/Object;",
                "java/util/Objects.requireNonNull(Ljava/lang/Object;Ljava/lang/String;)Ljava/lang/Object;");
        private static final String KOTLIN_CHECK =
                "kotlin/jvm/internal/Intrinsics.checkNotNullParameter(Ljava/lang/Object;Ljava/lang/String;)V";

        private final byte[] code;
        private final Map<Integer, String> locals = new HashMap<>();
        private final Deque<String> stack = new ArrayDeque<>();
        private final Set<String> kept = new HashSet<>();
        private int at;

        Execution(byte[] code) {
            this.code = code;
            locals.put(0, "this");
            int slot = 1;
            for (int i = 0; i < names.size(); i++) {
                locals.put(slot, "." + names.get(i));
                slot += descriptors.get(i).equals("D") || descriptors.get(i).equals("J") ? 2 : 1;
            }
        }

        boolean isPlain(String method) {
            while (at < code.length) {
                int opcode = next();
                if (opcode == 177) { // return
                    return kept.size() == names.size();
                } else if (opcode >= 172 && opcode <= 176) { // return of a value
                    return stack.pop().equals("." + method.substring(0, method.indexOf('(')));
                } else if (!runs(opcode)) {
                    return false;
                }
            }
            return false;
        }

        private int next() {
            return code[at++] & 0xff;
        }

        private String nextMember() {
            return member(next() << 8 | next());
        }

        private boolean runs(int opcode) {
            if (opcode >= 21 && opcode <= 25) { // loads
                stack.push(locals.get(next()));
            } else if (opcode >= 26 && opcode <= 45) { // loads with the number of the variable in them
                stack.push(locals.get((opcode - 26) % 4));
            } else if (opcode == 18) { // ldc
                next();
                stack.push("constant");
            } else if (opcode == 19) { // ldc_w
                at += 2;
                stack.push("constant");
            } else if (opcode == 87) { // pop
                stack.pop();
            } else if (opcode == 192) { // checkcast
                at += 2;
            } else if (opcode == 180) { // getfield
                return stack.pop().equals("this") && stack.offerFirst("." + nameOf(nextMember()));
            } else if (opcode == 181) { // putfield
                String value = stack.pop();
                String field = nameOf(nextMember());
                return stack.pop().equals("this") && value.equals("." + field) && kept.add(field);
            } else if (opcode == 183) { // invokespecial
                return stack.pop().equals("this") && nextMember().equals("java/lang/Record.<init>()V");
            } else if (opcode == 184) { // invokestatic
                return checks(nextMember());
            } else {
                return false;
            }
            return true;
        }

        private boolean checks(String called) {
            if (called.contains("Ljava/lang/String;")) {
                stack.pop();
            }
            if (called.equals(KOTLIN_CHECK)) {
                stack.pop();
                return true;
            }
            return RETURNS_ARGUMENT.contains(called);
        }

        /** The name of a field of the record, if its descriptor comes right behind the name; else "". */
        private String nameOf(String member) {
            String behind = member.substring(member.indexOf('.') + 1);
            for (int i = 0; i < names.size(); i++) {
                if (behind.equals(names.get(i) + descriptors.get(i))) {
                    return names.get(i);
                }
            }
            return "";
        }
    }
}
