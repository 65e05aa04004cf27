package dev.leibniz.processor.frontend.read.collections;

import dev.leibniz.processor.frontend.read.MethodReader;
import dev.leibniz.processor.frontend.read.collections.StreamReader.Pipeline;
import dev.leibniz.processor.frontend.read.collections.StreamReader.Stage;
import dev.leibniz.processor.frontend.read.control.Carried;
import dev.leibniz.processor.frontend.read.values.Exit;
import dev.leibniz.processor.frontend.read.values.HelperVariable;
import dev.leibniz.processor.frontend.read.values.JavaValue;
import dev.leibniz.processor.frontend.read.values.StatementEnd;
import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The loops that streams are: over the elements of the source, through the stages, with variables that change from one element to the next. */
final class StreamLoops {
    private final MethodReader reader;
    private final StreamReader streams;

    StreamLoops(MethodReader reader) {
        this.reader = reader;
        this.streams = new StreamReader(reader);
    }

    /** @param changed the variables that change from one element to the next */
    void over(Pipeline pipeline, Set<HelperVariable> changed, Consumer<JavaValue> each) {
        over(pipeline, changed, (element, index) -> each.accept(element));
    }

    /** The code that runs for each element. */
    interface Body {
        void read(JavaValue element, Value index);
    }

    void over(Pipeline pipeline, Set<HelperVariable> changed, Body each) {
        BlockBuilder outer = reader.code();
        Carried carried = Carried.of(reader.environment(), changed);
        reader.switchTo(outer.nested(), carried.inside());
        String name = streams.nameOfElements(pipeline);
        Var index = new Var(pipeline.source().isRange() ? name : "", Type.INT);
        JavaValue first = pipeline.source().element().at(index, name);
        stage(pipeline.stages(), first, element -> each.read(element, index));
        List<Value> yields = carried.next(reader, StatementEnd.NORMAL);
        BlockBuilder inner = reader.code();
        reader.switchTo(outer, carried.after());
        outer.add(new Loop.For(
                index,
                pipeline.source().from(),
                Op.Primitive.LT,
                pipeline.source().to(),
                1,
                carried.params(),
                carried.inits(),
                inner.build(yields),
                carried.results(),
                outer.origin()));
    }

    private void stage(List<Stage> stages, JavaValue element, Consumer<JavaValue> end) {
        if (stages.isEmpty()) {
            end.accept(element);
            return;
        }
        Stage stage = stages.get(0);
        List<Stage> rest = stages.subList(1, stages.size());
        JavaValue mapped = streams.mapped(stage, element);
        if (!stage.isFilter()) {
            stage(rest, mapped, end);
            return;
        }
        reader.control()
                .branch(
                        mapped.value(),
                        () -> {
                            stage(rest, element, end);
                            return StatementEnd.NORMAL;
                        },
                        () -> StatementEnd.NORMAL,
                        (Exit) null);
    }

    HelperVariable slot(String name, Value initial) {
        HelperVariable slot = new HelperVariable(name);
        reader.set(slot, JavaValue.of(initial));
        return slot;
    }

    Value get(HelperVariable slot) {
        return reader.environment().get(slot).value();
    }

    Value taken(HelperVariable slot) {
        return reader.environment().remove(slot).value();
    }

    void set(HelperVariable slot, Value value) {
        reader.set(slot, JavaValue.of(value));
    }
}
