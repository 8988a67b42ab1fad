package dev.mendline.engine.incident;

import dev.mendline.engine.catalog.Radius;
import dev.mendline.model.Incident;
import dev.mendline.model.Reach;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What binds an incident to others: what else fails, what its cause brings and shares, who explains it or whom it explains. */
final class Ties {
    @Nullable
    Reach shared;

    @Nullable
    String parent;

    Radius radius = Radius.NONE;
    final TreeSet<String> muted = new TreeSet<>();
    final Neighbours neighbours = new Neighbours();

    @Nullable
    Common common;

    void addAll(CaseFile file) {
        shared = file.incident().shared();
        parent = file.incident().parent();
        radius = file.radius();
        muted.addAll(file.muted());
        neighbours.addAll(file.neighbours());
        common = file.common();
    }

    List<Incident.Child> children() {
        return common == null ? List.of() : common.children();
    }

    int moreChildren() {
        return common == null ? 0 : common.more();
    }

    /** A new episode is judged on its own. */
    void forget() {
        shared = null;
        parent = null;
        muted.clear();
        neighbours.forget();
        common = common == null ? null : new Common(common.cause(), List.of(), 0, List.of());
    }
}
