package dev.leibniz.processor.frontend.library;

import static dev.leibniz.processor.frontend.library.Fact.ARITHMETIC;
import static dev.leibniz.processor.frontend.library.Fact.ARRAY_FUNCTION;
import static dev.leibniz.processor.frontend.library.Fact.CHANGES;
import static dev.leibniz.processor.frontend.library.Fact.COLLECTION;
import static dev.leibniz.processor.frontend.library.Fact.COPIES;
import static dev.leibniz.processor.frontend.library.Fact.FILLS;
import static dev.leibniz.processor.frontend.library.Fact.GIVES_BITS;
import static dev.leibniz.processor.frontend.library.Fact.IMMUTABLE;
import static dev.leibniz.processor.frontend.library.Fact.LEAVES_ARRAYS;
import static dev.leibniz.processor.frontend.library.Fact.LOGS;
import static dev.leibniz.processor.frontend.library.Fact.LOOKS;
import static dev.leibniz.processor.frontend.library.Fact.MAKES_CONSTANT;
import static dev.leibniz.processor.frontend.library.Fact.MAKES_FUNCTION;
import static dev.leibniz.processor.frontend.library.Fact.MAKES_TEXT;
import static dev.leibniz.processor.frontend.library.Fact.MATH;
import static dev.leibniz.processor.frontend.library.Fact.NO_NUMBERS;
import static dev.leibniz.processor.frontend.library.Fact.PRINTS;
import static dev.leibniz.processor.frontend.library.Fact.PURE;
import static dev.leibniz.processor.frontend.library.Fact.RANDOM;
import static dev.leibniz.processor.frontend.library.Fact.READS;
import static dev.leibniz.processor.frontend.library.Fact.RETURNS_ARGUMENT;
import static dev.leibniz.processor.frontend.library.Fact.RULE;
import static dev.leibniz.processor.frontend.library.Fact.SHARES;
import static dev.leibniz.processor.frontend.library.Fact.TAKES_BITS;
import static dev.leibniz.processor.frontend.library.Fact.TESTS;
import static dev.leibniz.processor.frontend.library.Fact.UNREPEATABLE;
import static dev.leibniz.processor.frontend.library.Fact.WORLD;
import static dev.leibniz.processor.frontend.library.Fact.WRITES;
import static dev.leibniz.processor.frontend.library.Fact.WRITES_THIRD;

import dev.leibniz.processor.frontend.library.TableLine.ClassInPackage;
import dev.leibniz.processor.frontend.types.LibraryValues;
import dev.leibniz.processor.rules.MathLibraries;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * The known facts about methods of the platform and of known libraries, whose source is not read. Nothing here needs the libraries.
 *
 * <p>A line has a package, classes of it, methods of these, and the facts that hold for them. All lines that fit a method count.
 *
 * <ul>
 *   <li>{@code **} is any package, {@code java.time.**} this package and those in it.
 *   <li>{@code |} stands between alternatives, {@code *} for any text at the start or the end of a name, and {@code !} before all that are not meant. A class in
 *       another has the names of both, as {@code Map.Entry}.
 *   <li>{@code static} before methods excludes methods of objects, and {@code object} static ones. {@code new} is a constructor.
 *       {@code f()} has no parameters, {@code f(...)} has some.
 * </ul>
 */
public final class LibraryTable {
    private static final String COLLECTIONS = "*List|*Set|*Map|*Entry|*Collection|*Collections|*Iterator|*Queue|*Deque"
            + "|*Stack|*Vector|*Hashtable|*Arrays|*Optional*|*Iterable";
    private static final String LOOKING =
            "contains|containsAll|containsKey|containsValue|equals|get|getKey|getOrDefault"
                    + "|getValue|hashCode|indexOf|isEmpty|lastIndexOf|size|toString";
    private static final String MAKING = "of|copyOf|entry|ofEntries|ofNullable|empty|emptyList|emptyMap|emptySet";
    private static final String BOXES = "Double|Float|Integer|Long|Short|Byte|Character|Boolean|Number";

    private static final Map<Fact, List<TableLine>> LINES = new EnumMap<>(Fact.class);

    // palantir-java-format:off
    static {
        // Whole packages, and exceptions among their methods
        line("java.lang",           "*",       "*",                                        PURE, LEAVES_ARRAYS);
        line("java.util",           "!Arrays", "*",                                        PURE, LEAVES_ARRAYS);
        line("java.util.stream.**", "*",       "*",                                        PURE, LEAVES_ARRAYS);
        line("java.io",             "PrintStream|PrintWriter", "*",                        LEAVES_ARRAYS);
        line("**",                  "*",       "getBytes(...)|getChars(...)|nextBytes(...)|toArray(...)", FILLS);
        line("java.lang",           "ProcessBuilder|ThreadLocal", "*",                     CHANGES);
        line("java.util",           "Calendar|Date|Scanner|Timer|UUID", "*",               CHANGES);

        // The world
        line("java.lang",           "System|Thread|Runtime|Process", "*",                  WORLD);
        line("java.io.**",          "*",       "static *",                                 WORLD);
        line("java.nio.**",         "*",       "static *",                                 WORLD);
        line("java.time.**",        "*",       "static now",                               WORLD);
        line("java.time",           "Clock|InstantSource", "object *",                     WORLD);
        line("**",                  "*",       "static shuffle|randomUUID",                WORLD);
        line("java.lang",           "Math|StrictMath", "random",                           WORLD);
        line("java.util",           "Random|SplittableRandom", "*",                        RANDOM);
        line("java.util.concurrent","ThreadLocalRandom", "*",                              RANDOM);
        line("java.util.random.**", "*",       "*",                                        RANDOM);
        line("java.util",           "Random|SplittableRandom|Date", "new()",               UNREPEATABLE);
        line("java.security",       "SecureRandom", "new",                                 UNREPEATABLE);

        // Arrays
        line("java.util",           "Arrays",  "*",                                        ARRAY_FUNCTION);
        line("java.util",           "Arrays",  "binarySearch|compare|compareUnsigned|deepEquals|deepHashCode|deepToString"
                                             + "|equals|hashCode|mismatch|toString",       READS);
        line("java.util",           "Arrays",  "copyOf|copyOfRange|spliterator|stream",    COPIES);
        line("java.util",           "Arrays",  "fill|parallelPrefix|parallelSetAll|parallelSort|setAll|sort", WRITES);
        line("java.util",           "Arrays",  "asList",                                   SHARES);
        line("java.lang",           "System",  "arraycopy",                                ARRAY_FUNCTION, WRITES_THIRD);
        line("java.util",           "Objects", "requireNonNull",                           RETURNS_ARGUMENT);

        // Printing
        line("java.io",             "PrintStream|PrintWriter|Console",
                                               "print|println|printf|format|append|write|flush|writeBytes", PRINTS);
        line("java.util.logging",   "Logger",  "!set*",                                    LOGS);
        line("java.lang",           "System.Logger", "!set*",                              LOGS);
        line("org.slf4j",           "Logger",  "!set*",                                    LOGS);
        line("org.apache.commons.logging", "Log", "!set*",                                 LOGS);
        line("org.apache.logging.log4j", "Logger", "!set*",                                LOGS);
        line("org.apache.log4j",    "Logger|Category", "!set*",                            LOGS);
        line("org.jboss.logging",   "Logger|BasicLogger", "!set*",                         LOGS);
        line("org.tinylog",         "Logger",  "!set*",                                    LOGS);
        line("**",                  "*",       "getLogger|getLog",                         MAKES_CONSTANT);

        // Objects that never change
        line("java.lang",           "Boolean|Byte|Character|Class|Double|Enum|Float|Integer|Long|Short|String", "*", IMMUTABLE);
        line("java.math",           "BigDecimal|BigInteger", "*",                          IMMUTABLE);
        line("java.util",           "Currency|Locale|Optional|OptionalDouble|OptionalInt|OptionalLong|UUID", "*", IMMUTABLE);
        line("java.util.regex",     "Pattern", "*",                                        IMMUTABLE);
        line("java.time",           "DayOfWeek|Duration|Instant|LocalDate|LocalDateTime|LocalTime|Month|OffsetDateTime|Period"
                                             + "|Year|YearMonth|ZoneId|ZoneOffset|ZonedDateTime", "*", IMMUTABLE);
        line("java.time.temporal",  "ChronoUnit|TemporalUnit", "*",                        IMMUTABLE);

        // Collections
        line("java.util",           COLLECTIONS, "*",                                      COLLECTION);
        line("java.util",           COLLECTIONS, LOOKING,                                  LOOKS);
        line("java.util",           COLLECTIONS, MAKING,                                   MAKES_CONSTANT);
        line("java.util.concurrent", "Concurrent*", "*",                                   COLLECTION);
        line("java.util.concurrent", "Concurrent*", LOOKING,                               LOOKS);
        line("java.util.concurrent", "Concurrent*", MAKING,                                MAKES_CONSTANT);
        line("java.util.stream.**", "*",       "*",                                        COLLECTION);
        line("java.util.stream.**", "*",       LOOKING,                                    LOOKS);
        line("java.util.stream.**", "*",       MAKING,                                     MAKES_CONSTANT);

        // Text and functions
        line("java.lang",           "*",       "static *",                                 MAKES_TEXT);
        line("java.lang",           "String|Class", "object *",                            MAKES_TEXT);
        line("java.util.stream",    "Collectors", "*",                                     MAKES_FUNCTION);
        line("java.util",           "Comparator", "*",                                     MAKES_FUNCTION);

        // Numbers
        line("java.lang",           "Math|StrictMath", "*",                                MATH);
        line("java.lang",           "Double|Float", "sum|max|min",                         ARITHMETIC);
        line("java.lang",           "Double|Float", "isNaN|isFinite|isInfinite|compare",   TESTS);
        line("java.lang",           BOXES,     "doubleToLongBits|doubleToRawLongBits|floatToIntBits|floatToRawIntBits"
                                             + "|floatToFloat16",                          GIVES_BITS);
        line("java.lang",           BOXES,     "longBitsToDouble|intBitsToFloat|float16ToFloat", TAKES_BITS);
        line("java.lang",           "Boolean|Byte|Character|Integer|Long|Short|String", "*", NO_NUMBERS);
        line("java.math",           "BigInteger", "*",                                     NO_NUMBERS);
        line("java.time.**",        "*",       "*",                                        NO_NUMBERS);
        LibraryValues.classes().forEach(
                name -> line(packageOf(name), classOf(name), "*",                          PURE, LEAVES_ARRAYS, IMMUTABLE));

        // Derivatives that are known by name
        for (String special : List.of("org.hipparchus.special", "org.apache.commons.math3.special")) {
            line(special,           "Erf",     "erf|erfc|erfInv|erfcInv",                  RULE);
            line(special,           "Gamma",   "logGamma|gamma|digamma|trigamma|regularizedGammaP|regularizedGammaQ", RULE);
            line(special,           "Beta",    "logBeta",                                  RULE);
        }
        ruled("org.apache.commons.numbers.gamma", "Erf",                "value",           "erf");
        ruled("org.apache.commons.numbers.gamma", "Erfc",               "value",           "erfc");
        ruled("org.apache.commons.numbers.gamma", "InverseErf",         "value",           "erfInv");
        ruled("org.apache.commons.numbers.gamma", "InverseErfc",        "value",           "erfcInv");
        ruled("org.apache.commons.numbers.gamma", "LogGamma",           "value",           "logGamma");
        ruled("org.apache.commons.numbers.gamma", "Gamma",              "value",           "gamma");
        ruled("org.apache.commons.numbers.gamma", "Digamma",            "value",           "digamma");
        ruled("org.apache.commons.numbers.gamma", "Trigamma",           "value",           "trigamma");
        ruled("org.apache.commons.numbers.gamma", "RegularizedGamma.P", "value",           "regularizedGammaP");
        ruled("org.apache.commons.numbers.gamma", "RegularizedGamma.Q", "value",           "regularizedGammaQ");
        ruled("org.apache.commons.numbers.gamma", "LogBeta",            "value",           "logBeta");
        MathLibraries.classes().forEach(
                name -> line(packageOf(name), classOf(name), "pow|asinh|acosh|atanh",      RULE)); // beside those of Math
    }
    // palantir-java-format:on

    private LibraryTable() {}

    private static void line(String packages, String classes, String methods, Fact... facts) {
        add(new TableLine(packages, classes, methods, Set.of(facts), null));
    }

    private static void ruled(String packages, String classes, String methods, String rule) {
        add(new TableLine(packages, classes, methods, Set.of(RULE), rule));
    }

    private static void add(TableLine line) {
        line.facts()
                .forEach(fact ->
                        LINES.computeIfAbsent(fact, f -> new ArrayList<>()).add(line));
    }

    private static String packageOf(String qualifiedName) {
        return qualifiedName.substring(0, qualifiedName.lastIndexOf('.'));
    }

    private static String classOf(String qualifiedName) {
        return qualifiedName.substring(qualifiedName.lastIndexOf('.') + 1);
    }

    /** Whether a fact is known of a method or constructor. */
    public static boolean says(@Nullable Element method, Fact fact) {
        return line(method, fact).isPresent();
    }

    private static Optional<TableLine> line(@Nullable Element method, Fact fact) {
        if (!(method instanceof ExecutableElement callee && callee.getEnclosingElement() instanceof TypeElement type)) {
            return Optional.empty();
        }
        ClassInPackage owner = ClassInPackage.of(type);
        return lines(fact).stream()
                .filter(line -> line.isOf(owner) && line.hasMethod(callee))
                .findFirst();
    }

    /** Whether a fact is known of a class: of all of its methods, or of some. */
    public static boolean saysOfClass(TypeElement type, Fact fact) {
        ClassInPackage owner = ClassInPackage.of(type);
        return lines(fact).stream().anyMatch(line -> line.isOf(owner));
    }

    /** Whether a method of a class has a rule, or one of a class in it. */
    public static boolean hasRules(TypeElement type) {
        ClassInPackage owner = ClassInPackage.of(type);
        return lines(RULE).stream().anyMatch(line -> line.isOf(owner) || line.isInside(owner));
    }

    /** The name of the rule for a method, if it has one. */
    public static Optional<String> ruleOf(ExecutableElement callee) {
        return line(callee, RULE)
                .map(line -> line.rule() != null
                        ? line.rule()
                        : callee.getSimpleName().toString());
    }

    private static List<TableLine> lines(Fact fact) {
        return LINES.getOrDefault(fact, List.of());
    }
}
