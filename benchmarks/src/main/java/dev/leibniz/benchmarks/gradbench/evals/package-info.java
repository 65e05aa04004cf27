/** GradBench's twelve problems: each takes its input apart and says what is to be run. They know no protocol. */
package dev.leibniz.benchmarks.gradbench.evals;
