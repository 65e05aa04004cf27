package dev.leibniz.processor.contract;

import static dev.leibniz.processor.contract.ResultKind.ANY;
import static dev.leibniz.processor.contract.ResultKind.NUMBER;
import static dev.leibniz.processor.contract.ResultKind.VECTOR;
import static dev.leibniz.processor.contract.Role.BUFFER;
import static dev.leibniz.processor.contract.Role.COTANGENT;
import static dev.leibniz.processor.contract.Role.COTANGENTS;
import static dev.leibniz.processor.contract.Role.MATRIX;
import static dev.leibniz.processor.contract.Role.PATTERN;
import static dev.leibniz.processor.contract.Role.ROWS;
import static dev.leibniz.processor.contract.Role.TANGENT;
import static dev.leibniz.processor.contract.Role.TANGENTS;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The forms in which derivatives are offered, with their calling convention on flat values. For a method with flat
 * parameters <i>p…</i> and flat results <i>r…</i> (the layouts say which leaves are differentiated):
 *
 * <table>
 * <caption>parameters and results of the IR function of each form</caption>
 * <tr><td>{@link #GRAD}</td><td>p…</td><td>r, gradient of every differentiated leaf of p…</td></tr>
 * <tr><td>{@link #GRAD_INTO}</td><td>p…, a buffer for every differentiated array leaf</td>
 *     <td>r, gradient of every differentiated scalar leaf</td></tr>
 * <tr><td>{@link #VJP}</td><td>p…, a cotangent for every differentiated leaf of r…</td>
 *     <td>r…, gradient of every differentiated leaf of p…</td></tr>
 * <tr><td>{@link #VJP_INTO}</td><td>p…, cotangents as above, buffers as above</td>
 *     <td>r…, gradient of every differentiated scalar leaf of p…</td></tr>
 * <tr><td>{@link #JVP}</td><td>p…, a tangent for every differentiated leaf of p…</td>
 *     <td>r…, a tangent for every differentiated leaf of r…</td></tr>
 * <tr><td>{@link #VJPS}</td><td>p…, an array of cotangents for every differentiated leaf of r…</td>
 *     <td>r…, an array of gradients for every differentiated leaf of p…</td></tr>
 * <tr><td>{@link #JVPS}</td><td>p…, an array of tangents for every differentiated leaf of p…</td>
 *     <td>r…, an array of tangents for every differentiated leaf of r…</td></tr>
 * <tr><td>{@link #JACOBIAN}</td><td>p…</td>
 *     <td>r, for every differentiated leaf of p… an array of its type: one gradient per output</td></tr>
 * <tr><td>{@link #JACOBIAN_INTO}</td><td>p…, for every differentiated leaf of p… an array of its type</td><td>r</td></tr>
 * <tr><td>{@link #HVP}</td><td>p…, a tangent for every differentiated leaf of p…</td>
 *     <td>r, gradients of all differentiated leaves, Hessian · tangent for all of them</td></tr>
 * <tr><td>{@link #HESSIAN}</td><td>p…</td><td>r, gradients of all differentiated leaves, the matrix</td></tr>
 * <tr><td>{@link #SPARSITY}, {@link #HESSIAN_SPARSITY}</td><td>p…</td><td>the pattern</td></tr>
 * <tr><td>{@link #SPARSE_JACOBIAN}</td><td>p…, the pattern</td><td>r, the matrix</td></tr>
 * <tr><td>{@link #SPARSE_HESSIAN}</td><td>p…, the pattern</td>
 *     <td>r, gradients of all differentiated leaves, the matrix</td></tr>
 * <tr><td>{@link #SPARSE_JACOBIAN_INTO}, {@link #SPARSE_HESSIAN_INTO}</td><td>p…, the matrix</td><td>as without it</td></tr>
 * <tr><td>{@link #TRACE}</td><td>p…</td><td>the trace</td></tr>
 * </table>
 */
public enum Derivative {
    GRAD(entry("GRAD", "Grad")
            .of(NUMBER)
            .returning(ReturnedRecord.GRAD, "the value and the gradient, under the names of the parameters")
            .summary("Computes %s and its gradient.")),
    GRAD_INTO(entry("GRAD", "GradInto")
            .of(NUMBER)
            .taking(BUFFER)
            .returning(ReturnedRecord.GRAD, "the value and the gradient, which holds the buffers themselves")
            .summary("Computes %s, and adds its gradient to the buffers.")),
    VJP(entry("VJP", "Vjp")
            .of(ANY)
            .taking(COTANGENT)
            .returning(ReturnedRecord.GRAD, "the value and the gradient, under the names of the parameters")
            .summary("Computes %s and a cotangent times its Jacobian (reverse mode).")),
    VJP_INTO(entry("VJP", "VjpInto")
            .of(ANY)
            .taking(COTANGENT, BUFFER)
            .returning(ReturnedRecord.GRAD, "the value and the gradient, which holds the buffers themselves")
            .summary("Computes %s, and adds a cotangent times its Jacobian to the buffers.")),
    VJPS(entry("VJP", "Vjp")
            .of(ANY)
            .taking(COTANGENTS)
            .returning(
                    ReturnedRecord.GRADS,
                    "the value and for each cotangent the gradient, under the names of the parameters")
            .summary("Computes %s and several cotangents times its Jacobian (reverse mode).")),
    JVP(entry("JVP", "Jvp")
            .of(ANY)
            .taking(TANGENT)
            .returning(ReturnedRecord.JVP, "the value and its tangent")
            .summary("Computes %s and its Jacobian times a tangent (forward mode).")),
    JVPS(entry("JVP", "Jvp")
            .of(ANY)
            .taking(TANGENTS)
            .returning(ReturnedRecord.JVPS, "the value and for each direction its tangent")
            .summary("Computes %s and its Jacobian times several tangents (forward mode).")),
    JACOBIAN(entry("JACOBIAN", "Jacobian")
            .of(VECTOR)
            .inProse("a Jacobian is taken")
            .returning(
                    ReturnedRecord.JACOBIAN,
                    "the value and the rows of the Jacobian, under the names of the parameters")
            .summary("Computes %s and its Jacobian, one row for each element of the result.")),
    JACOBIAN_INTO(entry("JACOBIAN", "JacobianInto")
            .of(VECTOR)
            .taking(ROWS)
            .inProse("a Jacobian is taken")
            .returning(ReturnedRecord.JACOBIAN, "the value and the rows of the Jacobian, which are the arrays given")
            .summary("Computes %s, and writes its Jacobian into the arrays given, one row for each element of the"
                    + " result.")),
    HVP(entry("HVP", "Hvp")
            .second()
            .of(NUMBER)
            .taking(TANGENT)
            .inProse("second derivatives are taken")
            .returning(
                    ReturnedRecord.HVP,
                    "the gradient and, under the names of the parameters, the Hessian times the tangent")
            .summary("Computes %s, its gradient, and its Hessian times a tangent.")),
    HESSIAN(entry("HESSIAN", "Hessian")
            .second()
            .of(NUMBER)
            .inProse("second derivatives are taken")
            .returning(ReturnedRecord.HESSIAN, "the gradient and the Hessian")
            .summary("Computes %s, its gradient and its Hessian.")),
    TRACE(entry("TRACE", "Trace")
            .onlyByName()
            .of(NUMBER)
            .returning(ReturnedRecord.TRACE, "what it computed, step by step, and how its gradient came about")
            .summary("Computes %s, and records each step forward and backward, to be looked at.")),
    SPARSITY(entry("SPARSE", "Sparsity")
            .onlyByName()
            .of(VECTOR)
            .returning(ReturnedRecord.SPARSITY, "a row for each element of the result, a column for each number")
            .summary("Finds which differentiated numbers each element of the result of %s depends on, on the path that"
                    + " these parameters take.")),
    SPARSE_JACOBIAN(entry("SPARSE", "SparseJacobian")
            .onlyByName()
            .of(VECTOR)
            .taking(PATTERN)
            .returning(ReturnedRecord.SPARSE_JACOBIAN, "the value and the Jacobian")
            .summary("Computes %s and its Jacobian, as a sparse matrix.")),
    SPARSE_JACOBIAN_INTO(entry("SPARSE", "SparseJacobianInto")
            .onlyByName()
            .of(VECTOR)
            .taking(MATRIX)
            .returning(ReturnedRecord.SPARSE_JACOBIAN, "the value and the Jacobian, which is the matrix given")
            .summary("Computes %s, and writes its Jacobian into a sparse matrix.")),
    HESSIAN_SPARSITY(entry("SPARSE", "HessianSparsity")
            .onlyByName()
            .second()
            .of(NUMBER)
            .returning(ReturnedRecord.SPARSITY, "a row and a column for each differentiated number")
            .summary("Finds where second derivatives of %s can be other than 0, on the path that these parameters"
                    + " take.")),
    SPARSE_HESSIAN(entry("SPARSE", "SparseHessian")
            .onlyByName()
            .second()
            .of(NUMBER)
            .taking(PATTERN)
            .returning(ReturnedRecord.SPARSE_HESSIAN, "the gradient and the Hessian")
            .summary("Computes %s, its gradient and its Hessian, as a sparse matrix.")),
    SPARSE_HESSIAN_INTO(entry("SPARSE", "SparseHessianInto")
            .onlyByName()
            .second()
            .of(NUMBER)
            .taking(MATRIX)
            .returning(ReturnedRecord.SPARSE_HESSIAN, "the gradient and the Hessian, which is the matrix given")
            .summary("Computes %s and its gradient, and writes its Hessian into a sparse matrix.")),
    FLAT(entry("FLAT", "Flat")
            .onlyByName()
            .of(NUMBER)
            .needing(GRAD, HVP)
            .returning(ReturnedRecord.FLAT, "the function, which starts at these parameters")
            .summary("Makes %s a function of one array of numbers, for optimisers.")),
    FLAT_VECTOR(entry("FLAT", "Flat")
            .onlyByName()
            .of(VECTOR)
            .needing(JACOBIAN)
            .returning(ReturnedRecord.FLAT_VECTOR, "the function, which starts at these parameters")
            .summary("Makes %s a function of one array of numbers, for least squares."));

    private final Entry entry;

    Derivative(Entry entry) {
        this.entry = entry;
    }

    /** The constant of {@code dev.leibniz.annotations.Form} that asks for it. */
    public String form() {
        return entry.form;
    }

    /** The generated method is called as the differentiated one, followed by this. */
    public String suffix() {
        return entry.suffix;
    }

    /** The kind of result of a method with this form. */
    public ResultKind result() {
        return entry.result;
    }

    /** Whether it is a second derivative. */
    public boolean isSecond() {
        return entry.isSecond;
    }

    /** The forms that are made where none is asked for by name, of both orders. */
    public static Set<Derivative> withoutName() {
        return Arrays.stream(values()).filter(form -> !form.isOnlyByName()).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether it is made only if it is asked for by name. */
    public boolean isOnlyByName() {
        return entry.isOnlyByName;
    }

    /** Whether there is a function of the IR for it; else it is written with the help of others. */
    public boolean isFunction() {
        return entry.needs.isEmpty();
    }

    /** The forms that its code is written with, as far as the method can have them. */
    public List<Derivative> needs() {
        return entry.needs;
    }

    /** The roles of the parameters it takes after the method's own. */
    public List<Role> roles() {
        return entry.roles;
    }

    public boolean takes(Role role) {
        return entry.roles.contains(role);
    }

    /** Whether it takes several tangents or cotangents at once, and so overloads the form that takes one. */
    public boolean isSeveral() {
        return takes(TANGENTS) || takes(COTANGENTS);
    }

    /** Whether calls of it inside of differentiated methods are understood. */
    public boolean isCallable() {
        return !isOnlyByName() && !takes(ROWS);
    }

    /** Whether it adds gradients to buffers that are passed. */
    public boolean isInto() {
        return takes(BUFFER);
    }

    /** The form that this one is a variant of: that itself if it is none. */
    public Derivative main() {
        for (Derivative form : values()) {
            if (form.form().equals(form())) {
                return form;
            }
        }
        return this;
    }

    /** Whether it comes with another form, without being asked for by name. */
    public boolean isVariant() {
        return main() != this;
    }

    /** The variant with buffers, or a matrix, of the caller: this form is a call of that with new ones. */
    public Optional<Derivative> into() {
        for (Derivative form : values()) {
            if ((form.isInto() || form.takes(MATRIX)) && form.suffix().equals(suffix() + "Into") && !isSeveral()) {
                return Optional.of(form);
            }
        }
        return Optional.empty();
    }

    /** The form that is a call of this one with new buffers. */
    public Optional<Derivative> allocating() {
        return Arrays.stream(values())
                .filter(form -> form.into().filter(this::equals).isPresent())
                .findFirst();
    }

    public ReturnedRecord returned() {
        return entry.returned;
    }

    /** The endings of its names: that of the method, and that of the record. */
    public List<String> endings() {
        return List.of(suffix(), returned().suffix());
    }

    /** As in "a gradient is taken". */
    public String inProse() {
        return entry.inProse;
    }

    /** The first sentence of its Javadoc. @param method the differentiated one */
    public String summary(String method) {
        return String.format(entry.summary, method);
    }

    /** The words of its Javadoc for the record that it returns. */
    public String returnedWords() {
        return entry.returnedWords;
    }

    private static Entry entry(String form, String suffix) {
        return new Entry(form, suffix);
    }

    /** The description of a form, while it is being built. */
    private static final class Entry {
        private final String form;
        private final String suffix;
        private ResultKind result = ANY;
        private List<Role> roles = List.of();
        private boolean isSecond;
        private boolean isOnlyByName;
        private List<Derivative> needs = List.of();
        private ReturnedRecord returned = ReturnedRecord.GRAD;
        private String inProse = "a gradient is taken";
        private String summary = "";
        private String returnedWords = "";

        Entry(String form, String suffix) {
            this.form = form;
            this.suffix = suffix;
        }

        Entry of(ResultKind kind) {
            result = kind;
            return this;
        }

        Entry second() {
            isSecond = true;
            return this;
        }

        Entry onlyByName() {
            isOnlyByName = true;
            return this;
        }

        Entry needing(Derivative... forms) {
            needs = List.of(forms);
            return this;
        }

        Entry taking(Role... more) {
            roles = List.of(more);
            return this;
        }

        Entry returning(ReturnedRecord record, String words) {
            returned = record;
            returnedWords = words;
            return this;
        }

        Entry inProse(String words) {
            inProse = words;
            return this;
        }

        Entry summary(String sentence) {
            summary = sentence;
            return this;
        }
    }
}
