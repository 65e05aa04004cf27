package dev.leibniz.processor.frontend.shadow;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreeScanner;
import dev.leibniz.processor.contract.CamelCase;
import dev.leibniz.processor.contract.Derivative;
import dev.leibniz.processor.frontend.headers.GradHeader;
import dev.leibniz.processor.frontend.headers.MethodHead;
import dev.leibniz.processor.frontend.types.Annotations;
import dev.leibniz.processor.frontend.types.Layouts;
import dev.leibniz.processor.frontend.types.Visibility;
import dev.leibniz.processor.ir.Signature;
import dev.leibniz.processor.ir.program.FormHead;
import dev.leibniz.processor.ir.program.ParameterSlots;
import dev.leibniz.processor.problem.Problem;
import dev.leibniz.processor.problem.ProblemCode;
import dev.leibniz.processor.problem.Spelling;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * The names javac could not find as they will not be generated: derivatives that a method does not have. javac cannot know what
 * has to be written for them to be there, and where. Says nothing of names that another processor may still generate.
 */
public final class MissingForms {
    private final Map<String, String> headers;
    private final Elements elements;
    private final Predicate<String> isSource;
    private final boolean last;

    /**
     * @param headers the classes that will be generated, and the classes they are generated for, by qualified name
     * @param isSource whether a class, by qualified name, is being compiled
     * @param last whether nothing will be generated any more, by any processor
     */
    MissingForms(Map<String, String> headers, Elements elements, Predicate<String> isSource, boolean last) {
        this.headers = headers;
        this.elements = elements;
        this.isSource = isSource;
        this.last = last;
    }

    /**
     * One thing that is missing.
     *
     * @param problem nothing if the reason is reported elsewhere
     */
    public record Missing(int start, int end, Optional<Problem> problem) {

        /** Whether this is the cause of javac's error. */
        boolean explains(ShadowCompilation.ForeignError error) {
            return (error.isMissingSymbol() || error.isAboutArguments())
                    && start <= error.start()
                    && error.end() <= end;
        }
    }

    /** The missing forms that explain some of {@code errors}, which javac found in {@code file}. */
    List<Missing> among(List<ShadowCompilation.ForeignError> errors, SourceFile file) {
        List<ShadowCompilation.ForeignError> unknown = errors.stream()
                .filter(ShadowCompilation.ForeignError::isMissingSymbol)
                .toList();
        Map<MemberSelectTree, Reason> missing = new LinkedHashMap<>();
        List<Missing> all = new ArrayList<>();
        if (!errors.isEmpty()) {
            new TreeScanner<@Nullable Void, @Nullable Void>() {
                @Override
                public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void unused) {
                    if (isUnknown(tree) || last && isUnknown(tree.getExpression())) {
                        TypeElement owner = ownerOf(tree.getExpression(), file);
                        String name = tree.getIdentifier().toString();
                        Optional<Reason> reason = owner != null
                                ? reason(owner, name)
                                : recordOf(file.typeOf(tree.getExpression())).flatMap(record -> misspelt(record, name));
                        reason.ifPresent(found -> missing.put(tree, found));
                    }
                    return super.visitMemberSelect(tree, unused);
                }

                /** There may be a method of that name, but not the one that is meant: it takes several tangents. */
                @Override
                public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void unused) {
                    if (tree.getMethodSelect() instanceof MemberSelectTree select && isMisused(tree)) {
                        TypeElement owner = ownerOf(select.getExpression(), file);
                        Optional<Reason> reason = owner == null
                                ? Optional.empty()
                                : reason(owner, select.getIdentifier().toString());
                        reason.filter(found -> found.code() == ProblemCode.TOO_MANY_PARAMETERS)
                                .ifPresent(found -> all.add(found.at(file, select, tree)));
                    }
                    return super.visitMethodInvocation(tree, unused);
                }

                private boolean isUnknown(ExpressionTree tree) {
                    return unknown.stream().anyMatch(error -> isAt(error, tree));
                }

                private boolean isMisused(ExpressionTree call) {
                    return errors.stream()
                            .anyMatch(error -> error.isAboutArguments()
                                    && file.start(call) <= error.start()
                                    && error.end() <= file.end(call));
                }

                private boolean isAt(ShadowCompilation.ForeignError error, ExpressionTree tree) {
                    return error.start() == file.start(tree) && error.end() == file.end(tree);
                }
            }.scan(file.unit(), null);
        }
        missing.forEach((tree, reason) -> {
            String name = tree.getIdentifier().toString();
            boolean saidAtCall = name.equals(CamelCase.capitalized(name))
                    && missing.keySet().stream()
                            .anyMatch(other -> !other.getIdentifier().contentEquals(name)
                                    && CamelCase.capitalized(
                                                    other.getIdentifier().toString())
                                            .startsWith(name));
            all.add((saidAtCall ? SAID_ELSEWHERE : reason).at(file, tree, tree));
        });
        return all;
    }

    /** The class whose derivatives {@code companion} names. */
    private @Nullable TypeElement ownerOf(ExpressionTree companion, SourceFile file) {
        String qualified;
        if (file.elementOf(companion) instanceof TypeElement type && headers.containsKey(name(type))) {
            return elements.getTypeElement(headers.get(name(type)));
        } else if (file.elementOf(companion) instanceof TypeElement type
                && type.asType().getKind() != TypeKind.ERROR) {
            qualified = name(type);
        } else if (companion instanceof IdentifierTree identifier) {
            return packagesSeenBy(file)
                    .map(prefix -> ownerOf(prefix + identifier.getName(), elements))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        } else {
            qualified = companion.toString();
        }
        return ownerOf(qualified, elements);
    }

    /** The packages in which a class with a simple name may be, each with a dot behind it. */
    private static Stream<String> packagesSeenBy(SourceFile file) {
        ExpressionTree home = file.unit().getPackageName();
        return Stream.concat(
                Stream.of(home == null ? "" : home + "."),
                file.unit().getImports().stream()
                        .filter(tree -> !tree.isStatic())
                        .map(tree -> tree.getQualifiedIdentifier().toString())
                        .filter(name -> name.endsWith(".*"))
                        .map(name -> name.substring(0, name.length() - 1)));
    }

    /** The class whose derivatives a class of that name would hold, if there is one. */
    static @Nullable TypeElement ownerOf(String qualified, Elements elements) {
        if (!qualified.endsWith(GradHeader.SUFFIX)) {
            return null;
        }
        String owner = qualified.substring(0, qualified.length() - GradHeader.SUFFIX.length());
        PackageElement inside = null;
        for (int dot = owner.lastIndexOf('.'); dot >= 0 && inside == null; dot = owner.lastIndexOf('.', dot - 1)) {
            inside = elements.getPackageElement(owner.substring(0, dot));
        }
        int start = inside == null ? 0 : inside.getQualifiedName().length() + 1;
        TypeElement plain = elements.getTypeElement(owner);
        return plain != null
                ? plain
                : elements.getTypeElement(
                        owner.substring(0, start) + owner.substring(start).replace('_', '.'));
    }

    private static String name(TypeElement type) {
        return type.getQualifiedName().toString();
    }

    /** The method has a problem of its own, which is reported there. */
    private static final Reason SAID_ELSEWHERE = new Reason(null);

    /** The reason why something is missing; without a code if it is reported elsewhere. */
    private record Reason(@Nullable ProblemCode code, Object... args) {
        /** @param whole the tree that contains javac's errors about it */
        Missing at(SourceFile file, MemberSelectTree tree, ExpressionTree whole) {
            int start = file.start(tree);
            int end = file.end(tree);
            ProblemCode reported = code;
            return new Missing(
                    file.start(whole),
                    file.end(whole),
                    reported == null
                            ? Optional.empty()
                            : Optional.of(new Problem(
                                    reported,
                                    file.name(),
                                    start,
                                    end,
                                    tree.getKind().name(),
                                    reported.message(args))));
        }
    }

    /** The reason why there is no method {@code name}, or no record of that name, among the derivatives of {@code owner}. */
    private Optional<Reason> reason(TypeElement owner, String name) {
        boolean isRecord = Character.isUpperCase(name.charAt(0));
        for (Derivative form : Derivative.values()) {
            String suffix = isRecord ? form.returned().suffix() : form.suffix();
            if (!name.endsWith(suffix)) {
                continue;
            }
            String base = name.substring(0, name.length() - suffix.length());
            List<ExecutableElement> annotated = new ArrayList<>();
            List<ExecutableElement> others = new ArrayList<>();
            for (ExecutableElement method : ElementFilter.methodsIn(owner.getEnclosedElements())) {
                boolean differentiable = Annotations.has(method, Annotations.DIFFERENTIABLE);
                String stem = differentiable && SourceVersion.isIdentifier(Annotations.nameOf(method))
                        ? Annotations.nameOf(method)
                        : method.getSimpleName().toString();
                if (stem.equals(base) || isRecord && base.equals(CamelCase.capitalized(stem))) {
                    (differentiable ? annotated : others).add(method);
                }
            }
            if (!annotated.isEmpty() && isAmbiguous(annotated.get(0), owner)) {
                return Optional.of(SAID_ELSEWHERE);
            } else if (!annotated.isEmpty()) {
                return misfit(annotated.get(0), form, name, owner);
            } else if (!others.isEmpty()) {
                return Optional.of(new Reason(
                        ProblemCode.MISSING_DERIVATIVE,
                        name,
                        others.get(0).getSimpleName(),
                        owner.getSimpleName(),
                        again(owner)));
            }
        }
        TypeElement companion = elements.getTypeElement(GradHeader.nameOf(owner, Visibility.packageOf(owner)));
        return companion == null ? Optional.empty() : misspelt(companion, name);
    }

    /** The record that {@code type} is, if it is one that a derivative returns. */
    private Optional<TypeElement> recordOf(@Nullable TypeMirror type) {
        return type instanceof DeclaredType declared
                        && declared.asElement() instanceof TypeElement record
                        && record.getEnclosingElement() instanceof TypeElement companion
                        && headers.containsKey(name(companion))
                ? Optional.of(record)
                : Optional.empty();
    }

    /** The reason that {@code type} has a member whose name is nearly {@code name}. */
    private static Optional<Reason> misspelt(TypeElement type, String name) {
        boolean isType = Character.isUpperCase(name.charAt(0));
        Stream<String> members = type.getEnclosedElements().stream()
                .filter(member -> member.getKind() != ElementKind.CONSTRUCTOR
                        && member.getKind().isClass() == isType)
                .map(member -> member.getSimpleName().toString());
        return Spelling.nearest(name, members)
                .map(meant -> new Reason(ProblemCode.UNKNOWN_MEMBER, type.getSimpleName(), name, meant));
    }

    /** Whether there is another annotated method whose derivatives would have the same names. */
    private static boolean isAmbiguous(ExecutableElement method, TypeElement owner) {
        String stem = CamelCase.capitalized(Annotations.nameOf(method));
        return ElementFilter.methodsIn(owner.getEnclosedElements()).stream()
                        .filter(other -> Annotations.has(other, Annotations.DIFFERENTIABLE))
                        .filter(other ->
                                CamelCase.capitalized(Annotations.nameOf(other)).equals(stem))
                        .count()
                > 1;
    }

    /** A class that is not among the sources has to be compiled again. */
    private String again(TypeElement owner) {
        return isSource.test(name(owner)) ? "" : ", and compile `" + owner.getSimpleName() + "` again";
    }

    /** The reason why an annotated method does not have this form. */
    private Optional<Reason> misfit(ExecutableElement method, Derivative form, String name, TypeElement owner) {
        List<TypeMirror> types = new ArrayList<>(List.of(method.getReturnType()));
        for (VariableElement parameter : method.getParameters()) {
            types.add(parameter.asType());
        }
        if (types.stream().anyMatch(type -> type.getKind() == TypeKind.ERROR)) {
            return Optional.empty(); // perhaps they will be there
        }
        try {
            return Optional.of(misfit(method, new MethodHead(method), form, name, owner));
        } catch (Layouts.NoLayout e) {
            return Optional.of(SAID_ELSEWHERE);
        }
    }

    private Reason misfit(ExecutableElement method, MethodHead head, Derivative form, String name, TypeElement owner)
            throws Layouts.NoLayout {
        if (head.objection().isPresent()) {
            return SAID_ELSEWHERE;
        }
        Signature signature = head.signature("", 0);
        String base = signature.name();
        String companion = GradHeader.nameOf(owner, Visibility.packageOf(owner));
        Optional<Integer> slots = head.slotsMissingFor(form);
        if (slots.isPresent()) {
            return new Reason(ProblemCode.TOO_MANY_PARAMETERS, name, slots.get(), ParameterSlots.MOST);
        } else if (signature.has(form) && lacks(companion, name)) {
            return new Reason(
                    ProblemCode.MISSING_COMPANION,
                    method.getSimpleName(),
                    isKnown(companion) ? companion + "." + name : companion);
        } else if (signature.has(form)) { // then it is the name of the record
            String record = form.returned().name(base, MethodHead.companionOf(owner));
            return new Reason(
                    ProblemCode.WRONG_DERIVATIVE, name, "the class around it has that name", "`" + record + "`");
        } else if (FormHead.of(signature, form).exists()) {
            List<String> asked = Annotations.formsOf(method);
            if (form.isOnlyByName() && !asked.contains(form.form())) {
                return new Reason(ProblemCode.UNNAMED_FORM, name, form.form(), base, again(owner));
            }
            return asked.isEmpty() || form.isOnlyByName()
                    ? new Reason(ProblemCode.MISSING_ORDER, name, base, Annotations.orderOf(method), again(owner))
                    : new Reason(
                            ProblemCode.MISSING_FORM, name, base, String.join(", ", asked), form.form(), again(owner));
        }
        boolean hasMain = FormHead.of(signature, form.main()).exists();
        String reason = form.isInto() && hasMain
                ? "`" + base + "` has no array or record parameter that a buffer could be for"
                : form.inProse() + " of " + form.result().words();
        String others = instead(form, signature).stream()
                .filter(signature::has)
                .map(other -> "`" + base + other.suffix() + "`")
                .collect(Collectors.joining(" or "));
        return new Reason(ProblemCode.WRONG_DERIVATIVE, name, reason, others.isEmpty() ? "another form" : others);
    }

    /** Whether the class with the derivatives is not there, or was made when there was no such method. */
    private boolean lacks(String companion, String name) {
        return !headers.containsKey(companion) && (!isKnown(companion) || !Character.isUpperCase(name.charAt(0)));
    }

    private boolean isKnown(String companion) {
        return elements.getTypeElement(companion) != null;
    }

    /** The derivatives to call instead of a form that a method does not have because of its shape. */
    private static List<Derivative> instead(Derivative form, Signature signature) {
        if (FormHead.of(signature, form.main()).exists()) {
            return List.of(form.main());
        }
        return FormHead.of(signature, Derivative.GRAD).exists()
                ? List.of(Derivative.GRAD)
                : List.of(Derivative.JACOBIAN, Derivative.VJP, Derivative.JVP);
    }
}
