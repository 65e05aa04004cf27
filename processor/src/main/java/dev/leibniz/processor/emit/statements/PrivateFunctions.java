package dev.leibniz.processor.emit.statements;

import dev.leibniz.processor.contract.CamelCase;
import dev.leibniz.processor.emit.locals.NameScope;
import dev.leibniz.processor.emit.text.FormNames;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Signature;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.program.Program;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The names under which the private functions of a generated class are called, and of the records that carry their
 * results if there are several.
 */
public final class PrivateFunctions {
    private final Program program;
    private final Map<String, Function> functions = new HashMap<>();
    private final Map<String, String> methodNames = new HashMap<>();
    private final Map<String, String> recordNames = new HashMap<>();

    /** @param taken names of methods and types that the class has anyway */
    public PrivateFunctions(Program program, List<Function> functions, Set<String> taken) {
        this.program = program;
        Set<String> all = new HashSet<>(taken);
        for (Function function : functions) {
            String name = identifier(function.name());
            String method = NameScope.numbered(name, n -> !all.contains(n) && NameScope.isUsable(n));
            all.add(method);
            String record = NameScope.numbered(CamelCase.capitalized(method) + "Result", n -> !all.contains(n));
            all.add(record);
            this.functions.put(function.name(), function);
            methodNames.put(function.name(), method);
            recordNames.put(function.name(), record);
        }
    }

    private static String identifier(String name) {
        String cleaned = name.replaceAll("[^\\p{javaJavaIdentifierPart}]", "_");
        return cleaned.isEmpty() || !Character.isJavaIdentifierStart(cleaned.charAt(0)) ? "f" + cleaned : cleaned;
    }

    /** The names of the generated methods of one method. */
    FormNames forms(Signature signature) {
        return new FormNames(program, signature);
    }

    Function function(String name) {
        Function function = functions.get(name);
        if (function == null) {
            throw new IllegalStateException("call of a function that is not printed: " + name);
        }
        return function;
    }

    public String methodName(String name) {
        return methodNames.getOrDefault(name, name);
    }

    public String recordName(String name) {
        return recordNames.getOrDefault(name, name);
    }

    /** The component names of the record that carries a function's results. */
    public static List<String> componentNames(Function function) {
        Set<String> taken = new HashSet<>();
        List<String> names = new ArrayList<>();
        for (Var result : function.results()) {
            String wish = result.isNamed() ? result.name() : "r";
            String name = NameScope.numbered(
                    wish, n -> !taken.contains(n) && NameScope.isUsable(n) && !RecordPacking.isForbiddenComponent(n));
            taken.add(name);
            names.add(name);
        }
        return names;
    }
}
