package dev.mendline.model.facts;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;

/**
 * The form of a connection string, never its secret.
 *
 * @param scheme {@code mongodb}, {@code mongodb+srv}, or what stands before {@code ://} when it is neither
 * @param credentials whether there is a user or password
 * @param reserved the characters of user and password that must be percent-encoded and are not, each once
 * @param hosts how many hosts it names
 * @param portWithSrv a port beside {@code mongodb+srv}, which takes none
 * @param tls whether TLS is on: by {@code tls} or {@code ssl}, else by the scheme
 * @param addresses whether a host is an IP address, for which no server name can be sent (RFC 6066)
 * @param unknownOptions names of options that no driver knows, at most 10; never their values
 */
@JsonTypeName("uri")
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
}
