package dev.leibniz.processor.frontend.headers;

import dev.leibniz.processor.frontend.library.LibraryTable;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** The functions of libraries whose derivatives are known by name: for each the rule in the runtime's class of the same name. */
public final class LibraryRules {
    /** The class with the rules. */
    public static final String RULES = "dev.leibniz.runtime.special.LibraryRules";

    private LibraryRules() {}

    /** The rule for a method. @param rules the class {@link #RULES}; null if it cannot be seen */
    public static Optional<ExecutableElement> find(ExecutableElement callee, @Nullable TypeElement rules) {
        Optional<String> name = LibraryTable.ruleOf(callee);
        return name.isEmpty() || rules == null
                ? Optional.empty()
                : ElementFilter.methodsIn(rules.getEnclosedElements()).stream()
                        .filter(rule -> rule.getSimpleName().contentEquals(name.get())
                                && rule.getParameters().size()
                                        == callee.getParameters().size() + 2
                                && RuleShape.beginsLike(rule, callee))
                        .findFirst();
    }
}
