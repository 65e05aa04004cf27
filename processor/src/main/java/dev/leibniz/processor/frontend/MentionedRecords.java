package dev.leibniz.processor.frontend;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * The records with code of their own that a file may use and that are compiled together with it: what their methods do is part
 * of what is differentiated. Goes by names alone, as nothing is attributed yet; a file too many does no harm.
 */
final class MentionedRecords {
    private final HostTrees hostTrees;

    MentionedRecords(HostTrees hostTrees) {
        this.hostTrees = hostTrees;
    }

    /** The files other than {@code user} with such records, in which there are {@code names}. */
    Set<CompilationUnitTree> files(MentionedNames names, List<TypeElement> types, CompilationUnitTree user) {
        Set<CompilationUnitTree> files = new LinkedHashSet<>();
        for (TypeElement type : types) {
            CompilationUnitTree unit = hostTrees.unitOf(type);
            if (unit != null && unit != user && hasRecordWithCode(type, names, unit)) {
                files.add(unit);
            }
        }
        return files;
    }

    private boolean hasRecordWithCode(TypeElement type, MentionedNames names, CompilationUnitTree unit) {
        List<TypeElement> all = new ArrayList<>(List.of(type));
        for (int i = 0; i < all.size(); i++) {
            for (TypeElement nested : ElementFilter.typesIn(all.get(i).getEnclosedElements())) {
                if (names.words().contains(nested.getSimpleName().toString())) {
                    all.add(nested);
                }
            }
        }
        return all.stream()
                .filter(candidate -> candidate.getKind() == ElementKind.RECORD)
                .flatMap(record -> hostTrees.membersOf(record).stream())
                .anyMatch(member -> member instanceof MethodTree && hostTrees.isWritten(member, unit));
    }
}
