package dev.leibniz.processor.rules;

import java.util.List;

/**
 * The partial derivatives of one operation, by operand; operands beyond the list have none. A rule without any partial
 * declares that the operation has derivative zero.
 */
record Rule(List<Partial> partials) {
    Rule {
        partials = List.copyOf(partials);
    }

    /** A partial derivative, given the operands and the result. */
    interface Partial {
        Sym of(List<Sym> operands, Sym result);
    }

    interface Unary {
        Sym of(Sym x, Sym y);
    }

    interface Binary {
        Sym of(Sym a, Sym b, Sym y);
    }

    interface Ternary {
        Sym of(Sym a, Sym b, Sym c);
    }

    static Rule unary(Unary partial) {
        return new Rule(List.of((operands, y) -> partial.of(operands.get(0), y)));
    }

    static Rule binary(Binary first, Binary second) {
        return new Rule(List.of(
                (operands, y) -> first.of(operands.get(0), operands.get(1), y),
                (operands, y) -> second.of(operands.get(0), operands.get(1), y)));
    }

    static Rule ternary(Ternary first, Ternary second, Ternary third) {
        return new Rule(List.of(
                (operands, y) -> first.of(operands.get(0), operands.get(1), operands.get(2)),
                (operands, y) -> second.of(operands.get(0), operands.get(1), operands.get(2)),
                (operands, y) -> third.of(operands.get(0), operands.get(1), operands.get(2))));
    }

    static Rule zero() {
        return new Rule(List.of());
    }
}
