package dev.mendline.probes.dns;

import dev.mendline.model.facts.Difference;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Differences between the answers of several resolvers to one question. */
final class ResolverComparison {
    private ResolverComparison() {}

    static List<Difference> of(ResolverSurvey survey) {
        List<Difference> differences = new ArrayList<>();
        boolean knownHere = survey.system().stream().anyMatch(ResolverReply::good);
        boolean knownElsewhere = survey.reference().stream().anyMatch(ResolverReply::good);
        if (goneEverywhere(survey)) {
            differences.add(Difference.GONE_EVERYWHERE);
        }
        if (!survey.system().isEmpty() && !knownHere && knownElsewhere) {
            differences.add(Difference.FAILS_HERE_ONLY);
        }
        if (knownHere
                && !knownElsewhere
                && survey.reference().stream().anyMatch(answer -> answer.said().gone())) {
            differences.add(Difference.KNOWN_HERE_ONLY);
        }
        if (survey.all()
                        .filter(ResolverReply::good)
                        .map(ResolverComparison::content)
                        .distinct()
                        .count()
                > 1) {
            differences.add(Difference.RECORDS_DIFFER);
        }
        if (survey.system().stream().anyMatch(ResolverReply::lost)) {
            differences.add(Difference.LARGE_ANSWER_LOST);
        }
        return differences;
    }

    /** Unreachable resolvers are ignored, but at least one must be reachable. */
    private static boolean goneEverywhere(ResolverSurvey survey) {
        List<DnsAnswer> heard = survey.all()
                .flatMap(answer -> Stream.ofNullable(answer.said().unheard() ? answer.overTcp() : answer.said()))
                .filter(said -> !said.unheard())
                .toList();
        return !heard.isEmpty() && heard.stream().allMatch(DnsAnswer::gone);
    }

    private static Set<String> content(ResolverReply answer) {
        return answer.records().stream()
                .map(record -> record.rdataToString().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    /** Returns one sentence for the transcript. */
    static String words(Difference difference) {
        return switch (difference) {
            case GONE_EVERYWHERE -> "No resolver that answered knows the name";
            case FAILS_HERE_ONLY -> "A reference resolver returns the records, the zone's resolvers do not";
            case KNOWN_HERE_ONLY -> "The zone's resolvers return the records, a reference resolver does not";
            case RECORDS_DIFFER -> "Resolvers return different records";
            case LARGE_ANSWER_LOST -> "The answer does not arrive over UDP; TCP port 53 is needed too";
            case SRV_WITHOUT_ADDRESS ->
                "The name has an SRV record and no address: use it with mongodb+srv://, not as a host name";
            case PRIVATE_HERE_ONLY -> "The zone sees private addresses where a reference resolver gives public ones";
            case PUBLIC_WHERE_PRIVATE_IS_DUE -> "The zone sees public addresses where private ones are expected";
            case OUTSIDE_PARENT -> "A node does not share the parent domain; drivers refuse it";
            case HOST_DIFFERS -> "This host's own lookup returns other addresses than its resolvers";
            case OTHER -> "The answers differ";
        };
    }
}
