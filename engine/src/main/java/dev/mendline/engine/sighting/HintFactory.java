package dev.mendline.engine.sighting;

import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.catalog.HintText;
import dev.mendline.engine.recognition.HintRecognizer;
import dev.mendline.engine.recognition.Recognition;
import dev.mendline.model.config.Inventory;
import dev.mendline.model.journal.Hint;
import dev.mendline.model.journal.Sighting;
import dev.mendline.model.log.Resource;
import dev.mendline.model.net.HostNames;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Factory of hints from texts without symptoms. Only listed names map to a deployment. */
final class HintFactory {
    private final HintRecognizer recogniser;
    private final Inventory inventory;
    private final Deployments deployments;

    HintFactory(Catalog catalog, Inventory inventory, Deployments deployments) {
        this.recogniser = new HintRecognizer(catalog);
        this.inventory = inventory;
        this.deployments = deployments;
    }

    boolean mayMatch(byte[] raw) {
        return recogniser.mayMatch(raw);
    }

    /** Returns the hint of a normalized text. A connection to an unknown deployment has no target. */
    Optional<Hint> hint(String text, String service, Instant at) {
        return recogniser.recogniseLegible(text).flatMap(found -> {
            Deployments.Place place = place(found.words(), text, service);
            return found.hint().tells() == HintText.Kind.CONNECTION
                    ? Optional.of(connection(found.words(), place, service, at))
                    : deployment(place, service, false, at);
        });
    }

    /** Returns the hint that the service of a sighting uses its target. */
    Optional<Hint> of(Sighting sighting) {
        return deployment(
                new Deployments.Place(sighting.site(), sighting.target()), sighting.service(), true, sighting.at());
    }

    /** Returns the deployment of a hint; none if the text names several. */
    private Deployments.@Nullable Place place(Recognition words, String text, String service) {
        NamesInText names = NamesInText.of(text, deployments);
        return names.targets().size() > 1
                ? null
                : deployments.place(words, names, service).orElse(null);
    }

    /**
     * Returns a deployment hint; empty if the configuration already binds the service, or if its events may come from
     * several programs.
     */
    private Optional<Hint> deployment(Deployments.@Nullable Place place, String service, boolean sighted, Instant at) {
        if (place == null
                || place.target() == null
                || !Resource.isOneProgram(service)
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
