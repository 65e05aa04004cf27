import dev.leibniz.annotations.Differentiable;

/** As kapt and Groovy show their classes to processors. */
@kotlin.Metadata(k = 1, d2 = {"LOtherLanguages;", "", "loss", ""})
final class OtherLanguages {
    public static final OtherLanguages INSTANCE = null;
    public static final OtherLanguages.Companion Companion = null;

    private OtherLanguages() {
        super();
    }

    @Differentiable
    static double loss(double x) { // ERROR: not-java | loss
        return 0.0;
    }

    @Differentiable
    public final double ofAnObject(double x) { // ERROR: not-java | ofAnObject
        return 0.0;
    }

    @kotlin.Metadata(k = 1)
    public static final class Companion {
        @Differentiable
        public final double loss(double x) { // ERROR: not-java | loss
            return 0.0;
        }
    }

    public static final class DefaultImpls {
        @Differentiable(order = 2)
        public static double inside(double[] x) { // ERROR: not-java | inside
            return 0.0;
        }
    }
}

@kotlin.Metadata(k = 2)
final class ModelKt {
    @Differentiable
    public static final double topLevel(double[] w) { // ERROR: not-java | topLevel
        return 0.0;
    }
}

class GroovyModel extends Object implements groovy.lang.GroovyObject {
    @Differentiable
    public static double loss(double x) { // ERROR: not-java | loss
        return (double) 0;
    }

    static class Inner {
        @Differentiable
        static float loss(float x) { // ERROR: not-java | loss
            return (float) 0;
        }
    }
}

class GroovyHeir extends GroovyModel {
    @Differentiable
    static double[] loss(double[] x) { // ERROR: not-java | loss
        return null;
    }
}

class GroovyScript extends groovy.lang.Script {
    @Differentiable
    static double loss(double x) { // ERROR: not-java | loss
        return (double) 0;
    }
}

class OfJava {
    @Differentiable
    static double annotated(double x) {
        return x * ModelKt.topLevel(new double[] {x}) * ModelKtGrad.topLevelGrad(new double[] {x}).value();
    }
}
