package dev.leibniz.processor.analysis;

import dev.leibniz.processor.ir.Function;
import java.util.List;

/** All that is known about one function for one choice of differentiated parameters and results. */
public record Facts(Function function, PointsTo pointsTo, Activity activity, Places places, Memory memory) {

    /** Analyses a function; the flags are as in {@link Activity#of}. */
    public static Facts of(
            Function function, Summaries summaries, List<Boolean> independent, List<Boolean> dependent) {
        PointsTo pointsTo = PointsTo.of(function, summaries);
        Activity activity = Activity.of(function, pointsTo, independent, dependent);
        Places places = Places.of(function);
        return new Facts(function, pointsTo, activity, places, Memory.of(function, places, pointsTo, summaries));
    }
}
