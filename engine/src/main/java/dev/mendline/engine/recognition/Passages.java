package dev.mendline.engine.recognition;

import dev.mendline.engine.catalog.Signature.PassageKind;
import dev.mendline.engine.pattern.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Division of a text into passages, one per node of a printed topology, so one signature serves all drivers. */
final class Passages {
    private static final int MAX = 256;

    private final List<Passage> nodes;
    private final List<Passage> lookups;

    private Passages(List<Passage> nodes, List<Passage> lookups) {
        this.nodes = nodes;
        this.lookups = lookups;
    }

    static Passages of(Text text) {
        String whole = text.toString();
        List<Passage> found = new ArrayList<>();
        for (PassageMarker opener : PassageMarker.ALL) {
            if (whole.contains(opener.literal())) {
                opener.words().all(text, MAX).forEach(words -> found.add(opener.opened(whole, words)));
            }
        }
        List<Passage> lookups = found.stream()
                .filter(passage -> passage.within() == PassageKind.LOOKUP)
                .toList();
        found.removeIf(passage -> passage.within() == PassageKind.LOOKUP);
        return new Passages(apart(found), lookups);
    }

    /** Ends each passage at the start of the next. If two start together, the one that names a node wins. */
    private static List<Passage> apart(List<Passage> found) {
        found.sort(Comparator.comparingInt(Passage::from).thenComparing(Passages::namesNone));
        List<Passage> apart = new ArrayList<>();
        for (Passage passage : found) {
            Passage last = apart.isEmpty() ? null : apart.get(apart.size() - 1);
            if (last != null && last.from() == passage.from()) {
                continue;
            }
            if (last != null && last.to() > passage.from()) {
                apart.set(apart.size() - 1, last.until(passage.from()));
            }
            apart.add(passage);
        }
        return List.copyOf(apart);
    }

    private static boolean namesNone(Passage passage) {
        return passage.name() == null && passage.address() == null;
    }

    /** Returns the node passage that contains a position. */
    Optional<Passage> node(int position) {
        int low = 0;
        int high = nodes.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (nodes.get(middle).from() <= position) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 || nodes.get(low - 1).to() <= position ? Optional.empty() : Optional.of(nodes.get(low - 1));
    }

    /** Returns the lookup that the text describes; the last one, which is the innermost, if there are several. */
    Optional<Passage> lookup() {
        return lookups.isEmpty() ? Optional.empty() : Optional.of(lookups.get(lookups.size() - 1));
    }
}
