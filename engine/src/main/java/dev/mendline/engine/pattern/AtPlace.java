package dev.mendline.engine.pattern;

import org.jspecify.annotations.Nullable;

/** Goes on only at a place. */
final class AtPlace extends Instruction {
    private final Place place;
    private final Instruction next;

    AtPlace(Emitter emitter, Place place, Instruction next) {
        super(emitter);
        this.place = place;
        this.next = next;
    }

    @Override
    @Nullable
    Instruction on(Run run) {
        return place.isAt(run, run.at()) ? next : null;
    }

    @Override
    Look ahead() {
        return next.look().at(place);
    }
}
