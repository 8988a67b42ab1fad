package dev.mendline.engine.condition;

/**
 * How far the trouble of one incident reaches: what else fails now. Only what is open and not old counts, the incident
 * itself included.
 *
 * @param services of its site that fail
 * @param zones in which they live
 * @param targets of its site that fail
 * @param nearby at least so many deployments of other sites fail from its zones
 */
public record BlastRadius(int services, int zones, int targets, int nearby) {
    /** Nothing is known of others. */
    public static final BlastRadius NONE = new BlastRadius(0, 0, 0, 0);
}
