package dev.mendline.model.facts;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * All kinds of probes, one row each. The order is the order in which probes run: the cheapest first, and the steps of a
 * driver as it takes them.
 */
public enum ProbeKind {
    URI("uri", UriFacts.class, Scope.DEPLOYMENT, Needs.NOTHING, Role.STEP),
    SRV("dns-srv", SrvFacts.class, Scope.DEPLOYMENT, Needs.NOTHING, Role.STEP),
    TXT("dns-txt", TxtFacts.class, Scope.DEPLOYMENT, Needs.NOTHING, Role.STEP),
    HOST("dns-host", HostFacts.class, Scope.EVERY_NODE, Needs.NOTHING, Role.STEP),
    TCP("tcp", TcpFacts.class, Scope.EVERY_NODE, Needs.NOTHING, Role.STEP),
    TLS("tls", TlsFacts.class, Scope.EVERY_NODE, Needs.TCP, Role.STEP),
    HELLO("hello", HelloFacts.class, Scope.EVERY_NODE, Needs.TCP, Role.STEP),
    AUTH("auth", AuthFacts.class, Scope.ONE_NODE, Needs.LOGIN, Role.STEP),
    CONNECTIONS("connections", ConnectionsFacts.class, Scope.ONE_NODE, Needs.LOGIN, Role.MEASUREMENT),
    ATLAS_CLUSTER("atlas-cluster", Atlas.ClusterFacts.class),
    ATLAS_EVENTS("atlas-events", Atlas.EventsFacts.class),
    ATLAS_ACCESS_LIST("atlas-access-list", Atlas.AccessListFacts.class),
    ATLAS_USER("atlas-user", Atlas.UserFacts.class),
    ATLAS_LOGINS("atlas-logins", Atlas.LoginsFacts.class),
    ATLAS_CONNECTIONS("atlas-connections", Atlas.ConnectionsFacts.class),
    ATLAS_PRIVATE_ENDPOINT("atlas-private-endpoint", Atlas.PrivateEndpointFacts.class),
    ICMP("icmp", IcmpFacts.class, Scope.EVERY_NODE, Needs.NOTHING, Role.HINT);

    /** Subject of one run of a probe. */
    private enum Scope {
        DEPLOYMENT,
        EVERY_NODE,
        /**
         * A node; one that answers is enough. Each such probe takes a connection where connections may be short, and
         * servers lock accounts after a few wrong passwords.
         */
        ONE_NODE
    }

    /** Prerequisite of a probe. A login needs a TCP connection as well. */
    private enum Needs {
        NOTHING,
        TCP,
        LOGIN
    }

    /** Meaning of a failure. */
    private enum Role {
        /** Every driver takes this step to connect, so nothing after it can succeed. */
        STEP,
        /** A value of the deployment. A driver does not need it to connect. */
        MEASUREMENT,
        /**
         * The control plane's records (Atlas). A failure does not prove that clients are affected: an address may be
         * missing from a list that nobody needs. If clients are affected, network probes fail too.
         */
        CONTROL_PLANE,
        /** Proves nothing: many networks drop ICMP. */
        HINT
    }

    private static final Map<String, ProbeKind> BY_ID =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(ProbeKind::id, Function.identity()));

    private final String id;
    private final Class<? extends Facts> facts;
    private final Scope scope;
    private final Needs needs;
    private final Role role;

    ProbeKind(String id, Class<? extends Facts> facts, Scope scope, Needs needs, Role role) {
        this.id = id;
        this.facts = facts;
        this.scope = scope;
        this.needs = needs;
        this.role = role;
    }

    /** Creates a kind that reads the control plane's records. */
    ProbeKind(String id, Class<? extends Facts> facts) {
        this(id, facts, Scope.DEPLOYMENT, Needs.NOTHING, Role.CONTROL_PLANE);
    }

    /** Returns the kind of that id; empty for a probe of another version. */
    public static Optional<ProbeKind> of(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }

    /** Returns true if that probe is known and has the property. */
    public static boolean matches(String id, Predicate<ProbeKind> property) {
        return of(id).filter(property).isPresent();
    }

    /** Returns the place of a probe in the order in which probes run; -1 for a probe of another version. */
    public static int order(String id) {
        return of(id).map(ProbeKind::ordinal).orElse(-1);
    }

    /** The name on the wire, in the catalog and on the command line. */
    public String id() {
        return id;
    }

    public Class<? extends Facts> facts() {
        return facts;
    }

    /** Returns true if it looks at a node, false if it looks at the deployment. */
    public boolean isPerNode() {
        return scope != Scope.DEPLOYMENT;
    }

    public boolean needsOneNodeOnly() {
        return scope == Scope.ONE_NODE;
    }

    /** Returns true if it cannot succeed unless a TCP connection opens. */
    public boolean needsTcp() {
        return needs != Needs.NOTHING;
    }

    public boolean needsLogin() {
        return needs == Needs.LOGIN;
    }

    /** Returns true if it asks Atlas' administration interface; the others ask the network or the nodes. */
    public boolean asksAtlas() {
        return role == Role.CONTROL_PLANE;
    }

    /** Returns true if nothing after it can succeed when it fails. */
    public boolean isDriverStep() {
        return role == Role.STEP;
    }

    /** Returns true if an incident stays open as long as such a probe fails. */
    public boolean blocksResolution() {
        return role == Role.STEP || role == Role.MEASUREMENT;
    }
}
