package dev.leibniz.processor.frontend;

import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import dev.leibniz.processor.frontend.check.ParameterWrites;
import dev.leibniz.processor.frontend.headers.GradHeader;
import dev.leibniz.processor.frontend.headers.MethodHead;
import dev.leibniz.processor.frontend.headers.NumberHolders;
import dev.leibniz.processor.frontend.host.ModuleView;
import dev.leibniz.processor.frontend.read.MethodReader;
import dev.leibniz.processor.frontend.read.program.Functions;
import dev.leibniz.processor.frontend.read.values.Findings;
import dev.leibniz.processor.frontend.scan.HomeFile;
import dev.leibniz.processor.frontend.scan.ObjectParameters;
import dev.leibniz.processor.frontend.shadow.SourceIndex;
import dev.leibniz.processor.frontend.shadow.SourceMethod;
import dev.leibniz.processor.frontend.types.Annotations;
import dev.leibniz.processor.frontend.types.Layouts;
import dev.leibniz.processor.frontend.types.Visibility;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Signature;
import dev.leibniz.processor.ir.program.CallGraph;
import dev.leibniz.processor.ir.program.Linkage;
import dev.leibniz.processor.ir.program.Program;
import dev.leibniz.processor.problem.ProblemCode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Reads the annotated methods of one class, as far as they can be read: checks their heads, and has their bodies read. */
final class ClassReader {
    /** The problems that concern the head alone. */
    private static final Set<ProblemCode> LEAVES_THE_BODY = EnumSet.of(
            ProblemCode.VOID_RESULT,
            ProblemCode.RESULT_TYPE,
            ProblemCode.NO_DIFFERENTIABLE_PARAMETER,
            ProblemCode.BAD_NAME,
            ProblemCode.BAD_ORDER,
            ProblemCode.BAD_FORM,
            ProblemCode.BAD_WRT);

    private final Elements elements;
    private final Findings findings;
    private final List<SourceMethod> annotated;
    private final HomeFile home;
    private final TypeElement type;
    private final String packageName;
    private final Functions functions;
    private @Nullable ParameterWrites writes;

    /**
     * @param annotated the annotated methods of the class, at least one
     */
    ClassReader(SourceIndex index, Findings findings, List<SourceMethod> annotated, Elements elements) {
        this.elements = elements;
        this.findings = findings;
        this.annotated = annotated;
        this.type = (TypeElement) annotated.get(0).element().getEnclosingElement();
        this.packageName = elements.getPackageOf(type).getQualifiedName().toString();
        this.home = new HomeFile(index, annotated.get(0).file(), packageName);
        this.functions = new Functions(
                home, findings, (method, program) -> new MethodReader(method, program, new JavaGrammar()));
    }

    /** The methods that could be read; those with problems are left out. */
    Program read() {
        List<Signature> signatures = new ArrayList<>();
        Map<String, Function> needed = new LinkedHashMap<>();
        Map<String, SourceMethod> named = new HashMap<>();
        List<SourceMethod> good = new ArrayList<>();
        for (SourceMethod method : annotated) {
            String name = Annotations.nameOf(method.element());
            boolean isFirst = name.isEmpty() || named.putIfAbsent(name.toLowerCase(Locale.ROOT), method) == null;
            if (!isFirst) {
                report(ProblemCode.AMBIGUOUS_NAME, method, name);
            } else if (hasGoodHead(method)) {
                functions.readAnnotated(method);
                good.add(method);
            }
        }
        functions.checkCycles();
        ParameterWrites writes = new ParameterWrites(functions.readable(), functions.notes(), functions.findings());
        this.writes = writes;
        for (SourceMethod method : good) {
            Map<String, Function> closure = functions.closure(method.element());
            if (closure == null) {
                continue;
            }
            Signature signature;
            try {
                String function = functions.readAnnotated(method);
                signature = method.signature(function);
            } catch (Layouts.NoLayout e) {
                continue; // reported when the method was read
            }
            if (writes.check(functions.bodyOf(method), closure.keySet()) & writes.checkClaims(signature, closure)) {
                signatures.add(signature);
                needed.putAll(closure);
                functions.rulesFor(method.element()).forEach((rule, functionsOfIt) -> {
                    if (writes.isPlain(rule, functionsOfIt)) {
                        needed.putAll(functionsOfIt);
                    }
                });
            }
        }
        Linkage linkage = new Linkage(offered(), functions.hidden(), Map.of());
        return new Program(
                packageName,
                MethodHead.nameOf(type),
                Visibility.fromEverywhere(type),
                home.file().warnings(),
                hiddenNames(),
                signatures,
                needed,
                linkage);
    }

    /** The derivatives' base names of the methods that other files may call. */
    private Set<String> offered() {
        return annotated.stream()
                .map(SourceMethod::element)
                .filter(method -> !Visibility.isPrivate(method))
                .map(Annotations::nameOf)
                .collect(Collectors.toSet());
    }

    /** The program with the code of other files that it needs; methods for which that is not there are left out. */
    Program link(Program program, ForeignPrimals foreign) {
        Linker linker = new Linker(foreign, packageName, GradHeader.nameOf(type, packageName));
        Linking linking = new Linking(functions, Objects.requireNonNull(writes), linker);
        List<Signature> linked = new ArrayList<>();
        for (Signature method : program.methods()) {
            Map<String, Function> closure = new LinkedHashMap<>(program.functions());
            closure.keySet().retainAll(CallGraph.of(program.functions()).closure(method.function()));
            if (linking.link(method, closure)) {
                linked.add(method);
            }
        }
        if (linker.isIncomplete()) {
            findings.foundUnresolved();
        }
        if (linker.linked().isEmpty()) {
            return replaying(program.with(linked));
        }
        Map<String, Function> all = new LinkedHashMap<>(program.functions());
        all.putAll(linker.linked());
        linked.removeIf(method -> !linking.hasNoCycle(method, all));
        Program whole = program.with(linked).with(all, program.linkage().from(linker.consulted()));
        return replaying(whole);
    }

    /** A program of this class with calls in place of the loops that are to run again in backward sweeps. */
    Program replaying(Program program) {
        return functions.replayedLoops.in(program);
    }

    private boolean hasGoodHead(SourceMethod method) {
        int before = findings.count();
        if (hasObjects(method)) {
            return false;
        }
        Optional<MethodHead.Objection> objection = new MethodHead(method.element()).objection();
        if (objection.isEmpty()) {
            checkRecords(method);
        } else {
            reportAt(
                    objection.get().place().in(method.tree()),
                    objection.get().code(),
                    method,
                    objection.get().args());
            if (LEAVES_THE_BODY.contains(objection.get().code())) {
                functions.read(method); // to find the problems inside as well
            }
        }
        return findings.count() == before;
    }

    /** Generated code could not build gradients of their types. */
    private boolean hasObjects(SourceMethod method) {
        ObjectParameters objects = new ObjectParameters(method.element(), home.objects(), home.recordCode());
        int before = findings.count();
        for (VariableTree parameter : method.tree().getParameters()) {
            Element element = method.file().elementOf(parameter);
            if (element != null) {
                objects.hidden(element.asType())
                        .ifPresent(refused -> reportAt(parameter, refused.code(), method, refused.subject()));
            }
            if (element != null && Annotations.isDifferentiated(method.element(), element)) {
                objects.withoutGradient(element.asType())
                        .ifPresent(type ->
                                reportAt(parameter, ProblemCode.OBJECT_PARAMETER, method, type.getSimpleName()));
            }
        }
        objects.withoutGradient(method.element().getReturnType())
                .ifPresent(type -> report(ProblemCode.OBJECT_RESULT, method, type.getSimpleName()));
        return findings.count() > before;
    }

    /** Generated code takes parameters apart, and builds gradients of their types. */
    private void checkRecords(SourceMethod method) {
        for (VariableTree parameter : method.tree().getParameters()) {
            Element element = method.file().elementOf(parameter);
            if (element != null) {
                checkHolder(element, parameter, method);
                boolean differentiated = Annotations.isDifferentiated(method.element(), element)
                        && isDifferentiable(element.asType(), method);
                checkRecord(element.asType(), differentiated, parameter, method);
            }
        }
        checkRecord(method.element().getReturnType(), true, method.tree(), method);
    }

    /** A parameter that holds numbers which might be meant to be differentiated has to be declared constant. */
    private void checkHolder(Element parameter, Tree at, SourceMethod method) {
        if (Annotations.isDifferentiated(method.element(), parameter)) {
            NumberHolders.in(parameter.asType())
                    .ifPresent(found -> reportAt(at, found.code(), method, found.subject()));
        }
    }

    private void checkRecord(TypeMirror javaType, boolean built, Tree at, SourceMethod method) {
        Optional<String> accessor = home.recordCode().inAccessor(javaType);
        if (accessor.isPresent()) {
            reportAt(at, ProblemCode.RECORD_CODE, method, accessor.get(), "an accessor");
        } else if (built) {
            home.recordCode()
                    .inConstructor(javaType)
                    .ifPresent(name -> reportAt(at, ProblemCode.RECORD_CODE, method, name, "its constructor"));
        }
    }

    private boolean isDifferentiable(TypeMirror javaType, SourceMethod method) {
        try {
            return Layouts.of(javaType, true).hasDifferentiatedLeaf();
        } catch (Layouts.NoLayout e) {
            return false;
        }
    }

    private void report(ProblemCode code, SourceMethod method, Object... args) {
        reportAt(method.tree(), code, method, args);
    }

    private void reportAt(Tree tree, ProblemCode code, SourceMethod method, Object... args) {
        findings.report(code, method.file(), tree, args);
    }

    /** Classes of the package that have the name of one that generated code mentions. */
    private Set<String> hiddenNames() {
        String prefix = packageName.isEmpty() ? "" : packageName + ".";
        ModuleView view = ModuleView.around(type, elements);
        return GradHeader.PLATFORM_NAMES.stream()
                .filter(name -> view.type(prefix + name) != null)
                .collect(Collectors.toSet());
    }
}
