package dev.leibniz.processor.frontend.read.control;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.UnionTypeTree;
import dev.leibniz.processor.frontend.read.values.Exit;
import dev.leibniz.processor.frontend.shadow.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** The clauses of a {@code try}, with the places that they begin at. */
public record Caught(List<List<TypeMirror>> types, List<Exit> exits) {

    public static Caught of(TryTree tree, SourceFile file) {
        List<List<TypeMirror>> types = new ArrayList<>();
        List<Exit> exits = new ArrayList<>();
        for (CatchTree clause : tree.getCatches()) {
            Tree type = clause.getParameter().getType();
            List<TypeMirror> one = new ArrayList<>();
            for (Tree alternative : type instanceof UnionTypeTree union ? union.getTypeAlternatives() : List.of(type)) {
                TypeMirror found = file.typeOf(alternative);
                if (found != null) {
                    one.add(found);
                }
            }
            types.add(one);
            exits.add(Exit.named("caught"));
        }
        return new Caught(types, exits);
    }

    /** The clause that an exception goes to. */
    public Optional<Exit> exitOf(TypeMirror thrown) {
        for (int i = 0; i < types.size(); i++) {
            for (TypeMirror type : types.get(i)) {
                if (isA(thrown, type)) {
                    return Optional.of(exits.get(i));
                }
            }
        }
        return Optional.empty();
    }

    /** Whether an exception of a type or of a special case of it may be caught. */
    public boolean mayCatch(TypeMirror thrown) {
        return types.stream().flatMap(List::stream).anyMatch(type -> isA(thrown, type) || isA(type, thrown));
    }

    /** Whether a class is another one, or extends it. */
    static boolean isA(TypeMirror type, TypeMirror other) {
        String name = nameOf(other);
        TypeMirror at = type;
        while (at instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element) {
            if (element.getQualifiedName().contentEquals(name)) {
                return true;
            }
            at = element.getSuperclass();
        }
        return false;
    }

    public static String nameOf(TypeMirror type) {
        return type instanceof DeclaredType declared
                ? ((TypeElement) declared.asElement()).getQualifiedName().toString()
                : type.toString();
    }
}
