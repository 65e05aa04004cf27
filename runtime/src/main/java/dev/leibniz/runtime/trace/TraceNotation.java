package dev.leibniz.runtime.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Function;

/** The notation in which generated code says the formulas of an operation: {@code (* 2 a)}, whose letters stand for other formulas. */
final class TraceNotation {
    private static final Map<String, String> RELATIONS = Map.of("==", "=", "!=", "≠", ">=", "≥", "<=", "≤");

    private final String[] tokens;
    private final Function<String, TraceFormula> letters;
    private int at;

    private TraceNotation(String text, Function<String, TraceFormula> letters) {
        this.tokens = text.replace("(", "( ").replace(")", " )").split(" +");
        this.letters = letters;
    }

    private TraceFormula formula() {
        String token = tokens[at++];
        if (!token.equals("(")) {
            return Character.isLetter(token.charAt(0)) && token.length() == 1
                    ? letters.apply(token)
                    : TraceFormula.number(Double.parseDouble(token));
        }
        String function = tokens[at++];
        List<TraceFormula> args = new ArrayList<>();
        while (!tokens[at].equals(")")) {
            args.add(formula());
        }
        at++;
        return apply(function, args);
    }

    /** Reads a formula in prefix notation, {@code (* 2 a)}, whose letters stand for other formulas. */
    static TraceFormula read(String text, Function<String, TraceFormula> letters) {
        return new TraceNotation(text, letters).formula();
    }

    /** The parts of a rule: the value, and the derivative by each operand. */
    static String[] parts(String rule) {
        return rule.split(";");
    }

    private static TraceFormula apply(String function, List<TraceFormula> args) {
        TraceFormula a = args.get(0);
        switch (function) {
            case "+":
                return a.plus(args.get(1));
            case "-":
                return args.size() == 1 ? a.negate() : a.plus(args.get(1).negate());
            case "*":
                return a.times(args.get(1));
            case "/":
                return a.over(args.get(1));
            case "pow":
                return power(a, args.get(1));
            case "?":
                return choice(a, args.get(1), args.get(2));
            case ">", "<", "==", "!=", ">=", "<=":
                return TraceFormula.named(a.text() + " " + RELATIONS.getOrDefault(function, function) + " "
                        + args.get(1).text());
            case "abs":
                return TraceFormula.named("|" + a.text() + "|");
            case "sigmoid":
                return TraceFormula.named("σ(" + a.text() + ")");
            case "sqrt":
                return TraceFormula.named(a.isSimple() ? "√" + a.text() : "√(" + a.text() + ")");
            case "signum":
                return TraceFormula.named("sign(" + a.text() + ")");
            default:
                StringJoiner list = new StringJoiner(", ", function + "(", ")");
                args.forEach(arg -> list.add(arg.text()));
                return TraceFormula.named(list.toString());
        }
    }

    private static TraceFormula power(TraceFormula base, TraceFormula exponent) {
        if (exponent.isNumber() && !exponent.isNumber(0)) {
            double n = exponent.number();
            if (n == Math.rint(n) && Math.abs(n) <= 9) {
                TraceFormula power = TraceFormula.ONE;
                for (int i = 0; i < Math.abs(n); i++) {
                    power = n > 0 ? power.times(base) : power.over(base);
                }
                return power;
            }
        }
        String exponentText = exponent.isSimple() ? exponent.text() : "(" + exponent.text() + ")";
        return TraceFormula.named((base.isSimple() ? base.text() : "(" + base.text() + ")") + "^" + exponentText);
    }

    /** The choice of 1 and 0 is the condition in brackets, after Iverson. */
    private static TraceFormula choice(TraceFormula condition, TraceFormula then, TraceFormula otherwise) {
        String test = condition.name();
        if (then.isNumber(1) && otherwise.isNumber(0)) {
            return TraceFormula.named("[" + test + "]");
        }
        return TraceFormula.named("(" + test + " ? " + then.text() + " : " + otherwise.text() + ")");
    }
}
