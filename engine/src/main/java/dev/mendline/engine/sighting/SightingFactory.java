package dev.mendline.engine.sighting;

import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.recognition.Recognition;
import dev.mendline.engine.recognition.Recognizer;
import dev.mendline.engine.redaction.Redactor;
import dev.mendline.model.config.Inventory;
import dev.mendline.model.journal.Hint;
import dev.mendline.model.journal.Sighting;
import dev.mendline.model.log.Captures;
import dev.mendline.model.log.Coordinates;
import dev.mendline.model.log.LogEvent;
import dev.mendline.model.log.OwnText;
import dev.mendline.model.net.HostNames;
import dev.mendline.model.probe.Node;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Factory of sightings from log events: recognizes, binds to a deployment and redacts. */
public final class SightingFactory {
    public static final String UNKNOWN_SERVICE = "unknown";

    private static final int MAX_SERVICE = 100;
    private static final Set<String> QUIET = Set.of("TRACE", "DEBUG", "INFO");
    /** Factor by which more text is redacted than is kept. */
    private static final int MARGIN = 8;

    private final Recognizer recogniser;
    private final Redactor redactor;
    private final Inventory inventory;
    private final Deployments deployments;
    private final HintFactory hinter;
    private final String catalog;
    private final SampleFactory texts;
    private final boolean samples;

    /** Creates a factory; {@code samples} false keeps no texts. */
    public SightingFactory(Catalog catalog, Inventory inventory, Redactor redactor, boolean samples) {
        this.recogniser = new Recognizer(catalog);
        this.redactor = redactor;
        this.inventory = inventory;
        this.deployments = new Deployments(inventory);
        this.hinter = new HintFactory(catalog, inventory, deployments);
        this.catalog = catalog.hash();
        this.texts = new SampleFactory(redactor, deployments);
        this.samples = samples;
    }

    /** Returns true if raw bytes may contain a symptom, or a hint without hidden words; never misses a symptom. */
    public boolean isWorthReading(byte[] raw) {
        return recogniser.mayShow(raw) || hinter.mayMatch(raw);
    }

    /** Returns true if Mendline itself wrote the event; such an event never shows a symptom. */
    public boolean own(LogEvent event) {
        return OwnText.wrote(event.service(), event.text());
    }

    /**
     * Returns the sighting of an event, if it shows a symptom.
     *
     * @param at time at which the event's record was written. The event's own time decides if it is old, but cannot make
     *     it newer
     */
    public Optional<Sighting> sight(LogEvent event, Coordinates source, Instant at) {
        String text = Recognizer.legible(event.text());
        Recognition seen = own(event) ? Recognition.NOTHING : recogniser.recogniseLegible(text);
        if (seen.symptom() == null) {
            return Optional.empty();
        }
        String service = service(event);
        Instant time = event.time().isAfter(at) ? at : event.time();
        NamesInText names = NamesInText.of(text, deployments);
        Optional<Deployments.Place> told = deployments.place(seen, names, service);
        boolean hosts = seen.captures().host() != null || !names.names().isEmpty();
        Deployments.Place place = told.orElse(new Deployments.Place(Sighting.siteOf(service), null));
        Set<Node> nodes = new TreeSet<>(names.nodesOf(place));
        capturedNode(seen, place).ifPresent(nodes::add);
        return Optional.of(new Sighting(
                seen.symptom(),
                seen.detail(),
                place.site(),
                place.target(),
                nodes.stream().limit(Sighting.MAX_NODES).toList(),
                service,
                inventory.zoneOf(service).name(),
                seen.driver(),
                seen.runtime(),
                listedOnly(seen.captures()),
                1,
                time,
                samples ? List.of(texts.sample(event, seen, service, source, time)) : List.of(),
                catalog,
                isRetried(event),
                told.isEmpty() && hosts,
                false));
    }

    /**
     * Returns the hint of an event without symptoms: the deployment that its service uses, or a new connection.
     *
     * @return a hint without a target for a connection to an unknown deployment
     */
    public Optional<Hint> hint(LogEvent event, Instant at) {
        return own(event) ? Optional.empty() : hinter.hint(Recognizer.legible(event.text()), service(event), at);
    }

    /** Returns the hint that the service of a sighting uses its target, unless the configuration already says so. */
    public Optional<Hint> bound(Sighting sighting) {
        return hinter.of(sighting);
    }

    /** Returns true for severities at which drivers log errors that they retry. */
    private static boolean isRetried(LogEvent event) {
        return event.severity() != null && QUIET.contains(event.severity());
    }

    /** Returns the service of an event, reduced to one short line of visible characters because it is untrusted. */
    public String service(LogEvent event) {
        String said = event.service();
        String name = said == null ? "" : redacted(said.strip(), MAX_SERVICE);
        return name.isBlank() ? UNKNOWN_SERVICE : name;
    }

    public String catalog() {
        return catalog;
    }

    private Optional<Node> capturedNode(Recognition seen, Deployments.Place place) {
        String host = seen.captures().host();
        String address = seen.captures().address();
        if (host == null && address != null && HostNames.isAddress(address)) {
            return inventory
                    .targetOfAddress(address)
                    .filter(target -> target.name().equals(place.target()))
                    .map(target -> node(seen, address));
        }
        return host == null || !seen.hostIsNode()
                ? Optional.empty()
                : deployments.place(host).filter(place::equals).map(known -> node(seen, host));
    }

    private static Node node(Recognition seen, String host) {
        Integer port = seen.captures().port();
        return new Node(host, port == null || port == 0 ? Node.DEFAULT_PORT : port);
    }

    /** Removes host, port and address if the host is not listed, because they may be parts of a password. */
    private Captures listedOnly(Captures captures) {
        boolean listed = captures.host() == null || deployments.listed(captures.host());
        return listed ? captures : captures.withoutNode();
    }

    /** Returns a text for display: redacted, one line of visible characters, at most {@code length}. */
    public String redacted(String text, int length) {
        String clean = redactor.redact(text.length() > 4 * length ? text.substring(0, 4 * length) : text);
        String visible = clean.codePoints()
                .map(c -> isInvisible(c) ? ' ' : c)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        return visible.length() <= length ? visible : visible.substring(0, length - 1) + "…";
    }

    /** Returns a text for storage: normalized, redacted, cut to {@code length}; empty if no samples are kept. */
    public Optional<String> kept(String text, int length) {
        if (!samples) {
            return Optional.empty();
        }
        String clean = texts.clean(text.substring(0, Math.min(text.length(), MARGIN * length)));
        String visible = UnlistedHosts.withoutNodes(clean, deployments)
                .codePoints()
                .limit(length)
                .map(c -> c != '\n' && c != '\t' && isInvisible(c) ? ' ' : c)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        return Optional.of(visible.length() <= length ? visible : visible.substring(0, length));
    }

    private static boolean isInvisible(int c) {
        int type = Character.getType(c);
        return Character.isISOControl(c)
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }
}
