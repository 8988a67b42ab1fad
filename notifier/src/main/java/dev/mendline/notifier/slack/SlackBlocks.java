package dev.mendline.notifier.slack;

import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.RichTextBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.MarkdownTextObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.composition.TextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.RichTextElement;
import com.slack.api.model.block.element.RichTextListElement;
import com.slack.api.model.block.element.RichTextPreformattedElement;
import com.slack.api.model.block.element.RichTextSectionElement;
import com.slack.api.model.block.element.RichTextSectionElement.TextStyle;
import dev.mendline.notifier.message.Message;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Renders a message as Block Kit. All texts are rich text or plain text, which Slack does not parse, so a log text can
 * neither format nor mention. Only the fields are mrkdwn, because of their two columns, and they are escaped.
 */
final class SlackBlocks {
    private static final int FIELD = 210;
    private static final TextStyle BOLD = TextStyle.builder().bold(true).build();
    private static final TextStyle CODE = TextStyle.builder().code(true).build();

    private SlackBlocks() {}

    static List<LayoutBlock> of(Message message) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(HeaderBlock.builder().text(plain(message.headline())).build());
        blocks.add(rich(conclusion(message)));
        if (!message.steps().isEmpty()) {
            blocks.add(list(message.stepsHeading(), "ordered", message.steps()));
        }
        if (!message.details().fields().isEmpty()) {
            blocks.add(SectionBlock.builder()
                    .fields(message.details().fields().stream()
                            .map(SlackBlocks::field)
                            .toList())
                    .build());
        }
        if (!message.details().evidence().isEmpty()) {
            blocks.add(list("Evidence", "bullet", message.details().evidence()));
        }
        Message.Quote quote = message.details().quote();
        if (quote != null && !quote.text().isEmpty()) {
            blocks.add(rich(
                    section(text(quote.caption(), BOLD)),
                    RichTextPreformattedElement.builder()
                            .elements(List.of(text(quote.text(), null)))
                            .build()));
        }
        if (!message.links().isEmpty()) {
            blocks.add(rich(links(message.links())));
        }
        blocks.add(ContextBlock.builder()
                .elements(List.of(plain(message.footer())))
                .build());
        return blocks;
    }

    private static RichTextSectionElement conclusion(Message message) {
        List<RichTextElement> elements = new ArrayList<>();
        elements.add(text(message.conclusion().verdict() + ": ", BOLD));
        elements.addAll(withCode(message.conclusion().summary()));
        if (!message.conclusion().why().isEmpty()) {
            elements.add(text("\nWhy: ", BOLD));
            elements.addAll(withCode(message.conclusion().why()));
        }
        message.conclusion().notes().forEach(note -> elements.add(text("\n" + note, null)));
        return section(elements);
    }

    private static RichTextBlock list(String heading, String style, List<String> lines) {
        return rich(
                section(text(heading, BOLD)),
                RichTextListElement.builder()
                        .style(style)
                        .elements(lines.stream()
                                .<RichTextElement>map(line -> section(withCode(line)))
                                .toList())
                        .build());
    }

    private static RichTextSectionElement links(List<Message.Link> links) {
        List<RichTextElement> elements = new ArrayList<>();
        elements.add(text("Documentation: ", BOLD));
        for (Message.Link link : links) {
            if (elements.size() > 1) {
                elements.add(text(" · ", null));
            }
            elements.add(RichTextSectionElement.Link.builder()
                    .url(link.url())
                    .text(link.title())
                    .build());
        }
        return section(elements);
    }

    private static TextObject field(Message.Field field) {
        return MarkdownTextObject.builder()
                .text("*" + SlackText.escape(field.label(), 100) + "*\n" + SlackText.escape(field.value(), FIELD))
                .verbatim(true)
                .build();
    }

    private static PlainTextObject plain(String text) {
        return PlainTextObject.builder().text(text).emoji(false).build();
    }

    private static RichTextBlock rich(BlockElement... elements) {
        return RichTextBlock.builder().elements(List.of(elements)).build();
    }

    private static RichTextSectionElement section(List<RichTextElement> elements) {
        return RichTextSectionElement.builder().elements(elements).build();
    }

    private static RichTextSectionElement section(RichTextElement element) {
        return section(List.of(element));
    }

    /** Renders text between back quotes as code, for the commands in the steps. */
    private static List<RichTextElement> withCode(String text) {
        String[] parts = text.split("`", -1);
        if (parts.length % 2 == 0) {
            return List.of(text(text, null));
        }
        List<RichTextElement> elements = new ArrayList<>();
        for (int at = 0; at < parts.length; at++) {
            if (!parts[at].isEmpty()) {
                elements.add(text(parts[at], at % 2 == 1 ? CODE : null));
            }
        }
        return elements.isEmpty() ? List.of(text(text, null)) : elements;
    }

    private static RichTextElement text(String text, @Nullable TextStyle style) {
        return RichTextSectionElement.Text.builder().text(text).style(style).build();
    }
}
