package dev.leibniz.builds;

import java.nio.file.Path;
import java.util.Optional;

/** What the POM hands to the tests. */
final class Settings {
    private Settings() {}

    /** Where the builds take place. */
    static Path directory() {
        return Path.of(System.getProperty("builds.directory"));
    }

    static Path docs() {
        return Path.of(System.getProperty("builds.docs"));
    }

    static Path maven() {
        return Path.of(System.getProperty("builds.maven"));
    }

    /** The local repository that holds the artifacts under test. */
    static Path repository() {
        return Path.of(System.getProperty("builds.repository"));
    }

    /** The user's own repository, from which is read what is not in ours. */
    static Path repositoryTail() {
        return Path.of(System.getProperty("builds.repository.tail"));
    }

    /** The version under test. */
    static String version() {
        return System.getProperty("builds.version");
    }

    /** Whether the tables in docs are to be made what was run, rather than compared with it. */
    static boolean rewrite() {
        return Boolean.getBoolean("builds.rewrite");
    }

    /** A regular expression for the names of the tools to run, {@code -Dbuilds.only=}; all if there is none. */
    static Optional<String> only() {
        return Optional.ofNullable(System.getProperty("builds.only"))
                .filter(only -> !only.isBlank() && !only.startsWith("$"));
    }
}
