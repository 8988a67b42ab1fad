package dev.mendline.engine.recognition;

import dev.mendline.engine.catalog.Signature.BestMember;
import dev.mendline.engine.pattern.LinePattern;
import dev.mendline.engine.pattern.MatchResult;
import dev.mendline.engine.pattern.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Detector of the best member in a driver's report of a failed server selection. */
final class Topology {
    /** Start of a topology description in any driver's form. */
    private static final LinePattern REPORT = LinePattern.compile(
            "Client view of cluster state is|cluster description"
                    + "|topology description: |current topology: |Topology Description: |Topology: \\{|ServerSelectionError"
                    + "|#<Cluster topology=|; Member status:|\\{\\{NodeSet ",
            false);

    private static final LinePattern MEMBER = LinePattern.compile(
            "(?:,\\s+(?:type=|Type: \"?|type: ')|server_type: |\\(type: |#<Server address=\\S{1,300} |Node\\[\\S{1,300}: )"
                    + "(?:(?P<better>RSPrimary|PRIMARY|Primary|MONGOS|LB|RsPrimary|ReplicaSetPrimary|REPLICA_SET_PRIMARY|Mongos|SHARD_ROUTER|ShardRouter|Standalone"
                    + "|STANDALONE|LoadBalancer|LOAD_BALANCER)"
                    + "|(?P<secondary>RSSecondary|SECONDARY|Secondary|Recovering|Rollback|Arbiter|ARBITER|OTHER|GHOST|RsSecondary|ReplicaSetSecondary|REPLICA_SET_SECONDARY|RSArbiter|RsArbiter"
                    + "|ReplicaSetArbiter|REPLICA_SET_ARBITER|RSOther|RsOther|ReplicaSetOther|REPLICA_SET_OTHER|RSGhost|RsGhost"
                    + "|ReplicaSetGhost|REPLICA_SET_GHOST)"
                    + "|(?:UNKNOWN|Unknown|PossiblePrimary))\\b",
            false);

    /** End of a list of members. */
    private static final LinePattern END = LinePattern.compile("[}>],? ?\\]", false);

    /** Starts of the reports of Perl and ReactiveMongo, whose lists have no such end. */
    private static final List<String> UNMARKED = List.of("; Member status:", "{{NodeSet ");

    private static final int MAX_MEMBER = 8_192;

    private Topology() {}

    /** Returns the best member; null without members, or if the text is cut off before a possible better one. */
    static @Nullable BestMember best(Text text) {
        MatchResult report = REPORT.first(text);
        if (report == null) {
            return null;
        }
        BestMember best = null;
        int last = report.start();
        MatchResult member = MEMBER.find(text, text.from(), text.to(), report.start());
        while (member != null) {
            if (member.group("better") != null) {
                return BestMember.PRIMARY;
            }
            best = member.group("secondary") != null || best == BestMember.SECONDARY
                    ? BestMember.SECONDARY
                    : BestMember.UNKNOWN;
            last = member.end();
            member = MEMBER.findAfter(text, text.from(), text.to(), member);
        }
        return best == BestMember.SECONDARY && !isWhole(text, report.start(), last) ? null : best;
    }

    private static boolean isWhole(Text whole, int report, int lastMember) {
        String text = whole.toString();
        int end = Lines.end(text, lastMember, MAX_MEMBER);
        return END.find(whole, lastMember, end, lastMember) != null
                || text.indexOf("servers: Map(", report) >= 0
                || UNMARKED.stream().anyMatch(form -> text.startsWith(form, report));
    }
}
