package dev.leibniz.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import dev.leibniz.processor.contract.CamelCase;
import dev.leibniz.processor.contract.Derivative;
import dev.leibniz.processor.contract.Role;
import dev.leibniz.processor.emit.locals.NameScope;
import dev.leibniz.processor.emit.text.JavaTypes;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.ir.Signature;
import dev.leibniz.processor.ir.Signature.Parameter;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.program.FormHead;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The parameters of one generated method: the user's own, then cotangent, tangents or buffers under names of their own;
 * and how the flat parameters of the IR function are found in them.
 */
final class FormParameters {
    /**
     * A Java parameter.
     *
     * @param of the method's own parameter that it is, or is a tangent or buffer of; for a cotangent, the name of none
     */
    record Item(String name, TypeName type, Layout layout, Role role, String of) {}

    /**
     * A flat parameter: the Java variable it is in, and what that is read from if it is part of a record.
     *
     * @param path the accessors that lead to it; empty if the item is the value itself
     */
    record Flat(String name, Type type, Item item, String path) {
        boolean unpacked() {
            return !path.isEmpty();
        }
    }

    private final List<Item> items = new ArrayList<>();
    private final List<Flat> flats = new ArrayList<>();
    private final Set<String> names = new LinkedHashSet<>();
    private final boolean varargs;

    FormParameters(Signature signature, Derivative form) {
        for (Signature.Parameter p : signature.params()) {
            names.add(p.name());
        }
        for (Signature.Parameter p : signature.params()) {
            boolean hidesClass = !NameScope.isUsable(p.name());
            add(p, hidesClass ? name(p.name() + "Value") : p.name(), Role.PRIMAL);
        }
        for (FormHead.Argument argument : FormHead.of(signature, form).arguments()) {
            if (argument.owner().isPresent()) {
                Parameter owner = argument.owner().get();
                add(owner, name(owner.name() + argument.role().suffix()), argument.role());
            } else {
                Layout result = argument.layout();
                TypeName type = several(argument.role(), JavaTypes.of(result));
                items.add(new Item(name(argument.role().suffix()), type, result, argument.role(), ""));
            }
        }
        for (Item item : items) {
            flatten(item);
        }
        int last = signature.params().size() - 1;
        varargs = last >= 0
                && items.size() == last + 1
                && signature.params().get(last).varargs();
    }

    private void add(Parameter p, String name, Role role) {
        items.add(new Item(name, several(role, JavaTypes.named(p.javaType())), p.layout(), role, p.name()));
    }

    private static TypeName several(Role role, TypeName type) {
        return role.isSeveral() ? ArrayTypeName.of(type) : type;
    }

    private String name(String wish) {
        String name = NameScope.numbered(wish, n -> !names.contains(n));
        names.add(name);
        return name;
    }

    private void flatten(Item item) {
        List<Layout.Leaf> leaves = item.layout().leaves();
        List<String> paths = item.layout().accessPaths();
        List<String> components = item.layout().namePaths();
        for (int i = 0; i < leaves.size(); i++) {
            Layout.Leaf leaf = leaves.get(i);
            boolean present = switch (item.role()) {
                case PRIMAL, PATTERN, MATRIX -> true;
                case COTANGENT, COTANGENTS, TANGENT, TANGENTS, ROWS -> leaf.differentiated();
                case BUFFER -> leaf.differentiated() && leaf.type().isArray();
            };
            if (present) {
                String path = paths.get(i);
                String name = path.isEmpty() ? item.name() : name(item.name() + CamelCase.ofPath(components.get(i)));
                Type type = item.role().isSeveral() ? Type.arrayOf(leaf.type()) : leaf.type();
                flats.add(new Flat(name, type, item, path));
            }
        }
    }

    List<Item> items() {
        return items;
    }

    List<Flat> flats() {
        return flats;
    }

    /** All names that are taken in the method's body before its first statement. */
    Set<String> names() {
        return names;
    }

    boolean isVarargs() {
        return varargs;
    }

    /** The item with that role for one of the method's own parameters. */
    Item item(Role role, String of) {
        return items.stream()
                .filter(item -> item.role() == role && item.of().equals(of))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no " + role + " for " + of));
    }

    /** The parameters as they are declared. */
    List<ParameterSpec> declared() {
        return items.stream()
                .map(item -> ParameterSpec.builder(item.type(), item.name()).build())
                .toList();
    }
}
