package dev.mendline.engine.recognition;

import dev.mendline.engine.catalogue.Catalogue;
import dev.mendline.model.Captures;
import dev.mendline.model.Coordinates;
import dev.mendline.model.Inventory;
import dev.mendline.model.LogEvent;
import dev.mendline.model.Node;
import dev.mendline.model.OwnText;
import dev.mendline.model.Sample;
import dev.mendline.model.Sighting;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns one log event into a sighting: recognised, bound to a deployment, redacted. */
public final class Sighter {
    /** Stands where a text names a host that is not listed: it may be a piece of a password. */
    public static final String UNLISTED = "‹unlisted host›";

    /** The service of an event that names none. */
    public static final String UNKNOWN_SERVICE = "unknown";

    private final Recogniser recogniser;
    private final Redactor redactor;
    private final Inventory inventory;
    private final Deployments deployments;
    private final String catalogue;
    private final boolean samples;

    /** {@code samples} false keeps no text at all. */
    public Sighter(Catalogue catalogue, Inventory inventory, Redactor redactor, boolean samples) {
        this.recogniser = new Recogniser(catalogue);
        this.redactor = redactor;
        this.inventory = inventory;
        this.deployments = new Deployments(inventory);
        this.catalogue = catalogue.hash();
        this.samples = samples;
    }

    /** Whether raw bytes can hold a symptom at all. */
    public boolean mayMatch(byte[] raw) {
        return recogniser.mayMatch(raw);
    }

    /** Whether Mendline itself wrote this event; it never shows a symptom. */
    public boolean own(LogEvent event) {
        return OwnText.wrote(event.service(), event.text());
    }

    /**
     * The sighting that this event is, if it shows a symptom.
     *
     * @param at when its record was written; the event's own time is not trusted
     */
    public Optional<Sighting> sight(LogEvent event, Coordinates source, Instant at) {
        Recognition seen = own(event) ? Recognition.NOTHING : recogniser.recognise(event.text());
        if (seen.symptom() == null) {
            return Optional.empty();
        }
        String service = event.service() == null ? UNKNOWN_SERVICE : event.service();
        NamesInText names = NamesInText.of(event.text(), deployments);
        Deployments.Place place = place(seen, names, service);
        Set<Node> nodes = new TreeSet<>();
        if (place.target() != null) {
            nodes.addAll(names.nodesOf(place.target(), deployments));
            capturedNode(seen, place.target()).ifPresent(nodes::add);
        }
        return Optional.of(new Sighting(
                seen.symptom(),
                seen.detail(),
                place.site(),
                place.target(),
                nodes.stream().limit(Sighting.MAX_NODES).toList(),
                service,
                inventory.zoneOf(service).name(),
                seen.driver(),
                listedOnly(seen.captures()),
                1,
                at,
                samples ? List.of(new Sample(excerpt(event.text(), seen), service, at, source)) : List.of(),
                catalogue));
    }

    private Deployments.Place place(Recognition seen, NamesInText names, String service) {
        String host = seen.captures().host();
        return Optional.ofNullable(host)
                .flatMap(deployments::place)
                .or(() -> names.onlyPlace())
                .orElse(new Deployments.Place("service:" + service, null));
    }

    private Optional<Node> capturedNode(Recognition seen, String target) {
        String host = seen.captures().host();
        Integer port = seen.captures().port();
        return host == null || !seen.hostIsNode()
                ? Optional.empty()
                : deployments
                        .place(host)
                        .filter(place -> target.equals(place.target()))
                        .map(place -> new Node(host, port == null || port == 0 ? Node.DEFAULT_PORT : port));
    }

    private Captures listedOnly(Captures captures) {
        boolean listed = captures.host() == null || deployments.listed(captures.host());
        return listed
                ? captures
                : new Captures(
                        null,
                        captures.port(),
                        captures.address(),
                        captures.code(),
                        captures.codeName(),
                        captures.limit());
    }

    /** The lines that matter. Redacted before anything is cut: a cut could hide where a secret begins. */
    private String excerpt(String text, Recognition seen) {
        String before = text.substring(0, seen.evidence());
        int line = (int) before.chars().filter(c -> c == '\n').count();
        int column = before.length() - before.lastIndexOf('\n') - 1;
        return hide(
                Excerpt.of(redactor.redact(text), line, column), seen.captures().host());
    }

    private String hide(String clean, @Nullable String host) {
        return host == null || deployments.listed(host)
                ? clean
                : clean.replaceAll("(?i)" + Pattern.quote(host), UNLISTED);
    }

    /** A text as it may be shown elsewhere, at most {@code length} characters. */
    public String redacted(String text, int length) {
        String clean = redactor.redact(text.length() > 4 * length ? text.substring(0, 4 * length) : text);
        String visible = clean.codePoints()
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        return visible.length() <= length ? visible : visible.substring(0, length - 1) + "…";
    }
}
