package dev.leibniz.processor.frontend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.leibniz.processor.DifferentiableProcessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.Diagnostic;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A method that gets no derivatives because of its head, and whose derivatives are used: only the reason is reported. */
class HeadsTest {

    /** What is expected, on which line; then the members of a class {@code Model}; then an expression that uses them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "component-name | @Differentiable static double f(double clone) { return clone; }"
                        + "| ModelGrad.fGrad(2).clone()",
                "component-name | @Differentiable static double[] f(double[] x, @NoDerivative int wait) { return x; }"
                        + "| ModelGrad.fVjp(x, 2, x).x()",
                "bad-name | @Differentiable(name = \"not good\") static double f(double x) { return x; }"
                        + "| ModelGrad.fGrad(2).x()",
                "bad-name | @Differentiable(name = \"{\") static double f(double x) { return x; }| ModelGrad.fGrad(2).x()",
                "ambiguous-name | @Differentiable static double f(double x) { return x; }"
                        + " @Differentiable static double f(double x, double y) { return x; }| ModelGrad.fGrad(2).x()",
                "ambiguous-name | @Differentiable static double f(double x) { return x; }"
                        + " @Differentiable static double F(double x, double y) { return x; }| ModelGrad.fGrad(2).x()",
                "not-static | @Differentiable double f(double x) { return x; }| ModelGrad.fGrad(2).x()",
                "native-method | @Differentiable static native double f(double x);| ModelGrad.fGrad(2).x()",
                "void-result | @Differentiable static void f(double x) {}| ModelGrad.fGrad(2).x()",
                "result-type | @Differentiable static int f(double x) { return 1; }| ModelGrad.fGrad(2).x()",
                "result-type | @Differentiable static String f(double x) { return \"\"; }| ModelGrad.fVjp(2, \"\").x()",
                "no-differentiable-parameter | @Differentiable static double f(int x) { return 1; }"
                        + "| ModelGrad.fGrad(2).value()",
                "no-differentiable-parameter | @Differentiable static double f() { return 1; }"
                        + "| ModelGrad.fJvp().value()",
                "generic-method | @Differentiable static <T> double f(double x, T t) { return x; }"
                        + "| ModelGrad.fGrad(2, null).x()",
                "bad-order | @Differentiable(order = 3) static double f(double x) { return x; }| ModelGrad.fHessian(2)",
                "bad-order | @Differentiable(order = 0) static double f(double x) { return x; }| ModelGrad.fGrad(2).x()",
                "private-type | private record P(double a) {} @Differentiable static double f(P p) { return p.a(); }"
                        + "| ModelGrad.fGrad(new P(2)).p().a()",
                "recursive-record | record P(double a, P p) {} @Differentiable static double f(P p) { return p.a(); }"
                        + "| ModelGrad.fGrad(new P(2, null)).p().a()",
                "record-code | record P(double a) { P { a = 1; } } @Differentiable static double f(P p) { return p.a(); }"
                        + "| ModelGrad.fGrad(new P(2)).p().a()",
                "boxed | @Differentiable static double f(Double x, double y) { return y; }| ModelGrad.fGrad(2.0, 2).y()",
                "boxed | @Differentiable static Double f(double x) { return x; }| ModelGrad.fGrad(2.0).x()",
                "checked-exception | @Differentiable static double f(double x) throws Exception { throw new Exception(); }"
                        + "| ModelGrad.fGrad(2).x()",
                "lambda | @Differentiable static double f(double x) { java.util.List.of(1).forEach(i -> i.equals(x)); return x; }"
                        + "| ModelGrad.fGrad(2).x()",
                "bad-wrt | @Differentiable(wrt = \"z\") static double f(double x) { return x; }| ModelGrad.fGrad(2).x()",
                "bad-wrt | @Differentiable(wrt = {\"x\", \"n\"}) static double f(double x, int n) { return x; }"
                        + "| ModelGrad.fGrad(2, 3).x()",
                "bad-wrt | @Differentiable(wrt = \"y\") static double f(double x, @NoDerivative double y) { return x; }"
                        + "| ModelGrad.fGrad(2, 3).x()",
                "bad-form | @Differentiable(forms = Form.JACOBIAN) static double f(double x) { return x; }"
                        + "| ModelGrad.fJacobian(2).x()",
                "bad-form | @Differentiable(forms = {Form.VJP, Form.GRAD}) static double[] f(double[] x) { return x; }"
                        + "| ModelGrad.fGrad(x).x()",
                "bad-form | @Differentiable(forms = Form.HESSIAN) static float[] f(float[] x) { return x; }"
                        + "| ModelGrad.fHessian(null)",
            })
    void theReasonIsReportedAndNothingElse(String example) {
        String[] parts = example.split("\\|", 3);
        Compiled compiled = Compiled.of(
                Map.of("Model.java", """
            import dev.leibniz.annotations.*;
            class Model {
                MEMBERS
                static Object use(double[] x) { return USE; }
            }
            """.replace("MEMBERS", parts[1]).replace("USE", parts[2])),
                new DifferentiableProcessor());
        List<String> reported = new ArrayList<>();
        for (Diagnostic<?> error : compiled.errors()) {
            String message = error.getMessage(null);
            reported.add(error.getLineNumber() + " " + message.replaceFirst("(?s)\\[leibniz:([a-z-]+)].*", "$1"));
        }
        assertEquals(List.of("3 " + parts[0].strip()), reported);
    }
}
