package dev.mendline.engine.incident.advice;

import dev.mendline.engine.incident.editor.IncidentEditor;
import dev.mendline.model.facts.AuthFacts;
import dev.mendline.model.facts.ConnectionsFacts;
import dev.mendline.model.facts.HelloFacts;
import dev.mendline.model.facts.TlsFacts;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Placeholder values from what the peer answered to TLS and to the driver. */
final class PeerValues {
    private final IncidentEditor editor;
    private final RankedFindings seen;

    PeerValues(IncidentEditor editor, RankedFindings seen) {
        this.editor = editor;
        this.seen = seen;
    }

    @Nullable
    Integer alert() {
        return seen.facts(TlsFacts.class)
                .map(TlsFacts::alert)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Returns the issuer of the certificate that the services' own zones see. */
    @Nullable
    String issuer() {
        return tls().map(facts -> facts.issuer().isEmpty() ? leaf(facts).issuer() : facts.issuer())
                .orElse(null);
    }

    @Nullable
    String names() {
        return tls().map(facts -> leaf(facts).names())
                .filter(Predicate.not(List::isEmpty))
                .map(names -> String.join(", ", names))
                .orElse(null);
    }

    /** The end of the chain is the earliest end in it. */
    @Nullable
    String expiry() {
        return tls().flatMap(facts -> facts.chain().stream()
                        .map(TlsFacts.Certificate::notAfter)
                        .min(Comparator.naturalOrder()))
                .orElse(null);
    }

    private Optional<TlsFacts> tls() {
        return seen.factsHere(TlsFacts.class)
                .filter(facts -> !facts.chain().isEmpty())
                .findFirst();
    }

    private static TlsFacts.Certificate leaf(TlsFacts facts) {
        return facts.chain().get(0);
    }

    @Nullable
    String role() {
        return seen.facts(HelloFacts.class)
                .filter(facts -> facts.role() != HelloFacts.Role.UNKNOWN)
                .map(facts -> facts.role().word())
                .findFirst()
                .orElse(null);
    }

    Optional<ConnectionsFacts> connections() {
        return seen.facts(ConnectionsFacts.class)
                .filter(facts -> facts.current() + facts.available() > 0)
                .findFirst();
    }

    /** The server's error code as a text has it, else as it answered a probe. */
    @Nullable
    Integer code() {
        Integer told = editor.logs().captures().code();
        return told != null ? told : probed().findFirst().orElse(null);
    }

    private Stream<Integer> probed() {
        return Stream.of(
                        seen.facts(HelloFacts.class).map(HelloFacts::code),
                        seen.facts(AuthFacts.class).map(AuthFacts::code),
                        seen.facts(ConnectionsFacts.class).map(ConnectionsFacts::code))
                .flatMap(codes -> codes)
                .filter(Objects::nonNull);
    }
}
