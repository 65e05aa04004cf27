/**
 * What can be said of a class without reading a body: of an annotated method, which derivatives it gets and what is
 * wrong with it ({@link dev.leibniz.processor.frontend.headers.MethodHead}); of a generated class, what the user's
 * sources will see of it ({@link dev.leibniz.processor.frontend.headers.GradHeader}); of any other class, a stub with
 * its header ({@link dev.leibniz.processor.frontend.headers.Stubs}).
 *
 * <p>Headers of generated classes must agree with what the emitter prints later. Where the texts are compiled is not
 * known here.
 */
@NullMarked
package dev.leibniz.processor.frontend.headers;

import org.jspecify.annotations.NullMarked;
