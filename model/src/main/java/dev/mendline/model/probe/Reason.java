package dev.mendline.model.probe;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import dev.mendline.model.text.WireName;

/**
 * Reason for which a probe did not pass, or status of a resolver's answer. The list is closed in each version, so that
 * conditions can be checked against it.
 */
public enum Reason implements WireName {
    /** A resolver returned records. */
    ANSWERED,
    /** Connection refused: TCP reset at connect, or ICMP port unreachable for a resolver. */
    REFUSED,
    /** No answer within the probe's deadline. */
    TIMED_OUT,
    /** No route, or the network reported unreachable. */
    UNREACHABLE,
    /** The connection was reset after it opened. */
    RESET,
    /** The name does not exist (RFC 1035, rcode 3). */
    NXDOMAIN,
    /** The name exists, but not with this record type (RFC 2308). */
    NODATA,
    /** The resolver failed (rcode 2). */
    SERVFAIL,
    /** The resolver refused the query (rcode 5). */
    RCODE_REFUSED,
    /** The resolver returned another error code. */
    RCODE_OTHER,
    /** The answer is malformed or breaks the seed list rules. */
    MALFORMED,
    /** Resolvers of one zone return different answers. */
    DISAGREEMENT,
    /** Not allowed by the guard; the finding contains the refusals. */
    NOT_ALLOWED,
    /** No worker answered before the request's deadline. */
    NO_ANSWER,
    /** The probe was stopped. */
    INTERRUPTED,
    /** Nothing to probe: no connection string, no resolver or no node. */
    NOTHING_TO_PROBE,
    /** The connection string has no form that drivers accept. */
    BAD_SYNTAX,
    /** User or password contain characters that must be percent-encoded (RFC 3986). */
    UNESCAPED_CREDENTIALS,
    /** More than one TXT record, or an option that drivers do not accept there. */
    BAD_TXT,
    /** A node of the SRV record does not share the parent domain. */
    OUTSIDE_PARENT,
    /** The peer sent a TLS alert; the facts contain its number. */
    TLS_ALERT,
    /** The peer closed the connection during the TLS handshake, without an alert. */
    TLS_CLOSED,
    /** The peer does not use TLS. */
    NOT_TLS,
    /** The peer supports only obsolete versions of TLS. */
    OLD_PROTOCOL,
    /** The certificate's authority is not trusted. */
    UNTRUSTED,
    /** The certificate is self-signed. */
    SELF_SIGNED,
    /** A certificate of the chain has expired. */
    EXPIRED,
    /** A certificate of the chain is not valid yet; a clock may be wrong. */
    NOT_YET_VALID,
    /** The certificate is issued for other names. */
    WRONG_NAME,
    /** The server reported that it has no connections left. */
    TOO_MANY_CONNECTIONS,
    /** The server supports no wire version of this driver, or rejects the command that determines it. */
    INCOMPATIBLE,
    /** The server rejected the login. */
    AUTHENTICATION_FAILED,
    /** The user is logged in but lacks the permission. */
    NOT_AUTHORIZED,
    /** The server returned another error; the facts contain its code. */
    SERVER_ERROR,
    /** The peer is not a MongoDB server. */
    NOT_MONGODB,
    /** Atlas does not know the cluster or user. */
    NOT_FOUND,
    /** The cluster is paused in Atlas. */
    PAUSED,
    /** Atlas is changing it or reports it as unavailable; the facts contain the state. */
    NOT_READY,
    /** No active entry of the project's access list covers the address. */
    NOT_LISTED,
    /** This host lacks the means to probe, e.g. {@code ping}. */
    NOT_AVAILABLE,
    /** Internal error of the probe, or a reason that this version does not know. */
    @JsonEnumDefaultValue
    OTHER
}
