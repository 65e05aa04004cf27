/** GradBench's messages: reading them, repeating and timing what they ask for, answering. It knows no problem. */
package dev.leibniz.benchmarks.gradbench.protocol;
