package dev.mendline.engine.sighting;

import dev.mendline.engine.recognition.Recognition;
import dev.mendline.model.config.Inventory;
import dev.mendline.model.net.HostNames;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Mapping from listed host names to deployments. All names of one Atlas project share a site. */
public final class Deployments {
    /**
     * Site and target of a name.
     *
     * @param target deployment; null if the name shows only the site
     */
    public record Place(String site, @Nullable String target) {}

    private final Inventory inventory;

    public Deployments(Inventory inventory) {
        this.inventory = inventory;
    }

    /** Returns the site and target of a host; empty if it is not listed. */
    public Optional<Place> place(String host) {
        String name = HostNames.canonical(host);
        return inventory.targetOf(name).map(this::configured).or(() -> underSuffix(name));
    }

    /** Returns the place of a configured target; its site is that of its Atlas project if any name shows it. */
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
     * Returns the deployment of a text: that of the captured host. If there is none, or its name does not show the
     * deployment, that of another name in the text. A captured host that is not listed maps to nothing.
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

    /** Returns the deployment of an IP address that the configuration names. */
    private Optional<Place> byAddress(Recognition seen) {
        return Optional.ofNullable(seen.captures().address())
                .flatMap(inventory::targetOfAddress)
                .map(this::configured);
    }

    /** Returns the deployment of a text or, if it names no host, the one configured for its service. */
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
