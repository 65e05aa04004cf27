package dev.leibniz.processor.fuzz;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;

/**
 * Walks and rebuilds syntax trees without knowing the kinds of their nodes: every node is a record, every sequence a
 * list.
 */
final class AstWalk {

    private AstWalk() {}

    /** A way from the root to a node: component numbers of records and positions in lists, alternating as they come. */
    record Path(List<Integer> steps) {
        Path then(int step) {
            List<Integer> longer = new ArrayList<>(steps);
            longer.add(step);
            return new Path(List.copyOf(longer));
        }
    }

    /** All nodes (records) in a tree, outer ones first. */
    static List<Object> nodes(Object root) {
        List<Object> found = new ArrayList<>();
        for (Path path : paths(root)) {
            Object node = at(root, path);
            if (node instanceof Record) {
                found.add(node);
            }
        }
        return found;
    }

    /** The paths to all records and lists of a tree, outer ones first. Types are not entered. */
    static List<Path> paths(Object root) {
        List<Path> found = new ArrayList<>();
        collect(root, new Path(List.of()), found);
        return found;
    }

    private static void collect(Object node, Path path, List<Path> found) {
        if (node instanceof Type || !(node instanceof Record || node instanceof List<?>)) {
            return;
        }
        found.add(path);
        List<Object> children = children(node);
        for (int i = 0; i < children.size(); i++) {
            collect(children.get(i), path.then(i), found);
        }
    }

    /** The node at a path. */
    static Object at(Object root, Path path) {
        Object node = root;
        for (int step : path.steps()) {
            node = children(node).get(step);
        }
        return node;
    }

    /** The tree with another node at a path. */
    static Object replaced(Object root, Path path, Object replacement) {
        return replaced(root, path.steps(), replacement);
    }

    private static Object replaced(Object node, List<Integer> steps, Object replacement) {
        if (steps.isEmpty()) {
            return replacement;
        }
        List<Object> children = new ArrayList<>(children(node));
        int step = steps.get(0);
        children.set(step, replaced(children.get(step), steps.subList(1, steps.size()), replacement));
        return node instanceof List<?> ? List.copyOf(children) : rebuilt((Record) node, children);
    }

    static List<Object> children(Object node) {
        List<Object> children = new ArrayList<>();
        if (node instanceof List<?> list) {
            children.addAll(list);
            return children;
        }
        try {
            for (RecordComponent component : node.getClass().getRecordComponents()) {
                children.add(component.getAccessor().invoke(node));
            }
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new AssertionError(e);
        }
        return children;
    }

    private static Object rebuilt(Record node, List<Object> children) {
        RecordComponent[] components = node.getClass().getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < types.length; i++) {
            types[i] = components[i].getType();
        }
        try {
            var constructor = node.getClass().getDeclaredConstructor(types);
            return constructor.newInstance(children.toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
