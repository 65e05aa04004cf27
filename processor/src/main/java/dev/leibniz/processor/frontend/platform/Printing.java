package dev.leibniz.processor.frontend.platform;

import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** The methods that only say something to a person: what they are given goes nowhere from where it could be read again. */
public final class Printing {
    private static final Set<String> PRINTERS = Set.of("java.io.PrintStream", "java.io.PrintWriter", "java.io.Console");
    private static final Set<String> LOGGERS = Set.of(
            "java.util.logging.Logger",
            "java.lang.System.Logger",
            "org.slf4j.Logger",
            "org.apache.commons.logging.Log",
            "org.apache.logging.log4j.Logger",
            "org.apache.log4j.Logger",
            "org.apache.log4j.Category",
            "org.jboss.logging.Logger",
            "org.jboss.logging.BasicLogger",
            "org.tinylog.Logger");
    private static final Set<String> SAYING =
            Set.of("print", "println", "printf", "format", "append", "write", "flush", "writeBytes");

    private Printing() {}

    public static boolean prints(ExecutableElement callee) {
        String owner =
                ((TypeElement) callee.getEnclosingElement()).getQualifiedName().toString();
        String method = callee.getSimpleName().toString();
        TypeMirror result = callee.getReturnType();
        if (PRINTERS.contains(owner)) {
            return SAYING.contains(method) && (result.getKind() == TypeKind.VOID || isOne(result, PRINTERS));
        }
        return LOGGERS.contains(owner) && result.getKind() == TypeKind.VOID && !method.startsWith("set");
    }

    private static boolean isOne(TypeMirror type, Set<String> names) {
        return type instanceof DeclaredType declared
                && names.contains(
                        ((TypeElement) declared.asElement()).getQualifiedName().toString());
    }
}
