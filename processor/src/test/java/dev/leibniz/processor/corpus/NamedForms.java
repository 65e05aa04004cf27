package dev.leibniz.processor.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sources of the corpus with forms that are made only where they are named: each method names all that it can have. */
final class NamedForms {
    private static final Pattern METHOD = Pattern.compile(
            "@Differentiable(?:\\(([^)]*)\\))?"
                    + "(\\s+(?:@\\w+(?:\\(\"[^\"]*\"\\))?\\s+)*(?:(?:public|static|final|strictfp)\\s+)*)(double|float)(\\[\\])?(\\s+\\w+\\s*\\()");

    private NamedForms() {}

    static String in(String source) {
        Matcher matcher = METHOD.matcher(source);
        StringBuilder named = new StringBuilder();
        while (matcher.find()) {
            String members = matcher.group(1) == null ? "" : matcher.group(1);
            if (!members.contains("forms")) {
                boolean isVector = matcher.group(4) != null;
                boolean isSecond = members.contains("order = 2");
                String all = (members.isEmpty() ? "" : members + ", ") + "forms = {" + forms(isVector, isSecond) + "}";
                String rest = matcher.group(2) + matcher.group(3) + (isVector ? "[]" : "") + matcher.group(5);
                matcher.appendReplacement(named, Matcher.quoteReplacement("@Differentiable(" + all + ")" + rest));
            }
        }
        return matcher.appendTail(named).toString();
    }

    private static String forms(boolean isVector, boolean isSecond) {
        List<String> forms = new ArrayList<>(List.of("VJP", "JVP", "FLAT"));
        if (isVector) {
            forms.addAll(List.of("JACOBIAN", "SPARSE"));
        } else {
            forms.add("GRAD");
            if (isSecond) {
                forms.addAll(List.of("HVP", "HESSIAN", "SPARSE"));
            }
        }
        return forms.stream()
                .map(form -> "dev.leibniz.annotations.Form." + form)
                .reduce((a, b) -> a + ", " + b)
                .orElseThrow();
    }
}
