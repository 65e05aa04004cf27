package dev.leibniz.processor.problem;

import java.util.Locale;

/**
 * Every reason for which the processor refuses a program, or warns of it. The id is stable: it is printed with the message and is the
 * heading under which {@code docs/problems.md} explains it.
 */
public enum ProblemCode {
    // The annotated method itself
    NOT_STATIC(
            "`%s` is an instance method; only static methods can be differentiated, because the object would be a hidden "
                    + "input.",
            "make it static and pass what it reads as parameters."),
    NOT_JAVA(
            "`%s` is written in %s, which shows annotation processors a body that returns 0 instead of the one that runs.",
            "write it in Java; %2$s can call it, and its derivatives."),
    CONSTANT_METHOD(
            "`%s` is @NoDerivative, so all its derivatives would be 0, and @Differentiable.",
            "leave one of the two out."),
    ABSTRACT_METHOD("`%s` has no body to differentiate.", "annotate a static method that has one."),
    NATIVE_METHOD(
            "`%s` is native: there is no Java body to differentiate.",
            "write it in Java, or give its derivative by hand with @DerivativeOf."),
    GENERIC_METHOD(
            "`%s` is generic; a derivative needs to know the types of all its values.",
            "write it for the types it is used with, such as double[]."),
    VOID_RESULT(
            "`%s` returns nothing, so there is nothing to take the derivative of.",
            "return the value to be differentiated, or say which array is the result, as in `@Result double[] y`."),
    BAD_RESULT(
            "`%s` cannot be a result: %s.",
            "write @Result on arrays of double or float, of a method that returns nothing or a status, and their shape as in "
                    + "@Result(shape = \"2 * n\"), where it is not plain."),
    RESULT_SHAPE(
            "how long `%s` has to be is not plain from what the method does with it.",
            "say it with expressions over the other parameters, as in @Result(shape = %2$s), or name an array that has the shape."),
    RESULT_TYPE(
            "`%s` returns %s, which has no floating-point part to take the derivative of.",
            "return double, float, an array of these, or a record that contains them."),
    NO_DIFFERENTIABLE_PARAMETER(
            "`%s` has no parameter that could be differentiated.",
            "give it a double, float, array or record parameter that is not @NoDerivative."),
    AMBIGUOUS_NAME(
            "two @Differentiable methods of this class are both called `%s`, in upper or lower case, and so would be the files of "
                    + "their derivatives.",
            "tell them apart, as in @Differentiable(name = \"%s2\")."),
    NAME_CLASH(
            "the derivatives of `%s` would be in a class `%s`, which exists already.",
            "rename that class, or move the method to another one."),
    COMPANION_CLASH(
            "the derivatives of `%s` and those of `%s` would be in one file, that of `%s`.",
            "rename one of these classes, so that not only upper and lower case or `_` and `.` tell them apart."),
    STALE_SOURCE(
            "`%s` is among the sources, generated from an older `%s`.",
            "delete it, and do not hand generated sources to javac."),
    STALE_CLASS(
            "javac has read `%s` of an earlier build, because a source imports it or names its records outside of methods; "
                    + "this version of javac fails when they are generated again (JDK-8332297).",
            "delete what the earlier build generated, as `clean` does, or compile with JDK 24 or newer."),
    EXISTING_CLASS(
            "`%s` of an earlier build is on the class path, and this compiler lets no processor generate a class that is there.",
            "delete the classes of the earlier build, or leave the folder that they are written to out of the class path."),
    MISSING_RUNTIME(
            "the derivatives of `%s` call functions of `dev.leibniz.runtime`, which is not there.",
            "add the dependency dev.leibniz:leibniz-runtime; a module has to say `requires dev.leibniz.runtime`, too."),
    COMPONENT_NAME(
            "the gradient by `%s` would be a record component of that name, which Java does not allow.",
            "call the parameter something else."),
    BAD_NAME(
            "`%s` is no Java identifier, so no method can be called after it.",
            "use letters and digits, as in name = \"loss\"."),
    BAD_ORDER(
            "derivatives of order %s are not generated at once.",
            "write order = 1 for gradients or order = 2 for Hessians as well; for a higher one write a @Differentiable "
                    + "method that calls `%2$sGrad` or `%2$sHvp`, and differentiate that."),
    BAD_FORM("there is no form %s of `%s`, which would need %s.", "leave it out of `forms`."),
    BAD_SNAPSHOTS(
            "%s copies of the state of a loop cannot be kept.",
            "write how many copies there may be at a time, or leave `snapshots` out."),
    BAD_WRT(
            "nothing can be differentiated with respect to `%s`: %s.",
            "name parameters of type double, float, array or record in `wrt`, or leave it out for all of them."),
    TOO_MANY_PARAMETERS(
            "`%s` would need %s parameter slots, and the JVM has %s for a method or a constructor; a double or a long takes two.",
            "pass the numbers in an array or in a record, or leave this form out, as in "
                    + "@Differentiable(forms = {Form.GRAD})."),
    TOO_MANY_METHODS(
            "the @Differentiable methods of `%s` would have %s derivatives, and there is place for %s in a class file.",
            "move some of the methods to another class, or generate fewer forms, as in "
                    + "@Differentiable(forms = {Form.GRAD})."),
    PRIVATE_OWNER(
            "`%s` is private or inside a method, so the generated class could not see it.",
            "make the class package-private and static."),

    COMPACT_SOURCE(
            "`%s` is in a compact source file; its class has no name by which the generated class could call it.",
            "write a class around the methods, and its name."),
    PRIVATE_TYPE(
            "the generated class cannot name the type `%s`, which is private or local.",
            "make it a package-private member of the class."),
    CHECKED_EXCEPTION(
            "`%s` is a checked exception, which the generated methods do not declare.",
            "throw an unchecked one, such as IllegalArgumentException."),

    // Effects on memory
    MUTATED_PARAMETER(
            "`%s` may write to a parameter of the differentiated method `%s`, whose arguments must stay as they "
                    + "are.",
            "work on a copy, as in `double[] copy = a.clone();` (row by row for a matrix)."),
    FIELD_WRITE(
            "the field `%s` is written to; a differentiated method must not change anything outside of it.",
            "use a local variable, and return the value."),
    NON_FINAL_FIELD(
            "the field `%s` is not static final, so its value is an input that the derivative does not know of.",
            "pass it as a parameter, or make it static final."),
    CONSTANT_WRITTEN(
            "the constant array `%s` is written to in this file, so it is no constant.",
            "pass it as a parameter, or build it in the method."),
    PRIVATE_CONSTANT(
            "the generated class cannot read the constant `%s`, which is private.",
            "make it package-private, or build it in the method."),
    ALIASING(
            "`%s` may write to two arrays at once: what a compiled method returned may be the array that it was given.",
            "pass it a clone, as in `f(a.clone())`."),

    // Calls
    INSTANCE_CALL(
            "a number to be differentiated reaches `%s`, a method of an object whose code is not known when this is compiled.",
            "move the class into this file, or call a @Differentiable static method of it; if the number is a constant here, pass it "
                    + "through a @NoDerivative static method."),
    UNKNOWN_FUNCTION(
            "a number to be differentiated reaches `%s`, a function whose code is not known when this is compiled.",
            "annotate a method that passes a lambda, a method reference or a record to this one; a function that is a parameter of "
                    + "the annotated method can only be called with constants."),
    BITS(
            "the bits that `%s` takes of a number to be differentiated become a number again, and its derivative is lost.",
            "use Math.getExponent, Math.scalb, Math.nextUp or Math.copySign; bits may be compared, hashed and printed."),
    UNKNOWN_CALLEE(
            "there is no derivative for `%s`, which is in another class and not @Differentiable.",
            "annotate it with @Differentiable if you can, give its derivative by hand with @DerivativeOf (in a class that "
                    + "@UseDerivatives names, if not here), or copy it into this file."),
    RULE_TARGET(
            "`%s` has no method `%s` that this could be a derivative of%s.",
            "name one of its methods, or the class that the method is in as `owner`."),
    RULE_TWICE(
            "there is another derivative of `%2$s` in this class, so `%s` would never be called.",
            "leave one of them; methods of one name are told apart by what they take."),
    NO_RULES(
            "`%s` has no derivatives of other methods, so @UseDerivatives has no effect.",
            "name the class whose methods are @DerivativeOf or @TangentOf."),
    RULE_SHAPE(
            "the rule `%s` is no derivative of `%s`: %s.",
            "let it take what `%2$s` takes, then a cotangent of the type of the result, and return the gradient of the one "
                    + "parameter that is not @NoDerivative, or a record with one component for each of these, in order."),
    IMPLICIT_FUNCTION(
            "`%s` has no derivative by what it solves: %s.",
            "let it return x, a double or a double[], and name a static method of this file that takes x and then the same "
                    + "parameters, and returns as many numbers as x has."),
    REVERSIBLE(
            "`%s` cannot be undone: %s.",
            "let it return the next state of its first parameter, or be void and change that, and name a static method of the class "
                    + "with the same parameters and result that makes the state before from the state after."),
    UNSEEN_WRITE(
            "`%s` may write to an array that it is given, and no derivative is followed there.",
            "pass it a clone, as in `f(a.clone())`, let it return a new array, or call a method of this file that is not "
                    + "@NoDerivative."),
    PRIVATE_CALLEE("the generated class cannot call `%s`, which is private.", "make it package-private."),
    IMPURE_CALL(
            "`%s` does not depend on its arguments only (random numbers without a seed, clock, files).",
            "call it outside, and pass what it returns as a @NoDerivative parameter; a generator of random numbers may be a "
                    + "parameter, or made from a seed in the method."),
    DERIVATIVE_CYCLE(
            "`%s` would have to be differentiated before itself: %s.",
            "break the cycle: let one of these methods call no derivative."),
    UNKNOWN_ARRAY_FUNCTION(
            "`%s` is not among the array functions that can be differentiated.",
            "use Arrays.fill, setAll, copyOf, copyOfRange, sort, System.arraycopy or clone, or write the loop."),
    MISSING_DERIVATIVE(
            "there is no `%s`, because `%s` of `%s` is not @Differentiable.", "write @Differentiable on it%4$s."),
    MISSING_ORDER(
            "there is no `%s`: it would be a second derivative, and `%s` is @Differentiable with order = %s.",
            "write @Differentiable(order = 2) on `%2$s`%4$s."),
    MISSING_FORM(
            "there is no `%s`: `%s` is @Differentiable with forms = %s.",
            "add Form.%4$s to the `forms` of `%2$s`, or leave them out to have all%5$s."),
    UNNAMED_FORM(
            "there is no `%s`: Form.%s is made only where it is named.",
            "add it to the `forms` of `%3$s`, beside the others that are wanted%4$s."),
    UNKNOWN_MEMBER("`%s` has no `%s`.", "perhaps `%s` is meant."),
    WRONG_DERIVATIVE("there is no `%s`: %s.", "call %3$s instead."),
    COMPILED_DERIVATIVE(
            "`%s` would have to be differentiated once more than the class that it is in does: %s.",
            "compile that class again, or let a @Differentiable method of its file make this call."),
    MISSING_COMPANION(
            "`%s` is @Differentiable, but its derivatives are missing: there is no `%s`.",
            "compile its class with the annotation processor of Leibniz, and put what was generated on the class path, too."),

    // Constructs
    LAMBDA(
            "a lambda is handed to code that is not looked into.",
            "write the loop, or put the call into a @NoDerivative static method if no derivative goes through it."),
    METHOD_REFERENCE(
            "what this method reference calls can only be differentiated where the call itself is written.",
            "write a lambda with the call in it."),
    FUNCTION_VALUE(
            "a function cannot be followed: %s.",
            "give a variable one function where it is declared, and hand functions to static methods of this file."),
    TRY(
            "this `try` cannot be followed: it has resources, or a `finally` that jumps or does what has to be done after exceptions, too.",
            "close and unlock outside, or in a @NoDerivative static method."),
    CAUGHT_ELSEWHERE(
            "`%s` may throw what is caught here, and which statements have run would not be known.",
            "check the condition with `if` before, or throw the exception in the `try` block itself; a @NoDerivative static "
                    + "method may catch what it likes."),
    SYNCHRONIZED("`synchronized` has no meaning in a method that shares nothing.", "remove it, and lock outside."),
    LOCAL_CLASS("a class inside of a differentiated method cannot be looked into.", "use a record or static methods."),
    OBJECT_CREATION(
            "`new %s` would hold a number to be differentiated, in an object whose state cannot be followed.",
            "use a record, an array or local variables."),
    OBJECT_TYPE("`%s` is an object whose state cannot be followed.", "use double, float, arrays or records of these."),
    BOXED(
            "`%s` is a number to be differentiated in a box; boxes can be null and cannot be followed.",
            "use the primitive type, or say @NoDerivative if it is a constant."),
    GENERIC(
            "`%s` is generic; what it contains is not known here.",
            "use a record or an array with a fixed component type."),
    STREAM(
            "`%s` of a stream is not among the operations that can be differentiated.",
            "use it in one expression, with map, mapToObj, mapToDouble, filter, limit, skip, sorted, and sum, average, max, min, count, toArray, reduce, forEach or "
                    + "a match, or write the loop."),
    COLLECTION(
            "`%s` is a collection or stream with numbers to be differentiated in it, which cannot be followed there.",
            "use arrays and loops, or say @NoDerivative if what it contains is constant."),
    ARRAY_OF_RECORDS(
            "`%s` is or contains an array of records, which cannot be handed to a method that is not looked into, or come from it.",
            "use a record of arrays here, or a method of this file; there, and as parameters and results of the differentiated "
                    + "method, arrays of records are fine."),
    RECORD_CODE(
            "the record `%s` has its own code in %2$s; generated code, which builds such records and takes them apart, "
                    + "would run it on derivatives or a second time.",
            "keep the record plain and do this in a static method, or pass the components one by one."),
    OBJECT_PARAMETER(
            "a gradient for `%s` would be an object of it, and that is nothing that generated code can build and take apart.",
            "make it a record, or a final class inside of this one whose constructor takes its final fields and nothing else; pass "
                    + "its numbers; or say @NoDerivative if it is a constant."),
    OBJECT_RESULT(
            "a cotangent or tangent of `%s` would be an object of it, and that is nothing that generated code can build and take apart.",
            "return a record, an object of a final class inside of this one whose constructor takes its final fields and nothing else, "
                    + "an array or a number."),
    UNREADABLE_OBJECT(
            "the values of `%s`, which came from outside, are not known here: %s.",
            "let a class be final and an interface sealed, and have accessors that are not private."),
    UNFOLLOWED_OBJECT(
            "objects of `%s` are not followed: %s.",
            "use a final class of this file without type parameters, a record or arrays."),
    UNFINISHED_OBJECT(
            "`%s` hands out an object of `%s` before its constructor is done.",
            "set all fields first, and do this in a static method that makes the object."),
    KEPT_OBJECT(
            "`%s` goes to code that is not looked into, and generated code cannot build such an object of `%s`.",
            "pass its numbers, or make it a record."),
    RECURSIVE_RECORD("the record `%s` contains itself.", "use arrays."),
    STRING_CONCATENATION(
            "a string with a number to be differentiated in it can only be printed, thrown or put into other strings.",
            "ask the number instead."),
    REFERENCE_COMPARISON(
            "`%s` asks whether two arrays or records are the same one, which is not followed.",
            "compare their parts, one by one, or use a flag."),
    INSTANCEOF(
            "this asks for the class of an object, which is not followed.",
            "ask for a class of this file of which generated code can see the name, or use a flag or an enum."),
    NULL(
            "`null` is no record, so it has no components that could be followed.",
            "use a flag that says that there is none."),
    NEWER_JAVA(
            "%s is newer than the Java that can be differentiated.", "use the constructs of Java 17 without patterns."),
    UNSUPPORTED("%s cannot be differentiated.", "write it with local variables, arrays, loops and static methods."),
    UNAVAILABLE(
            "`%s` cannot be differentiated: %s.",
            "write this part differently, or give its derivative by hand with @DerivativeOf."),

    // Warnings
    ITERATION(
            "what this loop finds changes with differentiated values only through comparisons, as in a bisection, so "
                    + "`%s` has the derivative 0 by way of it.",
            "give the derivative of the method that finds it by hand, with @DerivativeOf; if 0 is right, say "
                    + "@SuppressWarnings(\"leibniz:iteration\").") {
        @Override
        public boolean isWarning() {
            return true;
        }
    },
    CHECKPOINTED(
            "@Checkpointed has no effect here: %s. The derivative is right, but what it needs is stored.",
            "change that, or leave the annotation out, or say @SuppressWarnings(\"leibniz:checkpointed\").") {
        @Override
        public boolean isWarning() {
            return true;
        }
    },

    NOT_REVERSED(
            "the steps of this loop are not undone, though they are @Reversible: %s. The derivative is right, but what it needs is "
                    + "stored.",
            "change that, or use @Checkpointed, or say @SuppressWarnings(\"leibniz:not-reversed\").") {
        @Override
        public boolean isWarning() {
            return true;
        }
    },

    // Leibniz itself
    CHANGED_SOURCE(
            "another annotation processor changes this class while it is compiled, and in what Leibniz sees of the changes javac "
                    + "finds an error: %s.",
            "if there is none without Leibniz, move the @Differentiable methods to a class that is not changed."),
    UNKNOWN_PASS("`%s`, which -A%s names, is %s.", "write one of these names: %4$s."),
    UNUSABLE_COMPILER(
            "derivatives cannot be generated: %s.",
            "compile with javac from a JDK 17 or newer, with the processor on the annotation processor path; ECJ tells where "
                    + "sources are on JDK 18 or newer, or if it has a source path."),
    INTERNAL(
            "internal error while differentiating `%s`: %s.",
            "this is a bug in Leibniz, not in your code; please report it, with the file that -Aleibniz.report=FILE writes.");

    private final String message;
    private final String hint;

    ProblemCode(String message, String hint) {
        this.message = message;
        this.hint = hint;
    }

    /** The name of the problem, as in {@code mutated-parameter}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the program is differentiated all the same. */
    public boolean isWarning() {
        return false;
    }

    /** The message: the problem and its reason, then what to write instead. */
    public String message(Object... args) {
        return String.format(Locale.ROOT, message, args) + " Hint: " + String.format(Locale.ROOT, hint, args);
    }
}
