package dev.mendline.notifier.slack;

import dev.mendline.notifier.message.Message;
import dev.mendline.notifier.message.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Plain text for the parts of a message that Slack parses. Only {@code & < >} are escaped, as Slack requires; the result
 * contains no mention, link or command
 * (<a href="https://docs.slack.dev/messaging/formatting-message-text">formatting</a>).
 */
final class SlackText {
    /** Slack recommends at most 4,000 characters. */
    private static final int MAX_PLAIN = 3_900;

    private static final int MAX_NOTIFICATION = 600;

    private SlackText() {}

    /** Escapes a text and cuts it so that the escaped form keeps the limit and no entity is split. */
    static String escape(String text, int max) {
        String escaped = escape(text);
        for (int shorter = Math.min(text.length(), max); escaped.length() > max; shorter -= 10) {
            escaped = escape(SafeText.cut(text, Math.max(2, shorter)));
        }
        return escaped;
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** Returns the text for notifications and screen readers. */
    static String notification(Message message) {
        return escape(
                message.headline() + " – " + message.conclusion().verdict() + ": "
                        + message.conclusion().summary(),
                MAX_NOTIFICATION);
    }

    /** Returns the whole message as text, for use when Slack rejects the layout. */
    static String plain(Message message) {
        List<String> lines = new ArrayList<>();
        lines.add(message.headline());
        lines.add(message.conclusion().verdict() + ": " + message.conclusion().summary());
        lines.add(message.conclusion().why());
        if (!message.steps().isEmpty()) {
            lines.add(message.stepsHeading() + ":");
        }
        for (int at = 0; at < message.steps().size(); at++) {
            lines.add((at + 1) + ". " + message.steps().get(at));
        }
        message.links().forEach(link -> lines.add(link.url()));
        lines.add(message.footer());
        return escape(lines.stream().filter(line -> !line.isEmpty()).collect(Collectors.joining("\n")), MAX_PLAIN);
    }
}
