package dev.leibniz.processor.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the expressions of kernels: those of Java without lambdas, conversions of references and instance calls. */
final class ExpressionParser {

    private static final List<Set<String>> LEVELS = List.of(
            Set.of("||"),
            Set.of("&&"),
            Set.of("|"),
            Set.of("^"),
            Set.of("&"),
            Set.of("==", "!="),
            Set.of("<", ">", "<=", ">="),
            Set.of("<<", ">>", ">>>"),
            Set.of("+", "-"),
            Set.of("*", "/", "%"));
    private static final Set<String> TESTS = Set.of("||", "&&", "==", "!=", "<", ">", "<=", ">=");
    private static final Set<String> ASSIGNMENTS = Set.of("=", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=");

    private final Tokens tokens;
    private final KernelParser.Names names;
    private final ExpressionGenerator random;

    ExpressionParser(Tokens tokens, KernelParser.Names names, ExpressionGenerator random) {
        this.tokens = tokens;
        this.names = names;
        this.random = random;
    }

    Expr expression() {
        Expr left = conditional();
        if (ASSIGNMENTS.contains(tokens.peek())) {
            String op = tokens.next();
            return new Expr.Assign(left, op, expression());
        }
        return left;
    }

    private Expr conditional() {
        Expr condition = binary(0);
        if (!tokens.accept("?")) {
            return condition;
        }
        Expr then = expression();
        tokens.expect(":");
        Expr otherwise = conditional();
        return new Expr.Conditional(condition, then, otherwise, Type.promoted(then.type(), otherwise.type()));
    }

    private Expr binary(int level) {
        if (level == LEVELS.size()) {
            return unary();
        }
        Expr left = binary(level + 1);
        while (LEVELS.get(level).contains(tokens.peek())) {
            String op = tokens.next();
            Expr right = binary(level + 1);
            if (TESTS.contains(op)) {
                left = Expr.test(op, left, right);
            } else if (op.startsWith("<<") || op.startsWith(">>")) {
                left = new Expr.Binary(op, left, right, left.type());
            } else {
                left = Expr.binary(op, left, right);
            }
        }
        return left;
    }

    private Expr unary() {
        if (tokens.is("++") || tokens.is("--")) {
            String op = tokens.next();
            return new Expr.Step(unary(), op, true);
        } else if (tokens.accept("-")) {
            Expr operand = unary();
            return new Expr.Unary("-", operand, operand.type());
        } else if (tokens.accept("!")) {
            return new Expr.Unary("!", unary(), Type.BOOLEAN);
        } else if (tokens.accept("(")) {
            if (tokens.isCast()) {
                Type type = tokens.type();
                tokens.expect(")");
                return new Expr.Cast(type, unary());
            }
            Expr inner = expression();
            tokens.expect(")");
            return postfix(inner);
        }
        return postfix(primary());
    }

    private Expr postfix(Expr start) {
        Expr e = start;
        while (true) {
            if (tokens.accept("[")) {
                e = Expr.element(e, expression());
                tokens.expect("]");
            } else if (tokens.is("++") || tokens.is("--")) {
                e = new Expr.Step(e, tokens.next(), false);
            } else if (tokens.accept(".")) {
                if (tokens.accept("length")) {
                    e = new Expr.Length(e);
                } else {
                    tokens.expect("clone");
                    tokens.expect("(");
                    tokens.expect(")");
                    e = new Expr.Clone(e);
                }
            } else {
                return e;
            }
        }
    }

    private Expr primary() {
        String word = tokens.next();
        if (Character.isDigit(word.charAt(0))) {
            return literal(word);
        }
        Map<String, Expr.Variable> variables = names.variables();
        return switch (word) {
            case "true", "false" -> Expr.literal(word.equals("true"));
            case "REAL" -> random.of(Type.DOUBLE, names.scope(), 2);
            case "COND" -> random.condition(names.scope(), 1);
            case "new" -> creation();
            case "Math", "Arrays", "System", "Activations", "Losses", "Reductions", "Linear" -> library(word);
            case "Double" -> {
                tokens.expect(".");
                boolean positive = tokens.next().equals("POSITIVE_INFINITY");
                yield Expr.literal(positive ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY);
            }
            default -> {
                if (tokens.accept("(")) {
                    yield call(word);
                }
                if (!variables.containsKey(word)) {
                    throw new IllegalStateException("unknown " + word);
                }
                yield variables.get(word);
            }
        };
    }

    private Expr call(String name) {
        Type result = names.scope().function().callable().stream()
                .filter(s -> s.name().equals(name))
                .map(Scope.Signature::result)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("unknown " + name));
        List<Expr> arguments = new ArrayList<>();
        while (!tokens.accept(")")) {
            arguments.add(expression());
            tokens.accept(",");
        }
        return new Expr.Call(name, List.copyOf(arguments), result);
    }

    private static Expr literal(String word) {
        if (word.endsWith("L")) {
            return new Expr.Literal(Type.LONG, Long.parseLong(word.substring(0, word.length() - 1)));
        }
        boolean whole = word.chars().allMatch(Character::isDigit);
        return whole ? Expr.literal(Integer.parseInt(word)) : Expr.literal(Double.parseDouble(word));
    }

    private Expr creation() {
        Type type = tokens.primitive();
        List<Expr> dimensions = new ArrayList<>();
        while (tokens.accept("[")) {
            type = new Type.ArrayOf(type);
            if (!tokens.is("]")) {
                dimensions.add(expression());
            }
            tokens.expect("]");
        }
        return tokens.is("{")
                ? initializer((Type.ArrayOf) type)
                : new Expr.NewArray((Type.ArrayOf) type, List.copyOf(dimensions));
    }

    Expr initializer(Type.ArrayOf type) {
        List<Expr> elements = new ArrayList<>();
        tokens.expect("{");
        while (!tokens.accept("}")) {
            elements.add(tokens.is("{") ? initializer((Type.ArrayOf) type.element()) : expression());
            tokens.accept(",");
        }
        return new Expr.ArrayInitializer(type, List.copyOf(elements));
    }

    private Expr library(String owner) {
        tokens.expect(".");
        String name = tokens.next();
        tokens.expect("(");
        List<Expr> arguments = new ArrayList<>();
        while (!tokens.accept(")")) {
            arguments.add(expression());
            tokens.accept(",");
        }
        Type type = Type.DOUBLE;
        if (name.startsWith("mat") || name.equals("softmax")) {
            type = name.equals("matMul") ? Type.MATRIX : Type.DOUBLES;
        } else if (owner.equals("System") || name.equals("fill")) {
            type = Type.VOID;
        } else if (owner.equals("Arrays")) {
            type = arguments.get(0).type();
        } else if (Set.of("abs", "max", "min", "floorMod").contains(name)) {
            type = arguments.stream().map(Expr::type).reduce(Type.INT, Type::promoted);
        }
        return new Expr.Library(owner, name, List.copyOf(arguments), type);
    }
}
