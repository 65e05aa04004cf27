package dev.leibniz.processor.fuzz;

import dev.leibniz.processor.fuzz.SpecialHarness.Found;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The table of derivatives at special points from the command line: {@code TableMain round|far [text [-Aoption…]]}. */
public final class TableMain {

    private TableMain() {}

    /** Runs the cases whose text contains {@code text}, and lists those that fail. */
    public static void main(String[] args) {
        boolean far = args.length > 0 && args[0].equals("far");
        String part = args.length > 1 ? args[1] : "";
        List<String> options = List.of(args).subList(Math.min(2, args.length), args.length);
        System.out.println(run(far, part, options));
    }

    /** The cases that fail, one a line; nothing if none does. */
    static String run(boolean far, String part, List<String> options) {
        SpecialHarness harness = new SpecialHarness(FuzzMain.processor(), options);
        List<TableCases.Case> cases =
                TableCases.all().stream().filter(c -> c.text().contains(part)).toList();
        List<SpecialHarness.Case> batch = new ArrayList<>();
        for (TableCases.Case c : cases) {
            batch.add(new SpecialHarness.Case(TableCases.points(c.program(), far), EnumSet.of(Nesting.GRADIENT)));
            if (batch.size() == 40) {
                harness.check(List.copyOf(batch));
                batch.clear();
            }
        }
        harness.check(List.copyOf(batch));
        System.out.println(harness.report());
        harness.report().reasons.forEach((reason, times) -> System.out.println("  " + times + " × " + reason));
        Map<String, String> texts =
                cases.stream().collect(Collectors.toMap(c -> c.program().name(), TableCases.Case::text));
        Function<Found, String> line = f -> {
            String name = f.where().program().name();
            return texts.get(name) + (f.method().equals("f") ? "" : ", " + f.method()) + ": "
                    + harness.failingPoints().get(name + " " + f.method()) + " of "
                    + TableCases.points(f.where().program(), far).size() + " points, at "
                    + JavaValues.bits(f.where().program().arguments()) + " "
                    + f.failure().detail().replace("\n", ", ");
        };
        return harness.report().failures.stream().map(line).collect(Collectors.joining("\n"));
    }
}
