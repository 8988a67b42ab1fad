package dev.mendline.engine.sighting;

import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.pattern.LinePattern;
import dev.mendline.engine.pattern.MatchResult;
import dev.mendline.engine.pattern.Text;
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
import dev.mendline.model.log.Sample;
import dev.mendline.model.net.HostNames;
import dev.mendline.model.probe.Node;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Turns one log event into a sighting: recognised, bound to a deployment, redacted. */
public final class SightingFactory {
    /** Stands where a text names a host that is not listed: it may be a piece of a password. */
    public static final String UNLISTED = "‹unlisted host›";

    /** The service of an event that names none. */
    public static final String UNKNOWN_SERVICE = "unknown";

    private static final int MAX_SERVICE = 100;
    private static final Set<String> QUIET = Set.of("TRACE", "DEBUG", "INFO");
    /** How much more of a text is redacted than is kept of it. */
    private static final int MARGIN = 8;

    private static final LinePattern TOKEN = LinePattern.compile("[^\\s\"'(){}\\[\\]<>,]+", false);
    private static final LinePattern NODE =
            LinePattern.compile("(?P<host>[A-Za-z0-9][A-Za-z0-9._-]*):[0-9]{2,5}(?:[^0-9:]|$)", false);
    /** A line of a program, not a port of a host. */
    private static final LinePattern PLACE = LinePattern.compile(
            "\\.(?:java|kt|scala|js|mjs|cjs|ts|py|rb|go|rs|cs|php|c|cpp|h|ex|dart|pm):[0-9]+|^[0-9:.,TZ+-]+$", false);

    private final Recognizer recogniser;
    private final Redactor redactor;
    private final Inventory inventory;
    private final Deployments deployments;
    private final HintFactory hinter;
    private final String catalog;
    private final boolean samples;

    /** {@code samples} false keeps no text at all. */
    public SightingFactory(Catalog catalog, Inventory inventory, Redactor redactor, boolean samples) {
        this.recogniser = new Recognizer(catalog);
        this.redactor = redactor;
        this.inventory = inventory;
        this.deployments = new Deployments(inventory);
        this.hinter = new HintFactory(catalog, inventory, deployments);
        this.catalog = catalog.hash();
        this.samples = samples;
    }

    /** Whether raw bytes can hold a symptom at all. */
    public boolean mayMatch(byte[] raw) {
        return recogniser.mayMatch(raw);
    }

    /** The same, but never false for what {@link #sight} would see a symptom in. */
    public boolean mayShow(byte[] raw) {
        return recogniser.mayShow(raw);
    }

    /** Whether raw bytes can hold a hint, as far as nothing hides its words. */
    public boolean mayTell(byte[] raw) {
        return hinter.mayTell(raw);
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
        String text = Recognizer.legible(event.text());
        Recognition seen = own(event) ? Recognition.NOTHING : recogniser.recogniseLegible(text);
        if (seen.symptom() == null) {
            return Optional.empty();
        }
        String service = service(event);
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
                at,
                samples ? List.of(new Sample(excerpt(event.text(), seen), service, at, source)) : List.of(),
                catalog,
                isRetried(event),
                told.isEmpty() && hosts));
    }

    /**
     * What an event tells that shows no symptom: which deployment its service talks to, or that a connection was made.
     *
     * @return of a connection to a deployment that is not known one without a target
     */
    public Optional<Hint> hint(LogEvent event, Instant at) {
        return own(event) ? Optional.empty() : hinter.hint(Recognizer.legible(event.text()), service(event), at);
    }

    /** That the service of a sighting talks to its target, where the configuration does not say so. */
    public Optional<Hint> bound(Sighting sighting) {
        return hinter.of(sighting);
    }

    /** At this level drivers tell what went wrong and what they try again; one that gives up raises an error. */
    private static boolean isRetried(LogEvent event) {
        return event.severity() != null && QUIET.contains(event.severity());
    }

    /** A service's name is whatever a log says: one short line of visible characters is left of it. */
    public String service(LogEvent event) {
        String said = event.service();
        String name = said == null ? "" : redacted(said.strip(), MAX_SERVICE);
        return name.isBlank() ? UNKNOWN_SERVICE : name;
    }

    /** The hash of the catalog that it recognises with. */
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

    /** Port and address belong to the host; of one that is not listed all three may be pieces of a password. */
    private Captures listedOnly(Captures captures) {
        boolean listed = captures.host() == null || deployments.listed(captures.host());
        return listed ? captures : captures.withoutNode();
    }

    /** The lines that matter. */
    private String excerpt(String raw, Recognition seen) {
        Set<String> unlisted = seen.hosts().stream()
                .filter(host -> !deployments.listed(host))
                .map(host -> host.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        return Excerpt.of(clean(raw), seen.words(), piece -> hide(piece, unlisted));
    }

    /** Escapes tell where a secret ends, and what they, colours and wraps hid is one too: redacted before and after. */
    private String clean(String raw) {
        return redactor.redact(Recognizer.legible(redactor.redact(raw)));
    }

    /** With a host that is not listed goes all that stands beside it without a space. */
    private static String hide(String clean, Set<String> unlisted) {
        return unlisted.isEmpty()
                ? clean
                : withoutTokens(clean, token -> {
                    String folded = token.toLowerCase(Locale.ROOT);
                    return unlisted.stream().anyMatch(folded::contains);
                });
    }

    private static String withoutTokens(String clean, Predicate<String> isHidden) {
        Text text = Text.of(clean);
        StringBuilder hidden = new StringBuilder(clean.length());
        int from = 0;
        MatchResult found = TOKEN.first(text);
        while (found != null) {
            String token = clean.substring(found.start(), found.end());
            hidden.append(clean, from, found.start()).append(isHidden.test(token) ? UNLISTED : token);
            from = found.end();
            found = TOKEN.findAfter(text, 0, clean.length(), found);
        }
        return hidden.append(clean, from, clean.length()).toString();
    }

    /** A text as it may be shown elsewhere: one line of visible characters, at most {@code length}, redacted. */
    public String redacted(String text, int length) {
        String clean = redactor.redact(text.length() > 4 * length ? text.substring(0, 4 * length) : text);
        String visible = clean.codePoints()
                .map(c -> isInvisible(c) ? ' ' : c)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        return visible.length() <= length ? visible : visible.substring(0, length - 1) + "…";
    }

    /** A text as it may be kept: legible, redacted, with its lines, at most {@code length}; none where no samples are. */
    public Optional<String> kept(String text, int length) {
        if (!samples) {
            return Optional.empty();
        }
        String clean = clean(text.substring(0, Math.min(text.length(), MARGIN * length)));
        String visible = withoutNodes(clean)
                .codePoints()
                .limit(length)
                .map(c -> c != '\n' && c != '\t' && isInvisible(c) ? ' ' : c)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        return Optional.of(visible.length() <= length ? visible : visible.substring(0, length));
    }

    /** No signature has told the host; whatever stands before a port may be one, and a piece of a password. */
    private String withoutNodes(String clean) {
        return withoutTokens(clean, token -> {
            Text text = Text.of(token);
            MatchResult node = NODE.first(text);
            String host = node == null ? null : node.group("host");
            return host != null && !deployments.listed(host) && !PLACE.isIn(text);
        });
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
