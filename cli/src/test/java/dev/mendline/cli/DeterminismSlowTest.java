package dev.mendline.cli;

import org.junit.jupiter.api.Tag;

/** The same four hours at full voice; minutes, so {@code make slow} runs it. */
@Tag("slow")
class DeterminismSlowTest extends DeterminismContract {
    @Override
    int percent() {
        return 250;
    }

    @Override
    int size() {
        return 50_000;
    }
}
