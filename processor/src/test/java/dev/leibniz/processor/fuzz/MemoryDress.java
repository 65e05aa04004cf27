package dev.leibniz.processor.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Writes parts of a program so that less of them is kept for the backward sweep. */
final class MemoryDress {

    private static final String CHECKPOINTED = "@dev.leibniz.annotations.Checkpointed";

    private final JavaRenderer plain;
    private final Program program;
    private final Members members;

    MemoryDress(JavaRenderer plain, Program program, Members members) {
        this.plain = plain;
        this.program = program;
        this.members = members;
    }

    /** An expression as a method that runs again. */
    String kept(Expr e, FreeVariables free, int n) {
        members.add(CHECKPOINTED);
        members.add("private static " + e.type().java() + " kept" + n + "(" + free.declared() + ") { return "
                + plain.bare(e, free.nameSet()) + "; }");
        return "kept" + n + "(" + free.names() + ")";
    }

    /** A statement that changes nothing but elements of arrays, as a method that runs again. */
    List<String> kept(Stmt.Block body, int n, Set<String> unassigned) {
        FreeVariables free = FreeVariables.of(body, program);
        boolean assigned = free.nameSet().stream().noneMatch(unassigned::contains);
        boolean alone = free.movable() && assigned && free.written().isEmpty() && !FreeVariables.canLeave(body);
        if (!alone || free.used().isEmpty()) {
            return plain.lines(body.statements());
        }
        Set<String> before = members.enter(free.nameSet());
        List<String> lines = plain.lines(body.statements());
        members.enter(before);
        members.add(CHECKPOINTED);
        members.add("private static void kept" + n + "(" + free.declared() + ") {");
        lines.forEach(line -> members.add("    " + line));
        members.add("}");
        return List.of("kept" + n + "(" + free.names() + ");");
    }

    /** A counted loop that keeps a few copies of its state. */
    List<String> copied(List<Stmt> body, int variant) {
        List<String> lines = new ArrayList<>(plain.lines(body));
        boolean counted = body.size() == 1 && body.get(0) instanceof Stmt.For;
        boolean each = body.size() == 1 && body.get(0) instanceof Stmt.ForEach;
        if (counted || each) {
            int copies = variant % 5;
            String annotation = copies == 4 ? CHECKPOINTED : CHECKPOINTED + "(snapshots = " + (copies + 1) + ")";
            lines.set(0, lines.get(0).replaceFirst("for \\((?=\\w+(\\[])* \\w+ [=:])", "for (" + annotation + " "));
        }
        return lines;
    }
}
