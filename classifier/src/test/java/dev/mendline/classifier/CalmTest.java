package dev.mendline.classifier;

/** Four lines a second of each service and deployment: enough to be folded. */
class CalmTest extends CalmContract {
    @Override
    int lines() {
        return 15_000;
    }
}
