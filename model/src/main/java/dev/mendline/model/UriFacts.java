package dev.mendline.model;

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
 */
@JsonTypeName("uri")
public record UriFacts(String scheme, boolean credentials, List<String> reserved, int hosts, boolean portWithSrv)
        implements Facts {
    public UriFacts {
        reserved = List.copyOf(reserved);
    }
}
