package dev.mendline.engine.pattern;

/** A match ends here. */
final class Done extends Instruction {
    Done(Emitter emitter) {
        super(emitter);
    }

    @Override
    Instruction on(Run run) {
        return this;
    }

    @Override
    Look ahead() {
        return Look.DONE;
    }
}
