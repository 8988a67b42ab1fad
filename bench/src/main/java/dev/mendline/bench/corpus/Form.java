package dev.mendline.bench.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/** What a part of a line looks like: text, and places in it that are filled anew each time. */
@FunctionalInterface
interface Form {
    /** Adds what it looks like this time. */
    void write(Draft draft);

    /** Always the same. */
    static Form text(String text) {
        return draft -> draft.add(text);
    }

    /** A line of the grammar; sections that it names must stand above it. */
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
