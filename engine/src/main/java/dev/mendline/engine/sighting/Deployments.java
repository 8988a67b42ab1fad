package dev.mendline.engine.sighting;

import dev.mendline.engine.recognition.Recognition;
import dev.mendline.model.config.Inventory;
import dev.mendline.model.net.HostNames;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which deployment a host name belongs to. Only names that the inventory lists lead anywhere; the site is what all names
 * of one Atlas project share.
 */
public final class Deployments {
    /**
     * Where a name belongs.
     *
     * @param target null when the site is known but the name does not tell the deployment
     */
    public record Place(String site, @Nullable String target) {}

    private final Inventory inventory;

    public Deployments(Inventory inventory) {
        this.inventory = inventory;
    }

    /** Empty for a name that is not listed. */
    public Optional<Place> place(String host) {
        String name = HostNames.canonical(host);
        return inventory.targetOf(name).map(this::configured).or(() -> underSuffix(name));
    }

    /** Wherever a configured target's names stand, they meet in one site: its project's, where one of them tells it. */
    private Place configured(Inventory.Target target) {
        String name = HostNames.canonical(target.name());
        String site = Stream.concat(Stream.of(name), target.match().stream().map(HostNames::canonical))
                .flatMap(each -> underSuffix(each).map(Place::site).stream())
                .filter(each -> each.indexOf('*') < 0)
                .findFirst()
                .orElse(name);
        return new Place(site, target.name());
    }

    private Optional<Place> underSuffix(String name) {
        return inventory.suffixOf(name).map(suffix -> AtlasNames.place(name, suffix.suffix()));
    }

    /**
     * The deployment that a text speaks of: that of the captured host; where its name hides the deployment, or none was
     * captured, the one that the text names besides. A captured host that is not listed leads nowhere.
     */
    public Optional<Place> place(Recognition seen, String text) {
        return place(seen, NamesInText.of(text, this));
    }

    private Optional<Place> place(Recognition seen, NamesInText names) {
        String host = seen.captures().host();
        if (host == null) {
            return names.onlyPlace().or(() -> byAddress(seen));
        }
        return place(host)
                .map(place -> place.target() != null
                        ? place
                        : names.onlyPlace()
                                .filter(other -> other.site().equals(place.site()))
                                .orElse(place));
    }

    /** No name, but an address that the configuration names outright. */
    private Optional<Place> byAddress(Recognition seen) {
        return Optional.ofNullable(seen.captures().address())
                .flatMap(inventory::targetOfAddress)
                .map(this::configured);
    }

    /** The same; where the text names no host at all, the deployment that its service is known to talk to. */
    Optional<Place> place(Recognition seen, NamesInText names, String service) {
        Optional<Place> told = place(seen, names);
        return told.isPresent()
                        || seen.captures().host() != null
                        || !names.names().isEmpty()
                ? told
                : inventory.targetOfService(service).map(this::configured);
    }

    public boolean listed(String host) {
        return place(host).isPresent();
    }
}
