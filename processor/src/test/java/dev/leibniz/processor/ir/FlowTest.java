package dev.leibniz.processor.ir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What statements say of numbers and rows that take their way through them; the analyses know nothing else. */
class FlowTest {
    private static final Var NUMBERS = new Var("a", Type.arrayOf(Type.DOUBLE));
    private static final Var ROW = new Var("row", Type.arrayOf(Type.DOUBLE));
    private static final Var ROWS = new Var("rows", Type.arrayOf(ROW.type()));
    private static final Var OTHERS = new Var("others", ROWS.type());
    private static final Const ZERO = Const.of(0);

    @Test
    void whatIsWrittenComesFromSomewhere() {
        for (Stmt stmt : SampleFunctions.simpleStatements(NUMBERS)) {
            for (Effect effect : stmt.effects()) {
                boolean isKnown = stmt.flows().stream().anyMatch(flow -> flow.to() == effect.array());
                assertTrue(!effect.writes() || isKnown || stmt instanceof Stmt.Call, stmt::toString);
            }
        }
    }

    @Test
    void aRowThatIsStoredIsInTheArray() {
        for (Stmt stmt : List.of(
                new Stmt.Store(ROWS, ZERO, ROW, Origin.NONE), new Stmt.Fill(ROWS, ZERO, ZERO, ROW, Origin.NONE))) {
            Flow flow = new Flow(ROW, ROWS);
            assertEquals(List.of(flow), stmt.rowFlows());
            assertEquals(List.of(flow), stmt.overwriting());
            assertTrue(flow.isWhole());
        }
    }

    @Test
    void rowsThatAreCopiedAreInBothArrays() {
        Flow flow = new Flow(ROWS, OTHERS);
        Stmt copy = new Stmt.CopyRange(ROWS, ZERO, OTHERS, ZERO, ZERO, Origin.NONE);
        assertEquals(List.of(flow), copy.rowFlows());
        assertTrue(!flow.isWhole());
    }

    @Test
    void numbersAreNoRows() {
        assertEquals(List.of(), new Stmt.AddInto(ROWS, OTHERS, Origin.NONE).rowFlows());
        assertEquals(List.of(), new Stmt.AddInto(ROWS, OTHERS, Origin.NONE).overwriting());
        assertEquals(List.of(), new Stmt.CopyRange(NUMBERS, ZERO, ROW, ZERO, ZERO, Origin.NONE).rowFlows());
        assertEquals(List.of(), new Stmt.Store(NUMBERS, ZERO, Const.of(1.0), Origin.NONE).rowFlows());
        assertEquals(List.of(), new Stmt.Accumulate(NUMBERS, ZERO, Const.of(1.0), Origin.NONE).overwriting());
    }
}
