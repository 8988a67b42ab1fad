package dev.mendline.engine.incident.editor;

import java.time.Duration;
import java.time.Instant;

/** Revision of one incident: number and time of the published one, and what the current journal record requires. */
public final class Revision {
    private int number;
    private Instant updatedAt;
    /** True if something changed since the published revision. */
    private boolean outdated;
    /** True if the next revision does not wait for the publish interval. */
    private boolean urgent;
    /** True if the incident is to be assessed again. */
    private boolean unassessed;

    Revision(int number, Instant updatedAt, boolean outdated) {
        this.number = number;
        this.updatedAt = updatedAt;
        this.outdated = outdated;
    }

    int number() {
        return number;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    boolean outdated() {
        return outdated;
    }

    /** Marks a change that the next revision shows, at the latest after the publish interval. */
    public void change() {
        outdated = true;
    }

    /** Marks a change that is published with this journal record. */
    public void publish() {
        urgent = true;
    }

    /** Marks that the incident is to be assessed again with this journal record. */
    public void reassess() {
        unassessed = true;
    }

    /** Returns whether the incident is to be assessed again, and removes the mark. */
    public boolean takeReassessment() {
        boolean marked = unassessed;
        unassessed = false;
        return marked;
    }

    /** Starts the next revision if one is due; returns whether it is. */
    public boolean next(Instant at, Duration interval) {
        boolean due = urgent || (outdated && !at.isBefore(updatedAt.plus(interval)));
        if (due) {
            number++;
            updatedAt = at;
            outdated = false;
            urgent = false;
        }
        return due;
    }
}
