package dev.mendline.cli.probe;

import org.jspecify.annotations.Nullable;

/**
 * Reason why a step was not tried.
 *
 * @param subject the step that did not pass or the mechanism that is not supported; null if the kind needs none
 */
record Obstacle(Kind kind, @Nullable String subject) {
    /** Kind of obstacle, with the words for people. */
    enum Kind {
        STRING_WITHOUT_TLS("the connection string has no TLS"),
        TARGET_WITHOUT_TLS("configured without"),
        NO_CREDENTIALS("no credentials at hand (a connection string or targets[].credentials has them)"),
        MECHANISM("no login by %s here"),
        DEPLOYMENT_STEP("a driver comes no further than %s"),
        ONLY_NODE("the node does not pass %s"),
        ALL_NODES("all nodes do not pass %s");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    String words() {
        return String.format(kind.words, subject);
    }
}
