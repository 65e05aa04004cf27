/**
 * Properties of a class that are known without reading a body: of an annotated method, which derivatives it gets and what is
 * wrong with it ({@link dev.leibniz.processor.frontend.headers.MethodHead}); of a generated class, the part that the user's
 * sources will see of it ({@link dev.leibniz.processor.frontend.headers.GradHeader}); of any other class, a stub with
 * its header ({@link dev.leibniz.processor.frontend.headers.Stubs}).
 *
 * <p>Headers of generated classes must agree with the code that the emitter prints later. The compilation of the texts is not
 * known here.
 */
@NullMarked
package dev.leibniz.processor.frontend.headers;

import org.jspecify.annotations.NullMarked;
