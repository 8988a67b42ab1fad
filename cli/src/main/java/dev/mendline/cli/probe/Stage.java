package dev.mendline.cli.probe;

import dev.mendline.engine.catalog.Cause;

/** What stands between an application and its data, in the order in which a driver meets it. */
enum Stage {
    URI("uri"),
    SRV("dns-srv"),
    TXT("dns-txt"),
    HOST("dns-host"),
    TCP("tcp"),
    TLS("tls"),
    HELLO("hello"),
    AUTH("auth"),
    /** What it cannot count says nothing of the way there. */
    CONNECTIONS("connections"),
    /** Last, and never a refutation. */
    ICMP("icmp");

    private final String probe;

    Stage(String probe) {
        this.probe = probe;
    }

    /** The id of the probe that looks at it. */
    String probe() {
        return probe;
    }

    boolean perNode() {
        return Cause.perNode(probe);
    }

    /** Whether a driver passes through it, so that nothing behind it can succeed without. */
    boolean onTheWay() {
        return this != CONNECTIONS && this != ICMP;
    }
}
