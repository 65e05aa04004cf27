package dev.leibniz.processor.frontend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leibniz.processor.DifferentiableProcessor;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which forms a method has: by its shape, by what it asks for, and by what the JVM allows. */
class FormsTest {

    private static Compiled compile(String members) {
        String source = "import dev.leibniz.annotations.*;\nclass Model {\n" + members + "\n}\n";
        return Compiled.of(Map.of("Model.java", source), new DifferentiableProcessor());
    }

    /** The public methods of the generated class, each with its number of parameters. */
    private static String methods(String members) throws ReflectiveOperationException {
        String source = "import dev.leibniz.annotations.*;\nclass Model {\n" + members + "\n}\n";
        Set<String> found = new TreeSet<>();
        for (Method method : Loaded.of("Model", source, "ModelGrad").getDeclaredMethods()) {
            if (java.lang.reflect.Modifier.isPublic(method.getModifiers())) {
                found.add(method.getName() + "/" + method.getParameterCount());
            }
        }
        return String.join(" ", found);
    }

    private static List<String> problems(Compiled compiled) {
        List<String> problems = new ArrayList<>();
        for (Diagnostic<?> error : compiled.errors()) {
            problems.add(error.getLineNumber() + ": " + error.getMessage(null));
        }
        return problems;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(order = 1) | fGrad/2 fGradInto/3 fJvp/4 fVjp/3 fVjpInto/4",
                "(order = 2) | fGrad/2 fGradInto/3 fHessian/2 fHvp/4 fJvp/4 fVjp/3 fVjpInto/4",
                "(forms = Form.GRAD) | fGrad/2 fGradInto/3",
                "(forms = Form.VJP) | fVjp/3 fVjpInto/4",
                "(forms = Form.JVP) | fJvp/4",
                "(forms = Form.HVP) | fHvp/4",
                "(forms = Form.HESSIAN) | fHessian/2",
                "(forms = {Form.HESSIAN, Form.JVP}, order = 1) | fHessian/2 fJvp/4",
                "(forms = {Form.GRAD, Form.VJP}, order = 2) | fGrad/2 fGradInto/3 fVjp/3 fVjpInto/4",
                "(wrt = \"x\") | fGrad/2 fGradInto/3 fJvp/3 fVjp/3 fVjpInto/4",
                "(wrt = \"y\") | fGrad/2 fJvp/3 fVjp/3",
                "(wrt = {\"y\", \"x\"}, forms = Form.HVP) | fHvp/4",
                "(forms = Form.SPARSE, order = 2) | fHessianSparsity/2 fSparseHessian/3 fSparseHessianInto/3",
            })
    void onlyThoseAskedFor(String asked, String expected) throws ReflectiveOperationException {
        assertEquals(
                expected,
                methods("@Differentiable" + asked + " static double f(double[] x, double y) {"
                        + " double s = y; for (double v : x) s += v * v * y; return s; }"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "double f(double[] x) { return x[0]; } | a result of type double[] or float[], or `order = 2`",
                "double[][] f(double[] x) { return new double[][] {x}; } | a result of type double[] or float[]",
            })
    void aSparseFormSaysWhatItNeeds(String method, String needed) {
        List<String> problems = problems(compile("@Differentiable(forms = Form.SPARSE) static " + method));
        assertEquals(1, problems.size(), problems::toString);
        assertTrue(problems.get(0).contains("would need " + needed + "."), problems::toString);
    }

    @Test
    void ofArraysToo() throws ReflectiveOperationException {
        String method = " static double[] f(double[] x) { double[] y = x.clone(); y[0] *= x[1]; return y; }";
        assertEquals("fJacobian/1 fJacobianInto/2", methods("@Differentiable(forms = Form.JACOBIAN)" + method));
        assertEquals("fJvp/2 fVjp/2 fVjpInto/3", methods("@Differentiable(forms = {Form.VJP, Form.JVP})" + method));
        assertEquals(
                "fSparseJacobian/2 fSparseJacobianInto/2 fSparsity/1",
                methods("@Differentiable(forms = Form.SPARSE)" + method));
    }

    /** A form alone gives the numbers that it gives among all, though it cannot call the others then. */
    @ParameterizedTest
    @ValueSource(strings = {"GRAD", "VJP", "JVP", "HVP", "HESSIAN"})
    void aloneTheyGiveTheSameNumbers(String form) throws ReflectiveOperationException {
        String use = Map.of(
                        "GRAD", "grad(NGrad(x, 3))",
                        "VJP", "grad(NVjp(x, 3, 2)) + Arrays.deepToString(NVjp(x, 3, new double[] {1, 2}).x())",
                        "JVP",
                                "NJvp(x, 3, x, 2).tangent() + Arrays.toString(NJvp(x, 3, new double[][] {x}, new"
                                        + " double[] {2}).tangents())",
                        "HVP", "Arrays.toString(NHvp(x, 3, x, 2).x()) + grad(NHvp(x, 3, x, 2).grad())",
                        "HESSIAN", "Arrays.deepToString(NHessian(x, 3).matrix()) + grad(NHessian(x, 3).grad())")
                .get(form);
        Class<?> model = Loaded.of(
                "Model",
                """
            import dev.leibniz.annotations.*;
            import java.util.Arrays;
            class Model {
                @Differentiable(forms = Form.FORM) static double one(double[] x, double y) { return all(x, y); }
                @Differentiable(order = 2) static double all(double[] x, double y) {
                    double s = y;
                    for (double v : x) s += Math.sin(v * y) * s;
                    return s;
                }
                static String grad(ModelGrad.AllGrad grad) { return grad.value() + Arrays.toString(grad.x()) + grad.y(); }
                ONE
                static String one() { double[] x = {1, 2, 0.5}; return USE_ONE; }
                static String all() { double[] x = {1, 2, 0.5}; return USE_ALL; }
            }
            """.replace("FORM", form)
                        .replace(
                                "ONE\n",
                                form.equals("JVP")
                                        ? "\n"
                                        : "static String grad(ModelGrad.OneGrad grad)"
                                                + " { return grad.value() + Arrays.toString(grad.x()) + grad.y(); }\n")
                        .replace("USE_ONE", use.replaceAll("\\bN(?=[A-Z])", "ModelGrad.one"))
                        .replace("USE_ALL", use.replaceAll("\\bN(?=[A-Z])", "ModelGrad.all")),
                "Model");
        assertEquals(call(model, "all"), call(model, "one"));
    }

    private static Object call(Class<?> owner, String method) throws ReflectiveOperationException {
        Method found = owner.getDeclaredMethod(method);
        found.setAccessible(true);
        return found.invoke(null);
    }

    /** What is left out by choice says so where it is used, in differentiated code and elsewhere. */
    @Test
    void aCallOfOneThatWasNotAskedForNamesIt() {
        Compiled compiled = compile("""
            @Differentiable(forms = Form.JVP) static double f(double x) { return x * x; }
            @Differentiable static double g(double x) { return ModelGrad.fGrad(x).x(); }
            static double use() { return ModelGrad.fVjp(2, 1).x() + ModelGrad.fJvp(2, 1).tangent(); }
            static ModelGrad.FGrad type() { return null; }
            """);
        List<String> problems = problems(compiled);
        assertEquals(3, problems.size(), problems::toString);
        assertTrue(
                problems.get(0)
                        .startsWith("4: [leibniz:missing-form] there is no `fGrad`: `f` is @Differentiable with"
                                + " forms = JVP. Hint: add Form.GRAD to the `forms` of `f`"),
                problems.get(0));
        assertTrue(problems.get(1).startsWith("5: [leibniz:missing-form] there is no `fVjp`"), problems.get(1));
        assertTrue(problems.get(2).startsWith("6: cannot find symbol"), problems.get(2));
    }

    @Test
    void aCallOfACompiledMethodNeedsItsReverseDerivative() {
        String library = """
            import dev.leibniz.annotations.*;
            public class Library {
                @Differentiable(forms = FORM) public static double f(double x) { return x * x; }
                @Differentiable(wrt = "x") public static double g(double t, double[] x) { return t * x[0]; }
            }
            """;
        Map<String, String> model = Map.of("Model.java", """
            import dev.leibniz.annotations.*;
            class Model {
                @Differentiable static double h(double x) { return Library.f(x) * x; }
                @Differentiable static double i(double[] x) { return Library.g(2, x) * x[0]; }
            }
            """);
        Compiled without = Compiled.against(
                Map.of("Library.java", library.replace("FORM", "Form.JVP")), model, new DifferentiableProcessor());
        List<String> problems = problems(without);
        assertEquals(2, problems.size(), problems::toString);
        assertTrue(problems.get(0).startsWith("3: [leibniz:missing-form] there is no `fVjp`"), problems.get(0));
        assertTrue(
                problems.get(1)
                        .startsWith("4: [leibniz:unavailable] `g` cannot be differentiated: which parameters `wrt`"),
                problems.get(1));
        Compiled with = Compiled.against(
                List.of("-parameters"),
                Map.of("Library.java", library.replace("FORM", "Form.VJP")),
                model,
                new DifferentiableProcessor());
        assertTrue(with.success(), () -> with.messages().toString());
    }

    private static String manyNumbers(String annotation, int count, String types) {
        String[] type = types.split(" ");
        String parameters = IntStream.range(0, count)
                .mapToObj(i -> type[i % type.length] + " x" + i)
                .collect(Collectors.joining(", "));
        String sum = IntStream.range(0, count).mapToObj(i -> "x" + i + " * x0").collect(Collectors.joining(" + "));
        return annotation + " static double f(" + parameters + ") { return " + sum + "; }";
    }

    /** A form that the JVM has no room for is not there; the others are. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "63 | double | fGrad/63 fHessian/63 fHvp/126 fJvp/126 fVjp/64",
                "64 | double | fGrad/64 fHessian/64 fJvp/128 fVjp/65",
                "100 | double | fGrad/100 fVjp/101",
                "126 | double | fGrad/126 fVjp/127",
                "120 | double float | fGrad/120 fVjp/121",
            })
    void formsThatTheJvmHasNoRoomForAreLeftOut(int count, String types, String expected)
            throws ReflectiveOperationException {
        String found = methods(manyNumbers("@Differentiable(order = 2)", count, types));
        Set<String> names = Arrays.stream(found.split(" ")).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(List.of(expected.split(" "))), names);
    }

    @Test
    void aMethodThatCanHaveNoGradientIsRefused() {
        List<String> problems = problems(compile(manyNumbers("@Differentiable", 127, "double")));
        assertEquals(1, problems.size(), problems::toString);
        assertTrue(
                problems.get(0)
                        .startsWith(
                                "3: [leibniz:too-many-parameters] `fVjp` would need 257 parameter slots, and the JVM has 255"),
                problems.get(0));
    }

    @Test
    void aFormThatIsAskedForIsRefusedIfThereIsNoRoom() {
        List<String> problems =
                problems(compile(manyNumbers("@Differentiable(forms = {Form.GRAD, Form.JVP})", 64, "double")));
        assertEquals(1, problems.size(), problems::toString);
        assertTrue(
                problems.get(0).startsWith("3: [leibniz:too-many-parameters] `fJvp` would need 256 parameter slots"),
                problems.get(0));
    }

    @Test
    void aCallOfOneThatIsLeftOutNamesTheLimit() {
        String ones = String.join(", ", java.util.Collections.nCopies(64, "1"));
        List<String> problems =
                problems(compile(manyNumbers("@Differentiable(order = 2)", 64, "double") + """

            static double one() { return ModelGrad.fJvp(ONES, ONES).tangent(); }
            @Differentiable static double inside(double x) { return ModelGrad.fHvp(ONES, ONES).x0() * x; }
            """.replace("ONES", ones)));
        assertEquals(2, problems.size(), problems::toString);
        assertTrue(
                problems.get(0).startsWith("4: [leibniz:too-many-parameters] `fJvp` would need 256"), problems.get(0));
        assertTrue(
                problems.get(1).startsWith("5: [leibniz:too-many-parameters] `fHvp` would need 256"), problems.get(1));
    }

    /** Functions that stay functions take the numbers of records one by one. */
    @Test
    void aPrivateMethodThatWouldTakeTooManyIsAProblemOfItsCaller() {
        String components = IntStream.range(0, 70).mapToObj(i -> "double x" + i).collect(Collectors.joining(", "));
        List<String> problems = problems(compile("record Many(" + components + ") {}\n" + """
            @Differentiable static double f(Many a, int n) { return n == 0 ? a.x1() * a.x69() : a.x0() * f(a, n - 1); }
            @Differentiable static double g(Many a, int n) { return n == 0 ? a.x1() * a.x69() : a.x0() * n; }
            """));
        assertEquals(1, problems.size(), problems::toString);
        assertTrue(
                problems.get(0).startsWith("4: [leibniz:unavailable] `f` cannot be differentiated: `f"),
                problems.get(0));
        assertTrue(problems.get(0).contains("parameter slots, and the JVM has 255"), problems.get(0));
    }

    /** The record of the gradient would have the name of the class around it. */
    @Test
    void theGradientOfAMethodThatIsCalledLikeItsClass() throws ReflectiveOperationException {
        Class<?> loss = Loaded.of("Loss", """
            import dev.leibniz.annotations.*;
            class Loss {
                @Differentiable(order = 2) static double loss(double x) { return x * x * x; }
                @Differentiable static double slope(double x) { return LossGrad.lossGrad(x).x() * x; }
                static class Gamma {
                    @Differentiable static double gamma(double[] x) { return x[0] * x[0]; }
                    @Differentiable(name = "loss_Gamma") static double other(double x) { return x * x; }
                }
                static String values() {
                    LossGrad.LossGradient grad = LossGrad.lossGrad(2);
                    LossGrad.LossHvp hvp = LossGrad.lossHvp(2, 1);
                    Loss_GammaGrad.GammaGrad gamma = Loss_GammaGrad.gammaGrad(new double[] {3});
                    Loss_GammaGrad.Loss_GammaGradient other = Loss_GammaGrad.loss_GammaGrad(3);
                    return grad.x() + " " + hvp.grad().x() + " " + hvp.x() + " " + LossGrad.slopeGrad(2).x()
                            + " " + gamma.x()[0] + " " + other.x();
                }
            }
            """, "Loss");
        assertEquals("12.0 12.0 12.0 36.0 6.0 6.0", call(loss, "values"));
    }

    @Test
    void whoeverExpectsTheUsualNameIsToldTheOther() {
        Compiled compiled = Compiled.of(Map.of("Loss.java", """
            import dev.leibniz.annotations.*;
            class Loss {
                @Differentiable static double loss(double x) { return x; }
                static LossGrad.LossGrad type() { return LossGrad.lossGrad(2); }
            }
            """), new DifferentiableProcessor());
        List<String> problems = problems(compiled);
        assertEquals(2, problems.size(), problems::toString); // javac says something of the type, too
        assertTrue(
                problems.get(0)
                        .startsWith("4: [leibniz:wrong-derivative] there is no `LossGrad`: the class around it has"
                                + " that name. Hint: call `LossGradient` instead."),
                problems.get(0));
    }
}
