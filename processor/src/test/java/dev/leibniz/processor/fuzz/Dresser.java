package dev.leibniz.processor.fuzz;

import java.util.ArrayList;
import java.util.List;

/** Dresses parts of a program, here and there. */
final class Dresser {

    private static final int MOST = 14;

    private final Choices choose;
    private final List<Dress> ofExpressions;
    private final List<Dress> ofStatements;

    Dresser(Choices choose, Profile profile) {
        this.choose = choose;
        this.ofExpressions = Dress.of(profile, false);
        this.ofStatements = Dress.of(profile, true).stream()
                .filter(dress -> dress != Dress.UNDONE)
                .toList();
    }

    Program dressed(Program plain) {
        if (ofExpressions.isEmpty()) {
            return plain;
        }
        Program program = plain;
        // From the inside out, so that the paths to what is outside stay what they are.
        List<AstWalk.Path> paths = AstWalk.paths(plain.functions());
        int made = 0;
        for (int i = paths.size() - 1; i >= 0 && made < MOST; i--) {
            Object node = AstWalk.at(program.functions(), paths.get(i));
            Object dressed = dressed(node);
            if (dressed != node && isPlace(program, paths.get(i))) {
                List<Program.Function> functions =
                        functions(AstWalk.replaced(program.functions(), paths.get(i), dressed));
                program = new Program(
                        program.name(),
                        program.order(),
                        program.records(),
                        program.constants(),
                        functions,
                        program.arguments());
                made++;
            }
        }
        return program;
    }

    private static List<Program.Function> functions(Object list) {
        List<Program.Function> functions = new ArrayList<>();
        ((List<?>) list).forEach(f -> functions.add((Program.Function) f));
        return functions;
    }

    /** Whether another expression can stand here: not what is assigned to, nor where a kind of node is wanted. */
    private static boolean isPlace(Program program, AstWalk.Path path) {
        List<Integer> steps = path.steps();
        Object parent = AstWalk.at(program.functions(), new AstWalk.Path(steps.subList(0, steps.size() - 1)));
        int step = steps.get(steps.size() - 1);
        if (parent instanceof Expr.Assign || parent instanceof Expr.Step) {
            return step > 0;
        }
        if (parent instanceof Stmt.For || parent instanceof Stmt.Evaluate || parent instanceof Expr.Dressed) {
            return parent instanceof Stmt.For && step == 2;
        }
        boolean statement = AstWalk.at(program.functions(), path) instanceof Stmt;
        if (statement && !(parent instanceof List<?>)) {
            return false;
        }
        if (statement) {
            Object owner = AstWalk.at(program.functions(), new AstWalk.Path(steps.subList(0, steps.size() - 2)));
            return !(owner instanceof Stmt.For);
        }
        return true;
    }

    private Object dressed(Object node) {
        if (node instanceof Expr e && isValue(e) && choose.chance(e instanceof Expr.Literal ? 4 : 16)) {
            List<Dress> possible =
                    ofExpressions.stream().filter(d -> suits(d, e)).toList();
            return possible.isEmpty() ? e : new Expr.Dressed(suitable(e, possible), e, choose.below(1000));
        } else if (node instanceof Stmt s && isStatement(s) && choose.chance(14) && !ofStatements.isEmpty()) {
            return new Stmt.Dressed(suitable(s), Stmt.block(s), choose.below(1000));
        } else if (node instanceof List<?> list && ofStatements.contains(Dress.FINALLY) && choose.chance(25)) {
            return paired(list);
        }
        return node;
    }

    private static boolean suits(Dress dress, Expr e) {
        return (dress == Dress.LISTED) == e instanceof Expr.Literal
                && (dress != Dress.RULE || HandWritten.knows(e))
                && (!dress.isEquation() || SolverDress.isUnknown(e));
    }

    /** A dress that shows, where there is one: a branch is dispatched, an operator becomes a constant. */
    private Dress suitable(Expr e, List<Dress> possible) {
        List<Dress> special = new ArrayList<>();
        if (e instanceof Expr.Conditional) {
            special.addAll(List.of(Dress.CHOICE, Dress.DISPATCH));
        } else if (e instanceof Expr.Binary b && b.type() == Type.DOUBLE) {
            special.addAll(List.of(Dress.OPERATION, Dress.ACCUMULATOR));
        } else if (e instanceof Expr.Library) {
            special.add(Dress.COMPOSITION);
        }
        special.retainAll(possible);
        return !special.isEmpty() && choose.chance(60) ? choose.pick(special) : choose.pick(possible);
    }

    private Dress suitable(Stmt s) {
        boolean loop = s instanceof Stmt.For || s instanceof Stmt.ForEach;
        return loop && ofStatements.contains(Dress.COPIED) && choose.chance(60)
                ? Dress.COPIED
                : choose.pick(ofStatements);
    }

    private static boolean isValue(Expr e) {
        if (e instanceof Expr.Variable
                || e instanceof Expr.Assign
                || e instanceof Expr.Step
                || e instanceof Expr.Dressed) {
            return false;
        }
        if (e instanceof Expr.Literal l) {
            return l.type() == Type.DOUBLE && Double.isFinite((Double) l.value());
        }
        return e.type() == Type.DOUBLE
                || e.type() == Type.FLOAT
                || e.type() == Type.INT
                || e.type() == Type.BOOLEAN
                || e.type().equals(Type.DOUBLES)
                || e.type() instanceof Type.RecordOf r
                        && !r.isGenerated()
                        && !r.name().startsWith("Local");
    }

    private static boolean isStatement(Stmt s) {
        return !(s instanceof Stmt.Declare
                || s instanceof Stmt.LocalRecord
                || s instanceof Stmt.Dressed
                || s instanceof Stmt.Break
                || s instanceof Stmt.Continue
                || s instanceof Stmt.Return
                || s instanceof Stmt.Throw);
    }

    /** Two statements, of which the second is done finally. */
    private Object paired(List<?> list) {
        for (int i = 0; i + 1 < list.size(); i++) {
            if (list.get(i) instanceof Stmt first
                    && list.get(i + 1) instanceof Stmt second
                    && isStatement(first)
                    && isStatement(second)
                    && !FreeVariables.canLeave(first)
                    && !FreeVariables.canLeave(second)
                    && choose.chance(50)) {
                List<Object> shorter = new ArrayList<>(list);
                shorter.remove(i);
                shorter.set(i, new Stmt.Dressed(Dress.FINALLY, Stmt.block(first, second), choose.below(1000)));
                return List.copyOf(shorter);
            }
        }
        return list;
    }
}
