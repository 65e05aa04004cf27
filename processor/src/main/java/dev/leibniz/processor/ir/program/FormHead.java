package dev.leibniz.processor.ir.program;

import dev.leibniz.processor.contract.Derivative;
import dev.leibniz.processor.contract.Part;
import dev.leibniz.processor.contract.ReturnedRecord;
import dev.leibniz.processor.contract.Role;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.ir.Signature;
import dev.leibniz.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The contract of a form, applied to one method: its parameters, and the components of its result. */
public record FormHead(Derivative form, List<Signature.Parameter> params, Layout result) {

    public static FormHead of(Signature method, Derivative form) {
        return new FormHead(form, method.params(), method.result());
    }

    /**
     * A parameter that the generated method takes after the method's own parameters.
     *
     * @param owner the parameter that it belongs to; nothing for a cotangent
     */
    public record Argument(Role role, Optional<Signature.Parameter> owner, Layout layout) {

        /** Whether a leaf of its layout is a parameter of the function of the IR. */
        public boolean has(Layout.Leaf leaf) {
            return role.runtimeClass().isPresent()
                    || leaf.differentiated()
                            && (role != Role.BUFFER || leaf.type().isArray());
        }
    }

    /**
     * A component of a returned record.
     *
     * @param owner the parameter that it belongs to; nothing if it belongs to the result
     * @param words its description in the Javadoc
     */
    public record Component(Part part, Optional<Signature.Parameter> owner, String name, String words) {}

    /** Whether a method of this shape has the form, if it is asked for. */
    public boolean exists() {
        boolean hasRecords =
                params.stream().anyMatch(param -> param.differentiated() && param.layout() instanceof Layout.Record);
        if (form.takes(Role.ROWS) && hasRecords || countsNumbers() && hasRecordArrays()) {
            return false;
        }
        boolean hasBuffers = !form.isInto() || params.stream().anyMatch(Signature.Parameter::isBuffered);
        return hasBuffers
                && switch (form.result()) {
                    case ANY -> true;
                    case NUMBER ->
                        result instanceof Layout.Leaf leaf && leaf.type().isFloating();
                    case VECTOR ->
                        result instanceof Layout.Leaf leaf
                                && leaf.type().rank() == 1
                                && leaf.type().isDifferentiable();
                };
    }

    /** Whether the numbers of all parameters are in one row, which those of arrays of records are not. */
    private boolean countsNumbers() {
        return form.returned().has(Part.MATRIX)
                || form.returned().has(Part.SPARSE_JACOBIAN)
                || form.returned().has(Part.SPARSE_HESSIAN)
                || form.returned().isOfRuntime()
                || form.returned().isClass();
    }

    /** Whether there is an array of records among what is differentiated. */
    public boolean hasRecordArrays() {
        return result.hasRecordArray()
                || params.stream()
                        .anyMatch(param ->
                                param.differentiated() && param.layout().hasRecordArray());
    }

    /** The forms that this one is written with the help of: instead of a form the one with buffers, if there is one. */
    public List<FormHead> helpers() {
        List<FormHead> helpers = new ArrayList<>();
        for (Derivative need : form.needs()) {
            FormHead helper = new FormHead(need, params, result);
            Optional<FormHead> into = need.into()
                    .map(other -> new FormHead(other, params, result))
                    .filter(FormHead::exists);
            helpers.add(into.orElse(helper));
        }
        return helpers;
    }

    public List<Argument> arguments() {
        List<Argument> arguments = new ArrayList<>();
        for (Role role : form.roles()) {
            if (role.isPerParameter()) {
                for (Signature.Parameter param : params) {
                    if (role == Role.BUFFER ? param.isBuffered() : param.differentiated()) {
                        arguments.add(new Argument(role, Optional.of(param), param.layout()));
                    }
                }
            } else {
                Layout layout = role.runtimeClass()
                        .<Layout>map(name -> new Layout.Leaf(new Type.Opaque(name), false))
                        .orElse(result);
                arguments.add(new Argument(role, Optional.empty(), layout));
            }
        }
        return arguments;
    }

    /** The components of the record that is returned. */
    public List<Component> components() {
        return components(form.returned());
    }

    /** The components of a record that is returned, or is part of what is returned. */
    public List<Component> components(ReturnedRecord record) {
        List<Component> components = new ArrayList<>();
        for (ReturnedRecord.Component component : record.components()) {
            Part part = component.part();
            if (part.isPerParameter()) {
                for (Signature.Parameter param : params) {
                    if (param.differentiated()) {
                        String words = component.words(param.name());
                        components.add(new Component(part, Optional.of(param), param.name(), words));
                    }
                }
            } else {
                components.add(new Component(part, Optional.empty(), name(part), component.words()));
            }
        }
        return components;
    }

    /** The parts that the flat results of the form make, in order: those of the nested record in its place. */
    public List<Component> flatComponents() {
        List<Component> flat = new ArrayList<>();
        for (Component component : components()) {
            if (component.part() == Part.GRADIENT_RECORD) {
                flat.addAll(components(ReturnedRecord.GRAD));
            } else {
                flat.add(component);
            }
        }
        return flat;
    }

    /** The name of a component: parameters keep their names, and a component gives way to them. */
    private String name(Part part) {
        String free = isParameter(part.component()) ? part.otherwise() : part.component();
        while (isParameter(free)) {
            free += "Out";
        }
        return free;
    }

    private boolean isParameter(String name) {
        return params.stream().anyMatch(param -> param.name().equals(name));
    }
}
