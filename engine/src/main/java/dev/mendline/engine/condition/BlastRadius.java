package dev.mendline.engine.condition;

/**
 * Extent of an outage: the other failures at the same time. Counts open, recent incidents, including the incident
 * itself.
 *
 * @param services failing services of the site
 * @param zones zones of these services
 * @param targets failing deployments of the site
 * @param nearby minimum number of failing deployments of other sites, seen from the same zones
 */
public record BlastRadius(int services, int zones, int targets, int nearby) {
    public static final BlastRadius NONE = new BlastRadius(0, 0, 0, 0);
}
