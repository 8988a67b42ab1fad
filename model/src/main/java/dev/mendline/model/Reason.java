package dev.mendline.model;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why a probe did not pass, or what one resolver said. A closed list, so that conditions can be checked against it. */
public enum Reason {
    /** A resolver gave records. */
    ANSWERED,
    /** Nothing listens: TCP reset at connect, or ICMP port unreachable for a resolver. */
    REFUSED,
    /** No answer within the probe's deadline. */
    TIMED_OUT,
    /** No route, or the network said unreachable. */
    UNREACHABLE,
    /** The connection was cut after it opened. */
    RESET,
    /** The name does not exist (RFC 1035, rcode 3). */
    NXDOMAIN,
    /** The name exists, but not with this record type (RFC 2308). */
    NODATA,
    /** The resolver failed (rcode 2). */
    SERVFAIL,
    /** The resolver will not answer us (rcode 5). */
    RCODE_REFUSED,
    /** Another error code of the resolver. */
    RCODE_OTHER,
    /** The answer cannot be read, or breaks the seed list rules. */
    MALFORMED,
    /** Resolvers of one zone disagree with each other. */
    DISAGREEMENT,
    /** The guard does not allow it; the transcript holds the configuration line that would. */
    NOT_ALLOWED,
    /** No worker answered before the request's deadline. */
    NO_ANSWER,
    /** The probe was stopped. */
    INTERRUPTED,
    /** There is nothing to look at: no connection string, no resolver, no node. */
    NOTHING_TO_PROBE,
    /** A connection string of no form that drivers accept. */
    BAD_SYNTAX,
    /** User or password hold characters that must be percent-encoded (RFC 3986). */
    UNESCAPED_CREDENTIALS,
    /** A fault of the probe itself, or a reason that this version does not know. */
    @JsonEnumDefaultValue
    OTHER;

    /** As it stands on the wire: lower case with hyphens. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
