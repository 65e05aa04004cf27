package dev.leibniz.processor.frontend.headers;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import dev.leibniz.processor.frontend.host.Edits;
import dev.leibniz.processor.frontend.host.HostTrees;
import dev.leibniz.processor.frontend.host.ModuleView;
import dev.leibniz.processor.frontend.host.WrittenFile;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * The changes that another processor makes in the classes of a file while they are compiled, as Lombok does: members and modifiers
 * that nobody wrote. They are written into the text, which is all that the shadow compilation knows of the file.
 */
public final class Alterations {
    private static final String LOMBOKS_VAL = "lombok.val";

    private final ModuleView host;
    private final HostTrees trees;
    private final Stubs stubs;
    private final WrittenFile file;
    private final Edits edits = new Edits();

    private Alterations(ModuleView host, HostTrees trees, Stubs stubs, WrittenFile file) {
        this.host = host;
        this.trees = trees;
        this.stubs = stubs;
        this.file = file;
    }

    /**
     * @param stubs is told of the classes that were mentioned
     */
    public static Edits of(WrittenFile file, ModuleView host, HostTrees trees, Stubs stubs) {
        Alterations alterations = new Alterations(host, trees, stubs, file);
        CompilationUnitTree unit = file.unit();
        String prefix = unit.getPackageName() == null ? "" : unit.getPackageName() + ".";
        for (Tree declaration : unit.getTypeDecls()) {
            if (declaration instanceof ClassTree written) {
                TypeElement type = host.type(prefix + written.getSimpleName());
                if (type != null) {
                    alterations.type(written, type);
                }
            }
        }
        alterations.locals();
        return alterations.edits;
    }

    private void type(ClassTree written, TypeElement type) {
        if (trees.treeOf(type) instanceof ClassTree now) {
            modifiers(written.getModifiers(), now.getModifiers(), file.start(written));
        }
        Map<String, Tree> members = new HashMap<>();
        written.getMembers().forEach(member -> members.put(key(member), member));
        StringBuilder added = new StringBuilder();
        for (Element member : type.getEnclosedElements()) {
            Tree now = host.elements().getOrigin(member) == Elements.Origin.EXPLICIT ? trees.treeOf(member) : null;
            Tree before = now == null ? null : members.get(key(now));
            if (before instanceof ClassTree nested && member instanceof TypeElement nestedType) {
                type(nested, nestedType);
            } else if (before != null) {
                modifiers(modifiersOf(before), modifiersOf(now), file.start(before));
                bodies(before, now);
            } else if (now != null) {
                added.append(StubPrinter.printAdded(member, type, host.elements(), stubs));
            }
        }
        if (!added.isEmpty()) {
            edits.insert(file.end(written) - 1, ";" + added); // the constants of an enum end with it
        }
    }

    private void modifiers(@Nullable ModifiersTree written, @Nullable ModifiersTree now, int start) {
        if (written != null && now != null) {
            Set<Modifier> added = new LinkedHashSet<>(now.getFlags());
            added.removeAll(written.getFlags());
            if (!added.isEmpty() && start >= 0) {
                edits.insert(start, added.stream().map(Modifier::toString).collect(Collectors.joining(" ", "", " ")));
            }
        }
    }

    /** Code put around or in front of a body changes no value, but an exception need not be declared any more. */
    private void bodies(Tree written, Tree now) {
        if (written instanceof MethodTree before
                && now instanceof MethodTree after
                && !String.valueOf(before.getBody()).equals(String.valueOf(after.getBody()))) {
            edits.leaveOut();
        }
    }

    private static @Nullable ModifiersTree modifiersOf(Tree member) {
        if (member instanceof MethodTree method) {
            return method.getModifiers();
        }
        return member instanceof VariableTree field ? field.getModifiers() : null;
    }

    /** The name of a member, with the parameters of a method as they are written. */
    private static String key(Tree member) {
        if (member instanceof MethodTree method) {
            return method.getName()
                    + method.getParameters().stream()
                            .map(parameter -> String.valueOf(parameter.getType()))
                            .collect(Collectors.joining(",", "(", ")"));
        } else if (member instanceof VariableTree field) {
            return "." + field.getName();
        }
        return member instanceof ClassTree type ? "class " + type.getSimpleName() : "";
    }

    /** Lombok's {@code val} is {@code var}: the type is that of the initializer. */
    private void locals() {
        boolean imported = file.unit().getImports().stream()
                .map(ImportTree::getQualifiedIdentifier)
                .map(Tree::toString)
                .anyMatch(name -> name.equals(LOMBOKS_VAL) || name.equals("lombok.*"));
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitVariable(VariableTree tree, @Nullable Void unused) {
                Tree type = tree.getType();
                String name = type == null ? "" : type.toString();
                if (type != null && (name.equals(LOMBOKS_VAL) || imported && name.equals("val"))) {
                    edits.replace(file.start(type), file.end(type), "var");
                }
                return super.visitVariable(tree, unused);
            }
        }.scan(file.unit(), null);
    }
}
