package dev.leibniz.processor.transform.forms;

import dev.leibniz.processor.contract.Derivative;
import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.ir.Mask;
import dev.leibniz.processor.ir.Origin;
import dev.leibniz.processor.ir.Signature;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.walk.Copier;
import dev.leibniz.processor.transform.derivation.Derivation;
import dev.leibniz.processor.transform.derivation.Names;
import dev.leibniz.processor.transform.derivation.ProgramFunctions;
import dev.leibniz.processor.transform.derivation.Refusal;
import dev.leibniz.processor.transform.reverse.AdjointTransform;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Composes the two transforms into the forms of {@link Derivative}, as functions of the IR: for the generated class, and
 * for calls of derivatives inside differentiated methods.
 */
public final class DerivativeForms {
    private final ProgramFunctions functions;
    private final boolean splitting;
    private final Map<String, Function> made = new HashMap<>();
    private final Map<String, Function> reversed = new HashMap<>();

    /**
     * @param splitting see {@link ProgramFunctions#adjoint}
     */
    public DerivativeForms(ProgramFunctions functions, boolean splitting) {
        this.functions = functions;
        this.splitting = splitting;
    }

    /** The function of a form, with the calling convention that {@link Derivative} describes. */
    public Function surface(Signature method, Derivative derivative) {
        String key = key(method) + derivative;
        Function known = made.get(key);
        if (known == null) {
            known = make(method, derivative);
            made.put(key, known);
        }
        return known;
    }

    private static String key(Signature method) {
        return method.function() + "$" + method.name() + method.position();
    }

    /** The function of a form as it is printed: it may call other generated methods, which are printed anyway. */
    public Function printed(Signature method, Derivative derivative) {
        if (!method.has(Derivative.GRAD)) {
            return surface(method, derivative);
        }
        if (derivative.isSeveral() && method.hasScalarResult()) {
            return functions.prepare(multiples(method, derivative, isCallable(method)));
        }
        return switch (derivative) {
            case HESSIAN -> functions.prepare(hessian(method, isCallable(method)));
            case SPARSE_HESSIAN_INTO -> functions.prepare(sparseHessian(method, isCallable(method)));
            default -> surface(method, derivative);
        };
    }

    private Function make(Signature method, Derivative derivative) {
        if (derivative.isSeveral() && method.hasScalarResult()) {
            return functions.prepare(multiples(method, derivative, false));
        }
        return switch (derivative) {
            case VJP_INTO -> functions.prepare(reverse(method));
            case GRAD_INTO -> functions.prepare(seeded(method, reverse(method)));
            case VJP -> allocating(method, surface(method, Derivative.VJP_INTO));
            case GRAD -> allocating(method, surface(method, Derivative.GRAD_INTO));
            case JVP -> functions.prepare(forward(method));
            case VJPS -> functions.prepare(cotangentSweeps(method).make());
            case JVPS -> functions.prepare(new JvpsForm(method, functions).make());
            case JACOBIAN ->
                functions.prepare(new JacobianForm(method, functions, () -> cotangentSweeps(method), false).make());
            case JACOBIAN_INTO ->
                functions.prepare(new JacobianForm(method, functions, () -> cotangentSweeps(method), true).make());
            case HVP -> functions.prepare(hessianVector(method));
            case TRACE -> functions.prepare(new TraceForm(functions).make(method));
            case HESSIAN -> functions.prepare(hessian(method, false));
            case SPARSITY -> functions.prepare(new SparseForms(method, functions).pattern(false));
            case HESSIAN_SPARSITY -> functions.prepare(new SparseForms(method, functions).pattern(true));
            case SPARSE_JACOBIAN_INTO -> functions.prepare(new SparseForms(method, functions).jacobian());
            case SPARSE_HESSIAN_INTO -> functions.prepare(sparseHessian(method, false));
            case SPARSE_JACOBIAN, SPARSE_HESSIAN, FLAT, FLAT_VECTOR ->
                throw new IllegalArgumentException(derivative + " is no function");
        };
    }

    /** Whether generated code can call a form of the method with flat values: arrays of records would have to be put together. */
    private static boolean isCallable(Signature method) {
        return method.params().stream().noneMatch(param -> param.layout().hasRecordArray());
    }

    private Function multiples(Signature method, Derivative derivative, boolean isPrinted) {
        GradientMultiples multiples = new GradientMultiples(method, functions.function(method.function()), isPrinted);
        return derivative == Derivative.JVPS ? multiples.tangents() : multiples.cotangents();
    }

    private CotangentSweeps cotangentSweeps(Signature method) {
        Function primal = functions.function(method.function());
        Derivation derivation =
                functions.derivation(method.name() + "Vjps", differentiated(method), differentiatedResults(method));
        return new CotangentSweeps(
                method, primal, AdjointTransform.rows(primal, derivation), functions.acts(method.function()));
    }

    public static Mask differentiated(Signature method) {
        List<Boolean> flags = new ArrayList<>();
        for (Signature.Parameter param : method.params()) {
            param.layout().leaves().forEach(leaf -> flags.add(leaf.differentiated()));
        }
        return new Mask(flags);
    }

    /** The differentiated ones among the parameters of the function of a method. */
    static List<Var> leaves(Signature method, Function primal) {
        Mask differentiated = differentiated(method);
        List<Var> leaves = new ArrayList<>();
        for (int i = 0; i < differentiated.size(); i++) {
            if (differentiated.has(i)) {
                leaves.add(primal.params().get(i));
            }
        }
        return leaves;
    }

    public static Mask differentiatedResults(Signature method) {
        return Mask.of(method.result().leaves(), Layout.Leaf::differentiated);
    }

    /** The raw material of all forms with a backward sweep, made once. */
    private Function reverse(Signature method) {
        Function known = reversed.get(key(method));
        if (known == null) {
            known = makeReverse(method);
            reversed.put(key(method), known);
        }
        return known;
    }

    /** p…, shadows, cotangents → r…, gradients of scalars; reordered to the convention: buffers come last. */
    private Function makeReverse(Signature method) {
        Function primal = functions.function(method.function());
        Mask independent = differentiated(method);
        Function adjoint =
                functions.adjoint(primal, method.name() + "Vjp", independent, differentiatedResults(method), splitting);
        int count = primal.params().size();
        int shadows = 0;
        for (int i = 0; i < count; i++) {
            shadows += independent.has(i) && primal.params().get(i).type().isArray() ? 1 : 0;
        }
        List<Var> params = new ArrayList<>(adjoint.params().subList(0, count));
        params.addAll(adjoint.params().subList(count + shadows, adjoint.params().size()));
        params.addAll(adjoint.params().subList(count, count + shadows));
        return new Function(adjoint.name(), params, adjoint.results(), adjoint.body());
    }

    /** The reverse derivative with the cotangent of the one result set to 1. */
    private static Function seeded(Signature method, Function reverse) {
        Var cotangent = reverse.params().stream()
                .filter(param -> param.name().equals("cotangent"))
                .reduce((a, b) -> b)
                .orElseThrow(() -> new IllegalStateException("no cotangent in " + reverse.name()));
        Copier copier = new Copier();
        copier.map(cotangent, Const.number(1, cotangent.type()));
        List<Var> params = new ArrayList<>(reverse.params());
        params.remove(cotangent);
        return new Function(method.name() + "Grad", params, reverse.results(), copier.block(reverse.body()));
    }

    /** The form that returns new arrays, from the one that adds into given ones; that one itself if it adds into none. */
    private Function allocating(Signature method, Function into) {
        Function primal = functions.function(method.function());
        Mask independent = differentiated(method);
        Copier copier = new Copier();
        BlockBuilder out = new BlockBuilder();
        int buffers = 0;
        for (int i = 0; i < independent.size(); i++) {
            buffers += independent.has(i) && primal.params().get(i).type().isArray() ? 1 : 0;
        }
        if (buffers == 0 && functions.isSimplest(into)) {
            return into;
        }
        int given = into.params().size() - buffers;
        List<Var> params = into.params().subList(0, given);
        List<Value> gradients = new ArrayList<>();
        List<Var> gradientNames = new ArrayList<>();
        int buffer = given;
        int scalar = primal.results().size();
        for (int i = 0; i < independent.size(); i++) {
            if (!independent.has(i)) {
                continue;
            }
            Var name = new Var(
                    Names.adjoint(primal.params().get(i)),
                    primal.params().get(i).type());
            gradientNames.add(name);
            if (name.type().isArray()) {
                Var zeros = out.zerosLike(name.name(), params.get(i));
                copier.map(into.params().get(buffer++), zeros);
                gradients.add(zeros);
            } else {
                gradients.add(into.body().yields().get(scalar++));
            }
        }
        List<Var> results =
                new ArrayList<>(into.results().subList(0, primal.results().size()));
        results.addAll(gradientNames);
        List<Value> yields =
                new ArrayList<>(into.body().yields().subList(0, primal.results().size()));
        yields.addAll(gradients);
        var body = copier.block(new Block(into.body().stmts(), yields));
        out.addAll(body.stmts());
        Function fresh = new Function(into.name(), params, results, out.build(body.yields()));
        return functions.prepare(new Copier().function(fresh));
    }

    private Function forward(Signature method) {
        Function primal = functions.function(method.function());
        return functions.tangent(primal, method.name() + "Jvp", differentiated(method), differentiatedResults(method));
    }

    /** Forward over reverse: the tangent of the gradient. */
    private Function hessianVector(Signature method) {
        Function gradient = surface(method, Derivative.GRAD);
        return functions.tangent(gradient, method.name() + "Hvp", differentiated(method), gradients(gradient));
    }

    private Function hessian(Signature method, boolean isPrinted) {
        if (functions.acts(method.function())) {
            String all = functions.derive(method.function() + "GradAndTangents", () -> {
                Function gradient = surface(method, Derivative.GRAD);
                String name = method.name() + "GradAndTangents";
                return functions.tangents(gradient, name, differentiated(method), gradients(gradient));
            });
            return new HessianForm(method, functions.function(method.function())).makeAtOnce(all);
        }
        HessianForm form = new HessianForm(method, functions.function(method.function()));
        if (isPrinted && method.has(Derivative.HVP) && form.isOfProducts()) {
            return form.makeOfProducts();
        }
        if (isPrinted && method.has(Derivative.HVP) && form.mayBeOfProducts()) {
            return form.makeEither(nameOfGradientTangents(method));
        }
        return form.make(nameOfGradientTangents(method), isPrinted);
    }

    private Function sparseHessian(Signature method, boolean isPrinted) {
        if (functions.acts(method.function())) {
            throw new Refusal(
                    Origin.NONE,
                    "`" + method.method()
                            + "` prints, draws, or calls a method of another class of which nothing is known, and its"
                            + " sparse Hessian would do that twice");
        }
        return new SparseForms(method, functions).hessian(nameOfGradientTangents(method), isPrinted);
    }

    private String nameOfGradientTangents(Signature method) {
        return functions.derive(method.function() + "GradTangents", () -> gradientTangents(method));
    }

    /** Forward over reverse in several directions: the tangents of the gradient alone. */
    private Function gradientTangents(Signature method) {
        Function gradient = surface(method, Derivative.GRAD);
        Function tangents = functions.tangents(
                gradient, method.name() + "GradTangents", differentiated(method), gradients(gradient));
        int before = gradient.results().size();
        List<Var> results =
                tangents.results().subList(before, tangents.results().size());
        List<Value> yields = tangents.body().yields();
        Block body = new Block(tangents.body().stmts(), yields.subList(before, yields.size()));
        return new Function(tangents.name(), tangents.params(), results, body);
    }

    /** All results of a gradient except the value. */
    private static Mask gradients(Function gradient) {
        return Mask.none(1).and(Mask.all(gradient.results().size() - 1));
    }
}
