package dev.mendline.engine.sighting;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Parser of Atlas host names: {@code cluster.project.suffix}, or {@code cluster-project.suffix} in older projects. The
 * label of the cluster has parts for shard, private endpoint, load balancer and the like. Some labels do not contain
 * the cluster.
 */
final class AtlasNames {
    private static final String SRV = "_mongodb._tcp.";
    private static final Pattern PART = Pattern.compile("-(?:shard|config)-[0-9]{2}-[0-9]{2}");
    private static final Pattern WAY = Pattern.compile("-pl-[0-9]+(?:-lb)?$|-pri$|-lb$|-biconnector$");
    private static final Pattern WITHOUT_CLUSTER = Pattern.compile(
            "ac-[a-z0-9]{7}(?:-(?:shard|config|lb).*)?|atlas-[a-z0-9]{6}-(?:shard|config)-.*|pl-[0-9].*");
    private static final Pattern OLD_FORM = Pattern.compile("(.+)-([a-z0-9]{5})");
    /** Form of federated databases: {@code name-project.a.query.suffix}. */
    private static final Pattern FEDERATED = Pattern.compile("[^.]+-([a-z0-9]{5})\\.[a-z]\\.query");

    private AtlasNames() {}

    /** Returns the site and target of a name below a suffix. */
    static Deployments.Place place(String host, String suffix) {
        String name = host.startsWith(SRV) && host.length() > SRV.length() + suffix.length()
                ? host.substring(SRV.length())
                : host;
        String labels = name.substring(0, name.length() - suffix.length() - 1);
        Matcher federated = FEDERATED.matcher(labels);
        if (federated.matches()) {
            return new Deployments.Place(federated.group(1) + "." + suffix, name);
        }
        int dot = labels.lastIndexOf('.');
        if (dot < 0) {
            return oneLabel(name, labels, suffix);
        }
        String project = labels.substring(dot + 1) + "." + suffix;
        String cluster = cluster(labels.substring(0, dot));
        return new Deployments.Place(project, cluster == null ? null : cluster + "." + project);
    }

    private static Deployments.Place oneLabel(String name, String label, String suffix) {
        Matcher old = OLD_FORM.matcher(label);
        if (!old.matches()) {
            String cluster = cluster(label);
            String target = cluster == null ? null : cluster + "." + suffix;
            return new Deployments.Place(target == null ? name : target, target);
        }
        String cluster = cluster(old.group(1));
        return new Deployments.Place(
                old.group(2) + "." + suffix, cluster == null ? null : cluster + "-" + old.group(2) + "." + suffix);
    }

    /** Returns the cluster's label without shard, endpoint and load balancer parts; null if it contains none. */
    private static @Nullable String cluster(String label) {
        if (WITHOUT_CLUSTER.matcher(label).matches()) {
            return null;
        }
        String bare = PART.matcher(label).replaceFirst("");
        return WAY.matcher(bare).replaceFirst("");
    }
}
