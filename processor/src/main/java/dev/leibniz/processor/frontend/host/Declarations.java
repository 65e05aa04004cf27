package dev.leibniz.processor.frontend.host;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import dev.leibniz.processor.frontend.types.ImplicitMembers;
import dev.leibniz.processor.frontend.types.TypePrinter;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** The declarations of a parsed file for another compiler's elements, matched by names and by parameter types as far as written. */
final class Declarations {
    private final WrittenFile file;

    Declarations(WrittenFile file) {
        this.file = file;
    }

    /** The declaration of an element that is in the file. */
    Optional<Tree> treeOf(Element element) {
        if (element instanceof TypeElement type && !(type.getEnclosingElement() instanceof TypeElement)) {
            return first(file.unit().getTypeDecls(), type);
        }
        Element owner = element.getEnclosingElement();
        return owner == null
                ? Optional.empty()
                : treeOf(owner)
                        .filter(ClassTree.class::isInstance)
                        .flatMap(tree -> first(((ClassTree) tree).getMembers(), element));
    }

    private Optional<Tree> first(List<? extends Tree> trees, Element element) {
        return trees.stream()
                .filter(tree -> isOf(tree, element))
                .<Tree>map(tree -> tree)
                .findFirst();
    }

    /** The innermost element whose declaration holds all from {@code start} to {@code end}. */
    Element around(TypeElement type, int start, int end) {
        Element best = type;
        for (Element member : type.getEnclosedElements()) {
            Optional<Tree> tree = treeOf(member).filter(found -> file.start(found) <= start && end <= file.end(found));
            if (tree.isPresent() && file.end(tree.get()) > file.start(tree.get())) {
                best = member instanceof TypeElement nested ? around(nested, start, end) : member;
            }
        }
        return best;
    }

    private boolean isOf(Tree tree, Element element) {
        if (tree instanceof ClassTree type) {
            return element instanceof TypeElement && type.getSimpleName().contentEquals(element.getSimpleName());
        } else if (tree instanceof VariableTree field) {
            return element instanceof VariableElement && field.getName().contentEquals(element.getSimpleName());
        }
        return tree instanceof MethodTree method
                && element instanceof ExecutableElement executable
                && method.getName().contentEquals(executable.getSimpleName())
                && (hasParameters(method, executable) || isCompact(method, executable));
    }

    private static boolean hasParameters(MethodTree tree, ExecutableElement method) {
        List<? extends VariableTree> written = tree.getParameters();
        List<? extends VariableElement> parameters = method.getParameters();
        boolean same = written.size() == parameters.size();
        for (int i = 0; same && i < written.size(); i++) {
            String type = TypePrinter.print(parameters.get(i).asType());
            same = simple(String.valueOf(written.get(i).getType())).equals(simple(type));
        }
        return same;
    }

    /** A type without packages, outer classes, arguments and annotations. */
    private static String simple(String type) {
        return type.replace("...", "[]")
                .replaceAll("<.*>|@\\S+ ", "")
                .replaceAll("^.*[.]", "")
                .strip();
    }

    /** The canonical constructor of a record may be written without its parameters. */
    private boolean isCompact(MethodTree tree, ExecutableElement constructor) {
        return constructor.getKind() == ElementKind.CONSTRUCTOR
                && constructor.getEnclosingElement().getKind() == ElementKind.RECORD
                && ImplicitMembers.isCanonical(constructor)
                && tree.getBody() != null
                && tree.getParameters().isEmpty()
                && !head(tree).contains("(");
    }

    private String head(MethodTree tree) {
        int modifiers = file.end(tree.getModifiers());
        return file.between(modifiers < 0 ? file.start(tree) : modifiers, file.start(tree.getBody()));
    }
}
