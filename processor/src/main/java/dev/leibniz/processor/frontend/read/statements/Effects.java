package dev.leibniz.processor.frontend.read.statements;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.tree.YieldTree;
import dev.leibniz.processor.frontend.read.MethodReader;
import dev.leibniz.processor.frontend.read.collections.GrowingLists;
import dev.leibniz.processor.frontend.read.control.Caught;
import dev.leibniz.processor.frontend.read.expressions.Stores;
import dev.leibniz.processor.frontend.read.values.Exit;
import dev.leibniz.processor.frontend.read.values.HelperVariable;
import dev.leibniz.processor.frontend.syntax.WriteScanner;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * The possible effects of a piece of source, seen before it is read: the variables it assigns, the element types it stores into arrays,
 * and the places outside of it that it may jump to.
 */
final class Effects {
    private final Map<Object, Integer> assigned = new HashMap<>();
    private final Set<Exit> exits = new LinkedHashSet<>();
    private final Stores stores = new Stores();
    private boolean breaks;
    private boolean continues;

    private Effects() {}

    /** The effects of a loop, which has the given labels. */
    static Effects of(Tree loop, Set<String> labels, MethodReader reader) {
        Effects effects = new Effects();
        effects.new Scan(reader, loop, labels).scan(loop, null);
        return effects;
    }

    /** Whether the loop may be left by a jump. */
    boolean leaves() {
        return breaks || !exits.isEmpty();
    }

    /** Whether there is a jump behind the loop itself. */
    boolean breaks() {
        return breaks;
    }

    /** Whether there is a jump to the loop's next iteration. */
    boolean continues() {
        return continues;
    }

    /** Jumps to places farther out. */
    Set<Exit> exits() {
        return exits;
    }

    Stores stores() {
        return stores;
    }

    void alsoAssigns(HelperVariable slot) {
        assigned.merge(slot, 1, Integer::sum);
    }

    boolean assigns(Object variable) {
        return assigned.containsKey(variable);
    }

    int assignmentsOf(Object variable) {
        return assigned.getOrDefault(variable, 0);
    }

    /** Whether a variable that was there before may have another value behind it. */
    boolean changes(Object variable) {
        return assigned.containsKey(variable)
                || exits.stream().anyMatch(exit -> exit.flag() == variable || exit.result() == variable);
    }

    private final class Scan extends WriteScanner {
        private final MethodReader reader;
        private final Tree loop;
        private final Set<String> labels;
        private final Set<String> innerLabels = new HashSet<>();
        private final Deque<Caught> innerTries = new ArrayDeque<>();
        private int innerBreakables;
        private int innerLoops;
        private int innerSwitchExpressions;

        Scan(MethodReader reader, Tree loop, Set<String> labels) {
            this.reader = reader;
            this.loop = loop;
            this.labels = labels;
        }

        @Override
        public @Nullable Void scan(@Nullable Tree tree, @Nullable Void unused) {
            if (tree == null || tree == loop) {
                return super.scan(tree, unused);
            }
            boolean isLoop = tree instanceof WhileLoopTree
                    || tree instanceof DoWhileLoopTree
                    || tree instanceof ForLoopTree
                    || tree instanceof EnhancedForLoopTree;
            boolean isBreakable = isLoop || tree instanceof SwitchTree;
            boolean isExpression = tree instanceof SwitchExpressionTree;
            innerLoops += isLoop ? 1 : 0;
            innerBreakables += isBreakable ? 1 : 0;
            innerSwitchExpressions += isExpression ? 1 : 0;
            super.scan(tree, unused);
            innerLoops -= isLoop ? 1 : 0;
            innerBreakables -= isBreakable ? 1 : 0;
            innerSwitchExpressions -= isExpression ? 1 : 0;
            return null;
        }

        @Override
        public @Nullable Void visitLabeledStatement(LabeledStatementTree tree, @Nullable Void unused) {
            innerLabels.add(tree.getLabel().toString());
            super.visitLabeledStatement(tree, unused);
            innerLabels.remove(tree.getLabel().toString());
            return null;
        }

        @Override
        public @Nullable Void visitBreak(BreakTree tree, @Nullable Void unused) {
            if (tree.getLabel() == null
                    ? innerBreakables == 0
                    : labels.contains(tree.getLabel().toString())) {
                breaks = true;
            } else if (tree.getLabel() != null
                    && !innerLabels.contains(tree.getLabel().toString())) {
                exits.add(reader.control().breakExit(tree.getLabel()));
            }
            return null;
        }

        @Override
        public @Nullable Void visitContinue(ContinueTree tree, @Nullable Void unused) {
            if (tree.getLabel() == null
                    ? innerLoops == 0
                    : labels.contains(tree.getLabel().toString())) {
                continues = true;
            } else if (tree.getLabel() != null
                    && !innerLabels.contains(tree.getLabel().toString())) {
                exits.add(reader.control().continueExit(tree.getLabel()));
            }
            return null;
        }

        @Override
        public @Nullable Void visitReturn(ReturnTree tree, @Nullable Void unused) {
            exits.add(reader.control().methodExit());
            return super.visitReturn(tree, unused);
        }

        @Override
        public @Nullable Void visitThrow(ThrowTree tree, @Nullable Void unused) {
            TypeMirror thrown = TryReader.thrownBy(tree, reader.file());
            boolean staysInside = thrown != null
                    && innerTries.stream()
                            .anyMatch(caught -> caught.exitOf(thrown).isPresent());
            if (!staysInside) {
                reader.control().catchExit(thrown).ifPresent(exits::add);
            }
            return super.visitThrow(tree, unused);
        }

        @Override
        public @Nullable Void visitTry(TryTree tree, @Nullable Void unused) {
            innerTries.push(Caught.of(tree, reader.file()));
            scan(tree.getResources(), unused);
            scan(tree.getBlock(), unused);
            innerTries.pop();
            scan(tree.getCatches(), unused);
            return scan(tree.getFinallyBlock(), unused);
        }

        @Override
        public @Nullable Void visitYield(YieldTree tree, @Nullable Void unused) {
            if (innerSwitchExpressions == 0) {
                exits.add(reader.control().yieldExit());
            }
            return super.visitYield(tree, unused);
        }

        @Override
        public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
            return null;
        }

        @Override
        public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void unused) {
            return null;
        }

        @Override
        public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void unused) {
            stores.create(tree, reader.file(), reader.functions());
            return super.visitNewClass(tree, unused);
        }

        @Override
        public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void unused) {
            stores.call(tree, reader.file(), reader.functions());
            new GrowingLists(reader).changedBy(tree).ifPresent(list -> assigned.merge(list, 1, Integer::sum));
            return super.visitMethodInvocation(tree, unused);
        }

        @Override
        protected void written(ExpressionTree target) {
            Element element =
                    target instanceof ArrayAccessTree ? null : reader.file().elementOf(target);
            if (element != null && !reader.home().objects().isAssigned(element)) {
                assigned.merge(element, 1, Integer::sum);
            } else {
                stores.store(target, reader.file());
            }
        }
    }
}
