/**
 * The annotation processor.
 *
 * <p>Start reading here. The compiler calls {@link dev.leibniz.processor.DifferentiableProcessor}, which takes each
 * class with annotated methods through three stages. (A package is also called a room: it has one task, and {@code
 * ArchitectureTest} says which other rooms it may know.)
 *
 * <ol>
 *   <li>{@code frontend} reads the source of the annotated methods, and of the methods they call, into the small
 *       language of {@code ir}, the intermediate representation (IR);
 *   <li>{@link dev.leibniz.processor.Passes} lists the passes that turn a function of that language into its derivatives, which
 *       are functions of the same language ({@code analysis}, {@code transform}, {@code rules}, {@code simplify},
 *       {@code shape}); {@link dev.leibniz.processor.PassRunner} runs them, place by place;
 *   <li>{@code emit} prints them as a Java class.
 * </ol>
 *
 * <p>{@code contract} defines which derivatives there are, and what they take and return. {@code problem} has
 * everything that can be wrong with the user's source.
 */
@NullMarked
package dev.leibniz.processor;

import org.jspecify.annotations.NullMarked;
