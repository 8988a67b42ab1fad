package dev.mendline.engine.pattern;

/**
 * What may come next where an instruction begins; more than can come, never less.
 *
 * @param bytes the characters with which it can go on
 * @param isOpenAtEnd whether it can go on where the text ends
 * @param isDone whether a match can be reached without another character, wherever it is
 * @param isPlaced whether it depends on the place otherwise: what precedes it counts
 */
record Look(ByteSet bytes, boolean isOpenAtEnd, boolean isDone, boolean isPlaced) {
    static final Look NOWHERE = new Look(ByteSet.NONE, false, false, false);
    static final Look DONE = new Look(ByteSet.NONE, true, true, false);

    static Look at(ByteSet bytes) {
        return new Look(bytes, false, false, false);
    }

    Look or(Look other) {
        return new Look(
                bytes.plus(other.bytes),
                isOpenAtEnd || other.isOpenAtEnd,
                isDone || other.isDone,
                isPlaced || other.isPlaced);
    }

    /** Behind the condition that it is at a place. */
    Look at(Place place) {
        return place == Place.END
                ? new Look(ByteSet.NONE, isOpenAtEnd, false, false)
                : new Look(bytes, isOpenAtEnd, isDone, true);
    }
}
