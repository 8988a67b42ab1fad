package dev.mendline.engine.incident.editor;

import dev.mendline.engine.incident.state.BufferedSighting;
import dev.mendline.model.journal.Sighting;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The sightings that open or reopen an incident together.
 *
 * @param last the one that tipped the scale
 * @param all that one and those that had waited, the oldest first
 */
public record Opening(BufferedSighting last, List<BufferedSighting> all) {
    /** The symptom that no text shows: many more connections than usual. */
    public static final String SPIKE = "connection-spike";

    public static Opening of(List<BufferedSighting> waited, BufferedSighting last) {
        return new Opening(last, Stream.concat(waited.stream(), Stream.of(last)).toList());
    }

    public Sighting sighting() {
        return last.sighting();
    }

    /** Whether drivers logged every one of them as what they try again. */
    public boolean retried() {
        return all.stream().allMatch(seen -> seen.sighting().retried());
    }

    public boolean historical(Duration after) {
        return all.stream().allMatch(seen -> seen.historical(after));
    }

    /** What did it, as the timeline says it after "by". */
    String said() {
        List<BufferedSighting> alike =
                all.stream().filter(seen -> seen.alike(sighting())).toList();
        String what = alike.size() == 1
                ? sighting().symptom()
                : alike.stream().mapToLong(seen -> seen.sighting().count()).sum() + " × "
                        + sighting().symptom();
        TreeSet<String> services = new TreeSet<>();
        alike.forEach(seen -> services.add(seen.sighting().service()));
        return what + " of service" + (services.size() == 1 ? " " : "s ") + String.join(", ", services)
                + (alike.size() == 1 ? "" : within(alike))
                + (retried() ? "; " + light() + ", so its severity is low" : "");
    }

    private String light() {
        return sighting().symptom().equals(SPIKE)
                ? "no service complains of it"
                : "drivers log it as what they try again by themselves";
    }

    private String within(List<BufferedSighting> alike) {
        Duration span = Duration.between(alike.get(0).at(), last.at());
        return " within " + Math.max(1, span.plusMillis(999).toSeconds()) + " s";
    }
}
