package dev.mendline.probes.driver;

import com.mongodb.AuthenticationMechanism;
import com.mongodb.ConnectionString;
import com.mongodb.MongoConfigurationException;
import com.mongodb.MongoCredential;
import dev.mendline.model.config.Inventory;
import dev.mendline.model.config.Secret;
import dev.mendline.model.probe.Reason;
import dev.mendline.probes.spi.Observation;
import dev.mendline.probes.spi.ProbeSettings;
import dev.mendline.probes.spi.Subject;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Login of a driver session: the user of the connection string, as the driver reads it, otherwise the configured user.
 *
 * @param credential null for no login
 * @param barred the result if a login is needed and not possible; null otherwise
 */
record Login(@Nullable MongoCredential credential, @Nullable Observation barred) {
    /** Mechanisms that need only user and password. PLAIN is allowed only over TLS, which protects the password. */
    private static final Set<AuthenticationMechanism> BY_PASSWORD = Set.of(
            AuthenticationMechanism.SCRAM_SHA_1, AuthenticationMechanism.SCRAM_SHA_256, AuthenticationMechanism.PLAIN);

    static final Login NOBODY = new Login(null, null);

    static Login of(Subject subject, ProbeSettings settings) throws InterruptedException {
        Secret string = subject.connectionString();
        return string == null
                ? configured(subject.credentials())
                : written(string, subject, ConnectionStringDns.of(string, subject, settings));
    }

    private static Login configured(Inventory.@Nullable Credentials credentials) {
        if (credentials == null) {
            return barred(Reason.NOTHING_TO_PROBE, "No credentials are configured for the target");
        }
        return new Login(
                MongoCredential.createCredential(
                        credentials.user(),
                        Objects.requireNonNullElse(credentials.authSource(), "admin"),
                        credentials.password().reveal().toCharArray()),
                null);
    }

    private static Login written(Secret string, Subject subject, ConnectionStringDns dns) {
        MongoCredential credential;
        try {
            credential = new ConnectionString(string.reveal().strip(), dns).getCredential();
        } catch (IllegalArgumentException | MongoConfigurationException e) {
            return barred(Reason.NOTHING_TO_PROBE, "The driver cannot read the connection string; see uri");
        }
        if (credential == null) {
            return configured(subject.credentials());
        }
        AuthenticationMechanism mechanism = credential.getAuthenticationMechanism();
        boolean bare = mechanism == AuthenticationMechanism.PLAIN && !subject.tls();
        if ((mechanism != null && !BY_PASSWORD.contains(mechanism)) || credential.getPassword() == null || bare) {
            return barred(Reason.NOT_AVAILABLE, "This probe logs in by password only, and without TLS by SCRAM only");
        }
        return new Login(credential, null);
    }

    private static Login barred(Reason why, String line) {
        return new Login(null, Observation.inconclusive(why, line));
    }

    /** Returns this login, or none if no credentials are known. */
    Login ifAny() {
        boolean unknown = barred != null && barred.outcome().reason() == Reason.NOTHING_TO_PROBE;
        return unknown ? NOBODY : this;
    }

    /** Contains no user name. */
    @Override
    public String toString() {
        return "Login[" + (credential == null ? "none" : "one") + "]";
    }
}
