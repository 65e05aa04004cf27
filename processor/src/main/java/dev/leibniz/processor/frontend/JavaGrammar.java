package dev.leibniz.processor.frontend;

import dev.leibniz.processor.frontend.read.Calls;
import dev.leibniz.processor.frontend.read.Expressions;
import dev.leibniz.processor.frontend.read.MethodReader;
import dev.leibniz.processor.frontend.read.Statements;
import dev.leibniz.processor.frontend.read.calls.CallReader;
import dev.leibniz.processor.frontend.read.expressions.ExpressionReader;
import dev.leibniz.processor.frontend.read.statements.StatementReader;

/** Makes the readers of the parts of a method, which know of each other only the interfaces for reading. */
final class JavaGrammar implements MethodReader.Grammar {
    @Override
    public Expressions expressions(MethodReader reader) {
        return new ExpressionReader(reader);
    }

    @Override
    public Calls calls(MethodReader reader) {
        return new CallReader(reader);
    }

    @Override
    public Statements statements(MethodReader reader) {
        return new StatementReader(reader);
    }
}
