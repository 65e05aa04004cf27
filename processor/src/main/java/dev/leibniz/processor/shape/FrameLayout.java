package dev.leibniz.processor.shape;

import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Origin;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.walk.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.SourceVersion;

/**
 * The frame of a method that was too long: an object in which values travel between its parts, with a field for each value, of
 * its type and under its name, written where the value is defined. A field serves one variable only, and variables are defined
 * once: whoever reads the field after the definition finds the value, also in a loop. What is too much for fields is in
 * {@link FrameArrays}.
 *
 * <p>The class of the object is known when all parts are made. Until then they hand on a variable of a class without fields.
 */
final class FrameLayout {
    private static final String NAME = "locals";
    private static final int MOST_FIELDS = 250;

    private final Var frame = new Var(NAME, new Type.Frame("", Map.of()));
    private final FrameArrays arrays = new FrameArrays();
    private final FrameClasses classes;
    private final ValueNames names;
    private final Map<Var, String> fields = new LinkedHashMap<>();
    private final Set<String> taken = new HashSet<>();

    /** @param names the names of the values of the method */
    FrameLayout(FrameClasses classes, ValueNames names) {
        this.classes = classes;
        this.names = names;
    }

    /** Gives the variable a place, if it has none: a field, and the name of the field, if it has none either. */
    void add(Var variable) {
        if (has(variable)) {
            return;
        } else if (fields.size() < MOST_FIELDS && classes.haveRoom()) {
            String field = FreshNames.of(fieldName(variable), taken);
            fields.put(variable, field);
            variable.suggestName(field);
        } else {
            arrays.add(variable);
        }
    }

    private String fieldName(Var variable) {
        String name = names.outOfContext(variable);
        return SourceVersion.isName(name) ? name : name + "Value";
    }

    boolean has(Var variable) {
        return fields.containsKey(variable) || arrays.has(variable);
    }

    /** Whether the variable holds the frame itself. */
    boolean isFrame(Var variable) {
        return variable == frame || arrays.isArray(variable);
    }

    /** {@code variable = frame.field}, under the variable's own name. */
    Stmt load(Var variable, Origin origin) {
        Expr place = arrays.has(variable)
                ? arrays.element(variable)
                : new Expr.GetField(frame, field(variable), variable.type());
        return new Stmt.Let(variable, place, origin);
    }

    /** Whether the statement only reads a variable from the frame. */
    boolean isLoad(Stmt stmt) {
        return stmt instanceof Stmt.Let let
                && let.operands().stream().anyMatch(operand -> operand instanceof Var variable && isFrame(variable));
    }

    /** {@code frame.field = value}, for a variable that is not defined in any other way. */
    Stmt store(Var variable, Value value) {
        return store(variable, value, Origin.NONE);
    }

    private Stmt store(Var variable, Value value, Origin origin) {
        return arrays.has(variable)
                ? arrays.store(variable, value, origin)
                : new Stmt.SetField(frame, field(variable), value, origin);
    }

    private String field(Var variable) {
        String field = fields.get(variable);
        if (field == null) {
            throw new IllegalStateException("not in the frame: " + variable);
        }
        return field;
    }

    /** Writes those of the variables that have a place to their place. */
    List<Stmt> stores(List<Var> variables, Origin origin) {
        List<Stmt> stores = new ArrayList<>();
        for (Var variable : variables) {
            if (has(variable)) {
                stores.add(store(variable, variable, origin));
            }
        }
        return stores;
    }

    /** The statements with a write after each definition of a variable that has a place. */
    List<Stmt> withStores(List<Stmt> stmts) {
        List<Stmt> all = new ArrayList<>();
        for (Stmt stmt : stmts) {
            all.add(withStoresInside(stmt));
            if (!isLoad(stmt)) {
                all.addAll(stores(stmt.results(), stmt.origin()));
            }
        }
        return all;
    }

    private Stmt withStoresInside(Stmt stmt) {
        if (stmt instanceof Stmt.If s) {
            return s.with(s.condition(), withStores(s.then(), List.of()), withStores(s.otherwise(), List.of()));
        } else if (stmt instanceof Loop.For s) {
            List<Var> given = new ArrayList<>(s.params());
            given.add(s.index());
            return s.with(s.operands(), List.of(withStores(s.body(), given)));
        } else if (stmt instanceof Loop.While s) {
            return s.with(s.operands(), List.of(s.condition(), withStores(s.body(), s.params())));
        }
        return stmt;
    }

    private Block withStores(Block block, List<Var> given) {
        List<Stmt> all = new ArrayList<>(stores(given, Origin.NONE));
        all.addAll(withStores(block.stmts()));
        return new Block(all, block.yields());
    }

    /**
     * The function, with a frame that it makes if there is need for one, and its parts, which are given that frame.
     *
     * @param name the base of the name of the frame's class
     */
    MethodSplitting.Split complete(Function function, List<Function> parts, String name) {
        List<Stmt> stmts = new ArrayList<>(arrays.allocations());
        stmts.addAll(stores(function.params(), Origin.NONE));
        stmts.addAll(withStores(function.body().stmts()));
        Block storing = new Block(stmts, function.body().yields());
        if (fields.isEmpty()) {
            return new MethodSplitting.Split(function.withBody(storing), parts);
        }
        Map<String, Type> types = new LinkedHashMap<>();
        fields.forEach((variable, field) -> types.put(field, variable.type()));
        Type.Frame type = classes.with(types, name);
        Var own = new Var(NAME, type);
        List<Stmt> making = new ArrayList<>(List.of(new Stmt.Let(own, new Expr.NewFrame(type), Origin.NONE)));
        making.addAll(on(own, storing).stmts());
        return new MethodSplitting.Split(
                function.withBody(new Block(making, storing.yields())),
                parts.stream().map(part -> on(new Var(NAME, type), part)).toList());
    }

    /** The part, which is given a frame of that class. */
    private Function on(Var own, Function part) {
        List<Var> params = Walk.map(part.params(), param -> param == frame ? own : param);
        return new Function(part.name(), params, part.results(), on(own, part.body()));
    }

    private Block on(Var own, Block block) {
        return block.with(
                Walk.map(
                        block.stmts(),
                        stmt -> Walk.rebuild(stmt, value -> value == frame ? own : value, inner -> on(own, inner))),
                block.yields());
    }
}
