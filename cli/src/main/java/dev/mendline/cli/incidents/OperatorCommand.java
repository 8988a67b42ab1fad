package dev.mendline.cli.incidents;

import dev.mendline.cli.config.ConfigurationOptions;
import dev.mendline.cli.kafka.KafkaOptions;
import dev.mendline.cli.output.NearNames;
import dev.mendline.cli.output.Output;
import dev.mendline.cli.output.Table;
import dev.mendline.cli.process.ExitCode;
import dev.mendline.cli.process.UsageError;
import dev.mendline.model.config.Durations;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.incident.TimelineKind;
import dev.mendline.model.journal.Command;
import dev.mendline.model.journal.Command.Kind;
import dev.mendline.model.text.PlainWords;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Command that acts on one incident, with the options that all such commands share. */
abstract class OperatorCommand implements Callable<Integer> {
    private static final Set<Kind> WITH_REASON = EnumSet.of(Kind.ACKNOWLEDGE, Kind.SILENCE, Kind.RESOLVE);

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

    /** Part of the journal's command that the kind of command decides. */
    record Wish(
            Kind kind,
            @Nullable Instant until,
            @Nullable Boolean right,
            @Nullable String cause) {
        Wish(Kind kind) {
            this(kind, null, null, null);
        }
    }

    /** Returns what the command line asks for, checked before Kafka is used. */
    abstract Wish wish(ConfigurationOptions setup);

    @Override
    public Integer call() {
        Wish wish = wish(kafka.setup());
        String why = reason == null ? null : kafka.configuration().redactor().redact(reason);
        check(wish, why);
        try (Incidents incidents = new Incidents(kafka.reached())) {
            Optional<Incident> known = incidents.beginningWith(id);
            if (known.isEmpty()) {
                return ExitCode.NO;
            }
            return print(incidents.send(command(wish, known.get(), why), Duration.ofMillis(timeout)));
        }
    }

    private void check(Wish wish, @Nullable String why) {
        if (WITH_REASON.contains(wish.kind()) && why == null) {
            throw new UsageError("--reason is required; it is shown to other people");
        }
        if (timeout < 1) {
            throw new UsageError("--timeout-ms must be at least 1 (was " + timeout + ")");
        }
        UsageError.ifWrong(() -> PlainWords.check("--by", by, Command.MAX_BY));
        if (why != null) {
            UsageError.ifWrong(() -> PlainWords.check("--reason", why, Command.MAX_REASON));
        }
    }

    private Command command(Wish wish, Incident incident, @Nullable String why) {
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

    private int print(Incidents.Answer answer) {
        Incident after = answer.incident();
        output.print(
                after,
                out -> out.println(
                        after.id() + " " + Table.visible(answer.entry().what()) + " (" + Table.visible(by)
                                + ", revision " + after.revision() + ")"));
        return answer.entry().kind() == TimelineKind.COMMAND_REJECTED ? ExitCode.NO : ExitCode.GOOD;
    }

    /** Command that acknowledges an incident. */
    @CommandLine.Command(
            name = "ack",
            description = "Acknowledge an incident until it reopens. Requires --reason.",
            mixinStandardHelpOptions = true)
    static final class Ack extends OperatorCommand {
        @Option(names = "--release", description = "Remove the acknowledgement.")
        private boolean release;

        @Override
        Wish wish(ConfigurationOptions setup) {
            return new Wish(release ? Kind.UNACKNOWLEDGE : Kind.ACKNOWLEDGE);
        }
    }

    /** Command that silences an incident for a while. */
    @CommandLine.Command(
            name = "silence",
            description = "Silence an incident for a while, even if it reopens. Requires --reason.",
            mixinStandardHelpOptions = true)
    static final class Silence extends OperatorCommand {
        @Option(
                names = "--for",
                paramLabel = "TIME",
                description = "Duration, e.g. 30m or 2h. At most 7d unless configured.")
        private @Nullable String length;

        @Option(names = "--end", description = "End the silence now.")
        private boolean end;

        @Override
        Wish wish(ConfigurationOptions setup) {
            if (end == (length != null)) {
                throw new UsageError("pass a duration, e.g. --for 2h, or --end");
            }
            if (length == null) {
                return new Wish(Kind.UNSILENCE);
            }
            Duration silence = duration(length);
            Duration longest = setup.configuration().engine().limits().silence();
            if (silence.compareTo(longest) > 0) {
                throw new UsageError("--for must be at most " + longest.toHours() + "h (engine.limits.silence)");
            }
            return new Wish(Kind.SILENCE, Instant.now().plus(silence), null, null);
        }

        private static Duration duration(String text) {
            Duration length;
            try {
                length = Durations.of(text);
            } catch (IllegalArgumentException e) {
                throw new UsageError("--for: " + e.getMessage());
            }
            if (length.isZero()) {
                throw new UsageError("--for must be positive");
            }
            return length;
        }
    }

    /** Command that resolves an incident. */
    @CommandLine.Command(
            name = "resolve",
            description =
                    "Resolve an incident, even if probes still fail. The next error reopens it. Requires --reason.",
            mixinStandardHelpOptions = true)
    static final class Resolve extends OperatorCommand {
        @Override
        Wish wish(ConfigurationOptions setup) {
            return new Wish(Kind.RESOLVE);
        }
    }

    /** Command that repeats the probes of an incident. */
    @CommandLine.Command(
            name = "recheck",
            description = "Repeat the probes that the diagnosis depends on, within the probe budget.",
            mixinStandardHelpOptions = true)
    static final class Recheck extends OperatorCommand {
        @Override
        Wish wish(ConfigurationOptions setup) {
            return new Wish(Kind.RECHECK);
        }
    }

    /** Command that records whether a diagnosis was correct. */
    @CommandLine.Command(
            name = "feedback",
            description = "Record whether the diagnosis was correct.",
            mixinStandardHelpOptions = true)
    static final class Feedback extends OperatorCommand {
        @Option(names = "--right", description = "The diagnosis was correct.")
        private boolean right;

        @Option(names = "--wrong", description = "The diagnosis was wrong.")
        private boolean wrong;

        @Option(
                names = "--cause",
                paramLabel = "CAUSE",
                description = "The actual cause, an id of 'mendline catalog list'. Only with --wrong.")
        private @Nullable String cause;

        @Override
        Wish wish(ConfigurationOptions setup) {
            if (right == wrong) {
                throw new UsageError("pass --right, or --wrong with the actual --cause if you know it");
            }
            if (cause != null && right) {
                throw new UsageError("--cause is allowed with --wrong only");
            }
            if (cause != null && setup.catalog().cause(cause).isEmpty()) {
                throw new UsageError("no cause '" + cause + "'; " + NearNames.hint(setup.catalog(), cause));
            }
            return new Wish(Kind.FEEDBACK, null, right, cause);
        }
    }
}
