/**
 * One source file, compiled in memory and run: {@code java -jar leibniz.jar Model.java}.
 *
 * <p>Start reading at {@link dev.leibniz.launcher.Launcher}.
 */
package dev.leibniz.launcher;
