package dev.mendline.engine.recognition;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.mendline.engine.catalogue.Members;
import org.jspecify.annotations.Nullable;

/** The best member that a driver's report of a failed server selection shows, in whichever driver's words. */
final class Topology {
    /** Where a driver begins to describe the topology that it could not select from. */
    private static final Pattern REPORT = Pattern.compile("Client view of cluster state is|cluster description"
            + "|topology description: |current topology: |Topology Description: |Topology: \\{|ServerSelectionError");

    private static final Pattern MEMBER = Pattern.compile("(?:,\\s+(?:type=|Type: \"?|type: ')|server_type: )"
            + "(?:(RSPrimary|RsPrimary|ReplicaSetPrimary|REPLICA_SET_PRIMARY|Mongos|SHARD_ROUTER|ShardRouter|Standalone"
            + "|STANDALONE|LoadBalancer|LOAD_BALANCER)"
            + "|(RSSecondary|RsSecondary|ReplicaSetSecondary|REPLICA_SET_SECONDARY|RSArbiter|RsArbiter"
            + "|ReplicaSetArbiter|REPLICA_SET_ARBITER|RSOther|RsOther|ReplicaSetOther|REPLICA_SET_OTHER|RSGhost|RsGhost"
            + "|ReplicaSetGhost|REPLICA_SET_GHOST)"
            + "|(UNKNOWN|Unknown|PossiblePrimary))\\b");

    /** Where a list of members ends; Node.js prints a map instead. */
    private static final Pattern END = Pattern.compile("[}>],? ?\\]");

    private static final int MAX_MEMBER = 8_192;

    private Topology() {}

    /**
     * Null when the text describes no topology, or one without members, or is cut off where a better one than a
     * secondary may have stood.
     */
    static @Nullable Members best(String text) {
        Matcher report = REPORT.matcher(text);
        if (!report.find()) {
            return null;
        }
        Matcher member = MEMBER.matcher(text);
        Members best = null;
        int last = report.start();
        for (boolean found = member.find(report.start()); found; found = member.find()) {
            if (member.group(1) != null) {
                return Members.PRIMARY;
            }
            best = member.group(2) != null || best == Members.SECONDARY ? Members.SECONDARY : Members.UNKNOWN;
            last = member.end();
        }
        return best == Members.SECONDARY && !isWhole(text, report.start(), last) ? null : best;
    }

    private static boolean isWhole(String text, int report, int lastMember) {
        int end = Lines.end(text, lastMember, MAX_MEMBER);
        return END.matcher(text.substring(lastMember, end)).find() || text.indexOf("servers: Map(", report) >= 0;
    }
}
