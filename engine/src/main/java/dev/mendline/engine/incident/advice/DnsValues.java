package dev.mendline.engine.incident.advice;

import dev.mendline.engine.incident.editor.IncidentEditor;
import dev.mendline.model.facts.HelloFacts;
import dev.mendline.model.facts.HostFacts;
import dev.mendline.model.facts.ResolverAnswer;
import dev.mendline.model.facts.SrvFacts;
import dev.mendline.model.facts.TxtFacts;
import dev.mendline.model.net.Endpoint;
import dev.mendline.model.probe.Node;
import dev.mendline.model.probe.Reason;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Placeholder values from DNS findings, and the connection string without SRV. */
record DnsValues(IncidentEditor editor, RankedFindings findings) {
    /** Form of an option that may be repeated. A resolver's answer is untrusted text. */
    private static final Pattern OPTION = Pattern.compile("[A-Za-z]{1,30}=[A-Za-z0-9._-]{1,100}");

    private static final List<Reason> ANSWERS = List.of(Reason.ANSWERED, Reason.NXDOMAIN, Reason.NODATA);

    Optional<Endpoint> resolver() {
        return answers(SrvFacts::system, TxtFacts::system, HostFacts::system)
                .sorted(Comparator.comparing(answer -> answer.status() == Reason.ANSWERED))
                .flatMap(DnsValues::endpoint)
                .findFirst();
    }

    Optional<Endpoint> reference() {
        return answers(SrvFacts::reference, TxtFacts::reference, HostFacts::reference)
                .filter(answer -> ANSWERS.contains(answer.status()))
                .flatMap(DnsValues::endpoint)
                .findFirst();
    }

    private Stream<ResolverAnswer> answers(
            Function<SrvFacts, List<ResolverAnswer>> srv,
            Function<TxtFacts, List<ResolverAnswer>> txt,
            Function<HostFacts, List<ResolverAnswer>> host) {
        return Stream.of(
                        findings.facts(SrvFacts.class).map(srv),
                        findings.facts(TxtFacts.class).map(txt),
                        findings.facts(HostFacts.class).map(host))
                .flatMap(Function.identity())
                .flatMap(Collection::stream);
    }

    private static Stream<Endpoint> endpoint(ResolverAnswer answer) {
        try {
            return Stream.of(Endpoint.of(answer.resolver()));
        } catch (IllegalArgumentException notAnAddress) {
            return Stream.empty();
        }
    }

    /** Returns the options that the TXT record adds. */
    Optional<String> options() {
        return Optional.of(String.join("&", txt())).filter(options -> !options.isEmpty());
    }

    private List<String> txt() {
        return findings.facts(TxtFacts.class)
                .map(facts -> facts.options().stream()
                        .filter(OPTION.asMatchPredicate())
                        .toList())
                .filter(Predicate.not(List::isEmpty))
                .findFirst()
                .orElse(List.of());
    }

    /** Returns the connection string without SRV, as drivers build it from the SRV and TXT records; empty without a node. */
    Optional<String> seedlist() {
        String nodes = findings
                .facts(SrvFacts.class)
                .filter(facts -> !facts.outsideParent())
                .map(SrvFacts::nodes)
                .filter(Predicate.not(List::isEmpty))
                .findFirst()
                .orElse(List.copyOf(editor.affected().nodes()))
                .stream()
                .map(Node::toString)
                .collect(Collectors.joining(","));
        return nodes.isEmpty()
                ? Optional.empty()
                : Optional.of("mongodb://<user>:<password>@" + nodes + "/?" + String.join("&", seedlistOptions()));
    }

    private List<String> seedlistOptions() {
        List<String> options = new ArrayList<>(List.of("tls=true"));
        options.addAll(txt());
        boolean balanced = options.contains("loadBalanced=true");
        if (options.stream().noneMatch(option -> option.startsWith("authSource="))) {
            options.add("authSource=admin");
        }
        if (!balanced && options.stream().noneMatch(option -> option.startsWith("replicaSet="))) {
            replicaSet().ifPresent(options::add);
        }
        return options;
    }

    private Optional<String> replicaSet() {
        return findings.facts(HelloFacts.class)
                .filter(facts -> facts.setName() != null)
                .map(facts -> "replicaSet=" + facts.setName())
                .filter(OPTION.asMatchPredicate())
                .findFirst();
    }
}
