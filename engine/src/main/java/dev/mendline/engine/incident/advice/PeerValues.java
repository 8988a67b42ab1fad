package dev.mendline.engine.incident.advice;

import dev.mendline.model.facts.AuthFacts;
import dev.mendline.model.facts.ConnectionsFacts;
import dev.mendline.model.facts.HelloFacts;
import dev.mendline.model.facts.TlsFacts;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Placeholder values from the peer's answers to TLS and to the driver.
 *
 * @param loggedCode the server's error code in a log line; null if none has one
 */
record PeerValues(RankedFindings findings, @Nullable Integer loggedCode) {
    /** Returns the value of a placeholder; empty if it is not known. */
    Optional<?> value(String name) {
        return switch (name) {
            case "alert" ->
                findings.facts(TlsFacts.class)
                        .map(TlsFacts::alert)
                        .filter(Objects::nonNull)
                        .findFirst();
            case "issuer" ->
                tls().map(facts -> facts.issuer().isEmpty() ? leaf(facts).issuer() : facts.issuer());
            case "names" ->
                tls().map(facts -> leaf(facts).names())
                        .filter(names -> !names.isEmpty())
                        .map(names -> String.join(", ", names));
            case "expiry" -> tls().flatMap(PeerValues::earliestEnd);
            case "role" ->
                findings.facts(HelloFacts.class)
                        .filter(facts -> facts.role() != HelloFacts.Role.UNKNOWN)
                        .map(facts -> facts.role().word())
                        .findFirst();
            case "code" -> Optional.ofNullable(loggedCode).or(this::probedCode);
            default -> Optional.empty();
        };
    }

    Optional<ConnectionsFacts> connections() {
        return findings.facts(ConnectionsFacts.class)
                .filter(facts -> facts.current() + facts.available() > 0)
                .findFirst();
    }

    /** Returns what the services' own zones see of TLS. */
    private Optional<TlsFacts> tls() {
        return findings.factsHere(TlsFacts.class)
                .filter(facts -> !facts.chain().isEmpty())
                .findFirst();
    }

    private static TlsFacts.Certificate leaf(TlsFacts facts) {
        return facts.chain().get(0);
    }

    private static Optional<String> earliestEnd(TlsFacts facts) {
        return facts.chain().stream().map(TlsFacts.Certificate::notAfter).min(Comparator.naturalOrder());
    }

    private Optional<Integer> probedCode() {
        return Stream.of(
                        findings.facts(HelloFacts.class).map(HelloFacts::code),
                        findings.facts(AuthFacts.class).map(AuthFacts::code),
                        findings.facts(ConnectionsFacts.class).map(ConnectionsFacts::code))
                .flatMap(codes -> codes)
                .filter(Objects::nonNull)
                .findFirst();
    }
}
