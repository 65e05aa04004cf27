package dev.leibniz.processor.fuzz;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What a class declares for the dress of its methods, and which variables lambdas may capture where they are written. */
final class Members {

    private final List<String> texts = new ArrayList<>();
    private final Deque<List<String>> open = new ArrayDeque<>();
    private final Map<String, String> interfaces = new LinkedHashMap<>();
    private Set<String> frozen = new TreeSet<>();
    private String filled = "";
    private int count;

    /** A number that no other member has. */
    int next() {
        return count++;
    }

    /** Declares something, a line each, as a part of what is open. */
    void add(String... lines) {
        (open.isEmpty() ? texts : open.peek()).addAll(List.of(lines));
    }

    /** What is added from now on stays together; what is opened inside of it goes elsewhere. */
    void open() {
        open.push(new ArrayList<>());
    }

    void close() {
        texts.addAll(open.pop());
    }

    List<String> texts() {
        return texts;
    }

    /** The functional interface, whose method is {@code at}, of these parameters and this result. */
    String function(Type result, List<Type> parameters) {
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < parameters.size(); i++) {
            list.append(i == 0 ? "" : ", ")
                    .append(parameters.get(i).java())
                    .append(" p")
                    .append(i);
        }
        String method = result.java() + " at(" + list + ");";
        return interfaces.computeIfAbsent(method, m -> {
            String name = "Fn" + interfaces.size();
            texts.add("interface " + name + " { " + m + " }");
            return name;
        });
    }

    /** The method that is being written fills an array of this name, or none if it is empty. */
    void fills(String array) {
        filled = array;
    }

    boolean fills() {
        return !filled.isEmpty();
    }

    boolean isFrozen(String name) {
        return frozen.contains(name);
    }

    /** Other variables are in scope now; returns those before, to go back to. */
    Set<String> enter(Set<String> others) {
        Set<String> before = frozen;
        frozen = others;
        return before;
    }

    Set<String> frozen() {
        return frozen;
    }
}
