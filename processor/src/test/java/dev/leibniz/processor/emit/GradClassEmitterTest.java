package dev.leibniz.processor.emit;

import static dev.leibniz.processor.emit.SampleForms.LAYER;
import static dev.leibniz.processor.emit.SampleForms.MATRIX;
import static dev.leibniz.processor.emit.SampleForms.VECTOR;
import static dev.leibniz.processor.emit.SampleForms.companion;
import static dev.leibniz.processor.emit.SampleForms.form;
import static dev.leibniz.processor.emit.SampleForms.leaf;
import static dev.leibniz.processor.emit.SampleForms.parameter;
import static dev.leibniz.processor.emit.SampleForms.signature;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leibniz.processor.contract.Derivative;
import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Origin;
import dev.leibniz.processor.ir.Signature;
import dev.leibniz.processor.ir.Signature.Parameter;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.program.Companion;
import dev.leibniz.processor.ir.program.Linkage;
import dev.leibniz.processor.ir.program.Program;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The outside of the generated class: what is in it, under which names, and how records go in and out. */
class GradClassEmitterTest {
    private static final String LAYER_SOURCE = """
            package com.acme;

            /**
             * A layer.
             *
             * @param weights weights
             * @param bias bias
             * @param size size
             * @param rate rate
             * @param fixed fixed
             */
            public record Layer(double[] weights, double bias, int size, double rate, double[][] fixed) {}
            """;
    private static final Map<String, String> SOURCES = Map.of("com.acme.Layer", LAYER_SOURCE);

    private final BlockBuilder b = new BlockBuilder();

    private static Object call(Class<?> type, String name, Object... args) throws ReflectiveOperationException {
        Method method = Arrays.stream(type.getMethods())
                .filter(m -> m.getName().equals(name))
                .findFirst()
                .orElseThrow();
        return method.invoke(null, args);
    }

    private static Object get(Object record, String component) throws ReflectiveOperationException {
        return record.getClass().getMethod(component).invoke(record);
    }

    private static List<String> components(Class<?> owner, String record) throws ClassNotFoundException {
        Class<?> type = owner.getClassLoader().loadClass(owner.getName() + "$" + record);
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }

    @Test
    void readsAsIfWrittenByHand() throws Exception {
        GeneratedFile file = Emitted.of(companion(List.of(), SampleForms.lossGradInto()));
        Golden.check("LossGrad.java", file.toString());
        Class<?> compiled = MemoryCompiler.compile(file, Map.of());
        double[] w = {0.5, -1};
        Object grad = call(compiled, "lossGrad", w, 2.0);
        assertEquals(Math.sin(2.5), get(grad, "value"));
        assertArrayEquals(
                new double[] {2 * 0.5 * 2 * Math.cos(2.5), 2 * -1 * 2 * Math.cos(2.5)},
                (double[]) get(grad, "w"),
                1e-15);
        assertEquals(1.25 * Math.cos(2.5), (double) get(grad, "x"), 1e-15);
    }

    @Test
    void buffersAreAddedToAndReturned() throws Exception {
        Class<?> compiled =
                MemoryCompiler.compile(Emitted.of(companion(List.of(), SampleForms.lossGradInto())), Map.of());
        double[] buffer = {10, 20};
        Object grad = call(compiled, "lossGradInto", new double[] {0.5, -1}, 2.0, buffer);
        assertSame(buffer, get(grad, "w"));
        assertEquals(10 + 2 * Math.cos(2.5), buffer[0], 1e-14);
    }

    @Test
    void theClassIsAsVisibleAsTheModelAndCannotBeMade() throws Exception {
        Companion.Form loss = SampleForms.lossGradInto();
        for (boolean isPublic : List.of(true, false)) {
            Program program = new Program(
                    "com.acme",
                    "Outer.Model",
                    isPublic,
                    List.of(),
                    Set.of(),
                    List.of(loss.signature()),
                    Map.of(),
                    Linkage.NONE);
            Class<?> compiled =
                    MemoryCompiler.compile(Emitted.of(new Companion(program, List.of(loss), List.of())), Map.of());
            assertEquals("com.acme.Outer_ModelGrad", compiled.getName());
            assertEquals(isPublic, Modifier.isPublic(compiled.getModifiers()));
            assertTrue(Modifier.isFinal(compiled.getModifiers()));
            assertEquals(0, compiled.getConstructors().length);
        }
    }

    /** y = bias · Σ weights, with a cotangent. */
    private Companion.Form layerVjpInto() {
        Var weights = new Var("weights", VECTOR);
        Var bias = new Var("bias", Type.DOUBLE);
        Var cotangent = new Var("dy", Type.DOUBLE);
        Var buffer = new Var("dWeights", VECTOR);
        Value w0 = b.load(weights, Const.of(0));
        Value w1 = b.load(weights, Const.of(1));
        Value sum = b.plus(w0, w1);
        Value each = b.times(cotangent, bias);
        b.accumulate(buffer, Const.of(0), each);
        b.accumulate(buffer, Const.of(1), each);
        return form(
                signature("score", leaf(Type.DOUBLE), new Parameter("layer", LAYER, "com.acme.Layer", false)),
                Derivative.VJP_INTO,
                List.of(
                        weights,
                        bias,
                        new Var("size", Type.INT),
                        new Var("rate", Type.DOUBLE),
                        new Var("fixed", MATRIX),
                        cotangent,
                        buffer),
                b,
                b.times(sum, bias),
                b.times(cotangent, sum));
    }

    private static Object layer(Class<?> compiled, double bias, double... weights) throws ReflectiveOperationException {
        Class<?> type = compiled.getClassLoader().loadClass("com.acme.Layer");
        return type.getConstructors()[0].newInstance(weights, bias, 7, 0.1, new double[][] {{1}, {2, 3}});
    }

    @Test
    void recordsAreTakenApartAndTheirGradientsPutTogether() throws Exception {
        GeneratedFile file = Emitted.of(companion(List.of(), layerVjpInto()));
        Golden.check("LayerGrad.java", file.toString());
        Class<?> compiled = MemoryCompiler.compile(file, SOURCES);
        Object grad = get(call(compiled, "scoreVjp", layer(compiled, 3, 4, 5), 2.0), "layer");
        assertArrayEquals(new double[] {6, 6}, (double[]) get(grad, "weights"));
        assertEquals(18.0, get(grad, "bias"));
        assertEquals(7, get(grad, "size"));
        assertEquals(0.0, get(grad, "rate"));
        assertArrayEquals(new double[][] {{0}, {0, 0}}, (double[][]) get(grad, "fixed"));
    }

    @Test
    void aRecordAsBufferIsAddedTo() throws Exception {
        Class<?> compiled = MemoryCompiler.compile(Emitted.of(companion(List.of(), layerVjpInto())), SOURCES);
        Object buffer = layer(compiled, 100, 10, 20);
        Object grad = get(call(compiled, "scoreVjpInto", layer(compiled, 3, 4, 5), 2.0, buffer), "layer");
        assertSame(get(buffer, "weights"), get(grad, "weights"));
        assertArrayEquals(new double[] {16, 26}, (double[]) get(grad, "weights"));
        assertEquals(118.0, get(grad, "bias"));
    }

    @Test
    void recordResultsAndTheirTangentsArePacked() throws Exception {
        Var x = new Var("x", Type.DOUBLE);
        Var dx = new Var("xDot", Type.DOUBLE);
        Var array = b.newArray("w", VECTOR, Const.of(2));
        Var arrayDot = b.newArray("wDot", VECTOR, Const.of(2));
        b.store(array, Const.of(0), x);
        b.store(arrayDot, Const.of(0), dx);
        Var fixed = b.newArray("m", MATRIX, Const.of(1), Const.of(2));
        Companion.Form jvp = form(
                signature("make", LAYER, parameter("x", Type.DOUBLE)),
                Derivative.JVP,
                List.of(x, dx),
                b,
                array,
                b.times(x, x),
                Const.of(3),
                Const.of(0.5),
                fixed,
                arrayDot,
                b.times(b.times(Const.of(2.0), x), dx));
        Class<?> compiled = MemoryCompiler.compile(Emitted.of(companion(List.of(), jvp)), SOURCES);
        Object result = call(compiled, "makeJvp", 3.0, 10.0);
        assertEquals(9.0, get(get(result, "value"), "bias"));
        Object tangent = get(result, "tangent");
        assertEquals(60.0, get(tangent, "bias"));
        assertArrayEquals(new double[] {10, 0}, (double[]) get(tangent, "weights"));
        assertEquals(3, get(tangent, "size"));
        assertEquals(0.0, get(tangent, "rate"));
        assertArrayEquals(new double[][] {{0, 0}}, (double[][]) get(tangent, "fixed"));
    }

    @Test
    void jacobiansOfRecordsAreArraysOfRecords() throws Exception {
        List<Var> flat = LAYER.fields().stream()
                .map(f -> new Var(f.name(), ((Layout.Leaf) f.layout()).type()))
                .toList();
        Var biasRows = b.newArray("", VECTOR, Const.of(2));
        b.store(biasRows, Const.of(1), Const.of(4.0));
        Var weightRows = b.newArray("", MATRIX, Const.of(2), Const.of(3));
        Companion.Form jacobian = form(
                signature("out", leaf(VECTOR), new Parameter("layer", LAYER, "com.acme.Layer", false)),
                Derivative.JACOBIAN,
                flat,
                b,
                flat.get(0),
                weightRows,
                biasRows);
        Class<?> compiled = MemoryCompiler.compile(Emitted.of(companion(List.of(), jacobian)), SOURCES);
        Object[] rows = (Object[]) get(call(compiled, "outJacobian", layer(compiled, 3, 4, 5)), "layer");
        assertEquals(2, rows.length);
        assertEquals(4.0, get(rows[1], "bias"));
        assertArrayEquals(new double[3], (double[]) get(rows[1], "weights"));
    }

    private Companion.Form scalarForm(Derivative derivative, String param, String other, Value... more) {
        Var p = new Var(param, Type.DOUBLE);
        Var q = new Var(other, Type.DOUBLE);
        List<Var> params = derivative == Derivative.HVP || derivative == Derivative.JVP
                ? List.of(p, q, new Var("pDot", Type.DOUBLE), new Var("qDot", Type.DOUBLE))
                : List.of(p, q);
        Value[] yields = new Value[1 + more.length];
        yields[0] = p;
        System.arraycopy(more, 0, yields, 1, more.length);
        Signature signature =
                signature("f", leaf(Type.DOUBLE), parameter(param, Type.DOUBLE), parameter(other, Type.DOUBLE));
        return form(signature, derivative, params, new BlockBuilder(), yields);
    }

    @Test
    void componentsGiveWayToParametersOfTheSameName() throws Exception {
        Const one = Const.of(1.0);
        Class<?> compiled = MemoryCompiler.compile(
                Emitted.of(companion(
                        List.of(),
                        scalarForm(Derivative.GRAD, "value", "tangent", one, one),
                        scalarForm(Derivative.JVP, "value", "tangent", one))),
                Map.of());
        assertEquals(List.of("primal", "value", "tangent"), components(compiled, "FGrad"));
        assertEquals(List.of("primal", "tangentOut"), components(compiled, "FJvp"));
    }

    @Test
    void secondOrderFormsCarryTheGradient() throws Exception {
        Const one = Const.of(1.0);
        Companion.Form hvp = scalarForm(Derivative.HVP, "grad", "x", one, one, Const.of(5.0), Const.of(6.0));
        Var m = new Var("matrix", MATRIX);
        Companion.Form hessian = form(
                signature("g", leaf(Type.DOUBLE), parameter("matrix", MATRIX)),
                Derivative.HESSIAN,
                List.of(m),
                new BlockBuilder(),
                one,
                m,
                m);
        Class<?> compiled = MemoryCompiler.compile(Emitted.of(companion(List.of(), hvp, hessian)), Map.of());
        assertEquals(List.of("gradient", "grad", "x"), components(compiled, "FHvp"));
        assertEquals(List.of("value", "grad", "x"), components(compiled, "FGrad"));
        assertEquals(List.of("grad", "hessian"), components(compiled, "GHessian"));
        assertEquals(6.0, get(call(compiled, "fHvp", 1.0, 2.0, 3.0, 4.0), "x"));
    }

    @Test
    void addedParametersStepAsideForTheUsersNames() throws Exception {
        Var cotangent = new Var("cotangent", Type.DOUBLE);
        Var seed = new Var("seed", Type.DOUBLE);
        Companion.Form vjp = form(
                signature("f", leaf(Type.DOUBLE), parameter("cotangent", Type.DOUBLE)),
                Derivative.VJP,
                List.of(cotangent, seed),
                b,
                cotangent,
                b.times(seed, Const.of(3.0)));
        Class<?> compiled = MemoryCompiler.compile(Emitted.of(companion(List.of(), vjp)), Map.of());
        assertEquals(6.0, get(call(compiled, "fVjp", 5.0, 2.0), "cotangent"));
    }

    @Test
    void varargsStayWhereTheyAreTheLastParameter() throws Exception {
        Parameter rest = new Parameter("xs", leaf(VECTOR), "double[]", true);
        Var xs = new Var("xs", VECTOR);
        Var buffer = new Var("dxs", VECTOR);
        Companion.Form into = form(
                signature("f", leaf(Type.DOUBLE), rest), Derivative.GRAD_INTO, List.of(xs, buffer), b, Const.of(2.0));
        Class<?> compiled = MemoryCompiler.compile(Emitted.of(companion(List.of(), into)), Map.of());
        assertTrue(compiled.getMethod("fGrad", double[].class).isVarArgs());
        assertFalse(
                compiled.getMethod("fGradInto", double[].class, double[].class).isVarArgs());
    }

    @Test
    void callsOfPrivateFunctionsAndOfOtherClassesAreTakenApart() throws Exception {
        Var a = new Var("a", Type.DOUBLE);
        BlockBuilder inner = new BlockBuilder();
        Function pair = new Function(
                "pair",
                List.of(a),
                List.of(new Var("sum", Type.DOUBLE), new Var("sum", Type.DOUBLE)),
                inner.build(inner.plus(a, a), inner.times(a, a)));
        Var x = new Var("x", Type.DOUBLE);
        Var sum = new Var("sum", Type.DOUBLE);
        Var product = new Var("product", Type.DOUBLE);
        b.add(new Stmt.Call(new Callee.Local("pair"), List.of(x), List.of(sum, product), Origin.NONE));
        Callee.External twice = new Callee.External("com.acme.Lib", "twice", List.of(LAYER), LAYER);
        Var w = b.newArray("", VECTOR, Const.of(1));
        Var m = b.newArray("", MATRIX, Const.of(0), Const.of(0));
        List<Var> twiced =
                LAYER.leaves().stream().map(l -> Var.temporary(l.type())).toList();
        b.add(new Stmt.Call(twice, List.of(w, product, Const.of(1), Const.of(0.0), m), twiced, Origin.NONE));
        Companion.Form grad = form(
                signature("f", leaf(Type.DOUBLE), parameter("x", Type.DOUBLE)),
                Derivative.GRAD,
                List.of(x),
                b,
                sum,
                b.let(new Expr.Apply(Op.Primitive.ADD, List.of(product, twiced.get(1)), Type.DOUBLE)));
        Map<String, String> sources = Map.of("com.acme.Layer", LAYER_SOURCE, "com.acme.Lib", """
                package com.acme;

                class Lib {
                    static Layer twice(Layer l) {
                        return new Layer(l.weights(), 2 * l.bias(), l.size(), l.rate(), l.fixed());
                    }
                }
                """);
        Class<?> compiled = MemoryCompiler.compile(Emitted.of(companion(List.of(pair), grad)), sources);
        Object result = call(compiled, "fGrad", 3.0);
        assertEquals(6.0, get(result, "value"));
        assertEquals(27.0, get(result, "x"));
    }

    @Test
    void aConditionalGradientIsAddedToTheBufferAsAWhole() throws Exception {
        Layout.Record point = new Layout.Record("com.acme.Point", List.of(new Layout.Field("x", leaf(Type.DOUBLE))));
        Var x = new Var("x", Type.DOUBLE);
        Value positive = b.compare(Op.Primitive.GT, x, Const.of(0.0));
        Companion.Form into = form(
                signature("relu", leaf(Type.DOUBLE), new Parameter("p", point, "com.acme.Point", false)),
                Derivative.GRAD_INTO,
                List.of(x),
                b,
                Const.of(0.0),
                b.select(positive, Const.of(1.0), Const.of(0.0)));
        String source = """
                package com.acme;

                /**
                 * A point.
                 *
                 * @param x x
                 */
                public record Point(double x) {}
                """;
        Class<?> compiled =
                MemoryCompiler.compile(Emitted.of(companion(List.of(), into)), Map.of("com.acme.Point", source));
        Class<?> type = compiled.getClassLoader().loadClass("com.acme.Point");
        Object grad = call(
                compiled,
                "reluGradInto",
                type.getConstructors()[0].newInstance(2.0),
                type.getConstructors()[0].newInstance(10.0));
        assertEquals(11.0, get(get(grad, "p"), "x"));
    }
}
