package dev.mendline.engine.recognition;

import dev.mendline.model.HostNames;
import dev.mendline.model.Inventory;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    private static final Pattern SHARD = Pattern.compile("-shard-[0-9]{2}-[0-9]{2}");
    private static final Pattern ENDPOINT = Pattern.compile("-pl-[0-9]+(?:-lb)?$|-pri$|-lb$");
    private static final Pattern WITHOUT_CLUSTER = Pattern.compile("ac-[a-z0-9]{7}(?:-shard-.*)?|pl-[0-9].*");
    private static final Pattern OLD_FORM = Pattern.compile(".+-([a-z0-9]{5})");

    private final Inventory inventory;

    public Deployments(Inventory inventory) {
        this.inventory = inventory;
    }

    /** Empty for a name that is not listed. */
    public Optional<Place> place(String host) {
        String name = HostNames.canonical(host);
        Optional<Place> bySuffix = inventory.suffixOf(name).map(suffix -> underSuffix(name, suffix.suffix()));
        return inventory
                .targetOf(name)
                .map(target -> new Place(bySuffix.map(Place::site).orElse(target.name()), target.name()))
                .or(() -> bySuffix);
    }

    /**
     * The deployment that a text speaks of: that of the captured host; where its name hides the deployment, or none was
     * captured, the one that the text names besides. A captured host that is not listed leads nowhere.
     */
    public Optional<Place> place(Recognition seen, String text) {
        String host = seen.captures().host();
        if (host == null) {
            return NamesInText.of(text, this).onlyPlace();
        }
        return place(host)
                .map(place -> place.target() != null
                        ? place
                        : NamesInText.of(text, this)
                                .onlyPlace()
                                .filter(other -> other.site().equals(place.site()))
                                .orElse(place));
    }

    /** The same; where the text names no host at all, the deployment that its service is known to talk to. */
    Optional<Place> place(Recognition seen, NamesInText names, String text, String service) {
        Optional<Place> told = place(seen, text);
        return told.isPresent()
                        || seen.captures().host() != null
                        || !names.names().isEmpty()
                ? told
                : inventory.targetOfService(service).flatMap(target -> place(target.name()));
    }

    public boolean listed(String host) {
        return place(host).isPresent();
    }

    private static Place underSuffix(String name, String suffix) {
        String labels = name.substring(0, name.length() - suffix.length() - 1);
        int dot = labels.lastIndexOf('.');
        if (dot >= 0) {
            String project = labels.substring(dot + 1) + "." + suffix;
            String cluster = cluster(labels.substring(0, dot));
            return new Place(project, cluster == null ? null : cluster + "." + project);
        }
        String cluster = cluster(labels);
        Matcher old = OLD_FORM.matcher(labels);
        String site = old.matches() ? old.group(1) + "." + suffix : name;
        return new Place(site, cluster == null ? null : cluster + "." + suffix);
    }

    /** The cluster's own label: without shard, endpoint and load balancer parts; null where the label hides it. */
    private static @Nullable String cluster(String label) {
        if (WITHOUT_CLUSTER.matcher(label).matches()) {
            return null;
        }
        String bare = SHARD.matcher(label).replaceFirst("");
        return ENDPOINT.matcher(bare).replaceFirst("");
    }
}
