package dev.leibniz.launcher;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * The derivatives of one method, out of all that was generated: its forms, the private methods they call, and the records they
 * return.
 *
 * @param text the members, without Javadoc; empty when there are none of this method
 * @param known the methods that derivatives were generated for
 */
record Listing(String text, Set<String> known) {
    static Listing of(CompiledFile compiled, String method) throws IOException {
        Set<String> annotated = annotated(compiled);
        List<String> members = new ArrayList<>();
        for (Map.Entry<String, String> generated : compiled.generated().entrySet()) {
            members.addAll(members(generated.getKey(), generated.getValue(), method, annotated));
        }
        return new Listing(String.join("\n\n", members), annotated);
    }

    private static List<String> members(String name, String source, String method, Set<String> annotated)
            throws IOException {
        Parsed parsed = Parsed.of(name, source);
        List<String> texts = new ArrayList<>();
        for (ClassTree type : parsed.types()) {
            Map<String, Tree> wanted = new LinkedHashMap<>();
            List<Tree> left = new ArrayList<>(type.getMembers());
            left.removeIf(member -> isFormOf(member, method, annotated) && add(wanted, member));
            boolean found = !wanted.isEmpty();
            while (found) {
                Set<String> named = namesIn(wanted.values());
                found = left.removeIf(member -> named.contains(nameOf(member)) && add(wanted, member));
            }
            type.getMembers().stream()
                    .filter(wanted::containsValue)
                    .map(parsed::textOf)
                    .forEach(texts::add);
        }
        return texts;
    }

    private static boolean add(Map<String, Tree> wanted, Tree member) {
        wanted.put(nameOf(member) + "#" + wanted.size(), member);
        return true;
    }

    /** Whether a member is a public derivative of the method, and not of one with a longer name. */
    private static boolean isFormOf(Tree member, String method, Set<String> annotated) {
        return member instanceof MethodTree form
                && form.getModifiers().getFlags().contains(Modifier.PUBLIC)
                && annotated.stream()
                        .filter(name -> form.getName().toString().startsWith(name))
                        .max((a, b) -> Integer.compare(a.length(), b.length()))
                        .filter(method::equals)
                        .isPresent();
    }

    private static String nameOf(Tree member) {
        return member instanceof MethodTree method
                ? method.getName().toString()
                : member instanceof ClassTree type ? type.getSimpleName().toString() : "";
    }

    private static Set<String> namesIn(Iterable<Tree> members) {
        Set<String> names = new LinkedHashSet<>();
        for (Tree member : members) {
            new TreeScanner<Void, Void>() {
                @Override
                public Void visitIdentifier(IdentifierTree identifier, Void none) {
                    names.add(identifier.getName().toString());
                    return null;
                }
            }.scan(member, null);
        }
        return names;
    }

    /** The names under which derivatives are generated: those of annotated methods, or what the annotation says instead. */
    private static Set<String> annotated(CompiledFile compiled) throws IOException {
        Set<String> names = new TreeSet<>();
        Parsed parsed = Parsed.of(compiled.mainClass(), compiled.text());
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitMethod(MethodTree method, Void none) {
                method.getModifiers().getAnnotations().stream()
                        .filter(annotation ->
                                annotation.getAnnotationType().toString().endsWith("Differentiable"))
                        .forEach(annotation -> names.add(annotation.getArguments().stream()
                                .map(Tree::toString)
                                .filter(argument -> argument.startsWith("name = \""))
                                .map(argument -> argument.substring("name = \"".length(), argument.length() - 1))
                                .findFirst()
                                .orElse(method.getName().toString())));
                return super.visitMethod(method, null);
            }
        }.scan(parsed.unit(), null);
        return names;
    }

    /** A source that was parsed. */
    private record Parsed(String source, CompilationUnitTree unit, SourcePositions positions) {
        static Parsed of(String name, String source) throws IOException {
            JavaFileObject file =
                    new SimpleJavaFileObject(URI.create("memory:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
                        @Override
                        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                            return source;
                        }
                    };
            JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                    .getTask(null, null, diagnostic -> {}, List.of("-proc:none"), null, List.of(file));
            CompilationUnitTree unit = task.parse().iterator().next();
            return new Parsed(source, unit, Trees.instance(task).getSourcePositions());
        }

        List<ClassTree> types() {
            return unit.getTypeDecls().stream()
                    .filter(ClassTree.class::isInstance)
                    .map(ClassTree.class::cast)
                    .collect(Collectors.toList());
        }

        /** The text of a member, moved to the left margin. */
        String textOf(Tree member) {
            int start = (int) positions.getStartPosition(unit, member);
            int end = (int) positions.getEndPosition(unit, member);
            int line = source.lastIndexOf('\n', start) + 1;
            return (" ".repeat(start - line) + source.substring(start, end)).stripIndent();
        }
    }
}
