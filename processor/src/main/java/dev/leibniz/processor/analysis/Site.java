package dev.leibniz.processor.analysis;

import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Var;

/**
 * An abstract array object: all arrays that one definition may create (a parameter, a {@code new}, a call), at one depth
 * of nesting. Depth 0 is the array itself, depth 1 its rows.
 */
public record Site(Var creator, int depth, Type type) {}
