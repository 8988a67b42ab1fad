package benign;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.LoggerFactory;

/** Writes what loggers say in the layouts that are met in the field: one-line events to .log, others to .jsonl. */
final class Journal extends AppenderBase<ILoggingEvent> {
    private static final String[] LAYOUTS = {
        "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %5p 437 --- [orders] [%15.15t] %-40.40logger{39} : %m%n%ex{14}",
        "%d{HH:mm:ss.SSS} [%thread] %-5level %logger{36} - %msg%n%ex{full}",
        "%d{\"yyyy-MM-dd HH:mm:ss,SSS\"} %-5p [%c{1}] \\(%t\\) %m%n%rEx{10}",
        "[%d{\"yyyy-MM-dd HH:mm:ss,SSS\"}] %p %m \\(%c\\)%n%ex{8}",
        "%d{dd-MMM-yyyy HH:mm:ss.SSS} %p [%t] %c %m%n%ex{20}",
        "%p  %c{0}:%L - %m%n%ex{6}",
        "level=%p ts=%d{yyyy-MM-dd'T'HH:mm:ss.SSSX} logger=%c msg=\"%m\"%n%rEx{4}",
    };
    private static final int SAME = 8;

    private final List<PatternLayout> layouts = new ArrayList<>();
    private final Map<String, Integer> seen = new HashMap<>();
    private final PrintWriter single;
    private final PrintWriter several;
    private int next;

    private Journal(Path prefix) throws Exception {
        single = new PrintWriter(Files.newBufferedWriter(Path.of(prefix + ".log")), true);
        several = new PrintWriter(Files.newBufferedWriter(Path.of(prefix + ".jsonl")), true);
    }

    static Journal open(String prefix, Level level) throws Exception {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        Journal journal = new Journal(Path.of(prefix));
        for (String pattern : LAYOUTS) {
            PatternLayout layout = new PatternLayout();
            layout.setContext(context);
            layout.setPattern(pattern);
            layout.start();
            journal.layouts.add(layout);
        }
        journal.setContext(context);
        journal.start();
        Logger root = context.getLogger("ROOT");
        root.setLevel(level);
        root.addAppender(journal);
        return journal;
    }

    @Override
    protected void append(ILoggingEvent event) {
        String like = event.getLoggerName() + event.getMessage().replaceAll("[0-9a-f]*[0-9][0-9a-f]*", "#")
                + (event.getThrowableProxy() == null ? "" : event.getThrowableProxy().getMessage());
        if (seen.merge(like, 1, Integer::sum) > SAME) {
            return;
        }
        write(layouts.get(next++ % LAYOUTS.length).doLayout(event).stripTrailing());
    }

    private void write(String text) {
        if (text.indexOf('\n') < 0) {
            single.println(text);
        } else {
            several.println("{\"text\":\"" + escaped(text) + "\"}");
        }
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        for (char c : text.toCharArray()) {
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                default -> out.append(c < 32 ? String.format("\\u%04x", (int) c) : String.valueOf(c));
            }
        }
        return out.toString();
    }
}
