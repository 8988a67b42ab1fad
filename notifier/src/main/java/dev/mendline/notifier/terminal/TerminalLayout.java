package dev.mendline.notifier.terminal;

import dev.mendline.model.incident.Incident;
import dev.mendline.model.log.OwnText;
import dev.mendline.notifier.message.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Renders a message as lines of at most {@value #WIDTH} columns, in the same order as in Slack. */
public final class TerminalLayout {
    static final int WIDTH = 100;
    private static final int COLUMN = 49;
    private static final int LABEL = 10;

    /** Text styles of a terminal (ECMA-48, SGR). */
    private enum AnsiStyle {
        BOLD(1),
        DIM(2),
        UNDERLINE(4),
        RED(91),
        GREEN(92),
        YELLOW(93),
        BLUE(94);

        private static final char ESCAPE = 0x1B;

        private final int code;

        AnsiStyle(int code) {
            this.code = code;
        }

        String in(boolean colour, String text) {
            return colour ? ESCAPE + "[" + code + "m" + text + ESCAPE + "[0m" : text;
        }
    }

    private final boolean colour;
    private final StringBuilder text = new StringBuilder();

    public TerminalLayout(boolean colour) {
        this.colour = colour;
    }

    public String message(Message message) {
        return render(message, "");
    }

    String update(Message message) {
        return render(message, " (update)");
    }

    private String render(Message message, String mark) {
        text.setLength(0);
        headline(message, mark);
        conclusion(message);
        fields(message.details().fields());
        section("Evidence", message.details().evidence(), line -> hang("  ", "    ", line));
        quote(message);
        links(message);
        line("");
        Columns.wrap(message.footer(), WIDTH).forEach(footer -> line(AnsiStyle.DIM.in(colour, footer)));
        line("");
        return text.toString();
    }

    /** Renders verdict, reason, steps and links only. */
    public String advice(Message message) {
        text.setLength(0);
        conclusion(message);
        links(message);
        return text.toString();
    }

    private void conclusion(Message message) {
        lead(message.conclusion().verdict() + ": ", message.conclusion().summary());
        if (!message.conclusion().why().isEmpty()) {
            lead("Why: ", message.conclusion().why());
        }
        message.conclusion().notes().forEach(note -> hang("· ", note));
        steps(message);
    }

    private void links(Message message) {
        section("Documentation", message.links(), link -> {
            hang("  ", link.title());
            line("    " + AnsiStyle.UNDERLINE.in(colour, link.url()));
        });
    }

    private void headline(Message message, String mark) {
        AnsiStyle tone = message.subject().state() != Incident.State.OPEN
                ? AnsiStyle.GREEN
                : switch (message.subject().severity()) {
                    case CRITICAL, HIGH -> AnsiStyle.RED;
                    case MEDIUM -> AnsiStyle.YELLOW;
                    case LOW -> AnsiStyle.BLUE;
                };
        line(AnsiStyle.DIM.in(colour, "━".repeat(WIDTH)));
        for (String line : Columns.wrap(message.headline() + mark, WIDTH)) {
            line(tone.in(colour, line));
        }
    }

    private void steps(Message message) {
        if (message.steps().isEmpty()) {
            return;
        }
        heading(message.stepsHeading());
        int number = 1;
        for (String step : message.steps()) {
            List<String> lines = step.lines().toList();
            hang(String.format("%3d. ", number++), lines.get(0));
            // Commands are not wrapped, so that they can be copied.
            lines.stream().skip(1).forEach(command -> line("       " + AnsiStyle.BOLD.in(colour, command)));
        }
    }

    private void fields(List<Message.Field> fields) {
        line("");
        for (int at = 0; at < fields.size(); at += 2) {
            List<String> left = cell(fields.get(at));
            List<String> right = at + 1 < fields.size() ? cell(fields.get(at + 1)) : List.of();
            for (int row = 0; row < Math.max(left.size(), right.size()); row++) {
                String first = row < left.size() ? left.get(row) : "";
                String second = row < right.size() ? right.get(row) : "";
                line(second.isEmpty() ? first : Columns.pad(first, COLUMN + 2) + second);
            }
        }
    }

    private static List<String> cell(Message.Field field) {
        List<String> cell = new ArrayList<>();
        for (String value : Columns.wrap(field.value(), COLUMN - LABEL)) {
            cell.add(Columns.pad(cell.isEmpty() ? field.label() : "", LABEL) + value);
        }
        return cell;
    }

    private void quote(Message message) {
        Message.Quote quote = message.details().quote();
        if (quote != null) {
            heading(quote.caption());
            hang("  " + OwnText.QUOTE, "  " + OwnText.QUOTE, quote.text());
        }
    }

    private <T> void section(String title, List<T> entries, Consumer<T> each) {
        if (!entries.isEmpty()) {
            heading(title);
            entries.forEach(each);
        }
    }

    private void heading(String title) {
        line("");
        Columns.wrap(title, WIDTH).forEach(line -> line(AnsiStyle.BOLD.in(colour, line)));
    }

    /** Adds a paragraph whose first words are bold. */
    private void lead(String lead, String words) {
        List<String> lines = Columns.wrap(words, WIDTH, lead.length());
        line(AnsiStyle.BOLD.in(colour, lead) + lines.get(0));
        lines.stream().skip(1).forEach(this::line);
    }

    private void hang(String first, String words) {
        hang(first, " ".repeat(first.length()), words);
    }

    private void hang(String first, String rest, String words) {
        String margin = first;
        for (String line : Columns.wrap(words, WIDTH - rest.length())) {
            line(margin + line);
            margin = rest;
        }
    }

    private void line(String line) {
        text.append(line.stripTrailing()).append('\n');
    }
}
