/**
 * The intermediate representation: a small typed language that all stages of the processor share.
 *
 * <p>A {@link dev.leibniz.processor.ir.Function} is a tree of {@link dev.leibniz.processor.ir.Block}s. Inside a block
 * every value is defined once ({@link dev.leibniz.processor.ir.Var}) by a flat expression, control flow is structured
 * ({@link dev.leibniz.processor.ir.Stmt.If}, {@link dev.leibniz.processor.ir.Loop.For},
 * {@link dev.leibniz.processor.ir.Loop.While}) and passes values explicitly, as block arguments and yields. So the
 * "old value" of a reassigned variable is simply another value, and cannot be confused with the new one. Arrays are
 * references to mutable memory: loads and stores stay in program order.
 *
 * <p>This package knows nothing of the compiler, of calculus or of the Java text that comes out.
 */
@NullMarked
package dev.leibniz.processor.ir;

import org.jspecify.annotations.NullMarked;
