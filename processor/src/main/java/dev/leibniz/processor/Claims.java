package dev.leibniz.processor;

import java.util.Iterator;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import javax.annotation.processing.Processor;

/**
 * Whether annotations may be claimed. Those that nobody claims, {@code -Xlint:processing} warns of; but when all are claimed, javac
 * calls none of the processors that come later. So only the last one may do it.
 */
final class Claims {
    private Claims() {}

    /** Whether a processor is the last one that javac finds where it has found this one. */
    static boolean isLast(Class<? extends Processor> processor) {
        try {
            Iterator<ServiceLoader.Provider<Processor>> found =
                    ServiceLoader.load(Processor.class, processor.getClassLoader()).stream()
                            .iterator();
            Class<?> last = null;
            while (found.hasNext()) {
                last = found.next().type();
            }
            return last == processor;
        } catch (ServiceConfigurationError e) {
            return false;
        }
    }
}
