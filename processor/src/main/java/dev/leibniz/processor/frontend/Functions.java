package dev.leibniz.processor.frontend;

import com.sun.source.tree.Tree;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.problem.ProblemCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** The functions of one program: each method that is reached is read once, and gets a name of its own. */
final class Functions {
    private final SourceIndex index;
    private Findings findings;
    private final SourceFile home;
    private final String packageName;
    private final RecordCode recordCode;
    private final Companions companions;
    private final Map<ExecutableElement, Entry> entries = new LinkedHashMap<>();

    /** For methods that fill arrays: the functions that return these. */
    private final Map<ExecutableElement, Entry> filling = new LinkedHashMap<>();

    private final Set<String> names = new HashSet<>();
    private final Map<Stmt, Site> sites = new IdentityHashMap<>();
    private final Map<Stmt, ForeignCall> foreign = new IdentityHashMap<>();
    private final SideEffectAnalysis sideEffects = new SideEffectAnalysis(this);
    private final Map<Var, Object> constantArrays = new HashMap<>();
    private final Map<Stmt, Claim> claims = new IdentityHashMap<>();
    private final DerivedCalls derivatives = new DerivedCalls();
    private final Rules rules = new Rules();
    private final Set<ExecutableElement> complainedOf = new HashSet<>();
    private @Nullable Entry current;
    private @Nullable Boolean changesCollections;

    Functions(SourceIndex index, Findings findings, SourceFile home, String packageName) {
        this.index = index;
        this.findings = findings;
        this.home = home;
        this.packageName = packageName;
        this.recordCode = new RecordCode(index, home);
        this.companions = new Companions(index, home);
    }

    /** A method that is or was read. */
    static final class Entry {
        final String name;
        final Set<Entry> callees = new LinkedHashSet<>();

        /** The derivatives of what it calls, written by hand: needed only where they are differentiated themselves. */
        final Set<Entry> rules = new LinkedHashSet<>();

        /** What the function mentions that only the package can see. */
        final Set<String> hidden = new LinkedHashSet<>();

        @Nullable
        Function function;

        boolean broken;

        Entry(String name) {
            this.name = name;
        }
    }

    /** A call of an unknown method, which is fine if its arguments turn out to be constants. */
    record Claim(Site site, ProblemCode code, Object... args) {}

    /** Where a statement stands in the source. */
    record Site(SourceFile file, Tree tree) {}

    /**
     * What may become of the arrays that are passed to a method which is not looked into.
     *
     * @param escaping those that it may hand to code that is not seen, and that might write to them
     * @param returned those that its result may lead to
     */
    record ForeignCall(List<Value> escaping, List<Value> returned) {}

    /** The file that the program is generated for. */
    SourceFile home() {
        return home;
    }

    String packageName() {
        return packageName;
    }

    Companions companions() {
        return companions;
    }

    /** The source of a method of the same file, or of the runtime: what others do inside is not for this file to know. */
    @Nullable
    SourceMethod sourceOf(ExecutableElement method) {
        return ofThisFile(index.find(method));
    }

    private @Nullable SourceMethod ofThisFile(@Nullable SourceMethod method) {
        return method != null && (method.file() == home || method.file().isOfRuntime()) ? method : null;
    }

    /** The derivatives that are written by hand. */
    Rules rules() {
        return rules;
    }

    ConstantSources constantSources() {
        return index.constantsOf(home);
    }

    /** Whether a collection may change while the methods of this file run. */
    boolean changesCollections() {
        Boolean known = changesCollections;
        if (known == null) {
            known = CollectionChanges.areIn(home);
            changesCollections = known;
        }
        return known;
    }

    /** A class by its canonical name. */
    @Nullable
    TypeElement typeElement(String name) {
        return index.typeElement(name);
    }

    /** Reads a method if it was not read before; the name of its function. */
    String read(SourceMethod method) {
        Entry known = entries.get(method.element());
        if (known != null) {
            if (current != null) {
                current.callees.add(known);
            }
            return known.name;
        }
        Entry entry = new Entry(freeName(method.name()));
        entries.put(method.element(), entry);
        Entry caller = current;
        if (caller != null) {
            caller.callees.add(entry);
        }
        current = entry;
        if (index.isUnresolved(method)) {
            entry.broken = true;
            findings.foundUnresolved();
        } else {
            MethodReader reader = new MethodReader(method, this);
            try {
                entry.function = reader.read(entry.name);
            } catch (Unreadable e) {
                entry.broken = true;
            } catch (RuntimeException | StackOverflowError e) {
                entry.broken = true;
                findings.crash(method, e);
            }
            entry.broken |= reader.isBroken();
        }
        current = caller;
        return entry.name;
    }

    /** Reads a method as what is differentiated: where it fills arrays, as a function that returns them. */
    String readAnnotated(SourceMethod method) {
        String body = read(method);
        Entry read = entries.get(method.element());
        if (method.element().getParameters().stream().noneMatch(Annotations::isResult) || read == null) {
            return body;
        }
        Entry entry = filling.get(method.element());
        if (entry == null) {
            entry = new Entry(freeName(method.name()));
            filling.put(method.element(), entry);
            entry.callees.add(read);
            if (read.broken) {
                entry.broken = true;
                return entry.name;
            }
            Entry caller = current;
            current = entry;
            try {
                entry.function = new FilledResults(new MethodReader(method, this)).read(entry.name, body);
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

    /** What is differentiated of an annotated method. */
    private @Nullable Entry annotated(ExecutableElement method) {
        return filling.getOrDefault(method, entries.get(method));
    }

    private List<Entry> all() {
        List<Entry> all = new ArrayList<>(entries.values());
        all.addAll(filling.values());
        return all;
    }

    /**
     * The function with the body of a method.
     *
     * @param filled which of its parameters are the method's results
     */
    record Body(String function, Set<Integer> filled) {}

    /** The function with the body of a method that was read. */
    Body bodyOf(SourceMethod method) {
        Entry entry = java.util.Objects.requireNonNull(entries.get(method.element()));
        Set<Integer> filled = new HashSet<>();
        int at = 0;
        for (VariableElement parameter : method.element().getParameters()) {
            if (Annotations.isResult(parameter)) {
                filled.add(at);
            }
            try {
                at += Layouts.of(parameter.asType(), true).leaves().size();
            } catch (Layouts.Refused e) {
                return new Body(entry.name, filled); // reported when the method was read
            }
        }
        return new Body(entry.name, filled);
    }

    /**
     * Reads the body of a rule, for what differentiates the rule itself.
     *
     * @return the name of its function, or nothing if something in it cannot be differentiated; first derivatives do not need it, so
     *     nothing is reported
     */
    Optional<String> readRule(SourceMethod rule) {
        Entry caller = current;
        if (!entries.containsKey(rule.element())) {
            Set<ExecutableElement> before = new HashSet<>(entries.keySet());
            int derivativesBefore = derivatives.size();
            Findings reported = findings;
            Findings own = new Findings();
            findings = own;
            current = null;
            read(rule);
            findings = reported;
            current = caller;
            if (own.hasUnresolved() && rule.file() == home) {
                reported.foundUnresolved();
            }
            if (own.count() > 0 || closure(rule.element()) == null) {
                entries.keySet().retainAll(before);
                derivatives.forgetFrom(derivativesBefore);
                return Optional.empty();
            }
        }
        Entry entry = java.util.Objects.requireNonNull(entries.get(rule.element()));
        if (caller != null && !entry.broken) {
            caller.rules.add(entry);
        }
        return entry.broken ? Optional.empty() : Optional.of(entry.name);
    }

    /** The rules for what a method calls, directly or by way of others and of rules: each with all functions that it needs. */
    Map<String, Map<String, Function>> rulesFor(ExecutableElement method) {
        Map<String, Map<String, Function>> rules = new LinkedHashMap<>();
        List<Entry> work = new ArrayList<>(reachable(java.util.Objects.requireNonNull(annotated(method))));
        for (int i = 0; i < work.size(); i++) {
            for (Entry rule : work.get(i).rules) {
                if (!rules.containsKey(rule.name)) {
                    Map<String, Function> closure = closure(rule);
                    rules.put(rule.name, closure == null ? Map.of() : closure);
                    work.addAll(reachable(rule));
                }
            }
        }
        rules.values().removeIf(Map::isEmpty);
        return rules;
    }

    /** A call of {@code callee} in the method that is being read. */
    String call(SourceMethod callee, MethodReader caller, Tree at) {
        return read(callee);
    }

    /** A call of a derivative of {@code method}; the name of its function. */
    String differentiate(SourceMethod method, String form, Tree at, SourceFile file) {
        Entry caller = current;
        String name = readAnnotated(method);
        Entry callee = annotated(method.element());
        if (caller != null && callee != null) {
            derivatives.add(caller, callee, form, new Site(file, at));
        }
        return name;
    }

    /** Reports methods that need their own derivative. */
    void checkCycles() {
        derivatives.checkCycles(this);
    }

    /** Notes that the function that is being read names this in what is generated. */
    void mention(Element element) {
        if (current != null && !Visibility.fromEverywhere(element)) {
            current.hidden.add(element.getSimpleName().toString());
        }
    }

    /** As above, for the class that a value of the type has, or its elements have. */
    void mention(TypeMirror type) {
        if (type instanceof ArrayType array) {
            mention(array.getComponentType());
        } else if (type instanceof DeclaredType declared) {
            mention(declared.asElement());
            if (Layouts.isRecord(type)) {
                ((TypeElement) declared.asElement())
                        .getRecordComponents()
                        .forEach(component -> mention(component.asType()));
            }
        }
    }

    /** For each function what it mentions that only the package can see. */
    Map<String, Set<String>> hidden() {
        Map<String, Set<String>> hidden = new LinkedHashMap<>();
        all().forEach(entry -> hidden.put(entry.name, entry.hidden));
        return hidden;
    }

    private static Set<Entry> reachable(Entry from) {
        Set<Entry> seen = new LinkedHashSet<>(List.of(from));
        List<Entry> work = new ArrayList<>(seen);
        for (int i = 0; i < work.size(); i++) {
            work.get(i).callees.stream().filter(seen::add).forEach(work::add);
        }
        return seen;
    }

    private String freeName(String wish) {
        String name = wish;
        for (int i = 2; !names.add(name); i++) {
            name = wish + i;
        }
        return name;
    }

    /** All functions that a method needs, or nothing if one of them could not be read. */
    @Nullable
    Map<String, Function> closure(ExecutableElement method) {
        Entry root = annotated(method);
        return root == null ? null : closure(root);
    }

    private static @Nullable Map<String, Function> closure(Entry root) {
        Map<String, Function> functions = new LinkedHashMap<>();
        for (Entry entry : reachable(root)) {
            Function function = entry.function;
            if (entry.broken || function == null) {
                return null;
            }
            functions.put(entry.name, function);
        }
        return functions;
    }

    /** All functions that could be read. */
    Map<String, Function> readable() {
        Map<String, Function> readable = new LinkedHashMap<>();
        for (Entry entry : all()) {
            Function function = entry.function;
            if (!entry.broken && function != null) {
                readable.put(entry.name, function);
            }
        }
        return readable;
    }

    /** Arrays that stand for constants, though they are built by the function itself. */
    Map<Var, Object> constantArrays() {
        return constantArrays;
    }

    void claimConstant(Stmt call, Claim claim) {
        claims.put(call, claim);
    }

    Map<Stmt, Claim> claims() {
        return claims;
    }

    /** A call as a statement, and its result. */
    record Called(Stmt call, Datum result) {}

    void noteForeign(Stmt call, ForeignCall what) {
        foreign.put(call, what);
    }

    Map<Stmt, ForeignCall> foreignCalls() {
        return foreign;
    }

    /** What a method does besides returning a value; of one of another file, only the head is known. */
    SideEffects sideEffectsOf(ExecutableElement method) {
        SourceMethod source = sourceOf(method);
        if (source != null && source.file().isOfRuntime() && Annotations.has(method, Annotations.NO_DERIVATIVE)) {
            return SideEffects.NONE;
        }
        return source == null ? SideEffects.unknown(method.getParameters().size()) : sideEffects.of(source);
    }

    /** Whether nothing was reported of the head of a method that is called and not read. */
    boolean isFirstComplaint(ExecutableElement method) {
        return complainedOf.add(method);
    }

    /** Whether a method could not be read. */
    boolean isBroken(SourceMethod method) {
        Entry entry = entries.get(method.element());
        return entry != null && entry.broken;
    }

    Findings findings() {
        return findings;
    }

    /** Remembers where a statement that writes memory, or may do so, stands. */
    void wrote(Stmt stmt, SourceFile file, Tree tree) {
        sites.put(stmt, new Site(file, tree));
    }

    @Nullable
    Site siteOf(Stmt stmt) {
        return sites.get(stmt);
    }

    void report(ProblemCode code, SourceFile file, Tree tree, Object... args) {
        findings.report(code, file, tree, args);
    }

    /** Something in {@code method} does not resolve. */
    void foundUnresolved(SourceMethod method) {
        if (!index.missesForms(method)) {
            findings.foundUnresolved();
        }
    }

    Type arrayType(VariableElement parameter, MethodReader reader) {
        return reader.typeOf(parameter.asType(), reader.method().tree());
    }

    void requireUnchecked(TypeMirror exception, MethodReader reader, Tree at) {
        if (index.isChecked(exception)) {
            throw reader.problem(ProblemCode.CHECKED_EXCEPTION, at, TypePrinter.print(exception));
        }
    }

    /** The source of a constructor that somebody wrote for a record. */
    @Nullable
    SourceMethod constructorSource(ExecutableElement constructor) {
        return ofThisFile(index.findConstructor(constructor));
    }

    RecordCode recordCode() {
        return recordCode;
    }

    /** Whether a constructor or accessor of a record does nothing but keep or give the components. */
    boolean isPlain(ExecutableElement member) {
        return index.isPlain(member, home);
    }
}
