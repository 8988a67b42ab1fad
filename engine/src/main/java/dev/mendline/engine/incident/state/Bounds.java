package dev.mendline.engine.incident.state;

/** Fixed bounds of what the engine keeps of one site or one incident, however much is logged. */
public final class Bounds {
    /** Services that an incident names. */
    public static final int SERVICES = 50;
    /** Different values that the log lines of an incident show of one kind, for example server error codes. */
    public static final int LOG_VALUES = 16;
    /** Minutes in which an incident's log events are counted. */
    public static final int RATE_MINUTES = 60;
    /** Entries of an incident's timeline. */
    public static final int TIMELINE_ENTRIES = 40;
    /** Ids of commands by which an incident recognizes a repeated one. */
    public static final int COMMANDS = 32;
    /** Persons whose judgement of the diagnosis an incident keeps. */
    public static final int FEEDBACK = 5;
    /** Correlation scopes whose last result an incident keeps. */
    public static final int SCOPE_RESULTS = 16;
    /** Ids of merged incidents by which an incident recognizes a repeated merge request. */
    public static final int MERGED_INCIDENTS = 64;
    /** Deployments and services that an overflow incident names. */
    public static final int OVERFLOW_PLACES = 50;
    /** Nodes of one deployment that are probed. */
    public static final int PROBED_NODES = 12;
    /** Sightings of noisy symptoms that a site buffers. */
    public static final int BUFFERED_SIGHTINGS = 200;
    /** Incidents that a site keeps after they can no longer reopen, so that the next one can name them. */
    public static final int CLOSED_INCIDENTS = 50;
    /** Ended incidents of a site that are still on the topic. */
    public static final int EXPIRING_INCIDENTS = 500;
    /** Aliases of a site. */
    public static final int ALIASES = 200;
    /** Deployments that a service is known to use. */
    public static final int SERVICE_BINDINGS = 20;
    /** New deployments of the last hour that a site remembers. */
    public static final int NEW_TARGETS = 500;
    /** Deployments of a site whose connections are counted. */
    public static final int CONNECTION_TARGETS = 50;
    /** Sources of connections to one deployment. */
    public static final int CONNECTION_SOURCES = 50;
    /** Minutes of connections without which nothing is usual. */
    public static final int MIN_CONNECTION_HISTORY = 10;
    /** Claims that a correlation scope keeps. */
    public static final int STANDING_CLAIMS = 500;

    private Bounds() {}
}
