package dev.leibniz.processor.frontend.platform;

import dev.leibniz.processor.frontend.types.LibraryValues;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** What is known of objects of the platform that are constants to the chain rule: which calls only read them. */
public final class ConstantObjects {
    /** Classes whose objects never change, so that a call gives the same each time. */
    private static final Set<String> IMMUTABLE = Set.of(
            "java.lang.Boolean",
            "java.lang.Byte",
            "java.lang.Character",
            "java.lang.Class",
            "java.lang.Double",
            "java.lang.Enum",
            "java.lang.Float",
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Short",
            "java.lang.String",
            "java.math.BigDecimal",
            "java.math.BigInteger",
            "java.util.Currency",
            "java.util.Locale",
            "java.util.Optional",
            "java.util.OptionalDouble",
            "java.util.OptionalInt",
            "java.util.OptionalLong",
            "java.util.UUID",
            "java.util.regex.Pattern");

    private static final Set<String> TIME = Set.of(
            "DayOfWeek",
            "Duration",
            "Instant",
            "LocalDate",
            "LocalDateTime",
            "LocalTime",
            "Month",
            "OffsetDateTime",
            "Period",
            "Year",
            "YearMonth",
            "ZoneId",
            "ZoneOffset",
            "ZonedDateTime",
            "temporal.ChronoUnit",
            "temporal.TemporalUnit");

    /** Methods of collections that only read. */
    private static final Set<String> READERS = Set.of(
            "contains",
            "containsAll",
            "containsKey",
            "containsValue",
            "equals",
            "get",
            "getKey",
            "getOrDefault",
            "getValue",
            "hashCode",
            "indexOf",
            "isEmpty",
            "lastIndexOf",
            "size",
            "toString");

    /** Static methods of collections that make one which never changes. */
    private static final Set<String> FACTORIES =
            Set.of("of", "copyOf", "entry", "ofEntries", "ofNullable", "empty", "emptyList", "emptyMap", "emptySet");

    private static final Set<String> LOGGER_FACTORIES = Set.of("getLogger", "getLog");

    private ConstantObjects() {}

    /** Whether a method belongs to an object that never changes. */
    public static boolean isImmutable(ExecutableElement callee, TypeMirror receiver) {
        return isImmutable((TypeElement) callee.getEnclosingElement())
                || receiver instanceof DeclaredType type && type.asElement().getKind() == ElementKind.ENUM;
    }

    /** Whether a method of a collection only reads it. */
    public static boolean isReader(ExecutableElement callee) {
        return isCollection((TypeElement) callee.getEnclosingElement())
                && READERS.contains(callee.getSimpleName().toString());
    }

    /** Whether a static method makes an object that never changes from what it is given, whenever it is called. */
    public static boolean makesConstant(ExecutableElement callee) {
        TypeElement owner = (TypeElement) callee.getEnclosingElement();
        String method = callee.getSimpleName().toString();
        return isCollection(owner) && FACTORIES.contains(method)
                || isImmutable(owner) && !method.equals("now") && !method.equals("randomUUID")
                || LOGGER_FACTORIES.contains(method);
    }

    private static boolean isImmutable(TypeElement owner) {
        String name = owner.getQualifiedName().toString();
        return IMMUTABLE.contains(name)
                || LibraryValues.areOf(owner)
                || name.startsWith("java.time.") && TIME.contains(name.substring("java.time.".length()));
    }

    /** Whether the class holds other objects, as a list or a stream does. */
    public static boolean isCollection(TypeElement owner) {
        String name = owner.getQualifiedName().toString();
        boolean isInPackage = name.matches("java[.]util[.][A-Z]\\w*([.][A-Z]\\w*)?");
        return name.startsWith("java.util.stream.")
                || name.startsWith("java.util.concurrent.Concurrent")
                || isInPackage
                        && name.matches(
                                ".*(List|Set|Map|Entry|Collection|Collections|Iterator|Queue|Deque|Stack|Vector|Hashtable|Arrays|"
                                        + "Optional\\w*|Iterable)");
    }

    /** Whether an object would be another one each time it is made, as a generator of random numbers without a seed. */
    public static boolean isUnrepeatable(ExecutableElement constructor) {
        String owner = ((TypeElement) constructor.getEnclosingElement())
                .getQualifiedName()
                .toString();
        return owner.equals("java.security.SecureRandom")
                || constructor.getParameters().isEmpty() && (isGenerator(owner) || owner.equals("java.util.Date"));
    }

    /** Whether the class draws random numbers. */
    public static boolean isGenerator(String owner) {
        return owner.startsWith("java.util.random.") || owner.startsWith("java.util.") && owner.endsWith("Random");
    }
}
