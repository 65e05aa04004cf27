package dev.leibniz.processor.frontend.headers;

import dev.leibniz.processor.frontend.types.Annotations;
import dev.leibniz.processor.rules.MathLibraries;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * The functions of libraries whose derivatives are known by name: for each the rule in the runtime's class of the same name. Nothing here
 * needs the libraries.
 */
public final class LibraryRules {
    /** The class with the rules. */
    public static final String RULES = "dev.leibniz.runtime.special.LibraryRules";

    private static final Map<String, String> TABLE = new LinkedHashMap<>();

    private static final String NUMBERS = "org.apache.commons.numbers.gamma.";

    // palantir-java-format:off
    static {
        for (String special : List.of("org.hipparchus.special.", "org.apache.commons.math3.special.")) {
            TABLE.put(special + "Erf.erf",                 "erf");
            TABLE.put(special + "Erf.erfc",                "erfc");
            TABLE.put(special + "Erf.erfInv",              "erfInv");
            TABLE.put(special + "Erf.erfcInv",             "erfcInv");
            TABLE.put(special + "Gamma.logGamma",          "logGamma");
            TABLE.put(special + "Gamma.gamma",             "gamma");
            TABLE.put(special + "Gamma.digamma",           "digamma");
            TABLE.put(special + "Gamma.trigamma",          "trigamma");
            TABLE.put(special + "Gamma.regularizedGammaP", "regularizedGammaP");
            TABLE.put(special + "Gamma.regularizedGammaQ", "regularizedGammaQ");
            TABLE.put(special + "Beta.logBeta",            "logBeta");
        }
        TABLE.put(NUMBERS + "Erf.value",                "erf");
        TABLE.put(NUMBERS + "Erfc.value",               "erfc");
        TABLE.put(NUMBERS + "InverseErf.value",         "erfInv");
        TABLE.put(NUMBERS + "InverseErfc.value",        "erfcInv");
        TABLE.put(NUMBERS + "LogGamma.value",           "logGamma");
        TABLE.put(NUMBERS + "Gamma.value",              "gamma");
        TABLE.put(NUMBERS + "Digamma.value",            "digamma");
        TABLE.put(NUMBERS + "Trigamma.value",           "trigamma");
        TABLE.put(NUMBERS + "RegularizedGamma.P.value", "regularizedGammaP");
        TABLE.put(NUMBERS + "RegularizedGamma.Q.value", "regularizedGammaQ");
        TABLE.put(NUMBERS + "LogBeta.value",            "logBeta");
    }

    /** What classes like {@code Math} have beside that. */
    private static final Map<String, String> BESIDE_MATH = Map.of(
            "pow",   "pow",
            "asinh", "asinh",
            "acosh", "acosh",
            "atanh", "atanh");
    // palantir-java-format:on

    private LibraryRules() {}

    /** Whether some methods of a class have rules here, by its qualified name. */
    public static boolean knows(String owner) {
        return MathLibraries.contains(owner)
                || TABLE.keySet().stream().anyMatch(function -> function.startsWith(owner + "."));
    }

    /** The rule for a method. @param rules the class {@link #RULES}; null if it cannot be seen */
    public static Optional<ExecutableElement> find(ExecutableElement callee, @Nullable TypeElement rules) {
        TypeElement owner = (TypeElement) callee.getEnclosingElement();
        String name = MathLibraries.contains(owner.getQualifiedName().toString())
                ? BESIDE_MATH.get(callee.getSimpleName().toString())
                : TABLE.get(Annotations.qualifiedName(callee));
        return name == null || rules == null
                ? Optional.empty()
                : ElementFilter.methodsIn(rules.getEnclosedElements()).stream()
                        .filter(rule -> rule.getSimpleName().contentEquals(name)
                                && rule.getParameters().size()
                                        == callee.getParameters().size() + 2
                                && RuleShape.beginsLike(rule, callee))
                        .findFirst();
    }
}
