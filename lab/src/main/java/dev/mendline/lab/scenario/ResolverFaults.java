package dev.mendline.lab.scenario;

import static dev.mendline.model.incident.Verdict.CONFIRMED;
import static dev.mendline.model.incident.Verdict.LIKELY;

import dev.mendline.lab.dns.DnsFault;
import java.util.List;

/** Faults of name resolution. */
final class ResolverFaults {
    static final List<Fault> ALL = List.of(
            new Fault(
                            "srv-refused",
                            "nothing listens at the resolver",
                            "srv-refused",
                            "resolver-unreachable",
                            CONFIRMED)
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
                            "the resolver denies the SRV record that another one knows",
                            "srv-not-found",
                            "resolver-lacks-srv",
                            CONFIRMED)
                    .with(Names.withSrv(DnsFault.nxdomain())),
            new Fault(
                            "srv-servfail",
                            "the resolver fails for the SRV record that another one knows",
                            "srv-failed",
                            "resolver-lacks-srv",
                            CONFIRMED)
                    .with(Names.withSrv(DnsFault.servfail())),
            new Fault(
                            "srv-large",
                            "the resolver cuts answers short over UDP and refuses TCP",
                            "srv-not-found",
                            "resolver-lacks-srv",
                            CONFIRMED)
                    .with(Names.at(Resolver.CUTTING_SHORT)),
            new Fault("two-txt", "the name has two TXT records", "uri-malformed", "uri-malformed", CONFIRMED)
                    .with(Names.published(Publication.TWO_TXT)),
            new Fault(
                            "outside-parent",
                            "the SRV record leads to hosts of another domain",
                            "uri-malformed",
                            "uri-malformed",
                            CONFIRMED)
                    .with(Names.published(Publication.OUTSIDE_PARENT)),
            new Fault(
                            "srv-name-as-host",
                            "the service takes the name of an SRV record for a host's",
                            "host-not-found",
                            "srv-name-without-srv-scheme",
                            CONFIRMED)
                    .with(Client.by(Address.SRV_NAME_AS_HOST)));

    /** Faults that affect many deployments. */
    static final List<Fault> SHARED = List.of(new Fault(
                    "shared-resolver",
                    "nothing listens at the resolver of twenty deployments' services",
                    "srv-refused",
                    "resolver-unreachable",
                    CONFIRMED)
            .striking(20)
            .with(Names.at(Resolver.DEAD)));

    private ResolverFaults() {}
}
