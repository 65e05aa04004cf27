package dev.leibniz.processor.frontend;

import dev.leibniz.processor.frontend.FrontEnd.ReadClass;
import dev.leibniz.processor.frontend.headers.GradHeader;
import dev.leibniz.processor.frontend.host.HostTrees;
import dev.leibniz.processor.frontend.host.ModuleView;
import dev.leibniz.processor.frontend.shadow.Messages;
import dev.leibniz.processor.ir.Callee.Replay;
import dev.leibniz.processor.ir.Origin;
import dev.leibniz.processor.ir.Signature;
import dev.leibniz.processor.problem.ProblemCode;
import java.util.Collection;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Reports problems and warnings at their places, after classes and methods were read. */
public final class Reports {
    private final ProcessingEnvironment host;
    private final Optional<HostTrees> trees;
    private final Messages messages;

    Reports(ProcessingEnvironment host, Optional<HostTrees> trees, Messages messages) {
        this.host = host;
        this.trees = trees;
        this.messages = messages;
    }

    /** Reports that a method was read, but cannot be differentiated. */
    public void refusal(ReadClass read, Signature method, Origin origin, String reason) {
        int position = origin.position() >= 0 ? origin.position() : method.position();
        messages.printAt(read.element(), position, ProblemCode.UNAVAILABLE, method.method(), reason);
    }

    /** Warns of a loop in which a method searches by comparisons. */
    public void iteration(ReadClass read, Signature method, Origin loop) {
        messages.warn(read.element(), method, loop.position(), ProblemCode.ITERATION, method.method());
    }

    /** Warns of code that was to run again in the backward sweep, and does not. */
    public void notReplayed(ReadClass read, Signature method, Origin place, Replay replay, String reason) {
        int position = place.position() >= 0 ? place.position() : method.position();
        ProblemCode code = replay instanceof Replay.Backwards ? ProblemCode.NOT_REVERSED : ProblemCode.CHECKPOINTED;
        messages.warn(read.element(), method, position, code, reason);
    }

    /**
     * The generated class cannot be written, because javac was given a source of that name, which is no problem if it is the
     * same, from an earlier build; or because another compiler has seen a class of that name.
     */
    public void existing(ReadClass read, String text) {
        Optional<String> source = generatedFor(read)
                .flatMap(existing -> trees.map(t -> t.unitOf(existing)))
                .map(HostTrees::textOf);
        if (source.isEmpty()) {
            report(read, ProblemCode.EXISTING_CLASS, companionOf(read));
        } else if (!source.get().equals(text)) {
            report(
                    read,
                    ProblemCode.STALE_SOURCE,
                    companionOf(read),
                    read.element().getSimpleName());
        }
    }

    /** The generated class would not fit into a class file. */
    public void tooMany(ReadClass read, int forms, int most) {
        messages.printAt(
                read.element(), ProblemCode.TOO_MANY_METHODS, read.element().getSimpleName(), forms, most);
    }

    /** The generated class calls functions that its module cannot read. */
    public void missingRuntime(ReadClass read) {
        report(read, ProblemCode.MISSING_RUNTIME, read.element().getSimpleName());
    }

    /**
     * Looks at a class that was generated in an earlier round. javac before 24 adds the components of a record to those that it
     * had in an earlier build, if it has read them, and does not survive it.
     */
    public void generated(ReadClass read) {
        if (!trees.map(HostTrees::areOfJavac).orElse(false)) {
            return;
        }
        boolean hasOldComponents = generatedFor(read).stream()
                .flatMap(companion -> ElementFilter.typesIn(companion.getEnclosedElements()).stream())
                .filter(type -> type.getKind() == ElementKind.RECORD)
                .anyMatch(record -> record.getRecordComponents().size()
                        != ElementFilter.fieldsIn(record.getEnclosedElements()).size());
        if (hasOldComponents) {
            report(read, ProblemCode.STALE_CLASS, companionOf(read));
        }
    }

    private Optional<TypeElement> generatedFor(ReadClass read) {
        ModuleView view =
                ModuleView.of(host.getElementUtils(), read.destination().module());
        return Optional.ofNullable(view.type(companionOf(read)));
    }

    private static String companionOf(ReadClass read) {
        return GradHeader.nameOf(read.element(), read.program().packageName());
    }

    private void report(ReadClass read, ProblemCode code, Object... args) {
        messages.printAtMethod(read.element(), read.program().methods().get(0), code, args);
    }

    /** Reports a name in an option of ours that means nothing, with those that could have been meant. */
    public void unknownPass(String name, String option, String what, Collection<String> known) {
        messages.print(ProblemCode.UNKNOWN_PASS, name, option, what, String.join(", ", known));
    }

    /** Reports a failure of our own with one of the methods that were read. */
    public void internal(ReadClass read, Signature method, String what) {
        messages.printAtMethod(read.element(), method, ProblemCode.INTERNAL, method.method(), what);
    }

    /** Reports a failure of our own at the elements it concerns. */
    public void internal(Collection<? extends Element> elements, String what) {
        for (Element element : elements) {
            messages.printAt(element, ProblemCode.INTERNAL, element.getSimpleName(), what);
        }
        if (elements.isEmpty()) {
            messages.print(ProblemCode.INTERNAL, "?", what);
        }
    }

    void unusable(Element method, String reason) {
        messages.printAt(method, ProblemCode.UNUSABLE_COMPILER, reason);
    }
}
