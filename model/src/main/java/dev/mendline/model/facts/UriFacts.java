package dev.mendline.model.facts;

import java.util.List;

/**
 * Form of a connection string, without its secrets.
 *
 * @param scheme {@code mongodb}, {@code mongodb+srv}, or any other text before {@code ://}
 * @param credentials true if the string contains a user or password
 * @param reserved distinct characters of user and password that should be percent-encoded
 * @param hosts number of hosts
 * @param portWithSrv port in a {@code mongodb+srv} string, which allows none
 * @param tls true if TLS is on: from {@code tls} or {@code ssl}, else from the scheme
 * @param addresses true if a host is an IP address, which cannot be sent as server name (RFC 6066)
 * @param unknownOptions names of options that no driver knows, at most 10; never their values
 */
public record UriFacts(
        String scheme,
        boolean credentials,
        List<String> reserved,
        int hosts,
        boolean portWithSrv,
        boolean tls,
        boolean addresses,
        List<String> unknownOptions)
        implements Facts {
    public static final int MAX_OPTIONS = 10;

    public UriFacts {
        reserved = List.copyOf(reserved);
        unknownOptions = List.copyOf(unknownOptions);
    }

    @Override
    public String summary() {
        return scheme + ", " + (hosts == 1 ? "1 host" : hosts + " hosts");
    }
}
