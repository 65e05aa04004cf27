package dev.leibniz.processor.frontend.headers;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.PackageTree;
import com.sun.source.util.TreeScanner;
import dev.leibniz.processor.contract.Derivative;
import dev.leibniz.processor.frontend.host.ModuleView;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * The names in a source file. Before anything is attributed they are all that is known of the file's dependencies: which classes
 * it may mean, and which of their members.
 */
public final class MentionedNames {
    private final Set<String> words = new LinkedHashSet<>();
    private final Set<String> heads = new LinkedHashSet<>();
    private final Set<String> chains = new LinkedHashSet<>();
    private final Set<String> scopes = new LinkedHashSet<>();

    private MentionedNames() {}

    public static MentionedNames of(CompilationUnitTree unit) {
        MentionedNames names = new MentionedNames();
        names.scopes.add(unit.getPackageName() == null ? "" : unit.getPackageName() + ".");
        names.new Scanner().scan(unit, null);
        return names;
    }

    /** All chains of names that may be a qualified name. */
    public Set<String> chains() {
        return chains;
    }

    /** All simple names: those of members, too. */
    public Set<String> words() {
        return words;
    }

    /**
     * The classes that are mentioned and are no part of the platform, without those inside of others: by simple names in all
     * packages that they may be in, or by qualified names.
     *
     * @param unread classes that are not to be asked for, by qualified name
     */
    public List<TypeElement> types(ModuleView host, Set<String> unread) {
        Set<String> candidates = new LinkedHashSet<>(chains);
        for (String scope : scopes) {
            for (String head : heads) {
                candidates.add(scope + head);
            }
        }
        for (String candidate : List.copyOf(candidates)) {
            candidates.addAll(owners(candidate));
        }
        candidates.removeAll(unread);
        List<TypeElement> types = new ArrayList<>();
        for (String candidate : candidates) {
            int dot = candidate.lastIndexOf('.');
            boolean inPackage = dot < 0 || host.hasPackage(candidate.substring(0, dot));
            TypeElement type = inPackage ? host.type(candidate) : null;
            if (type != null) {
                types.add(type);
            }
        }
        return types;
    }

    /** The name of a derivative also mentions the method or the class that it is of. */
    private void word(CharSequence name) {
        String word = name.toString();
        words.add(word);
        for (Derivative derivative : Derivative.values()) {
            for (String suffix : derivative.endings()) {
                if (word.endsWith(suffix) && word.length() > suffix.length()) {
                    String stem = word.substring(0, word.length() - suffix.length());
                    words.add(stem);
                    words.add(Character.toLowerCase(stem.charAt(0)) + stem.substring(1));
                    words.addAll(List.of(stem.split("_")));
                }
            }
        }
    }

    /** The top-level classes whose derivatives, or those of their nested classes, a class of this name may hold. */
    private static List<String> owners(String candidate) {
        if (!candidate.endsWith(GradHeader.SUFFIX)) {
            return List.of();
        }
        String owner = candidate.substring(0, candidate.length() - GradHeader.SUFFIX.length());
        List<String> owners = new ArrayList<>(List.of(owner));
        for (int end = owner.indexOf('_', owner.lastIndexOf('.') + 1); end >= 0; end = owner.indexOf('_', end + 1)) {
            owners.add(owner.substring(0, end));
        }
        return owners;
    }

    private final class Scanner extends TreeScanner<@Nullable Void, @Nullable Void> {
        @Override
        public @Nullable Void visitPackage(PackageTree tree, @Nullable Void unused) {
            return scan(tree.getAnnotations(), null);
        }

        @Override
        public @Nullable Void visitImport(ImportTree tree, @Nullable Void unused) {
            String imported = tree.getQualifiedIdentifier().toString();
            if (imported.endsWith(".*")) {
                scopes.add(imported.substring(0, imported.length() - 1));
            }
            return super.visitImport(tree, unused);
        }

        @Override
        public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
            heads.add(tree.getName().toString());
            word(tree.getName());
            return null;
        }

        @Override
        public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void unused) {
            word(tree.getIdentifier());
            if (isChain(tree)) {
                chains.add(tree.toString());
            }
            return super.visitMemberSelect(tree, unused);
        }

        private static boolean isChain(MemberSelectTree tree) {
            return tree.getExpression() instanceof IdentifierTree
                    || tree.getExpression() instanceof MemberSelectTree inner && isChain(inner);
        }

        @Override
        public @Nullable Void visitMemberReference(MemberReferenceTree tree, @Nullable Void unused) {
            word(tree.getName());
            return super.visitMemberReference(tree, unused);
        }

        /** A method may override another. */
        @Override
        public @Nullable Void visitMethod(MethodTree tree, @Nullable Void unused) {
            word(tree.getName());
            return super.visitMethod(tree, unused);
        }
    }
}
