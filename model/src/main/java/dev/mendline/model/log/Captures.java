package dev.mendline.model.log;

import org.jspecify.annotations.Nullable;

/**
 * Values that a signature captured from a text, checked: host names are valid, ports and numbers are in range. They
 * remain untrusted input and never cause a connection.
 *
 * @param host host name of a node or deployment, lower case, no trailing dot
 * @param port TCP port, 1–65535
 * @param address IP address literal as the text has it
 * @param code server's error code
 * @param codeName name of the error code
 * @param limit number of connections in the text
 * @param rcode DNS response code, RFC 1035
 * @param alert number of a TLS alert, RFC 8446
 */
public record Captures(
        @Nullable String host,
        @Nullable Integer port,
        @Nullable String address,
        @Nullable Integer code,
        @Nullable String codeName,
        @Nullable Integer limit,
        @Nullable Integer rcode,
        @Nullable Integer alert) {
    public static final Captures NONE = new Captures(null, null, null, null, null, null, null, null);

    /** Creates captures with only a node, by name or address, and the server's error code. */
    public static Captures of(
            @Nullable String host, @Nullable Integer port, @Nullable String address, @Nullable Integer code) {
        return new Captures(host, port, address, code, null, null, null, null);
    }

    public Captures withoutNode() {
        return new Captures(null, null, null, code, codeName, limit, rcode, alert);
    }

    public Captures withCode(@Nullable Integer given, @Nullable String name) {
        return new Captures(host, port, address, given, name, limit, rcode, alert);
    }

    /** Returns these captures, completed from the other ones. */
    public Captures or(Captures other) {
        return new Captures(
                host != null ? host : other.host,
                host != null ? port : (port != null ? port : other.port),
                address != null ? address : other.address,
                code != null ? code : other.code,
                code != null ? codeName : (codeName != null ? codeName : other.codeName),
                limit != null ? limit : other.limit,
                rcode != null ? rcode : other.rcode,
                alert != null ? alert : other.alert);
    }
}
