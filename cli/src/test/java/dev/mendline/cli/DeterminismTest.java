package dev.mendline.cli;

/** Four hours of some 30 deployments that say little. */
class DeterminismTest extends DeterminismContract {
    @Override
    int percent() {
        return 5;
    }

    @Override
    int size() {
        return 3_000;
    }
}
