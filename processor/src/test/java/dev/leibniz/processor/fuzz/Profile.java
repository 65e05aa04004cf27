package dev.leibniz.processor.fuzz;

import java.util.EnumSet;
import java.util.Set;

/** What a random program may be made of. Profiles keep failures small: each stresses one part of the language. */
enum Profile {
    STRAIGHT(Feature.ARRAYS, Feature.CONSTANTS),
    LOOPS(Feature.ARRAYS, Feature.BRANCHES, Feature.LOOPS, Feature.MUTATION),
    MUTATION(
            Feature.ARRAYS,
            Feature.LOOPS,
            Feature.MUTATION,
            Feature.ALIASES,
            Feature.SIDE_EFFECTS,
            Feature.BULK,
            Feature.MATRICES),
    HELPERS(
            Feature.ARRAYS,
            Feature.BRANCHES,
            Feature.LOOPS,
            Feature.MUTATION,
            Feature.HELPERS,
            Feature.ARRAY_RESULTS,
            Feature.CONSTANTS),
    RECORDS(Feature.ARRAYS, Feature.BRANCHES, Feature.LOOPS, Feature.RECORDS, Feature.HELPERS, Feature.MUTATION),
    FLOATS(
            Feature.ARRAYS,
            Feature.BRANCHES,
            Feature.LOOPS,
            Feature.FLOATS,
            Feature.INTEGERS,
            Feature.MUTATION,
            Feature.SIDE_EFFECTS),
    EXITS(
            Feature.ARRAYS,
            Feature.BRANCHES,
            Feature.LOOPS,
            Feature.EXITS,
            Feature.SWITCHES,
            Feature.MUTATION,
            Feature.INTEGERS),
    NESTED(
            Feature.ARRAYS,
            Feature.BRANCHES,
            Feature.LOOPS,
            Feature.MUTATION,
            Feature.HELPERS,
            Feature.RECORDS,
            Feature.CONSTANTS,
            Feature.DERIVATIVES),
    CONSTANTS(
            Feature.ARRAYS,
            Feature.BRANCHES,
            Feature.LOOPS,
            Feature.SWITCHES,
            Feature.MUTATION,
            Feature.INTEGERS,
            Feature.CONSTANTS,
            Feature.RECORDS,
            Feature.HELPERS,
            Feature.TEXTS),
    RUNTIME(
            Feature.ARRAYS,
            Feature.BRANCHES,
            Feature.LOOPS,
            Feature.MUTATION,
            Feature.HELPERS,
            Feature.MATRICES,
            Feature.RUNTIME,
            Feature.KERNELS),
    LARGE(
            Feature.ARRAYS,
            Feature.BRANCHES,
            Feature.LOOPS,
            Feature.MUTATION,
            Feature.ALIASES,
            Feature.MATRICES,
            Feature.BULK,
            Feature.HELPERS,
            Feature.KERNELS,
            Feature.SIDE_EFFECTS,
            Feature.LARGE),
    KERNELS(
            Feature.ARRAYS,
            Feature.BRANCHES,
            Feature.LOOPS,
            Feature.MUTATION,
            Feature.ALIASES,
            Feature.MATRICES,
            Feature.INTEGERS,
            Feature.EXITS,
            Feature.KERNELS),
    OBJECTS(
            Feature.ARRAYS,
            Feature.BRANCHES,
            Feature.LOOPS,
            Feature.MUTATION,
            Feature.RECORDS,
            Feature.HELPERS,
            Feature.OBJECTS),
    FUNCTIONS(
            Feature.ARRAYS,
            Feature.BRANCHES,
            Feature.LOOPS,
            Feature.SWITCHES,
            Feature.EXITS,
            Feature.MUTATION,
            Feature.HELPERS,
            Feature.FUNCTIONS),
    STREAMS(
            Feature.ARRAYS,
            Feature.BRANCHES,
            Feature.LOOPS,
            Feature.MUTATION,
            Feature.HELPERS,
            Feature.BULK,
            Feature.STREAMS,
            Feature.DRAWS),
    EFFECTS(
            Feature.ARRAYS,
            Feature.BRANCHES,
            Feature.LOOPS,
            Feature.EXITS,
            Feature.SWITCHES,
            Feature.MUTATION,
            Feature.INTEGERS,
            Feature.EFFECTS,
            Feature.DRAWS),
    RULES(
            Feature.ARRAYS,
            Feature.BRANCHES,
            Feature.LOOPS,
            Feature.MUTATION,
            Feature.MATRICES,
            Feature.HELPERS,
            Feature.RECORDS,
            Feature.STREAMS,
            Feature.RULES),
    SOLVERS(
            Feature.ARRAYS,
            Feature.BRANCHES,
            Feature.LOOPS,
            Feature.MUTATION,
            Feature.HELPERS,
            Feature.RECORDS,
            Feature.RULES,
            Feature.SOLVERS),
    CHECKPOINTS(
            Feature.ARRAYS,
            Feature.BRANCHES,
            Feature.LOOPS,
            Feature.EXITS,
            Feature.MUTATION,
            Feature.MATRICES,
            Feature.HELPERS,
            Feature.RECORDS,
            Feature.KERNELS,
            Feature.CHECKPOINTS),
    PEOPLE(
            Feature.ARRAYS,
            Feature.BRANCHES,
            Feature.LOOPS,
            Feature.MUTATION,
            Feature.HELPERS,
            Feature.RECORDS,
            Feature.DRAWS,
            Feature.COLLECTIONS,
            Feature.RESULTS),
    MODERN(EnumSet.complementOf(EnumSet.of(Feature.LARGE, Feature.DERIVATIVES))),
    MIXED(EnumSet.range(Feature.ARRAYS, Feature.RUNTIME));

    private final Set<Feature> features;

    Profile(Feature... features) {
        this.features = EnumSet.of(features[0], features);
    }

    Profile(Set<Feature> features) {
        this.features = features;
    }

    boolean has(Feature feature) {
        return features.contains(feature);
    }

    /** A part of the language. */
    enum Feature {
        ARRAYS,
        MATRICES,
        BRANCHES,
        LOOPS,
        SWITCHES,
        EXITS,
        MUTATION,
        ALIASES,
        BULK,
        SIDE_EFFECTS,
        HELPERS,
        RECORDS,
        FLOATS,
        INTEGERS,
        CONSTANTS,
        ARRAY_RESULTS,
        DERIVATIVES,
        KERNELS,
        TEXTS,
        RUNTIME,
        LARGE,
        OBJECTS,
        FUNCTIONS,
        STREAMS,
        EFFECTS,
        DRAWS,
        RULES,
        SOLVERS,
        CHECKPOINTS,
        COLLECTIONS,
        RESULTS
    }
}
