package dev.mendline.probes.uri;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Options that drivers know: from MongoDB's page on connection strings, its "URI Options Specification", and the
 * documentation of single drivers. Names are case-insensitive.
 */
final class OptionNames {
    enum Kind {
        TEXT,
        INTEGER,
        BOOLEAN
    }

    /** Option as the documentation spells it. */
    record Known(String name, Kind kind) {}

    private static final Map<String, Known> KNOWN = new HashMap<>();

    static {
        known(Kind.TEXT, """
                appName authMechanism authMechanismProperties authSource compressors gssapiServiceName proxyHost
                proxyPassword proxyUsername readConcernLevel readPreference readPreferenceTags replicaSet
                serverMonitoringMode srvAllowedHostsSuffix srvServiceName tlsCAFile tlsCertificateKeyFile
                tlsCertificateKeyFilePassword tlsCRLFile uuidRepresentation w""");
        known(Kind.INTEGER, """
                connectTimeoutMS heartbeatFrequencyMS localThresholdMS maxAdaptiveRetries maxConnecting maxIdleTimeMS
                maxLifeTimeMS maxPoolSize maxStalenessSeconds minPoolSize proxyPort serverSelectionTimeoutMS
                socketTimeoutMS srvMaxHosts timeoutMS waitQueueMultiple waitQueueTimeoutMS wTimeoutMS
                zlibCompressionLevel""");
        known(Kind.BOOLEAN, """
                directConnection enableOverloadRetargeting journal loadBalanced retryReads retryWrites ssl tls
                tlsAllowInvalidCertificates tlsAllowInvalidHostnames tlsDisableCertificateRevocationCheck
                tlsDisableOCSPEndpointCheck tlsInsecure""");
        // Of single drivers, and of the past; their values are not judged.
        known(Kind.TEXT, """
                allowInsecureTls auto_encryption_opts autoReconnect autoSelectFamily bsonRegExp
                canonicalizeHostname checkKeys checkServerIdentity connect connectTimeout connectionTimeout
                datetime_conversion enableUtf8Validation event_listeners family forceServerObjectId fsync guids
                heartbeatInterval heartbeatTimeout ignoreUndefined ipv6 j keepAlive keepAliveInitialDelay
                localThreshold maxIdleTime maxLifeTime minHeartbeatFrequencyMS monitorCommands noDelay pkFactory
                poolSize promoteBuffers promoteLongs promoteValues raw safe secondaryAcceptableLatencyMS
                serializeFunctions server_api serverApi serverSelectionTimeout serverSelectionTryOnce slaveOk
                socketCheckIntervalMS socketTimeout sslAllowInvalidCertificates sslAllowInvalidHostnames sslCA
                sslCAFile sslCert sslCertificateAuthorityFile sslCertificateKeyFile sslCertificateKeyPassword
                sslClientCertificateKeyFile sslClientCertificateKeyPassword sslCRL sslCRLFile sslInsecure
                sslInvalidHostNameAllowed sslKey sslPass sslPEMKeyFile sslPEMKeyPassword sslValidate
                sslVerifyCertificate streamType timeout tlsCertificateFile tz_aware
                unicode_decode_error_handler useBigInt64 useNewUrlParser useUnifiedTopology uuid waitQueueSize
                waitQueueTimeout wTimeout zstdCompressionLevel""");
    }

    private OptionNames() {}

    static Optional<Known> known(String name) {
        return Optional.ofNullable(KNOWN.get(name.toLowerCase(Locale.ROOT)));
    }

    private static void known(Kind kind, String names) {
        Arrays.stream(names.split("\\s+", -1))
                .forEach(name -> KNOWN.put(name.toLowerCase(Locale.ROOT), new Known(name, kind)));
    }
}
