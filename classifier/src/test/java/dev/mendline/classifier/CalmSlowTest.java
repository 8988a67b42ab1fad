package dev.mendline.classifier;

import org.junit.jupiter.api.Tag;

/** A million lines; {@code make slow} runs it. */
@Tag("slow")
class CalmSlowTest extends CalmContract {
    @Override
    int lines() {
        return 1_000_000;
    }
}
