package dev.leibniz.processor.frontend.read;

import com.sun.source.tree.VariableTree;
import dev.leibniz.processor.frontend.read.program.ResultShapes;
import dev.leibniz.processor.frontend.read.values.JavaValue;
import dev.leibniz.processor.frontend.shadow.SourceMethod;
import dev.leibniz.processor.frontend.types.Annotations;
import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.walk.IrVerifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;

/**
 * A method that fills arrays, as a function that returns them: it makes the arrays that {@code @Result} is written on, calls the
 * method, and leaves its result.
 */
final class FilledResults {
    private final MethodReader reader;

    /** @param reader the reader of the method, for the code around its call */
    FilledResults(MethodReader reader) {
        this.reader = reader;
    }

    /**
     * Writes the function.
     *
     * @param name its name
     * @param body the name of the function with the method's body
     */
    Function read(String name, String body) {
        SourceMethod method = reader.method();
        List<Var> params = new ArrayList<>();
        Map<String, JavaValue> own = new LinkedHashMap<>();
        List<Optional<JavaValue>> args = new ArrayList<>();
        for (VariableTree parameter : method.tree().getParameters()) {
            Element element = reader.element(parameter);
            if (Annotations.isResult(element)) {
                args.add(Optional.empty());
            } else {
                JavaValue datum = reader.parameter(parameter, element, params);
                own.put(parameter.getName().toString(), datum);
                args.add(Optional.of(datum));
            }
        }
        ResultShapes shapes = new ResultShapes(reader, own);
        List<Value> all = new ArrayList<>();
        List<Value> results = new ArrayList<>();
        for (int i = 0; i < args.size(); i++) {
            VariableTree parameter = method.tree().getParameters().get(i);
            if (args.get(i).isPresent()) {
                all.addAll(args.get(i).get().leaves());
            } else {
                Element element = reader.element(parameter);
                Value array = shapes.array(parameter, element, reader.typeOf(element.asType(), parameter));
                results.add(array);
                all.add(array);
            }
        }
        ExecutableElement element = method.element();
        Layout returned = reader.layoutOf(element.getReturnType(), method.tree(), false);
        reader.calls().call(new Callee.Local(body, false), all, returned, "", method.tree());
        List<Var> named =
                results.stream().map(result -> Var.temporary(result.type())).toList();
        BlockBuilder whole = new BlockBuilder();
        whole.addAll(reader.code().stmts());
        Function function = new Function(name, params, named, whole.build(results));
        IrVerifier.verify(function);
        return function;
    }
}
