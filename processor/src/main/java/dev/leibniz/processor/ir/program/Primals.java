package dev.leibniz.processor.ir.program;

import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Signature;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The methods of a class that other classes may differentiate once more than its companion does, with the functions that they
 * need, which a companion carries along for them.
 *
 * @param methods the methods, each with another {@link Signature#name}
 * @param functions by name
 * @param hidden for each of these the names it mentions that only the package can see
 */
public record Primals(List<Signature> methods, Map<String, Function> functions, Map<String, Set<String>> hidden) {

    /** The version of the written form; no other is understood. */
    public static final int FORMAT = 2;

    /** The name of the class in a companion that carries them, in an annotation. */
    public static final String CARRIER = "Primals";

    /** The method of that class which says which {@linkplain #version(List) version} it carries. */
    public static final String VERSION = "version";

    /** So long may the constants of a class file be. */
    private static final int LONGEST = 60_000;

    public Primals {
        methods = List.copyOf(methods);
        functions = Collections.unmodifiableMap(new LinkedHashMap<>(functions));
        hidden = Collections.unmodifiableMap(new LinkedHashMap<>(hidden));
    }

    /** The methods of a program that other files may call. The function of each is named as its derivatives are. */
    public static Primals of(Program program) {
        List<Signature> methods = program.methods().stream()
                .filter(method -> program.linkage().offered().contains(method.name()))
                .toList();
        Map<String, String> names = new LinkedHashMap<>();
        for (Signature method : methods) {
            names.put(method.function(), method.name());
        }
        CallGraph calls = CallGraph.of(program.functions());
        Set<String> taken = new HashSet<>(names.values());
        for (Signature method : methods) {
            for (String function : calls.closure(method.function())) {
                names.computeIfAbsent(function, wish -> {
                    String name = wish;
                    for (int i = 2; !taken.add(name); i++) {
                        name = wish + i;
                    }
                    return name;
                });
            }
        }
        Renaming renaming = new Renaming(name -> names.getOrDefault(name, name));
        Map<String, Function> functions = new LinkedHashMap<>();
        Map<String, Set<String>> hidden = new LinkedHashMap<>();
        for (Map.Entry<String, String> entry : names.entrySet()) {
            functions.put(entry.getValue(), renaming.function(program.function(entry.getKey())));
            Set<String> mentioned = program.linkage().hidden().getOrDefault(entry.getKey(), Set.of());
            if (!mentioned.isEmpty()) {
                hidden.put(entry.getValue(), mentioned);
            }
        }
        return new Primals(methods.stream().map(renaming::signature).toList(), functions, hidden);
    }

    public Optional<Signature> method(String name) {
        return methods.stream().filter(method -> method.name().equals(name)).findFirst();
    }

    /**
     * As text for an annotation: base 64, in as few parts as may be. Not compressed, for compressors differ in what they write, and
     * this is compared from build to build.
     */
    public List<String> written() {
        CodeWriter writer = new CodeWriter();
        writer.list(methods, writer::signature);
        writer.list(List.copyOf(functions.values()), writer::function);
        writer.list(List.copyOf(hidden.keySet()), name -> {
            writer.string(name);
            writer.list(hidden.get(name).stream().sorted().toList(), writer::string);
        });
        String text = Base64.getEncoder().withoutPadding().encodeToString(writer.bytes());
        List<String> parts = new ArrayList<>();
        for (int at = 0; at < text.length(); at += LONGEST) {
            parts.add(text.substring(at, Math.min(text.length(), at + LONGEST)));
        }
        return parts;
    }

    /**
     * A number that changes with the code that was written: FNV-1a in 64 bits. It need not stand against forgers, and to set up the
     * platform's digests takes longer than a method.
     */
    public static long version(List<String> parts) {
        long hash = 0xcbf29ce484222325L;
        for (String part : parts) {
            for (int i = 0; i < part.length(); i++) {
                hash = (hash ^ part.charAt(i)) * 0x100000001b3L;
            }
        }
        return hash;
    }

    /**
     * Reads the written form.
     *
     * @throws IllegalArgumentException if it is not understood
     */
    public static Primals read(Collection<String> parts) {
        try {
            CodeReader reader = new CodeReader(Base64.getDecoder().decode(String.join("", parts)));
            List<Signature> methods = reader.list(reader::signature);
            Map<String, Function> functions = new LinkedHashMap<>();
            reader.list(reader::function).forEach(function -> functions.put(function.name(), function));
            Map<String, Set<String>> hidden = new LinkedHashMap<>();
            int count = reader.number();
            for (int i = 0; i < count; i++) {
                hidden.put(reader.string(), new LinkedHashSet<>(reader.list(reader::string)));
            }
            return new Primals(methods, functions, hidden);
        } catch (UncheckedIOException | IndexOutOfBoundsException | ClassCastException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
