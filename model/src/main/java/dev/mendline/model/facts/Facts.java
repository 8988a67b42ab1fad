package dev.mendline.model.facts;

/**
 * Typed observation of a probe. Conditions in the catalog are checked against these records on loading. The JSON type
 * name of each record is the probe's id. They are ordered by the cost of their probes, the cheapest first.
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
                AtlasClusterFacts,
                AtlasEventsFacts,
                AtlasAccessListFacts,
                AtlasUserFacts,
                AtlasLoginsFacts,
                AtlasConnectionsFacts,
                AtlasPrivateEndpointFacts,
                IcmpFacts {}
