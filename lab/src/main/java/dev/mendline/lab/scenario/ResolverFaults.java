package dev.mendline.lab.scenario;

import static dev.mendline.model.incident.Verdict.CONFIRMED;
import static dev.mendline.model.incident.Verdict.LIKELY;

import dev.mendline.lab.dns.DnsFault;
import java.util.List;

/** Faults of name resolution. */
final class ResolverFaults {
    static final List<Fault> ALL = List.of(
            new Fault("srv-refused", "the resolver is not running", "srv-refused", "resolver-unreachable", CONFIRMED)
                    .with(Names.at(Resolver.DEAD)),
            new Fault("srv-silent", "the resolver never answers", "srv-failed", "resolver-unreachable", CONFIRMED)
                    .with(Names.at(Resolver.SILENT)),
            new Fault(
                            "srv-not-found",
                            "no resolver knows the name",
                            "srv-not-found",
                            "cluster-paused-or-deleted",
                            LIKELY)
                    .with(Names.published(Publication.NONE))
                    .with(NodeBehavior.REFUSING),
            new Fault(
                            "srv-hidden",
                            "the resolver says that the SRV record does not exist, but another resolver returns it",
                            "srv-not-found",
                            "resolver-lacks-srv",
                            CONFIRMED)
                    .with(Names.withSrv(DnsFault.nxdomain())),
            new Fault(
                            "srv-servfail",
                            "the resolver answers SERVFAIL for the SRV record, but another resolver returns it",
                            "srv-failed",
                            "resolver-lacks-srv",
                            CONFIRMED)
                    .with(Names.withSrv(DnsFault.servfail())),
            new Fault(
                            "srv-large",
                            "the resolver truncates answers over UDP and refuses TCP",
                            "srv-not-found",
                            "resolver-lacks-srv",
                            CONFIRMED)
                    .with(Names.at(Resolver.CUTTING_SHORT)),
            new Fault("two-txt", "the name has two TXT records", "uri-malformed", "uri-malformed", CONFIRMED)
                    .with(Names.published(Publication.TWO_TXT)),
            new Fault(
                            "outside-parent",
                            "the SRV record names hosts of another domain",
                            "uri-malformed",
                            "uri-malformed",
                            CONFIRMED)
                    .with(Names.published(Publication.OUTSIDE_PARENT)),
            new Fault(
                            "srv-name-as-host",
                            "the service uses the name of an SRV record as a host name",
                            "host-not-found",
                            "srv-name-without-srv-scheme",
                            CONFIRMED)
                    .with(Client.by(Address.SRV_NAME_AS_HOST)));

    /** Faults that affect many deployments. */
    static final List<Fault> SHARED = List.of(new Fault(
                    "shared-resolver",
                    "the resolver that the services of twenty deployments share is not running",
                    "srv-refused",
                    "resolver-unreachable",
                    CONFIRMED)
            .striking(20)
            .with(Names.at(Resolver.DEAD)));

    private ResolverFaults() {}
}
