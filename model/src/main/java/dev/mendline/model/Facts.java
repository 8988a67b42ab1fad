package dev.mendline.model;

/**
 * What a probe observed, typed: conditions in the catalogue are checked against these records when it is loaded. Each
 * record's JSON type name is the probe's id.
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
                IcmpFacts {}
