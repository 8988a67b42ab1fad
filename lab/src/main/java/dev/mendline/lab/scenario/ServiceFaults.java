package dev.mendline.lab.scenario;

import static dev.mendline.model.incident.Verdict.CONFIRMED;

import java.time.Duration;
import java.util.List;

/** Faults of the service: it overloads a healthy deployment or has a wrong configuration. */
final class ServiceFaults {
    static final List<Fault> ALL = List.of(
            new Fault(
                            "read-preference",
                            "the read preference requires tags that no node has",
                            "server-selection-timeout",
                            "read-preference-unsatisfied",
                            CONFIRMED)
                    .with(Client.BUSY.options("readPreference=secondary&readPreferenceTags=use:reports")),
            new Fault(
                            "pool-exhausted",
                            "the service's pool is too small for its threads",
                            "pool-exhausted",
                            "pool-exhausted",
                            CONFIRMED)
                    .with(NodeBehavior.saying(Scripts.slow(Duration.ofMillis(600), "find")))
                    .with(Client.PATIENT.threads(3).options("maxPoolSize=1&waitQueueTimeoutMS=200")),
            new Fault(
                            "password-not-encoded",
                            "the password in the connection string is not percent-encoded",
                            "uri-unescaped-credentials",
                            "password-not-encoded",
                            CONFIRMED)
                    .with(Client.by(Address.SRV_UNESCAPED)));

    private ServiceFaults() {}
}
