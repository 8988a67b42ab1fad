package dev.mendline.engine.sighting;

import dev.mendline.engine.pattern.LinePattern;
import dev.mendline.engine.pattern.Text;
import dev.mendline.engine.recognition.Recognition;
import dev.mendline.engine.recognition.Recognizer;
import dev.mendline.engine.redaction.Redactor;
import dev.mendline.model.log.Coordinates;
import dev.mendline.model.log.LogEvent;
import dev.mendline.model.log.Sample;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Factory of samples: the relevant lines of a text, redacted, without hosts that are not listed. */
final class SampleFactory {
    private static final LinePattern LABEL = LinePattern.compile("^[A-Za-z0-9][A-Za-z0-9._:-]{0,99}$", false);

    private final Redactor redactor;
    private final Deployments deployments;

    SampleFactory(Redactor redactor, Deployments deployments) {
        this.redactor = redactor;
        this.deployments = deployments;
    }

    Sample sample(LogEvent event, Recognition seen, String service, Coordinates source, Instant time) {
        return new Sample(
                excerpt(event.text(), seen),
                service,
                time,
                source,
                seen.symptom(),
                label(event.resource().host()),
                label(event.traceId()));
    }

    /** Returns a name or id for display; null if it contains anything that such a label does not. */
    private @Nullable String label(@Nullable String said) {
        return said == null
                        || !LABEL.isIn(Text.of(said))
                        || !redactor.redact(said).equals(said)
                ? null
                : said;
    }

    /** Returns the relevant lines of a text, redacted. */
    private String excerpt(String raw, Recognition seen) {
        Set<String> unlisted = seen.hosts().stream()
                .filter(host -> !deployments.listed(host))
                .map(host -> host.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        return Excerpt.of(clean(raw), seen.words(), piece -> UnlistedHosts.hidden(piece, unlisted));
    }

    /** Redacts before and after normalizing, because escapes delimit secrets, and colors and wraps hide them. */
    String clean(String raw) {
        return redactor.redact(Recognizer.legible(redactor.redact(raw)));
    }
}
