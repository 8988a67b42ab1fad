package dev.mendline.cli.incidents;

import dev.mendline.cli.config.Configuration;
import dev.mendline.cli.config.ConfigurationOptions;
import dev.mendline.cli.kafka.Broker;
import dev.mendline.cli.kafka.KafkaOptions;
import dev.mendline.cli.output.Output;
import dev.mendline.cli.output.Table;
import dev.mendline.cli.process.ExitCode;
import dev.mendline.cli.process.UsageError;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.journal.Command;
import dev.mendline.model.text.PlainWords;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Command that acts on one incident, with the options that all such commands share. */
abstract class OperatorCommand implements Callable<Integer> {
    @Mixin
    private ConfigurationOptions setup = new ConfigurationOptions();

    @Mixin
    private KafkaOptions kafka = new KafkaOptions();

    @Option(
            names = "--by",
            paramLabel = "NAME",
            description = "Name of the person. Default: the user of this login session.")
    private String by = System.getProperty("user.name", "");

    @Option(names = "--reason", paramLabel = "TEXT", description = "Reason, shown to other people.")
    private @Nullable String reason;

    @Option(
            names = "--timeout-ms",
            paramLabel = "MILLIS",
            defaultValue = "15000",
            description = "How long to wait for the classifier to accept it. Default: ${DEFAULT-VALUE}")
    private int timeout;

    @Option(names = "-o", paramLabel = "FORMAT", defaultValue = "text", description = "text or json")
    private Output output = Output.TEXT;

    @Parameters(paramLabel = "ID", description = "Incident id, or the beginning of one.")
    private String id = "";

    /** Returns what the command line asks for, checked before Kafka is used. */
    abstract CommandDraft wish(ConfigurationOptions given);

    @Override
    public Integer call() {
        CommandDraft wish = wish(setup);
        Configuration configuration = setup.configuration();
        String why = reason == null ? null : configuration.redactor().redact(reason);
        check(wish, why);
        Broker broker = kafka.broker(configuration).reached();
        try (Incidents incidents = new Incidents(broker)) {
            Optional<Incident> known = incidents.beginningWith(id);
            if (known.isEmpty()) {
                return ExitCode.NO;
            }
            return print(new CommandSender(broker, incidents, Duration.ofMillis(timeout))
                    .says(command(wish, known.get(), why)));
        }
    }

    private void check(CommandDraft wish, @Nullable String why) {
        if (wish.needsReason() && why == null) {
            throw new UsageError("--reason is required; it is shown to other people");
        }
        if (timeout < 1) {
            throw new UsageError("--timeout-ms must be at least 1 (was " + timeout + ")");
        }
        try {
            PlainWords.check("--by", by, Command.MAX_BY);
            if (why != null) {
                PlainWords.check("--reason", why, Command.MAX_REASON);
            }
        } catch (IllegalArgumentException e) {
            throw new UsageError(String.valueOf(e.getMessage()));
        }
    }

    private Command command(CommandDraft wish, Incident incident, @Nullable String why) {
        return new Command(
                UUID.randomUUID().toString(),
                incident.site(),
                incident.id(),
                wish.kind(),
                by,
                why,
                wish.until(),
                wish.right(),
                wish.cause());
    }

    private int print(CommandSender.Answer answer) {
        Incident after = answer.incident();
        if (output == Output.TEXT) {
            Output.out()
                    .println(after.id() + " " + Table.visible(answer.what()) + " (" + Table.visible(by) + ", revision "
                            + after.revision() + ")");
        } else {
            Output.json(after);
        }
        return answer.isNo() ? ExitCode.NO : ExitCode.GOOD;
    }
}
