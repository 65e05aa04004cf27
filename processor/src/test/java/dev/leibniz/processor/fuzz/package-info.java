/**
 * The machine that looks for wrong gradients.
 *
 * <p>Start at {@link dev.leibniz.processor.fuzz.FuzzSession}. A seed becomes a program ({@code ProgramGenerator}: a tree of
 * {@code Expr} and {@code Stmt}), the program becomes Java ({@code JavaRenderer}), which is compiled with the processor and
 * run ({@code FuzzHarness}), and also, as a tree, interpreted with dual numbers ({@code DualInterpreter}). Dual numbers have
 * levels, so that derivatives of derivatives and calls of derivatives inside of programs ({@code NestedDerivatives}) are nothing
 * special. A dress ({@code Dresser}) writes the same program in other Java: with objects, streams, rules by hand, equations that are
 * solved, checkpoints, results in arrays, random generators and lists as parameters; what is expected stays the same. Loops that numerical programs have are written down in {@code Kernels} and put in, sometimes with a change. What the
 * generated derivatives say is held to what the interpreter says ({@code DerivativeChecks}), and a program that fails is
 * made small ({@code Shrinker}). Nothing here knows how the processor works: it is called by name, and what it generates by
 * reflection, so that no mistake can be made on both sides at once.
 *
 * <p>{@code FuzzMain} runs the machine from a command line, {@code FuzzTest} a little of it in the build.
 */
package dev.leibniz.processor.fuzz;
