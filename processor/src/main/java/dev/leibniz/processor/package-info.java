/**
 * The annotation processor.
 *
 * <p>Start reading here. {@link dev.leibniz.processor.DifferentiableProcessor} is called by the compiler, and hands what it is
 * asked for through three rooms:
 *
 * <ol>
 *   <li>{@code frontend} reads the source of the annotated methods, and of what they call, into the small language of
 *       {@code ir};
 *   <li>{@link dev.leibniz.processor.Passes} lists the passes that turn a function of that language into its derivatives, which
 *       are functions of the same language ({@code analysis}, {@code transform}, {@code rules}, {@code simplify},
 *       {@code shape}); {@link dev.leibniz.processor.PassRunner} runs them, place by place;
 *   <li>{@code emit} prints them as a Java class.
 * </ol>
 *
 * <p>Which derivatives there are, and what they take and return, is said in {@code contract}. What is wrong with the user's source is a {@code problem}.
 */
@NullMarked
package dev.leibniz.processor;

import org.jspecify.annotations.NullMarked;
