package dev.mendline.model.facts;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import dev.mendline.model.text.WireName;

/**
 * Finding from the comparison of resolvers. The list is closed in each version, so that conditions can be checked
 * against it.
 */
public enum Difference implements WireName {
    /**
     * All resolvers of the zone and all reference resolvers that answered say that the name or record does not exist.
     */
    GONE_EVERYWHERE,
    /** The zone's resolvers do not return the records; a reference resolver does. */
    FAILS_HERE_ONLY,
    /** The zone's resolvers return the records; no reference resolver does. The name belongs to a private view. */
    KNOWN_HERE_ONLY,
    /** Resolvers give different records. */
    RECORDS_DIFFER,
    /** The answer was not complete over UDP. Over TCP it is, or TCP is needed and fails. */
    LARGE_ANSWER_LOST,
    /** The name has an SRV record and no address; it supports {@code mongodb+srv://} only. */
    SRV_WITHOUT_ADDRESS,
    /** The zone sees private addresses; a reference resolver returns public ones. */
    PRIVATE_HERE_ONLY,
    /** The zone sees public addresses; a reference resolver or the node's name (…-pl-…) indicates private ones. */
    PUBLIC_WHERE_PRIVATE_IS_DUE,
    /** A node does not share the deployment's parent domain; drivers reject it. */
    OUTSIDE_PARENT,
    /** This host's own lookup (hosts file, name service switch) differs from its resolvers. */
    HOST_DIFFERS,
    /** Difference that this version does not know. */
    @JsonEnumDefaultValue
    OTHER
}
