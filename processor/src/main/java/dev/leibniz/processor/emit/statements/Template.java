package dev.leibniz.processor.emit.statements;

import com.palantir.javapoet.ClassName;
import dev.leibniz.processor.emit.text.Code;
import dev.leibniz.processor.emit.text.Text;
import dev.leibniz.processor.ir.Value;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Java text with {@code $0}, {@code $1}, … for operands, as the front end writes it for what it need not understand. */
final class Template {
    /** An operand; a literal, which is left alone; a class by its qualified name, which can be imported. */
    private static final Pattern PART = Pattern.compile("\\$(?<operand>\\d+)"
            + "|\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*'"
            + "|(?<![\\w$.])(?<package>(?:[a-z_]\\w*\\.)+)(?<class>[A-Z]\\w*)");

    private Template() {}

    /** The text with its operands filled in, in parentheses unless they stand alone already. */
    static Code fill(String template, List<Value> operands, ExpressionPrinter expressions) {
        StringBuilder code = new StringBuilder();
        Matcher part = PART.matcher(template);
        int at = 0;
        while (part.find()) {
            code.append(Code.verbatim(template.substring(at, part.start())).text());
            if (part.group("operand") != null) {
                Text operand = expressions.exact(operands.get(Integer.parseInt(part.group("operand"))));
                boolean enclosed = isEnclosed(template, part.start(), part.end());
                code.append(
                        operand.atLeast(enclosed ? Text.LOWEST : Text.PRIMARY).text());
            } else if (part.group("class") != null) {
                String name = part.group("package");
                ClassName type = ClassName.get(name.substring(0, name.length() - 1), part.group("class"));
                code.append(Code.of("$T", type).text());
            } else {
                code.append(Code.verbatim(part.group()).text());
            }
            at = part.end();
        }
        return new Code(
                code.append(Code.verbatim(template.substring(at)).text()).toString());
    }

    private static boolean isEnclosed(String template, int start, int end) {
        String before = template.substring(0, start).stripTrailing();
        String after = template.substring(end).stripLeading();
        return (before.endsWith("(") || before.endsWith(",") || before.endsWith("["))
                && (after.startsWith(")") || after.startsWith(",") || after.startsWith("]"));
    }

    /** Whether the text is a name, a call, an element or the like, so that it needs no parentheses anywhere. */
    static boolean isPrimary(String template) {
        int depth = 0;
        for (int i = 0; i < template.length(); i++) {
            char c = template.charAt(i);
            if (c == '(' || c == '[' || c == '{') {
                depth++;
            } else if (c == ')' || c == ']' || c == '}') {
                depth--;
            } else if (depth == 0 && !Character.isJavaIdentifierPart(c) && c != '.') {
                return false;
            }
        }
        return !template.startsWith("(") || template.endsWith(")");
    }
}
