package dev.leibniz.benchmarks.gradbench;

import dev.leibniz.benchmarks.gradbench.protocol.Answer;
import dev.leibniz.benchmarks.gradbench.protocol.Eval;
import dev.leibniz.benchmarks.gradbench.protocol.InvalidInputException;
import dev.leibniz.benchmarks.gradbench.protocol.LineReader;
import dev.leibniz.benchmarks.gradbench.protocol.Message;
import dev.leibniz.benchmarks.gradbench.protocol.Repetition;
import dev.leibniz.benchmarks.gradbench.protocol.Work;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/**
 * A conversation with GradBench: one answer to each line, whatever the line. Only the end of the input, or a stream that
 * fails, ends it.
 */
public final class Session {
    private static final String TOOL = "leibniz";

    private final LineReader in;
    private final OutputStream out;
    private final Map<String, Eval> evals;
    private long expectedId;

    /** Makes a session that knows the given evals, by the names of their modules. */
    public Session(InputStream in, OutputStream out, Map<String, Eval> evals) {
        this.in = new LineReader(in);
        this.out = out;
        this.evals = evals;
    }

    /** Answers until there is nothing more to answer. */
    public void run() throws IOException {
        while (in.next()) {
            if (in.length() > 0) {
                out.write(answer());
                out.flush();
            }
        }
    }

    private byte[] answer() throws IOException {
        Message message;
        try {
            message = Message.parse(in.bytes(), in.length());
        } catch (IOException | InvalidInputException | StackOverflowError | OutOfMemoryError e) {
            return Answer.failure(expectedId++, reason(e));
        }
        expectedId = message.id() + 1;
        return switch (message.kind()) {
            case "start" -> Answer.start(message.id(), TOOL);
            case "define" -> define(message);
            case "evaluate" -> evaluate(message);
            default -> Answer.acknowledge(message.id());
        };
    }

    private byte[] define(Message message) throws IOException {
        return evals.containsKey(message.module())
                ? Answer.success(message.id())
                : Answer.failure(message.id(), "unknown module: " + message.module());
    }

    /** Whatever goes wrong, be it in the input, in the function or in the machine, the session must go on. */
    private byte[] evaluate(Message message) throws IOException {
        try {
            Eval eval = evals.get(message.module());
            if (eval == null) {
                throw new InvalidInputException("unknown module: " + message.module());
            }
            Work<?> work = eval.work(message.function(), message.input());
            return Answer.evaluation(
                    message.id(), Repetition.of(message.input()).run(work));
        } catch (Throwable e) {
            return Answer.failure(message.id(), reason(e));
        }
    }

    private static String reason(Throwable e) {
        return e instanceof InvalidInputException ? e.getMessage() : e.toString();
    }
}
