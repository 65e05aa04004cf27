/**
 * Pages of code: {@link dev.leibniz.page.Page} is the frame, {@link dev.leibniz.page.CodeSection} shows a source beside what was
 * generated for it.
 */
package dev.leibniz.page;
