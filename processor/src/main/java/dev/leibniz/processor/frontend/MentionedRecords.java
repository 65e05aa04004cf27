package dev.leibniz.processor.frontend;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * The records with code of their own that a file may use and that are compiled together with it: what their methods do is part
 * of what is differentiated. Goes by names alone, as nothing is attributed yet; a file too many does no harm.
 */
final class MentionedRecords {
    private final Elements elements;
    private final HostTrees hostTrees;

    MentionedRecords(Elements elements, HostTrees hostTrees) {
        this.elements = elements;
        this.hostTrees = hostTrees;
    }

    /** The records whose names are in {@code unit}. */
    List<TypeElement> in(CompilationUnitTree unit) {
        Set<String> names = new LinkedHashSet<>();
        Set<String> scopes = new LinkedHashSet<>();
        String home = unit.getPackageName() == null ? "" : unit.getPackageName() + ".";
        scopes.add(home);
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitImport(ImportTree tree, @Nullable Void unused) {
                String imported = tree.getQualifiedIdentifier().toString();
                if (imported.endsWith(".*")) {
                    scopes.add(imported.substring(0, imported.length() - 1));
                } else if (!tree.isStatic()) {
                    scopes.add(imported.substring(0, imported.lastIndexOf('.') + 1));
                }
                return null;
            }

            @Override
            public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
                add(tree.getName().toString());
                return null;
            }

            @Override
            public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void unused) {
                add(tree.toString());
                return super.visitMemberSelect(tree, unused);
            }

            private void add(String name) {
                if (Character.isUpperCase(name.charAt(name.lastIndexOf('.') + 1))) {
                    names.add(name);
                }
            }
        }.scan(unit, null);
        List<TypeElement> records = new ArrayList<>();
        for (String name : names) {
            for (String scope : scopes) {
                TypeElement type = elements.getTypeElement(scope + name);
                if (type != null && type.getKind() == ElementKind.RECORD && hasCode(type, unit)) {
                    records.add(type);
                }
            }
        }
        return records;
    }

    private boolean hasCode(TypeElement record, CompilationUnitTree user) {
        CompilationUnitTree unit = hostTrees.unitOf(record);
        return unit != null
                && unit != user
                && hostTrees.membersOf(record).stream()
                        .anyMatch(member -> member instanceof MethodTree && hostTrees.isWritten(member, unit));
    }
}
