package dev.mendline.classifier;

/** As many lines as go by in the whole check. */
class CalmTest extends CalmContract {
    @Override
    int lines() {
        return 60_000;
    }
}
