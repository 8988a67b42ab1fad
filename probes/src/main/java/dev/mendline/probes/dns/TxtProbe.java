package dev.mendline.probes.dns;

import dev.mendline.model.facts.Difference;
import dev.mendline.model.facts.ProbeKind;
import dev.mendline.model.facts.TxtFacts;
import dev.mendline.model.probe.Outcome;
import dev.mendline.model.probe.Reason;
import dev.mendline.probes.spi.Observation;
import dev.mendline.probes.spi.ProbeSettings;
import dev.mendline.probes.spi.Subject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.xbill.DNS.Record;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/**
 * Probe that resolves the TXT record at every resolver, as {@code dig TXT TARGET} does. A missing record is a pass, as
 * for drivers. A failed lookup is a failure, as for drivers.
 */
public final class TxtProbe extends DnsProbe {
    /**
     * Options that a TXT record adds to a {@code mongodb+srv} string, checked as drivers check them (MongoDB's "Initial DNS
     * Seedlist Discovery").
     *
     * @param records number of TXT records; drivers accept one
     * @param options {@code name=value} of those that drivers accept, without values that are not allowed in a connection
     *     string
     * @param refused names of those that drivers refuse, without texts that are not names
     * @param good true if drivers accept all of it
     */
    private record Options(int records, List<String> options, List<String> refused, boolean good) {
        private static final Map<String, String> ACCEPTED = Map.of(
                "authsource", "authSource",
                "replicaset", "replicaSet",
                "loadbalanced", "loadBalanced");

        private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,39}");
        private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9$%._-]{1,100}");

        Options {
            options = List.copyOf(options);
            refused = List.copyOf(refused);
        }

        static Options of(List<Record> records) {
            List<String> options = new ArrayList<>();
            List<String> refused = new ArrayList<>();
            boolean good = records.size() <= 1;
            for (Record each : records) {
                for (String part : text((TXTRecord) each).split("&", -1)) {
                    int sign = part.indexOf('=');
                    String name = sign < 0 ? part : part.substring(0, sign);
                    String value = part.substring(sign + 1);
                    String accepted = ACCEPTED.get(name.toLowerCase(Locale.ROOT));
                    if (accepted != null && sign > 0 && acceptable(accepted, value)) {
                        options.add(accepted + "=" + value);
                    } else if (!part.isEmpty()) {
                        refused.add(name);
                        good = false;
                    }
                }
            }
            return new Options(
                    records.size(),
                    shown(
                            options,
                            option -> VALUE.matcher(option.substring(option.indexOf('=') + 1))
                                    .matches()),
                    shown(refused, name -> NAME.matcher(name).matches()),
                    good);
        }

        private static List<String> shown(List<String> all, Predicate<String> fit) {
            return all.stream()
                    .filter(fit)
                    .distinct()
                    .limit(TxtFacts.MAX_REFUSED)
                    .toList();
        }

        private static boolean acceptable(String name, String value) {
            return switch (name) {
                case "loadBalanced" -> value.equals("true") || value.equals("false");
                default -> !value.isEmpty();
            };
        }

        /** Joins the strings of one record into one text, as drivers do. */
        private static String text(TXTRecord txt) {
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            txt.getStringsAsByteArrays().forEach(whole::writeBytes);
            return whole.toString(StandardCharsets.UTF_8);
        }
    }

    public TxtProbe(ProbeSettings settings) {
        super(ProbeKind.TXT, Subject::target, settings);
    }

    @Override
    Observation resolve(Subject subject) throws InterruptedException {
        // The guard has let nothing through that is too long for DNS.
        ResolverSurvey survey = ResolverSurvey.bothWays(
                subject.resolvers(), ResolverSurvey.absolute(subject.target()).orElseThrow(), List.of(Type.TXT), limit);
        Options options = Options.of(survey.records());
        List<Difference> differences = Differences.of(survey);
        List<String> transcript = transcript(survey.transcript(), differences);
        options.options().forEach(option -> transcript.add("  " + option));
        if (options.records() > 1) {
            transcript.add("There are " + options.records() + " records; drivers accept one");
        }
        if (!options.refused().isEmpty()) {
            transcript.add("Options that drivers refuse in it: " + String.join(", ", options.refused()));
        }
        TxtFacts facts = new TxtFacts(
                subject.target(),
                survey.systemSummaries(),
                survey.referenceSummaries(),
                options.records(),
                options.options(),
                options.refused(),
                differences);
        return new Observation(outcome(survey, options), facts, transcript);
    }

    private static Outcome outcome(ResolverSurvey survey, Options options) {
        Outcome outcome = survey.outcome();
        if (outcome instanceof Outcome.Passed) {
            return options.good() ? outcome : new Outcome.Failed(Reason.BAD_TXT);
        }
        boolean none = survey.system().stream().anyMatch(answer -> answer.said().gone());
        return none ? new Outcome.Passed() : outcome;
    }
}
