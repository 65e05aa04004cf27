package dev.leibniz.processor.frontend.library;

import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * A line of the {@link LibraryTable}, which explains the patterns.
 *
 * @param rule the name of the rule of a method that has a {@link Fact#RULE}; null for the name of the method
 */
record TableLine(
        String packages,
        String classes,
        String methods,
        Set<Fact> facts,
        @Nullable String rule) {
    private static final String BELOW = ".**";
    private static final String STATIC = "static ";
    private static final String OBJECT = "object ";
    private static final String OR = "\\|";

    boolean isOf(ClassInPackage owner) {
        return isPackage(owner.packageName()) && matches(classes, isLike(owner.name()));
    }

    /** Whether a class is meant that is inside of another. */
    boolean isInside(ClassInPackage outer) {
        return isPackage(outer.packageName())
                && Arrays.stream(classes.split(OR)).anyMatch(inner -> inner.startsWith(outer.name() + "."));
    }

    /**
     * A class as the lines name it.
     *
     * @param name with those of the classes around it; empty for a class in a method
     */
    record ClassInPackage(String packageName, String name) {
        static ClassInPackage of(TypeElement type) {
            String packageName = packageOf(type);
            String start = packageName.isEmpty() ? "" : packageName + ".";
            String name = type.getQualifiedName().toString(); // of a class in a method, javac gives the simple name
            return new ClassInPackage(packageName, name.startsWith(start) ? name.substring(start.length()) : "");
        }

        private static String packageOf(TypeElement type) {
            @Nullable Element around = type;
            while (around != null && !(around instanceof PackageElement)) {
                around = around.getEnclosingElement();
            }
            return around instanceof PackageElement found
                    ? found.getQualifiedName().toString()
                    : "";
        }
    }

    private boolean isPackage(String name) {
        if (!packages.endsWith("**")) {
            return packages.equals(name);
        }
        String top = packages.equals("**") ? "" : packages.substring(0, packages.length() - BELOW.length());
        return top.isEmpty() || name.equals(top) || name.startsWith(top + ".");
    }

    boolean hasMethod(ExecutableElement method) {
        boolean isStatic = method.getModifiers().contains(Modifier.STATIC);
        if (methods.startsWith(STATIC)) {
            return isStatic && matches(methods.substring(STATIC.length()), isLike(method));
        } else if (methods.startsWith(OBJECT)) {
            return !isStatic && matches(methods.substring(OBJECT.length()), isLike(method));
        }
        return matches(methods, isLike(method));
    }

    private static Predicate<String> isLike(ExecutableElement method) {
        boolean isConstructor = method.getKind() == ElementKind.CONSTRUCTOR;
        String name = isConstructor ? "new" : method.getSimpleName().toString();
        String parameters = method.getParameters().isEmpty() ? "()" : "(...)";
        return alternative -> {
            boolean saysParameters = alternative.endsWith(")");
            return isLike(saysParameters ? name + parameters : name).test(alternative);
        };
    }

    private static Predicate<String> isLike(String name) {
        return alternative -> {
            boolean isEnd = alternative.startsWith("*");
            boolean isStart = alternative.endsWith("*");
            String part = isEnd || isStart ? alternative.replace("*", "") : alternative;
            if (isStart) {
                return isEnd ? name.contains(part) : name.startsWith(part);
            }
            return isEnd ? name.endsWith(part) : name.equals(part);
        };
    }

    /** Whether a name fits one of the alternatives, or none if they begin with {@code !}. */
    private static boolean matches(String alternatives, Predicate<String> isLike) {
        boolean isNegated = alternatives.startsWith("!");
        return isNegated
                != Arrays.stream(alternatives.substring(isNegated ? 1 : 0).split(OR))
                        .anyMatch(isLike);
    }
}
