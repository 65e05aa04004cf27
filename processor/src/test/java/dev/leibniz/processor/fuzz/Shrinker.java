package dev.leibniz.processor.fuzz;

import dev.leibniz.processor.fuzz.AstWalk.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Makes a failing program small: removes statements, parameters and methods, puts bodies in the place of statements and
 * parts or literals in the place of expressions, as long as it stays valid and fails in the same way.
 */
final class Shrinker {

    private final Predicate<Program> fails;
    private final long deadline;

    /** Gives up after some time, with what it has by then. */
    Shrinker(Predicate<Program> fails, int seconds) {
        this.fails = fails;
        this.deadline = System.nanoTime() + seconds * 1_000_000_000L;
    }

    Program shrink(Program program) {
        Program smallest = program;
        long weight;
        do {
            weight = weight(smallest);
            // Whole statements first: one of them takes many expressions along.
            smallest = pass(smallest, false);
            smallest = pass(smallest, true);
        } while (weight(smallest) < weight && System.nanoTime() < deadline);
        return smallest;
    }

    private Program pass(Program program, boolean inExpressions) {
        Program smallest = program;
        for (int i = 0; System.nanoTime() < deadline; i++) {
            List<Path> paths = AstWalk.paths(smallest);
            if (i >= paths.size()) {
                break;
            }
            Object node = AstWalk.at(smallest, paths.get(i));
            boolean expression = node instanceof Expr
                    || node instanceof List<?> list && list.stream().anyMatch(Expr.class::isInstance);
            if (expression == inExpressions) {
                Program smaller = smallerAt(smallest, paths.get(i));
                if (smaller != smallest) {
                    smallest = smaller;
                    i--;
                }
            }
        }
        return smallest;
    }

    /** The same program if nothing can be made smaller at this place. */
    private Program smallerAt(Program program, Path path) {
        long weight = weight(program);
        for (Program candidate : candidates(program, path)) {
            if (System.nanoTime() > deadline) {
                break;
            }
            if (weight(candidate) < weight && fails.test(candidate)) {
                return candidate;
            }
        }
        return program;
    }

    private static long weight(Program program) {
        return AstWalk.nodes(program).size() * 1000L
                + JavaRenderer.render(program, true).length();
    }

    private static List<Program> candidates(Program program, Path path) {
        Object node = AstWalk.at(program, path);
        List<Program> found = new ArrayList<>();
        if (node instanceof Program) {
            parameters(program, found);
        } else if (node instanceof List<?> list) {
            for (List<?> shorter : shorter(list)) {
                add(program, path, shorter, found);
            }
        } else if (node instanceof Stmt stmt) {
            for (Stmt simpler : simpler(stmt)) {
                add(program, path, simpler, found);
            }
        } else if (node instanceof Expr expr) {
            for (Expr simpler : simpler(expr)) {
                add(program, path, simpler, found);
            }
        }
        return found;
    }

    private static void add(Program program, Path path, Object replacement, List<Program> found) {
        try {
            Program candidate = (Program) AstWalk.replaced(program, path, replacement);
            boolean entered = !candidate.functions().isEmpty()
                    && candidate.entry().name().equals(program.entry().name());
            if (entered) {
                found.add(candidate);
            }
        } catch (IllegalArgumentException | ClassCastException e) {
            // The place wants a narrower kind of node.
            return;
        }
    }

    /** Lists of statements, cases and methods with elements left out, or blocks dissolved. */
    private static List<List<?>> shorter(List<?> list) {
        List<List<?>> found = new ArrayList<>();
        int n = list.size();
        if (n == 0 || list.get(0) instanceof Expr && n < 2) {
            return found;
        }
        if (n > 3) {
            found.add(List.copyOf(list.subList(n / 2, n)));
            found.add(List.copyOf(list.subList(0, n / 2)));
        }
        for (int i = n - 1; i >= 0; i--) {
            List<Object> without = new ArrayList<>(list);
            Object removed = without.remove(i);
            found.add(List.copyOf(without));
            if (removed instanceof Stmt.Block block) {
                without.addAll(i, block.statements());
                found.add(List.copyOf(without));
            }
        }
        return found;
    }

    private static List<Stmt> simpler(Stmt stmt) {
        List<Stmt> found = new ArrayList<>();
        for (Object node : AstWalk.nodes(stmt)) {
            if (node instanceof Stmt.Block block && node != stmt) {
                found.add(Stmt.block(block.statements()));
            }
        }
        if (stmt instanceof Stmt.If s) {
            found.add(new Stmt.If(s.condition(), s.then(), Stmt.block()));
        } else if (stmt instanceof Stmt.For s) {
            found.add(new Stmt.For("", s.initial(), s.condition(), s.update(), s.body()));
        } else if (stmt instanceof Stmt.ForEach s) {
            found.add(new Stmt.ForEach("", s.type(), s.name(), s.array(), s.body()));
        } else if (stmt instanceof Stmt.While s) {
            found.add(new Stmt.While("", s.condition(), s.body()));
        } else if (stmt instanceof Stmt.DoWhile s) {
            found.add(new Stmt.DoWhile("", s.body(), s.condition()));
        } else if (stmt instanceof Stmt.Evaluate s && s.expression() instanceof Expr.Assign a) {
            found.add(Stmt.assign(a.target(), "=", a.value()));
        }
        return found;
    }

    private static List<Expr> simpler(Expr expr) {
        Set<Expr> found = new LinkedHashSet<>();
        Type type = expr.type();
        if (type == Type.DOUBLE) {
            found.add(Expr.literal(2.0));
        } else if (type == Type.FLOAT) {
            found.add(new Expr.Literal(Type.FLOAT, 2.0f));
        } else if (type == Type.INT) {
            found.add(Expr.literal(0));
            found.add(Expr.literal(1));
        } else if (type == Type.BOOLEAN) {
            found.add(Expr.literal(true));
            found.add(Expr.literal(false));
        }
        for (Object node : AstWalk.nodes(expr)) {
            if (node instanceof Expr part && node != expr && part.type().equals(type)) {
                found.add(part);
            }
        }
        return List.copyOf(found);
    }

    /** Programs with a parameter less. */
    private static void parameters(Program program, List<Program> found) {
        for (int f = 0; f < program.functions().size(); f++) {
            Program.Function function = program.functions().get(f);
            for (int i = 0; i < function.parameters().size(); i++) {
                if (f == 0) {
                    Program.Function fewer = without(function, i);
                    List<Program.Function> functions = new ArrayList<>(program.functions());
                    functions.set(0, fewer);
                    found.add(with(program, functions, removed(program.arguments(), i)));
                } else if (!function.modifiers().variable()) {
                    found.add(withoutParameter(program, f, i));
                }
            }
        }
    }

    private static Program.Function without(Program.Function f, int i) {
        boolean variable = f.modifiers().variable() && i < f.parameters().size() - 1;
        Program.Modifiers modifiers = f.modifiers().variable(variable);
        return new Program.Function(f.name(), modifiers, removed(f.parameters(), i), f.result(), f.body());
    }

    private static Program withoutParameter(Program program, int f, int i) {
        Program.Function function = program.functions().get(f);
        List<Program.Function> functions = new ArrayList<>(program.functions());
        functions.set(f, without(function, i));
        Program changed = with(program, functions, program.arguments());
        List<Path> paths = AstWalk.paths(changed);
        // Inner calls first, so that the paths to outer ones stay what they are.
        for (int p = paths.size() - 1; p >= 0; p--) {
            if (AstWalk.at(changed, paths.get(p)) instanceof Expr.Call call
                    && call.name().equals(function.name())
                    && call.arguments().size() > i) {
                Expr.Call fewer = new Expr.Call(call.name(), removed(call.arguments(), i), call.type());
                changed = (Program) AstWalk.replaced(changed, paths.get(p), fewer);
            }
        }
        return changed;
    }

    private static Program with(Program p, List<Program.Function> functions, List<Object> arguments) {
        return new Program(p.name(), p.order(), p.records(), p.constants(), List.copyOf(functions), arguments);
    }

    private static <T> List<T> removed(List<T> list, int i) {
        List<T> shorter = new ArrayList<>(list);
        shorter.remove(i);
        return List.copyOf(shorter);
    }
}
