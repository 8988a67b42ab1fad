package dev.mendline.model.probe;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * Why a probe did not pass, or what one resolver said. A closed list in each version, so that conditions can be checked
 * against it.
 */
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
    /** More than the one TXT record that drivers accept, or an option that they do not accept from it. */
    BAD_TXT,
    /** A node of the SRV record does not share the parent domain. */
    OUTSIDE_PARENT,
    /** The peer sent a TLS alert; the facts hold its number. */
    TLS_ALERT,
    /** The peer closed the connection during the TLS handshake, without an alert. */
    TLS_CLOSED,
    /** What listens there does not speak TLS. */
    NOT_TLS,
    /** The peer speaks only versions of TLS that are not in use any more. */
    OLD_PROTOCOL,
    /** The certificate is of an authority that is not trusted here. */
    UNTRUSTED,
    /** The certificate is signed by itself. */
    SELF_SIGNED,
    /** A certificate of the chain has run out. */
    EXPIRED,
    /** A certificate of the chain is not valid yet; perhaps a clock is wrong. */
    NOT_YET_VALID,
    /** The certificate is made out to other names. */
    WRONG_NAME,
    /** The server has no connection left to give, in its own words. */
    TOO_MANY_CONNECTIONS,
    /** The server speaks no wire version that this driver speaks, or refuses the command by which it would find out. */
    INCOMPATIBLE,
    /** The server refuses the login. */
    AUTHENTICATION_FAILED,
    /** The server lets the user in but not to this. */
    NOT_AUTHORIZED,
    /** The server answered with another error; the facts hold its code. */
    SERVER_ERROR,
    /** What answers is no MongoDB server. */
    NOT_MONGODB,
    /** Atlas has no such cluster or user on its books. */
    NOT_FOUND,
    /** Atlas has paused it. */
    PAUSED,
    /** Atlas is still at work on it, or it is not available by Atlas' own word; the facts hold the state. */
    NOT_READY,
    /** No active entry of the project's access list covers the address. */
    NOT_LISTED,
    /** This host has no means to look, e.g. no {@code ping}. */
    NOT_AVAILABLE,
    /** A fault of the probe itself, or a reason that this version does not know. */
    @JsonEnumDefaultValue
    OTHER;

    /** As it stands on the wire: lower case with hyphens. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
