package dev.mendline.bench.corpus;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Places that a line of the grammar can contain. */
final class Places {
    static final Pattern PLACE = Pattern.compile("\\$\\{([^}]+)}");

    private Places() {}

    static Form form(String place, Grammar grammar) {
        int space = place.indexOf(' ');
        String name = space < 0 ? place : place.substring(0, space);
        String rest = place.substring(space + 1);
        return switch (name) {
            case "one" -> oneOf(Stream.of(rest.split("\\|")).map(Form::text).toList());
            case "below" -> below(Integer.parseInt(rest));
            case "digits" -> figures(Integer.parseInt(rest), 10);
            case "hex" -> figures(Integer.parseInt(rest), 16);
            case "time" -> Draft::addTime;
            case "level" -> Draft::addLevel;
            case "message" -> Draft::addMessage;
            case "quoted" -> Draft::addQuoted;
            default -> oneOf(grammar.section(name));
        };
    }

    private static Form oneOf(List<Form> forms) {
        return draft -> draft.dice().of(forms).write(draft);
    }

    private static Form below(int bound) {
        return draft -> draft.add(draft.dice().below(bound));
    }

    private static Form figures(int count, int base) {
        return draft -> {
            for (int i = 0; i < count; i++) {
                draft.add(Character.forDigit(draft.dice().below(base), base));
            }
        };
    }
}
