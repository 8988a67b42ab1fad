package dev.mendline.lab.peer;

/** A replica set that has no primary until told: all its members know of the election at once. */
public final class Election {
    private volatile boolean held;

    /** From now on the set has its primary. */
    public void hold() {
        held = true;
    }

    /** How this member shows itself before and after. */
    public Identity of(Member member) {
        return () -> (held ? member : member.leaderless()).hello();
    }
}
