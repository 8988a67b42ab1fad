package dev.mendline.probes.dns;

import dev.mendline.model.facts.Difference;
import dev.mendline.model.probe.Reason;
import dev.mendline.probes.dns.ResolverSurvey.Reply;
import dev.mendline.probes.guard.SpecialAddress;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Differences between the answers that several resolvers, and this host's own lookup, give to one question. */
final class Differences {
    /** Names of Atlas' private endpoints ({@code cluster0-pl-0.…}, {@code pl-0-eu-west-1.…}) and of peered nodes. */
    private static final Pattern PRIVATE_NAME =
            Pattern.compile("-pl-[0-9]+(?:[.-]|$)|(?:^|\\.)pl-[0-9]+-|-pri(?:\\.|$)");

    private Differences() {}

    static List<Difference> of(ResolverSurvey survey) {
        List<Difference> differences = new ArrayList<>();
        boolean knownHere = survey.system().stream().anyMatch(Reply::good);
        boolean knownElsewhere = survey.reference().stream().anyMatch(Reply::good);
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
                        .filter(Reply::good)
                        .map(Differences::content)
                        .distinct()
                        .count()
                > 1) {
            differences.add(Difference.RECORDS_DIFFER);
        }
        if (survey.system().stream().anyMatch(Reply::lost)) {
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

    private static Set<String> content(Reply answer) {
        return answer.records().stream()
                .map(record -> record.rdataToString().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    static List<Difference> of(String host, HostLookup lookup) {
        List<Difference> differences = of(lookup.survey());
        List<InetAddress> here = here(lookup);
        List<List<InetAddress>> references = lookup.survey().reference().stream()
                .filter(Reply::good)
                .map(answer -> HostLookup.addresses(answer.records()))
                .toList();
        if (here.stream().anyMatch(SpecialAddress::is) && references.stream().anyMatch(Differences::allPublic)) {
            differences.add(Difference.PRIVATE_HERE_ONLY);
        }
        boolean due = PRIVATE_NAME.matcher(host).find()
                || references.stream().anyMatch(each -> each.stream().allMatch(SpecialAddress::is));
        if (due && allPublic(here)) {
            differences.add(Difference.PUBLIC_WHERE_PRIVATE_IS_DUE);
        }
        if (hostDiffers(lookup)) {
            differences.add(Difference.HOST_DIFFERS);
        }
        return differences;
    }

    /** Returns the addresses that programs in the zone get. */
    private static List<InetAddress> here(HostLookup lookup) {
        return lookup.found()
                .orElseGet(() -> lookup.survey().system().stream()
                        .filter(Reply::good)
                        .findFirst()
                        .map(answer -> HostLookup.addresses(answer.records()))
                        .orElse(List.of()));
    }

    /** A host without IPv6 leaves out IPv6 addresses. That is not a difference. */
    private static boolean hostDiffers(HostLookup lookup) {
        SystemLookup.Answer own = lookup.own();
        if (own == null) {
            return false;
        }
        List<InetAddress> resolved = lookup.survey().system().stream()
                .flatMap(answer -> HostLookup.addresses(answer.records()).stream())
                .toList();
        boolean unknownHere = own.status() == Reason.NXDOMAIN || own.status() == Reason.NODATA;
        return own.good() ? !resolved.containsAll(own.addresses()) : unknownHere && !resolved.isEmpty();
    }

    private static boolean allPublic(List<InetAddress> addresses) {
        return !addresses.isEmpty() && addresses.stream().noneMatch(SpecialAddress::is);
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
