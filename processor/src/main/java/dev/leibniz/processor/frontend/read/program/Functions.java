package dev.leibniz.processor.frontend.read.program;

import com.sun.source.tree.Tree;
import dev.leibniz.processor.frontend.read.values.Closure;
import dev.leibniz.processor.frontend.read.values.ClosureTable;
import dev.leibniz.processor.frontend.read.values.Findings;
import dev.leibniz.processor.frontend.read.values.MethodBody;
import dev.leibniz.processor.frontend.read.values.Notes;
import dev.leibniz.processor.frontend.read.values.ReadFunction;
import dev.leibniz.processor.frontend.read.values.ReadFunction.Key;
import dev.leibniz.processor.frontend.read.values.ReplayedLoops;
import dev.leibniz.processor.frontend.read.values.Rules;
import dev.leibniz.processor.frontend.read.values.Unreadable;
import dev.leibniz.processor.frontend.scan.HomeFile;
import dev.leibniz.processor.frontend.shadow.SourceFile;
import dev.leibniz.processor.frontend.shadow.SourceMethod;
import dev.leibniz.processor.frontend.types.Annotations;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.problem.ProblemCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** The functions of one program: each method that is reached is read once, and gets a name of its own. */
public final class Functions {
    private Findings findings;
    private final HomeFile home;
    private final Readers readers;
    private final Map<Key, ReadFunction> entries = new LinkedHashMap<>();
    private final Map<ExecutableElement, ReadFunction> filling = new LinkedHashMap<>();
    private final Set<String> names = new HashSet<>();
    public final ReplayedLoops replayedLoops = new ReplayedLoops();
    private final Notes notes = new Notes();
    private final ClosureTable closureTable = new ClosureTable();
    private final DerivedCalls derivatives = new DerivedCalls();
    private final Rules rules = new Rules();
    private final Attempts attempts = new Attempts(this);
    private final Set<ExecutableElement> complainedOf = new HashSet<>();
    private @Nullable ReadFunction current;

    public Functions(HomeFile home, Findings findings, Readers readers) {
        this.home = home;
        this.findings = findings;
        this.readers = readers;
    }

    /** The source of readers for methods. */
    public interface Readers {
        Reading of(SourceMethod method, Functions functions);
    }

    /** The reading of one method, or of one lambda of it. */
    public interface Reading {
        /**
         * The method as a function called {@code name}; meaningless if {@link #isBroken}.
         *
         * @param arguments the layouts of the parameters, the object of an instance method first, if one differs from its type's; else
         *     empty
         */
        Function read(String name, List<Layout> arguments);

        /** The body of a lambda as a function of its captured variables and of its parameters. */
        Function read(String name, Closure.Lambda lambda, Layout.Record captured, List<Layout> arguments);

        /** A method that fills arrays as a function that returns them. @param body the function with the method's body */
        Function readFilled(String name, String body);

        /** The layout of the method's result, once it was read: a function is known by then. */
        @Nullable
        Layout result();

        boolean isBroken();
    }

    /** The file that the program is generated for. */
    public HomeFile home() {
        return home;
    }

    /** The functions that are known where they are called. */
    public ClosureTable closureTable() {
        return closureTable;
    }

    /** The derivatives that are written by hand. */
    public Rules rules() {
        return rules;
    }

    /** Reads a method if it was not read before; the name of its function. */
    public String read(SourceMethod method) {
        return read(method, List.of()).name;
    }

    /**
     * Reads a method for its arguments in a call.
     *
     * @param arguments the layouts of its parameters, the object of an instance method first, if one differs from
     *     its type's; else empty
     */
    public ReadFunction read(SourceMethod method, List<Layout> arguments) {
        return noted(read(
                new Key(method.element(), arguments),
                method.name(),
                method,
                (reader, name) -> reader.read(name, arguments),
                findings));
    }

    /** Reads the body of a function that is known where it is called. */
    public ReadFunction read(Closure.Lambda lambda, Layout.Record captured, List<Layout> arguments) {
        List<Layout> all = new ArrayList<>(List.of(captured));
        all.addAll(arguments);
        return noted(read(
                new Key(lambda.tree(), all),
                lambda.name(),
                lambda.around(),
                (reader, name) -> reader.read(name, lambda, captured, arguments),
                findings));
    }

    /** Reads a method with a place for its problems, if it was not read before. It is not noted that it is called. */
    ReadFunction read(SourceMethod method, Findings own) {
        return read(
                Key.of(method.element()), method.name(), method, (reader, name) -> reader.read(name, List.of()), own);
    }

    private ReadFunction noted(ReadFunction called) {
        attempts.settle(called);
        if (current != null) {
            current.callees.add(called);
        }
        return called;
    }

    private ReadFunction read(
            Key key, String wish, SourceMethod around, BiFunction<Reading, String, Function> reading, Findings own) {
        ReadFunction known = entries.get(key);
        if (known != null) {
            return known;
        }
        ReadFunction entry = new ReadFunction(freeName(wish));
        entries.put(key, entry);
        ReadFunction caller = current;
        Findings outer = findings;
        current = entry;
        findings = own;
        if (home.isUnresolved(around)) {
            entry.broken = true;
            findings.foundUnresolved();
        } else {
            Reading reader = readers.of(around, this);
            try {
                entry.function = reading.apply(reader, entry.name);
                entry.result = reader.result();
            } catch (Unreadable e) {
                entry.broken = true;
            } catch (RuntimeException | StackOverflowError e) {
                entry.broken = true;
                findings.crash(around, e);
            }
            entry.broken |= reader.isBroken();
        }
        current = caller;
        findings = outer;
        if (own != outer) {
            outer.addAllBut(own);
        }
        return entry;
    }

    public Attempts attempts() {
        return attempts;
    }

    /** Reads a method as the function to be differentiated: where it fills arrays, as a function that returns them. */
    public String readAnnotated(SourceMethod method) {
        ReadFunction read = read(method, home.objects().asGiven(method.element()));
        String body = read.name;
        if (method.element().getParameters().stream().noneMatch(Annotations::isResult)) {
            return body;
        }
        ReadFunction entry = filling.get(method.element());
        if (entry == null) {
            entry = new ReadFunction(freeName(method.name()));
            filling.put(method.element(), entry);
            entry.callees.add(read);
            if (read.broken) {
                entry.broken = true;
                return entry.name;
            }
            ReadFunction caller = current;
            current = entry;
            try {
                entry.function = readers.of(method, this).readFilled(entry.name, body);
            } catch (Unreadable e) {
                entry.broken = true;
            }
            current = caller;
        }
        if (current != null) {
            current.callees.add(entry);
        }
        return entry.name;
    }

    /** The function of an annotated method that is differentiated. */
    private @Nullable ReadFunction annotated(ExecutableElement method) {
        return filling.getOrDefault(
                method, entries.get(new Key(method, home.objects().asGiven(method))));
    }

    private List<ReadFunction> all() {
        List<ReadFunction> all = new ArrayList<>(entries.values());
        all.addAll(filling.values());
        return all;
    }

    /** The function with the body of a method that was read. */
    public MethodBody bodyOf(SourceMethod method) {
        Key key = new Key(method.element(), home.objects().asGiven(method.element()));
        return MethodBody.of(method.element(), java.util.Objects.requireNonNull(entries.get(key)).name);
    }

    /**
     * Reads the body of a rule, for derivatives of the rule itself.
     *
     * @return the name of its function, or nothing if something in it cannot be differentiated; first derivatives do not need it, so
     *     nothing is reported
     */
    Optional<String> readRule(SourceMethod rule) {
        ReadFunction caller = current;
        if (!entries.containsKey(Key.of(rule.element()))) {
            Set<Key> before = new HashSet<>(entries.keySet());
            int derivativesBefore = derivatives.size();
            Findings reported = findings;
            Findings own = new Findings();
            findings = own;
            current = null;
            read(rule);
            findings = reported;
            current = caller;
            if (own.hasUnresolved() && rule.file() == home.file()) {
                reported.foundUnresolved();
            }
            if (own.count() > 0 || closure(rule.element()) == null) {
                entries.keySet().retainAll(before);
                derivatives.forgetFrom(derivativesBefore);
                return Optional.empty();
            }
        }
        ReadFunction entry = java.util.Objects.requireNonNull(entries.get(Key.of(rule.element())));
        if (caller != null && !entry.broken) {
            caller.rules.add(entry);
        }
        return entry.broken ? Optional.empty() : Optional.of(entry.name);
    }

    /** The rules for the callees of a method, directly or by way of others and of rules: each with all functions that it needs. */
    public Map<String, Map<String, Function>> rulesFor(ExecutableElement method) {
        return java.util.Objects.requireNonNull(annotated(method)).rulesInReach();
    }

    /** A call of a derivative of {@code method}; the name of its function. */
    public String differentiate(SourceMethod method, String form, Tree at, SourceFile file) {
        ReadFunction caller = current;
        String name = readAnnotated(method);
        ReadFunction callee = annotated(method.element());
        if (caller != null && callee != null) {
            derivatives.add(caller, callee, form, new Notes.NotedTree(file, at));
        }
        return name;
    }

    /** Reports methods that need their own derivative. */
    public void checkCycles() {
        derivatives.checkCycles(this);
    }

    /** Notes that the function that is being read names this in generated code. */
    public void mention(Element element) {
        if (current != null) {
            current.mention(element);
        }
    }

    /** As above, for the class that a value of the type has, or its elements have. */
    public void mention(TypeMirror type) {
        if (current != null) {
            current.mention(type);
        }
    }

    /** The elements that each function mentions and only the package can see. */
    public Map<String, Set<String>> hidden() {
        Map<String, Set<String>> hidden = new LinkedHashMap<>();
        all().forEach(entry -> hidden.put(entry.name, entry.hidden));
        return hidden;
    }

    private String freeName(String wish) {
        String name = wish;
        for (int i = 2; !names.add(name); i++) {
            name = wish + i;
        }
        return name;
    }

    /** All functions that a method needs, or nothing if one of them could not be read. */
    public @Nullable Map<String, Function> closure(ExecutableElement method) {
        ReadFunction root = annotated(method);
        return root == null ? null : root.closure();
    }

    /** All functions that could be read. */
    public Map<String, Function> readable() {
        Map<String, Function> readable = new LinkedHashMap<>();
        for (ReadFunction entry : all()) {
            Function function = entry.function;
            if (!entry.broken && function != null) {
                readable.put(entry.name, function);
            }
        }
        return readable;
    }

    /** The notes on the statements of all functions. */
    public Notes notes() {
        return notes;
    }

    /** Whether nothing was reported of the head of a method that is called and not read. */
    boolean isFirstComplaint(ExecutableElement method) {
        return complainedOf.add(method);
    }

    /** Whether a method could not be read. */
    public boolean isBroken(SourceMethod method) {
        ReadFunction entry = entries.get(Key.of(method.element()));
        return entry != null && entry.broken;
    }

    public Findings findings() {
        return findings;
    }

    public void report(ProblemCode code, SourceFile file, Tree tree, Object... args) {
        findings.report(code, file, tree, args);
    }

    /** Something in {@code method} does not resolve. */
    void foundUnresolved(SourceMethod method) {
        if (!home.missesForms(method)) {
            findings.foundUnresolved();
        }
    }
}
