package dev.mendline.model.log;

import org.jspecify.annotations.Nullable;

/**
 * What a signature read out of a text, checked: names have the form of host names, ports and numbers their ranges. It
 * stays an attacker's input, never a reason to connect.
 *
 * @param host host name of a node or deployment, lower case, no trailing dot
 * @param port TCP port, 1–65535
 * @param address IP address literal as the text has it
 * @param code the server's error code
 * @param codeName the server's name of it
 * @param limit a number of connections that the text names
 * @param rcode a resolver's response code, RFC 1035
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

    /** Nothing but a node by name or address, and the server's error code. */
    public static Captures of(
            @Nullable String host, @Nullable Integer port, @Nullable String address, @Nullable Integer code) {
        return new Captures(host, port, address, code, null, null, null, null);
    }

    /** All but which node it was. */
    public Captures withoutNode() {
        return new Captures(null, null, null, code, codeName, limit, rcode, alert);
    }

    /** The same with the server's error code and the name of it. */
    public Captures withCode(@Nullable Integer given, @Nullable String name) {
        return new Captures(host, port, address, given, name, limit, rcode, alert);
    }

    /** These, and from the other whatever is missing here. */
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
