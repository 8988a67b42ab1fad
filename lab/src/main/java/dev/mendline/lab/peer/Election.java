package dev.mendline.lab.peer;

/** Replica set without a primary until {@link #hold}; all members learn of the election at once. */
public final class Election {
    private volatile boolean held;

    /** Elects the primary. */
    public void hold() {
        held = true;
    }

    /** Returns the identity of a member before and after the election. */
    public Identity of(Member member) {
        return () -> (held ? member : member.leaderless()).hello();
    }
}
