package dev.leibniz.processor.fuzz;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a program from text: methods as in Java, of which {@code f} is the entry. Its array parameters say how long they are,
 * {@code double[3] x}; bodies are what {@link KernelParser} reads, random holes included.
 */
final class ProgramReader {

    private static final Pattern HEAD = Pattern.compile("(\\w+(?:\\[])*) (\\w+)\\(([^)]*)\\) \\{");
    private static final Pattern PARAMETER = Pattern.compile("(@NoDerivative )?(\\w+)((?:\\[\\d*])*) (\\w+)");

    private final Choices choose;
    private final ExpressionGenerator expressions;
    private final StatementGenerator statements;
    private final List<Object> arguments = new ArrayList<>();
    private final List<Scope.Signature> callable = new ArrayList<>();

    private ProgramReader(Choices choose) {
        this.choose = choose;
        this.expressions = new ExpressionGenerator(choose, Profile.STRAIGHT);
        this.statements = new StatementGenerator(choose, expressions);
    }

    /** The program of a text, its random parts made by the choices. */
    static Program read(String name, String text, Choices choose) {
        return new ProgramReader(choose).program(name, text);
    }

    private record Head(String name, Type result, List<Program.Parameter> parameters, String body) {}

    private Program program(String name, String text) {
        List<Head> heads = new ArrayList<>();
        Matcher matcher = HEAD.matcher(text);
        for (int at = 0; matcher.find(at); ) {
            int end = end(text, matcher.end());
            Type result = type(matcher.group(1));
            List<Program.Parameter> parameters =
                    parameters(matcher.group(3), matcher.group(2).equals("f"));
            heads.add(new Head(matcher.group(2), result, parameters, text.substring(matcher.end(), end - 1)));
            List<Type> types = parameters.stream().map(Program.Parameter::type).toList();
            callable.add(new Scope.Signature(
                    matcher.group(2), types, types.stream().map(t -> false).toList(), false, false, result));
            at = end;
        }
        // The entry is the first function of a program.
        heads.sort(Comparator.comparing(head -> !head.name().equals("f")));
        List<Program.Function> functions = heads.stream().map(this::function).toList();
        return new Program(name, 2, List.of(), List.of(), functions, List.copyOf(arguments));
    }

    /** Behind the brace that closes what was opened before. */
    private static int end(String text, int start) {
        int open = 1;
        int at = start;
        while (open > 0) {
            char c = text.charAt(at++);
            open += c == '{' ? 1 : c == '}' ? -1 : 0;
        }
        return at;
    }

    private static Type type(String text) {
        Type type = new Tokens(text).primitive();
        for (int i = text.indexOf('['); i >= 0; i = text.indexOf('[', i + 1)) {
            type = new Type.ArrayOf(type);
        }
        return type;
    }

    private List<Program.Parameter> parameters(String text, boolean entry) {
        List<Program.Parameter> parameters = new ArrayList<>();
        Matcher matcher = PARAMETER.matcher(text);
        while (matcher.find()) {
            Type type = type(matcher.group(2) + matcher.group(3).replaceAll("\\d", ""));
            parameters.add(new Program.Parameter(type, matcher.group(4), matcher.group(1) != null));
            if (entry) {
                String lengths = matcher.group(3).replaceAll("[\\[\\]]+", " ").strip();
                arguments.add(argument(type, lengths.isEmpty() ? new String[0] : lengths.split(" "), 0));
            }
        }
        return List.copyOf(parameters);
    }

    private Object argument(Type type, String[] lengths, int depth) {
        if (type instanceof Type.ArrayOf array) {
            int n = Integer.parseInt(lengths[depth]);
            Object first = argument(array.element(), lengths, depth + 1);
            Class<?> element = first instanceof Double
                    ? double.class
                    : first instanceof Float
                            ? float.class
                            : first instanceof Boolean
                                    ? boolean.class
                                    : first instanceof Integer ? int.class : first.getClass();
            Object made = Array.newInstance(element, n);
            for (int i = 0; i < n; i++) {
                Array.set(made, i, argument(array.element(), lengths, depth + 1));
            }
            return made;
        }
        if (type == Type.BOOLEAN) {
            return choose.chance(50);
        } else if (type == Type.INT) {
            return choose.below(3);
        }
        return type == Type.FLOAT ? (Object) (float) choose.number() : (Object) choose.number();
    }

    private Program.Function function(Head head) {
        Scope scope = Scope.of(new Scope.Function(head.result(), callable, List.of(), false, 28));
        Map<String, Expr.Variable> inputs = new HashMap<>();
        for (Program.Parameter p : head.parameters()) {
            Expr.Variable variable = Expr.variable(p.name(), p.type());
            inputs.put(p.name(), variable);
            scope.add(new Scope.Binding(variable, false, p.type() instanceof Type.ArrayOf ? 2 : 0, 0));
        }
        List<Stmt> body = new ArrayList<>();
        new KernelParser(head.body(), choose, expressions, statements).statements(body, scope, inputs);
        return new Program.Function(
                head.name(), Program.Modifiers.NONE, head.parameters(), head.result(), Stmt.block(body));
    }
}
