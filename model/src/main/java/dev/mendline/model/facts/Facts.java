package dev.mendline.model.facts;

import org.jspecify.annotations.Nullable;

/**
 * Typed result of one probe. Conditions in the catalog are checked against these records when it is loaded. {@link
 * ProbeKind} says which probe delivers which record.
 */
public sealed interface Facts
        permits UriFacts,
                SrvFacts,
                TxtFacts,
                HostFacts,
                TcpFacts,
                TlsFacts,
                HelloFacts,
                AuthFacts,
                ConnectionsFacts,
                Atlas.ClusterFacts,
                Atlas.EventsFacts,
                Atlas.AccessListFacts,
                Atlas.UserFacts,
                Atlas.LoginsFacts,
                Atlas.ConnectionsFacts,
                Atlas.PrivateEndpointFacts,
                IcmpFacts {
    /** Returns the result of a probe that passed, in a few words. */
    String summary();

    /** Returns the number that the peer sent with a failure, to stand after the reason; empty if it sent none. */
    default String failureDetail() {
        return code() == null ? "" : " (code " + code() + ")";
    }

    /** Returns the server's error code; null if it sent none. */
    default @Nullable Integer code() {
        return null;
    }
}
