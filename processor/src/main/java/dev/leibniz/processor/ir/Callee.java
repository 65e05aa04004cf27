package dev.leibniz.processor.ir;

import dev.leibniz.processor.contract.Derivative;
import dev.leibniz.processor.ir.program.Link;
import dev.leibniz.processor.ir.program.Program;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whom a {@link Stmt.Call} calls. */
public sealed interface Callee {

    String name();

    /** Whether a call may change what the array holds that is its argument at this position; as far as the callee itself says. */
    default boolean mayWrite(int position) {
        return true;
    }

    /**
     * A function of the same {@link Program}, by its unique name.
     *
     * @param stopGradient whether its results are constants to the chain rule
     * @param replay the way the backward sweep gets back the values it computed, if that is not for the transforms to choose
     */
    record Local(
            String name, boolean stopGradient, @Nullable Replay replay) implements Callee {
        public Local(String name, boolean stopGradient) {
            this(name, stopGradient, null);
        }

        public Local(String name) {
            this(name, false);
        }
    }

    /**
     * A derivative of a function of the same {@link Program}, as in {@code ModelGrad.lossGrad(w, x)}: the arguments and
     * results have the flat convention of {@link Derivative}. Expanded before anything else, unless it is {@code isPrinted}.
     *
     * @param signature the differentiated method; its {@code function} is in the program
     * @param isPrinted whether it stays a call of the generated method, which is printed in the same class
     */
    record DerivativeOf(Signature signature, Derivative derivative, boolean isPrinted) implements Callee {
        public DerivativeOf(Signature signature, Derivative derivative) {
            this(signature, derivative, false);
        }

        @Override
        public String name() {
            return signature.name() + derivative.suffix();
        }
    }

    /**
     * A static Java method of another class, with records flattened: {@code params} and {@code result} say how the
     * flat arguments and results are packed.
     *
     * @param owner canonical name of the class to print; empty if {@code name} is not the name of a method, but the text of what is
     *     run, with {@code $0}, {@code $1}, … for the flat arguments
     * @param pure whether it does nothing but compute its result, and add to what it is given for that (always true for
     *     {@code @Differentiable} methods and their derivatives); if not, it is called once, where it stands, and its result
     *     is a constant to the chain rule
     * @param written the positions of the flat arguments whose elements it may change (none for {@code @Differentiable} methods)
     * @param reverse its reverse derivative, if there is one: takes the same arguments and a cotangent for each result,
     *     and returns the leaves of the gradients of all {@code params} that have one, after anything else
     * @param forward its forward derivative, if there is one: takes the same arguments and a tangent for each
     *     leaf of the {@code params} that have one, and returns a tangent for each result, after anything else
     * @param equation the equation that its result solves, if its derivatives follow from that; then it has neither {@code reverse} nor
     *     {@code forward}
     * @param body the name under which a program may have its body: for a method with derivatives of its own the class that has these,
     *     {@code #}, and its name there ({@link Link}); for a rule the name of the function it was read into; empty if there is none
     * @param lack why there are no derivatives, for a message: what comes after the name
     */
    record External(
            String owner,
            String name,
            List<Layout> params,
            Layout result,
            boolean pure,
            Set<Integer> written,
            @Nullable External reverse,
            @Nullable External forward,
            @Nullable Equation equation,
            String body,
            String lack)
            implements Callee {
        /** The name of a method in the text of a call; names of classes begin with a capital. */
        private static final Pattern CALLED = Pattern.compile("[.]([a-z]\\w*)[(]");

        public External {
            params = List.copyOf(params);
            written = Set.copyOf(written);
        }

        /** A method that does nothing but compute its result, and has no derivative. */
        public External(String owner, String name, List<Layout> params, Layout result) {
            this(owner, name, params, result, true, Set.of(), null, null, null, "", "");
        }

        /** A method that may do anything, but writes only to these of its arguments. */
        public static External acting(
                String owner, String name, List<Layout> params, Layout result, Set<Integer> written) {
            return new External(owner, name, params, result, false, written, null, null, null, "", "");
        }

        /** The same with its body under another name. */
        public External withBody(String name) {
            return new External(
                    owner, this.name, params, result, pure, written, reverse, forward, equation, name, lack);
        }

        /** The functions of the program that its derivatives are made of: bodies of rules, a residual. */
        public List<String> derivedFrom() {
            List<String> functions = new ArrayList<>();
            for (External rule : Arrays.asList(reverse, forward)) {
                if (rule != null && !rule.body.isEmpty()) {
                    functions.add(rule.body);
                }
            }
            if (equation != null) {
                functions.add(equation.residual().function());
                functions.addAll(equation.solve().derivedFrom());
                functions.addAll(equation.solveTransposed().derivedFrom());
            }
            return functions;
        }

        /**
         * Java text that is run once, where it stands, such as a print or a draw from a random generator; it writes to none of its
         * arguments.
         */
        public static External text(String text, List<Layout> params, Layout result) {
            return acting("", text, params, result, Set.of());
        }

        /** Whether {@link #name} is the text of the code that is run. */
        public boolean isText() {
            return owner.isEmpty();
        }

        /** The name of the method, for people, also where {@link #name} is the text of a call. */
        public String label() {
            Matcher called = CALLED.matcher(name);
            return isText() && called.find() ? called.group(1) : name;
        }

        @Override
        public boolean mayWrite(int position) {
            return written.contains(position);
        }

        /**
         * Whether no array that it returns can be reached from its arguments, or in two ways. The functions of the runtime are so, and what
         * {@link #isCopied}.
         */
        public boolean returnsNewArrays() {
            return owner.startsWith("dev.leibniz.runtime.") || isCopied();
        }

        /** Whether the array that it returns is copied at once: a solution is needed as it was, and the method may go on to use it. */
        public boolean isCopied() {
            return equation != null
                    && result instanceof Layout.Leaf leaf
                    && leaf.type().isArray();
        }

        /** Whether a call may be left out, or made elsewhere: it only computes its result. */
        public boolean onlyComputes() {
            return pure && written.isEmpty();
        }
    }

    /**
     * A way for a call to keep nothing of its own for the backward sweep, which recomputes what it needs by running code again. A program
     * states it of calls; it then holds for all calls of the function.
     */
    sealed interface Replay {

        /** The function runs again, on its arguments as they were. */
        record Whole() implements Replay {}

        /**
         * The function is a loop and nothing else: its first parameters are what the loop carries, and it yields what the loop leaves. Copies
         * of its state are kept, and iterations run again from these.
         *
         * @param snapshots the number of copies there may be at a time; 0 if that is not said
         */
        record Steps(int snapshots) implements Replay {}

        /** As {@link Steps}, but instead of keeping copies, the state before an iteration is made from the state after it, by inverses of calls in it. */
        record Backwards() implements Replay {}

        /**
         * The function makes the next state of its first arguments, and can be undone; it does not stay a call for that.
         *
         * @param function the name of the function that undoes it, with the same parameters and results
         * @param state the number of arguments, and of results if it has any, that the state consists of
         * @param method the user's name for it, for messages
         * @param inverse the user's name for the other function
         */
        record Inverse(String function, int state, String method, String inverse) implements Replay {}

        /** Whether the function is a loop and nothing else. */
        default boolean isLoop() {
            return this instanceof Steps || this instanceof Backwards;
        }
    }
}
