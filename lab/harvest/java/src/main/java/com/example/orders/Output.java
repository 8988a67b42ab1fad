package com.example.orders;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.io.PrintStream;
import org.slf4j.LoggerFactory;

/** Writes each text, however many lines it has, as one line: a JSON string. */
final class Output extends AppenderBase<ILoggingEvent> {
    private final PrintStream out;
    private final PatternLayout layout = new PatternLayout();

    private Output(PrintStream out) {
        this.out = out;
    }

    /** From now on all that is logged at INFO and above goes there, in this logback pattern. */
    static Output attach(PrintStream out, String pattern) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        Output output = new Output(out);
        output.setContext(context);
        output.layout.setContext(context);
        output.layout.setPattern(pattern);
        output.layout.start();
        output.start();
        Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.detachAndStopAllAppenders();
        root.setLevel(Level.INFO);
        root.addAppender(output);
        return output;
    }

    @Override
    protected void append(ILoggingEvent event) {
        print(layout.doLayout(event));
    }

    void print(String text) {
        StringBuilder json = new StringBuilder("\"");
        text.stripTrailing().chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                json.append('\\').append((char) c);
            } else if (c < ' ') {
                json.append(String.format("\\u%04x", c));
            } else {
                json.append((char) c);
            }
        });
        out.println(json.append('"'));
    }
}
