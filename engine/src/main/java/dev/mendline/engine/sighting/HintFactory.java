package dev.mendline.engine.sighting;

import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.catalog.HintKind;
import dev.mendline.engine.recognition.HintRecognizer;
import dev.mendline.engine.recognition.Recognition;
import dev.mendline.model.config.Inventory;
import dev.mendline.model.journal.Hint;
import dev.mendline.model.journal.Sighting;
import dev.mendline.model.net.HostNames;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns what a text tells besides trouble into hints; only names that are listed lead to a deployment. */
final class HintFactory {
    private final HintRecognizer recogniser;
    private final Inventory inventory;
    private final Deployments deployments;

    HintFactory(Catalog catalog, Inventory inventory, Deployments deployments) {
        this.recogniser = new HintRecognizer(catalog);
        this.inventory = inventory;
        this.deployments = deployments;
    }

    /** Whether raw bytes bear an anchor of a hint. */
    boolean mayTell(byte[] raw) {
        return recogniser.mayMatch(raw);
    }

    /** The hint that a legible text of a service is; without a target where it tells of a connection to nobody knows what. */
    Optional<Hint> hint(String text, String service, Instant at) {
        return recogniser.told(text).flatMap(told -> {
            Deployments.Place place = place(told.words(), text, service);
            return told.hint().tells() == HintKind.CONNECTION
                    ? Optional.of(connection(told.words(), place, service, at))
                    : deployment(place, service, false, at);
        });
    }

    /** That a service which logs trouble with a deployment talks to it. */
    Optional<Hint> of(Sighting sighting) {
        return deployment(
                new Deployments.Place(sighting.site(), sighting.target()), sighting.service(), true, sighting.at());
    }

    /** Names of several deployments beside each other tell of none. */
    private Deployments.@Nullable Place place(Recognition words, String text, String service) {
        NamesInText names = NamesInText.of(text, deployments);
        long targets = names.names().stream()
                .map(named -> named.place().target())
                .filter(Objects::nonNull)
                .distinct()
                .count();
        return targets > 1 ? null : deployments.place(words, names, service).orElse(null);
    }

    /** Nobody needs to be told what the configuration says. */
    private Optional<Hint> deployment(Deployments.@Nullable Place place, String service, boolean sighted, Instant at) {
        if (place == null
                || place.target() == null
                || inventory.targetOfService(service).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(
                Hint.deployment(service, inventory.zoneOf(service).name(), place.target(), place.site(), sighted, at));
    }

    private Hint connection(Recognition words, Deployments.@Nullable Place place, String service, Instant at) {
        String target = place == null ? null : place.target();
        String site = place == null || target == null ? null : place.site();
        String address = words.captures().address();
        return new Hint(
                Hint.Kind.CONNECTION,
                site == null ? "service:" + service : site,
                service,
                inventory.zoneOf(service).name(),
                address != null && HostNames.isAddress(address) ? address : null,
                target,
                site,
                false,
                1,
                at);
    }
}
