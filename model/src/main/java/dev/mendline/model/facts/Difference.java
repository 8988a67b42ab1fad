package dev.mendline.model.facts;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * What a comparison of resolvers shows that no answer alone does. A closed list in each version, so that conditions can be
 * checked against it.
 */
public enum Difference {
    /** Every resolver that could be asked, of the zone and to compare with, says that the name or record does not exist. */
    GONE_EVERYWHERE,
    /** The zone's resolvers do not give the records, a reference resolver does. */
    FAILS_HERE_ONLY,
    /** The zone's resolvers give the records, no reference resolver that answered does: a name of a private view. */
    KNOWN_HERE_ONLY,
    /** Resolvers give different records. */
    RECORDS_DIFFER,
    /** Over UDP the answer did not arrive whole, over TCP it does, or would have to and cannot. */
    LARGE_ANSWER_LOST,
    /** The name has an SRV record and no address: it serves {@code mongodb+srv://} only. */
    SRV_WITHOUT_ADDRESS,
    /** The zone sees addresses that are not on the public internet, a reference resolver gives public ones. */
    PRIVATE_HERE_ONLY,
    /** The zone sees public addresses, a reference resolver or the node's own name (…-pl-…) says private. */
    PUBLIC_WHERE_PRIVATE_IS_DUE,
    /** A node does not share the deployment's parent domain, which drivers refuse. */
    OUTSIDE_PARENT,
    /** This host's own lookup (hosts file, name service switch) says otherwise than its resolvers. */
    HOST_DIFFERS,
    /** A difference that this version does not know. */
    @JsonEnumDefaultValue
    OTHER;

    /** As it stands on the wire: lower case with hyphens. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
