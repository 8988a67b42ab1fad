package dev.mendline.notifier;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Text for Slack's places that parse: {@code & < >} are escaped and nothing else, which leaves no mention, no link and
 * no command (<a href="https://docs.slack.dev/messaging/formatting-message-text">formatting</a>).
 */
final class SlackText {
    /** Slack advises at most 4,000 characters at the top level. */
    private static final int WHOLE = 3_900;

    private static final int GIST = 600;

    private SlackText() {}

    /** Escaped, and cut so that the escaped form keeps the limit and no entity is halved. */
    static String escape(String text, int max) {
        String escaped = escape(text);
        for (int shorter = Math.min(text.length(), max); escaped.length() > max; shorter -= 10) {
            escaped = escape(Inert.cut(text, Math.max(2, shorter)));
        }
        return escaped;
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** What a notification shows and a screen reader says. */
    static String gist(Message message) {
        return escape(message.headline() + " – " + message.verdict() + ": " + message.summary(), GIST);
    }

    /** All that matters, where the layout was refused. */
    static String whole(Message message) {
        List<String> lines = new ArrayList<>();
        lines.add(message.headline());
        lines.add(message.verdict() + ": " + message.summary());
        lines.add(message.why());
        if (!message.steps().isEmpty()) {
            lines.add(message.stepsHeading() + ":");
        }
        for (int at = 0; at < message.steps().size(); at++) {
            lines.add((at + 1) + ". " + message.steps().get(at));
        }
        message.links().forEach(link -> lines.add(link.url()));
        lines.add(message.footer());
        return escape(lines.stream().filter(line -> !line.isEmpty()).collect(Collectors.joining("\n")), WHOLE);
    }
}
