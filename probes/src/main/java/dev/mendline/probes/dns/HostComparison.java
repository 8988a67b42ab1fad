package dev.mendline.probes.dns;

import dev.mendline.model.facts.Difference;
import dev.mendline.probes.guard.SpecialAddress;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/** Differences between the addresses that several resolvers and this host's own lookup give for one name. */
final class HostComparison {
    /** Names of Atlas' private endpoints ({@code cluster0-pl-0.…}, {@code pl-0-eu-west-1.…}) and of peered nodes. */
    private static final Pattern PRIVATE_NAME =
            Pattern.compile("-pl-[0-9]+(?:[.-]|$)|(?:^|\\.)pl-[0-9]+-|-pri(?:\\.|$)");

    private HostComparison() {}

    static List<Difference> of(String host, HostLookup lookup) {
        List<Difference> differences = new ArrayList<>(ResolverComparison.of(lookup.survey()));
        List<InetAddress> here = here(lookup);
        List<List<InetAddress>> references = lookup.survey().reference().stream()
                .filter(ResolverReply::good)
                .map(answer -> HostLookup.addresses(answer.records()))
                .toList();
        if (here.stream().anyMatch(HostComparison::isPrivate)
                && references.stream().anyMatch(HostComparison::allPublic)) {
            differences.add(Difference.PRIVATE_HERE_ONLY);
        }
        boolean due = PRIVATE_NAME.matcher(host).find()
                || references.stream().anyMatch(each -> each.stream().allMatch(HostComparison::isPrivate));
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
        SystemAnswer own = lookup.own();
        return own != null && own.good()
                ? own.addresses()
                : lookup.survey().system().stream()
                        .filter(ResolverReply::good)
                        .findFirst()
                        .map(answer -> HostLookup.addresses(answer.records()))
                        .orElse(List.of());
    }

    /** A host without IPv6 leaves out IPv6 addresses. That is not a difference. */
    private static boolean hostDiffers(HostLookup lookup) {
        SystemAnswer own = lookup.own();
        if (own == null) {
            return false;
        }
        List<InetAddress> resolved = lookup.survey().system().stream()
                .map(answer -> HostLookup.addresses(answer.records()))
                .flatMap(Collection::stream)
                .toList();
        boolean unknownHere = switch (own.status()) {
            case NXDOMAIN, NODATA -> true;
            default -> false;
        };
        return own.good() ? !resolved.containsAll(own.addresses()) : unknownHere && !resolved.isEmpty();
    }

    private static boolean allPublic(List<InetAddress> addresses) {
        return !addresses.isEmpty() && addresses.stream().noneMatch(HostComparison::isPrivate);
    }

    private static boolean isPrivate(InetAddress address) {
        return SpecialAddress.of(address).isPresent();
    }
}
