package dev.mendline.bench.matcher;

import com.gliwka.hyperscan.wrapper.CompileErrorException;
import com.gliwka.hyperscan.wrapper.Database;
import com.gliwka.hyperscan.wrapper.Expression;
import com.gliwka.hyperscan.wrapper.ExpressionFlag;
import com.gliwka.hyperscan.wrapper.Scanner;
import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import dev.mendline.engine.matching.CandidateFilter;
import dev.mendline.engine.matching.Literal;
import dev.mendline.engine.pattern.LinePattern;
import dev.mendline.engine.pattern.Text;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.ahocorasick.trie.PayloadTrie;

/** Methods of Mendline and its peers on the JVM. */
final class Methods {
    private Methods() {}

    /** Returns Mendline's method, as in stage 1. */
    static Method mendline(List<PortableSignature> signatures) {
        return filtered(signatures, line -> Text.of(line, 0, line.length), one -> {
            LinePattern pattern = LinePattern.compile(one.pattern(), one.ignoreCase());
            return pattern::isIn;
        });
    }

    /** Returns Mendline's method with RE2/J: the cost of stage 1 without {@code engine.pattern}. */
    static Method filteredRe2j(List<PortableSignature> signatures) {
        return filtered(signatures, Methods::text, PortableSignature::re2j);
    }

    /** Scans once for the anchors of all signatures, then tries the pattern of each candidate. */
    private static <T> Method filtered(
            List<PortableSignature> signatures,
            Function<byte[], T> text,
            Function<PortableSignature, Predicate<T>> pattern) {
        List<Predicate<T>> patterns = signatures.stream().map(pattern).toList();
        CandidateFilter filter = CandidateFilter.of(signatures.stream()
                .map(one -> one.literals().stream()
                        .map(literal -> new Literal(literal, one.ignoreCase()))
                        .toList())
                .toList());
        return (line, hits) -> {
            BitSet candidates = filter.candidates(line, 0, line.length);
            if (!candidates.isEmpty()) {
                T whole = text.apply(line);
                for (int i = candidates.nextSetBit(0); i >= 0; i = candidates.nextSetBit(i + 1)) {
                    if (patterns.get(i).test(whole)) {
                        hits.set(i);
                    }
                }
            }
        };
    }

    /** Returns each pattern's own find(), in sequence: the simplest method. */
    static Method each(List<PortableSignature> signatures, Function<PortableSignature, Predicate<String>> pattern) {
        List<Predicate<String>> patterns = signatures.stream().map(pattern).toList();
        return (line, hits) -> {
            String text = text(line);
            for (int i = 0; i < patterns.size(); i++) {
                if (patterns.get(i).test(text)) {
                    hits.set(i);
                }
            }
        };
    }

    /** Returns the method with the automaton of org.ahocorasick, which searches the literals in any case. */
    static Method ahoCorasick(List<PortableSignature> signatures) {
        PayloadTrie.PayloadTrieBuilder<int[]> builder =
                PayloadTrie.<int[]>builder().ignoreCase();
        ownersByLiteral(signatures).forEach(builder::addKeyword);
        PayloadTrie<int[]> automaton = builder.build();
        return withAutomaton(
                signatures,
                (text, candidates) -> automaton.parseText(text, emit -> {
                    candidates.accept(emit.getPayload());
                    return true;
                }));
    }

    /** Returns the method with the double-array automaton of com.hankcs, which searches in the lower-case line. */
    static Method hankcs(List<PortableSignature> signatures) {
        AhoCorasickDoubleArrayTrie<int[]> automaton = new AhoCorasickDoubleArrayTrie<>();
        automaton.build(ownersByLiteral(signatures));
        return withAutomaton(signatures, (text, candidates) -> {
            AhoCorasickDoubleArrayTrie.IHit<int[]> eachHit = (begin, end, owners) -> candidates.accept(owners);
            automaton.parseText(text.toLowerCase(Locale.ROOT), eachHit);
        });
    }

    /** Returns the signatures by lower-case literal, because an automaton for all literals has one case rule. */
    private static Map<String, int[]> ownersByLiteral(List<PortableSignature> signatures) {
        Map<String, int[]> owners = new TreeMap<>();
        for (int i = 0; i < signatures.size(); i++) {
            for (String literal : signatures.get(i).literals()) {
                owners.merge(
                        literal.toLowerCase(Locale.ROOT),
                        new int[] {i},
                        (some, more) -> IntStream.concat(IntStream.of(some), IntStream.of(more))
                                .toArray());
            }
        }
        return owners;
    }

    /**
     * Tries each pattern of java.util.regex whose literal occurs, at most once per line.
     *
     * @param search passes the signatures of each literal in a text
     */
    private static Method withAutomaton(
            List<PortableSignature> signatures, BiConsumer<String, Consumer<int[]>> search) {
        List<Predicate<String>> patterns =
                signatures.stream().map(PortableSignature::jdk).toList();
        BitSet tried = new BitSet();
        return (line, hits) -> {
            String text = text(line);
            tried.clear();
            search.accept(text, owners -> {
                for (int owner : owners) {
                    if (!tried.get(owner)) {
                        tried.set(owner);
                        hits.set(owner, patterns.get(owner).test(text));
                    }
                }
            });
        };
    }

    /** Returns Hyperscan through its Java wrapper: a String goes in, a list comes out. Never closed. */
    static Method gliwka(List<PortableSignature> signatures) {
        List<Expression> expressions = new ArrayList<>();
        for (PortableSignature one : signatures) {
            EnumSet<ExpressionFlag> flags = EnumSet.of(ExpressionFlag.SINGLEMATCH);
            if (one.ignoreCase()) {
                flags.add(ExpressionFlag.CASELESS);
            }
            expressions.add(new Expression(one.pattern(), flags, expressions.size()));
        }
        try {
            Database database = Database.compile(expressions);
            Scanner scanner = new Scanner();
            scanner.allocScratch(database);
            return (line, hits) -> scanner.scan(database, text(line))
                    .forEach(match -> hits.set(match.getMatchedExpression().getId()));
        } catch (CompileErrorException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String text(byte[] line) {
        return new String(line, StandardCharsets.UTF_8);
    }
}
