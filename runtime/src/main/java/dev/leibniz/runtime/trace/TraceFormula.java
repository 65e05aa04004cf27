package dev.leibniz.runtime.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A formula of a trace, simplified as it is built: sums of products of powers, whose factors are names, calls of functions and sums.
 * Knows algebra and how to print it, nothing of traces; {@link TraceNotation} reads it.
 */
public final class TraceFormula {
    /** Longer sums are not multiplied out. */
    private static final int MOST_TERMS = 12;

    /** A digit that nobody sees: from the area for private use. */
    private static final char FIRST_MARK = '\uE000';

    private static final TraceFormula ZERO = new TraceFormula(List.of());
    static final TraceFormula ONE = number(1);

    /** number · Π factor^exponent; factors by their text. */
    private record Term(double number, Map<String, Factor> factors) {}

    /**
     * A factor.
     *
     * @param sum the sum in the parentheses, if it is one; else null
     */
    private record Factor(String text, TraceFormula sum, int exponent) {
        Factor to(int exponent) {
            return new Factor(text, sum, exponent);
        }
    }

    private final List<Term> terms;

    private TraceFormula(List<Term> terms) {
        this.terms = terms;
    }

    static TraceFormula number(double number) {
        return number == 0 ? ZERO : new TraceFormula(List.of(new Term(number, Map.of())));
    }

    /** A name, or anything that is to be printed as it is. */
    static TraceFormula named(String name) {
        return atom(name, null);
    }

    /** A numeral in the place of a name: another one than that of another name, even if it is the same number. */
    static TraceFormula numeral(String numeral, int name) {
        StringBuilder mark = new StringBuilder();
        for (char digit : Integer.toString(name).toCharArray()) {
            mark.append((char) (FIRST_MARK + digit - '0'));
        }
        boolean isNegative = numeral.startsWith("−");
        return atom(isNegative ? "(" + numeral + mark + ")" : numeral + mark, null);
    }

    /** The formula with numerals. */
    public String inNumbers() {
        String plain = text().replaceAll("[\\uE000-\\uE009]", "");
        return plain.matches("\\(−[^() ]*\\)") ? plain.substring(1, plain.length() - 1) : plain;
    }

    private static TraceFormula atom(String text, TraceFormula sum) {
        return new TraceFormula(List.of(new Term(1, Map.of(text, new Factor(text, sum, 1)))));
    }

    boolean isNumber(double number) {
        return number == 0
                ? terms.isEmpty()
                : terms.size() == 1 && terms.get(0).factors.isEmpty() && terms.get(0).number == number;
    }

    boolean isNumber() {
        return terms.isEmpty() || terms.size() == 1 && terms.get(0).factors.isEmpty();
    }

    /** The number that it is. */
    double number() {
        return terms.isEmpty() ? 0 : terms.get(0).number;
    }

    /** The name that it is. */
    String name() {
        return terms.get(0).factors.keySet().iterator().next();
    }

    TraceFormula plus(TraceFormula other) {
        List<Term> sum = new ArrayList<>(terms);
        for (Term term : other.terms) {
            int same = 0;
            while (same < sum.size() && !sum.get(same).factors.equals(term.factors)) {
                same++;
            }
            if (same == sum.size()) {
                sum.add(term);
            } else {
                double number = sum.get(same).number + term.number;
                if (number == 0) {
                    sum.remove(same);
                } else {
                    sum.set(same, new Term(number, term.factors));
                }
            }
        }
        return sum.isEmpty() ? ZERO : new TraceFormula(sum);
    }

    TraceFormula negate() {
        return times(number(-1));
    }

    TraceFormula times(TraceFormula other) {
        if (terms.isEmpty() || other.terms.isEmpty()) {
            return ZERO;
        }
        if (isNumber() && terms.size() == 1 || other.isNumber() && other.terms.size() == 1) {
            return isNumber() ? other.scaled(terms.get(0).number) : scaled(other.terms.get(0).number);
        }
        return product(asTerm(this), asTerm(other));
    }

    private TraceFormula scaled(double number) {
        if (number == 1) {
            return this;
        }
        List<Term> scaled = new ArrayList<>();
        terms.forEach(term -> scaled.add(new Term(number * term.number, term.factors)));
        return new TraceFormula(scaled);
    }

    /** A sum becomes a factor. */
    private static Term asTerm(TraceFormula formula) {
        return formula.terms.size() == 1
                ? formula.terms.get(0)
                : new Term(1, Map.of(formula.text(), new Factor(formula.text(), formula, 1)));
    }

    private static TraceFormula product(Term a, Term b) {
        Map<String, Factor> factors = new TreeMap<>(a.factors);
        b.factors.forEach((text, factor) -> {
            Factor known = factors.get(text);
            int exponent = factor.exponent + (known == null ? 0 : known.exponent);
            if (exponent == 0) {
                factors.remove(text);
            } else {
                factors.put(text, factor.to(exponent));
            }
        });
        Term term = new Term(a.number * b.number, factors);
        Factor only = factors.size() == 1 ? factors.values().iterator().next() : null;
        return only != null && only.exponent == 1 && only.sum != null
                ? only.sum.scaled(term.number)
                : new TraceFormula(List.of(term));
    }

    TraceFormula over(TraceFormula other) {
        if (other.terms.isEmpty()) {
            return named("(" + text() + " / 0)");
        }
        Term divisor = asTerm(other);
        Map<String, Factor> inverse = new TreeMap<>();
        divisor.factors.forEach((text, factor) -> inverse.put(text, factor.to(-factor.exponent)));
        return terms.isEmpty() ? ZERO : product(asTerm(this), new Term(1 / divisor.number, inverse));
    }

    /** A sum without parentheses around sums, if that is shorter; p·(1 − p) stays as it is. */
    TraceFormula simplest() {
        if (terms.size() < 2) {
            return this;
        }
        TraceFormula expanded = expanded();
        return expanded.text().length() < text().length() ? expanded : this;
    }

    private TraceFormula expanded() {
        TraceFormula sum = ZERO;
        for (Term term : terms) {
            TraceFormula product = number(term.number);
            for (Factor factor : term.factors.values()) {
                boolean isSum = factor.sum != null && factor.exponent > 0 && factor.exponent < 4;
                for (int i = 0; i < (isSum ? factor.exponent : 1); i++) {
                    product = isSum
                            ? distribute(product, factor.sum)
                            : product.timesEach(new Term(1, Map.of(factor.text, factor)));
                    if (product.terms.size() > MOST_TERMS) {
                        return this;
                    }
                }
            }
            sum = sum.plus(product);
        }
        return sum;
    }

    private static TraceFormula distribute(TraceFormula a, TraceFormula b) {
        TraceFormula sum = ZERO;
        for (Term term : b.terms) {
            sum = sum.plus(a.timesEach(term));
        }
        return sum;
    }

    private TraceFormula timesEach(Term factor) {
        TraceFormula sum = ZERO;
        for (Term term : terms) {
            sum = sum.plus(product(term, factor));
        }
        return sum;
    }

    // ---- printing --------------------------------------------------------------------------------------------------

    /** Whether it needs no parentheses as a factor. */
    boolean isSimple() {
        return terms.isEmpty()
                || terms.size() == 1
                        && (terms.get(0).factors.isEmpty() && terms.get(0).number >= 0
                                || terms.get(0).number == 1
                                        && terms.get(0).factors.size() == 1
                                        && terms.get(0)
                                                        .factors
                                                        .values()
                                                        .iterator()
                                                        .next()
                                                        .exponent
                                                == 1);
    }

    private String text;

    /** The formula in Unicode. */
    public String text() {
        if (text == null) {
            text = print();
        }
        return text;
    }

    private String print() {
        if (terms.isEmpty()) {
            return "0";
        }
        List<Term> ordered = new ArrayList<>(terms);
        // A sum does not begin with a minus if it need not.
        ordered.sort((a, b) -> Boolean.compare(a.number < 0, b.number < 0));
        if (ordered.get(0).number < 0 || terms.get(0).number > 0) {
            ordered = terms;
        }
        StringBuilder text = new StringBuilder();
        for (Term each : ordered) {
            Term term = each.number < 0 ? withoutMinus(each) : each;
            boolean isNegative = term.number < 0;
            text.append(text.length() == 0 ? (isNegative ? "−" : "") : isNegative ? " − " : " + ");
            text.append(print(term));
        }
        return text.toString();
    }

    /** −(y − 1)·z is (1 − y)·z. */
    private static Term withoutMinus(Term term) {
        for (Factor factor : term.factors.values()) {
            boolean isDifference = factor.sum != null
                    && factor.exponent == 1
                    && factor.sum.terms.size() == 2
                    && factor.sum.terms.get(0).number * factor.sum.terms.get(1).number < 0;
            if (isDifference) {
                TraceFormula other = factor.sum.scaled(-1);
                Map<String, Factor> factors = new TreeMap<>(term.factors);
                factors.remove(factor.text);
                factors.put(other.text(), new Factor(other.text(), other, 1));
                return new Term(-term.number, factors);
            }
        }
        return term;
    }

    private static String print(Term term) {
        List<String> above = new ArrayList<>();
        List<String> below = new ArrayList<>();
        double number = Math.abs(term.number);
        for (boolean sums : new boolean[] {false, true}) {
            for (Factor factor : term.factors.values()) {
                if (sums == (factor.sum != null)) {
                    (factor.exponent > 0 ? above : below).add(print(factor));
                }
            }
        }
        double divisor = Math.rint(1 / number);
        boolean isFraction = number < 1 && divisor <= 9 && 1 / divisor == number;
        if (isFraction) {
            below.add(0, print(divisor));
        } else if (number != 1 || above.isEmpty()) {
            above.add(0, print(number));
        }
        if (above.isEmpty()) {
            above.add("1");
        }
        String dividend = String.join("·", above);
        if (below.isEmpty()) {
            return dividend;
        }
        String quotient = String.join("·", below);
        return dividend + "/" + (below.size() > 1 ? "(" + quotient + ")" : quotient);
    }

    private static String print(Factor factor) {
        boolean isBare = factor.sum == null && (factor.text.indexOf(' ') < 0 || isBracketed(factor.text));
        String base = isBare ? factor.text : "(" + factor.text + ")";
        return base + superscript(Math.abs(factor.exponent));
    }

    /** Whether all spaces are inside of parentheses or brackets. */
    private static boolean isBracketed(String text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
            if (c == ' ' && depth == 0) {
                return false;
            }
        }
        return true;
    }

    private static String superscript(int exponent) {
        if (exponent == 1) {
            return "";
        }
        StringBuilder digits = new StringBuilder();
        for (char digit : Integer.toString(exponent).toCharArray()) {
            digits.append("⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(digit - '0'));
        }
        return digits.toString();
    }

    private static String print(double number) {
        return TraceNumbers.exactly(number);
    }

    @Override
    public String toString() {
        return text();
    }
}
