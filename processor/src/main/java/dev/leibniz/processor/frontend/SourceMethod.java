package dev.leibniz.processor.frontend;

import com.sun.source.tree.MethodTree;
import javax.lang.model.element.ExecutableElement;

/** A method whose source can be read. */
record SourceMethod(SourceFile file, MethodTree tree, ExecutableElement element) {}
