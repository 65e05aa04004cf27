package dev.leibniz.processor.emit;

import static dev.leibniz.processor.ir.Op.Primitive.ADD;
import static dev.leibniz.processor.ir.Op.Primitive.GE;
import static dev.leibniz.processor.ir.Op.Primitive.LT;

import dev.leibniz.processor.contract.Derivative;
import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.ir.Loop;
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
import dev.leibniz.processor.ir.walk.IrVerifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Derivatives written by hand, as the transforms would write them, to be printed. */
final class SampleForms {
    static final Type VECTOR = Type.arrayOf(Type.DOUBLE);
    static final Type MATRIX = Type.arrayOf(VECTOR);

    /** {@code record Layer(double[] weights, double bias, int size, double rate, double[][] fixed)}; rate and fixed are constants. */
    static final Layout.Record LAYER = new Layout.Record(
            "com.acme.Layer",
            List.of(
                    new Layout.Field("weights", new Layout.Leaf(VECTOR, true)),
                    new Layout.Field("bias", new Layout.Leaf(Type.DOUBLE, true)),
                    new Layout.Field("size", new Layout.Leaf(Type.INT, false)),
                    new Layout.Field("rate", new Layout.Leaf(Type.DOUBLE, false)),
                    new Layout.Field("fixed", new Layout.Leaf(MATRIX, false))));

    private SampleForms() {}

    static Parameter parameter(String name, Type type) {
        return new Parameter(name, new Layout.Leaf(type, type.isDifferentiable()), type.toString(), false);
    }

    static Signature signature(String name, Layout result, Parameter... params) {
        return new Signature(name, name, name, List.of(params), result, Derivative.withoutName(), 0);
    }

    static Layout.Leaf leaf(Type type) {
        return new Layout.Leaf(type, true);
    }

    static Companion companion(List<Function> functions, Companion.Form... forms) {
        List<Signature> signatures =
                Arrays.stream(forms).map(Companion.Form::signature).distinct().toList();
        return new Companion(
                new Program("com.acme", "Model", true, List.of(), Set.of(), signatures, Map.of(), Linkage.NONE),
                List.of(forms),
                functions);
    }

    /** A form with the given parameters and results. */
    static Companion.Form form(
            Signature signature, Derivative derivative, List<Var> params, BlockBuilder body, Value... yields) {
        List<Var> results = new ArrayList<>();
        for (Value yield : yields) {
            results.add(new Var("", yield.type()));
        }
        Function function = new Function(signature.name() + derivative.suffix(), params, results, body.build(yields));
        IrVerifier.verify(function);
        return new Companion.Form(signature, derivative, function);
    }

    /** The gradient of {@code s = Σ w[i]² x; return Math.sin(s)}. */
    static Companion.Form lossGradInto() {
        Var w = new Var("w", VECTOR);
        Var x = new Var("x", Type.DOUBLE);
        Var dw = new Var("dw", VECTOR);
        Origin loop = new Origin(30, 3, "for (int i = 0; i < w.length; i++)");
        Origin sum = new Origin(50, 4, "s += w[i] * w[i] * x;");
        BlockBuilder b = new BlockBuilder().at(loop);

        BlockBuilder forward = new BlockBuilder().at(sum);
        Var i = new Var("i", Type.INT);
        Var s = new Var("s", Type.DOUBLE);
        Var sEnd = new Var("s", Type.DOUBLE);
        Value square = forward.times(forward.load(w, i), forward.load(w, i));
        Value sNext = forward.let("s", add(s, forward.times(square, x)));
        b.add(new Loop.For(
                i,
                Const.of(0),
                LT,
                b.length(w),
                1,
                List.of(s),
                List.of(Const.of(0.0)),
                forward.build(sNext),
                List.of(sEnd),
                loop));

        b.at(new Origin(70, 6, "return Math.sin(s);"));
        Value value = b.math("sin", sEnd);
        b.add(new Stmt.Marker("backward", Origin.NONE));
        Value ds = b.let("ds", new Expr.Apply(Op.math("cos"), List.of(sEnd), Type.DOUBLE));

        BlockBuilder backward = new BlockBuilder().at(sum);
        Var j = new Var("i", Type.INT);
        Var dx = new Var("dx", Type.DOUBLE);
        Var dxEnd = new Var("dx", Type.DOUBLE);
        Value wi = backward.load(w, j);
        backward.accumulate(dw, j, backward.times(backward.times(backward.times(Const.of(2.0), wi), x), ds));
        Value dxNext = backward.let("dx", add(dx, backward.times(backward.times(wi, wi), ds)));
        b.at(loop);
        b.add(new Loop.For(
                j,
                b.minus(b.length(w), Const.of(1)),
                GE,
                Const.of(0),
                -1,
                List.of(dx),
                List.of(Const.of(0.0)),
                backward.build(dxNext),
                List.of(dxEnd),
                loop));
        Signature signature = signature("loss", leaf(Type.DOUBLE), parameter("w", VECTOR), parameter("x", Type.DOUBLE));
        return form(signature, Derivative.GRAD_INTO, List.of(w, x, dw), b, value, dxEnd);
    }

    private static Expr add(Value a, Value b) {
        return new Expr.Apply(ADD, List.of(a, b), a.type());
    }
}
