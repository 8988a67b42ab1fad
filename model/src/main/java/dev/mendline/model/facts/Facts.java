package dev.mendline.model.facts;

/**
 * What a probe observed, typed: conditions in the catalog are checked against these records when it is loaded. Each
 * record's JSON type name is the probe's id. They stand in the order of what their probes cost, the cheapest first.
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
