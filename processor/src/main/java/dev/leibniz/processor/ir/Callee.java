package dev.leibniz.processor.ir;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whom a {@link Stmt.Call} calls. */
public sealed interface Callee {

    String name();

    /**
     * A function of the same {@link Program}, by its unique name.
     *
     * @param stopGradient whether its results are constants to the chain rule
     */
    record Local(String name, boolean stopGradient) implements Callee {
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
     * @param owner canonical name of the class to print
     * @param pure whether it does nothing but compute its result (always true for {@code @Differentiable} methods); if not, it
     *     is called once, where it stands, and its result is a constant to the chain rule
     * @param written the positions of the flat arguments that it may write to
     * @param reverse its reverse derivative, if there is one: takes the same arguments and a cotangent for each
     *     floating-point result, and returns the gradients of the differentiated leaves of {@code params}, after
     *     anything else
     * @param forward its forward derivative, if there is one: takes the same arguments and a tangent for each
     *     differentiated leaf of {@code params}, and returns a tangent for each floating-point result, after anything
     *     else
     * @param lack why there are none, for a message: what comes after the name
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
            String lack)
            implements Callee {
        public External {
            params = List.copyOf(params);
            written = Set.copyOf(written);
        }

        /** A method that does nothing but compute its result. */
        public External(
                String owner,
                String name,
                List<Layout> params,
                Layout result,
                @Nullable External reverse,
                @Nullable External forward,
                String lack) {
            this(owner, name, params, result, true, Set.of(), reverse, forward, lack);
        }

        /** A method that may do anything, but writes only to these of its arguments. */
        public static External acting(
                String owner, String name, List<Layout> params, Layout result, Set<Integer> written) {
            return new External(owner, name, params, result, false, written, null, null, "");
        }
    }
}
