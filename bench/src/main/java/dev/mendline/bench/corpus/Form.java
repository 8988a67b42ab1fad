package dev.mendline.bench.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/** Form of a part of a line: text with places that are filled again for each line. */
@FunctionalInterface
interface Form {
    /** Writes the part with new values. */
    void write(Draft draft);

    /** Returns a constant form. */
    static Form text(String text) {
        return draft -> draft.add(text);
    }

    /** Parses a line of the grammar; its sections must be defined above it. */
    static Form of(String line, Grammar grammar) {
        List<Form> parts = new ArrayList<>();
        Matcher place = Places.PLACE.matcher(line);
        int at = 0;
        while (place.find()) {
            parts.add(text(line.substring(at, place.start())));
            parts.add(Places.form(place.group(1), grammar));
            at = place.end();
        }
        parts.add(text(line.substring(at)));
        Form[] inTurn = parts.toArray(Form[]::new);
        return draft -> {
            for (Form part : inTurn) {
                part.write(draft);
            }
        };
    }
}
