package dev.leibniz.processor.frontend;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.util.TreeScanner;
import dev.leibniz.processor.ir.Derivative;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.problem.Problem;
import dev.leibniz.processor.problem.ProblemCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * What javac could not find because it will not be generated: derivatives that a method does not have. javac cannot know what
 * has to be written for them to be there, and where. Says nothing of what another processor may still generate.
 */
final class MissingForms {
    private final Map<String, String> headers;
    private final Elements elements;
    private final Predicate<String> isSource;
    private final boolean last;

    /**
     * @param headers the classes that will be generated, and the classes they are generated for, by qualified name
     * @param isSource whether a class, by qualified name, is being compiled
     * @param last whether nothing will be generated any more, by anybody
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
    record Missing(int start, int end, Optional<Problem> problem) {

        /** Whether this is what javac complains of. */
        boolean explains(ShadowCompilation.ForeignError error) {
            return error.isMissingSymbol() && start <= error.start() && error.end() <= end;
        }
    }

    /** What can be explained of {@code errors}, which javac found in {@code file}. */
    List<Missing> among(List<ShadowCompilation.ForeignError> errors, SourceFile file) {
        List<ShadowCompilation.ForeignError> unknown = errors.stream()
                .filter(ShadowCompilation.ForeignError::isMissingSymbol)
                .toList();
        Map<MemberSelectTree, Reason> missing = new LinkedHashMap<>();
        if (!unknown.isEmpty()) {
            new TreeScanner<@Nullable Void, @Nullable Void>() {
                @Override
                public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void unused) {
                    if (isUnknown(tree) || last && isUnknown(tree.getExpression())) {
                        TypeElement owner = ownerOf(tree.getExpression(), file);
                        String name = tree.getIdentifier().toString();
                        if (owner != null) {
                            reason(owner, name).ifPresent(reason -> missing.put(tree, reason));
                        }
                    }
                    return super.visitMemberSelect(tree, unused);
                }

                private boolean isUnknown(ExpressionTree tree) {
                    return unknown.stream()
                            .anyMatch(error -> error.start() == file.start(tree) && error.end() == file.end(tree));
                }
            }.scan(file.unit(), null);
        }
        List<Missing> all = new ArrayList<>();
        missing.forEach((tree, reason) -> {
            String name = tree.getIdentifier().toString();
            boolean saidAtCall = name.equals(capitalized(name))
                    && missing.keySet().stream()
                            .anyMatch(other -> !other.getIdentifier().contentEquals(name)
                                    && capitalized(other.getIdentifier().toString())
                                            .startsWith(name));
            all.add((saidAtCall ? new Reason(null) : reason).at(file, tree));
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
            ExpressionTree home = file.unit().getPackageName();
            qualified = (home == null ? "" : home + ".") + identifier.getName();
        } else {
            qualified = companion.toString();
        }
        return ownerOf(qualified, elements);
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

    /** Why something is missing; without a code if that is said elsewhere. */
    private record Reason(@Nullable ProblemCode code, Object... args) {
        Missing at(SourceFile file, MemberSelectTree tree) {
            int start = file.start(tree);
            int end = file.end(tree);
            ProblemCode reported = code;
            return new Missing(
                    start,
                    end,
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

    /** Why there is no method {@code name}, or no record of that name, among the derivatives of {@code owner}. */
    private Optional<Reason> reason(TypeElement owner, String name) {
        boolean isRecord = Character.isUpperCase(name.charAt(0));
        for (Derivative form : Derivative.values()) {
            String suffix = isRecord ? form.recordSuffix() : form.suffix();
            if (!name.endsWith(suffix)) {
                continue;
            }
            String base = name.substring(0, name.length() - suffix.length());
            List<ExecutableElement> annotated = new ArrayList<>();
            List<ExecutableElement> others = new ArrayList<>();
            for (ExecutableElement method : ElementFilter.methodsIn(owner.getEnclosedElements())) {
                boolean differentiable = Annotations.has(method, Annotations.DIFFERENTIABLE);
                String stem = differentiable
                        ? Annotations.nameOf(method)
                        : method.getSimpleName().toString();
                if (stem.equals(base) || isRecord && base.equals(capitalized(stem))) {
                    (differentiable ? annotated : others).add(method);
                }
            }
            if (!annotated.isEmpty()) {
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
        return Optional.empty();
    }

    /** A class that is not among the sources has to be compiled again. */
    private String again(TypeElement owner) {
        return isSource.test(name(owner)) ? "" : ", and compile `" + owner.getSimpleName() + "` again";
    }

    /** Why an annotated method does not have this form. */
    private Optional<Reason> misfit(ExecutableElement method, Derivative form, String name, TypeElement owner) {
        List<TypeMirror> types = new ArrayList<>(List.of(method.getReturnType()));
        method.getParameters().forEach(parameter -> types.add(parameter.asType()));
        if (types.stream().anyMatch(type -> type.getKind() == TypeKind.ERROR)) {
            return Optional.empty(); // perhaps they will be there
        }
        Layout result;
        try {
            for (TypeMirror type : types) {
                Layouts.of(type, true);
            }
            result = Layouts.of(method.getReturnType(), true);
        } catch (Layouts.Refused e) {
            return Optional.of(new Reason(null)); // the method has a problem of its own, which is reported there
        }
        String base = Annotations.nameOf(method);
        boolean scalar = result instanceof Layout.Leaf leaf && leaf.type().isFloating();
        boolean second = form == Derivative.HVP || form == Derivative.HESSIAN;
        if (second && scalar) {
            return Optional.of(
                    new Reason(ProblemCode.MISSING_ORDER, name, base, Annotations.orderOf(method), again(owner)));
        }
        boolean vector = result instanceof Layout.Leaf leaf && leaf.type().rank() == 1;
        String reason;
        List<Derivative> instead = vector
                ? List.of(Derivative.JACOBIAN, Derivative.VJP, Derivative.JVP)
                : List.of(Derivative.VJP, Derivative.JVP);
        if (form == Derivative.JACOBIAN) {
            reason = "a Jacobian is taken of a result of type double[] or float[]";
            instead = scalar ? List.of(Derivative.GRAD) : instead;
        } else if (second) {
            reason = "second derivatives are taken of a result that is one number";
        } else if (!scalar && (form == Derivative.GRAD || form == Derivative.GRAD_INTO)) {
            reason = "a gradient is taken of a result that is one number";
        } else {
            reason = "`" + base + "` has no array or record parameter that a buffer could be for";
            instead = List.of(form == Derivative.GRAD_INTO ? Derivative.GRAD : Derivative.VJP);
        }
        String others =
                instead.stream().map(other -> "`" + base + other.suffix() + "`").collect(Collectors.joining(" or "));
        return Optional.of(new Reason(ProblemCode.WRONG_DERIVATIVE, name, reason, others));
    }

    private static String capitalized(String name) {
        return name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
