package dev.mendline.probes.driver;

import com.mongodb.MongoCredential;
import dev.mendline.model.facts.AuthFacts;
import dev.mendline.model.facts.ProbeKind;
import dev.mendline.model.probe.Outcome;
import dev.mendline.probes.guard.Guard;
import dev.mendline.probes.spi.Observation;
import dev.mendline.probes.spi.ProbeSettings;
import dev.mendline.probes.spi.Stopwatch;
import java.time.Clock;
import java.util.List;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * Probe that logs in at one node with a user's name and password, as {@code mongosh --eval
 * 'db.runCommand({connectionStatus: 1})'} does. It passes if the server accepts the login, even if a later command
 * fails. It tries once, because servers lock accounts, and only if the server proves its identity.
 */
public final class AuthProbe extends DriverProbe {
    public AuthProbe(ProbeSettings settings, Guard guard, Clock clock) {
        super(ProbeKind.AUTH, settings, guard, clock);
    }

    @Override
    Observation ask(PinnedClient client) {
        Stopwatch watch = client.watch();
        client.greet();
        BsonDocument status = client.run(BsonDocument.parse("{connectionStatus: 1}"));
        List<String> roles = ReplyFields.roles(status);
        String mechanism = mechanism(client);
        client.note("login" + by(mechanism, client) + ": accepted (" + watch.millis() + " ms)");
        client.note("connectionStatus: roles " + (roles.isEmpty() ? "none" : String.join(", ", roles)));
        return passed(client, mechanism, roles);
    }

    /** Returns the mechanism that the driver chose: the stronger SCRAM mechanism that the server has for this user. */
    private static @Nullable String mechanism(PinnedClient client) {
        MongoCredential credential = client.credential();
        String asked = credential.getMechanism();
        if (asked != null) {
            return asked;
        }
        String user = credential.getSource() + "." + credential.getUserName();
        return ReplyFields.scram(client.ask(ReplyFields.mechanismsOf(user)));
    }

    @Override
    Observation failed(PinnedClient client, DriverFault fault) {
        String asked = client.credential().getMechanism();
        if (client.admitted()) {
            client.note("login" + by(asked, client) + ": accepted");
            client.note("connectionStatus: " + fault.words());
            return passed(client, asked, List.of());
        }
        String mechanism = fault.mechanism() == null ? asked : fault.mechanism();
        return new Observation(
                fault.outcome(),
                facts(client, mechanism, fault.code(), fault.codeName(), List.of()),
                client.transcript("login" + by(mechanism, client) + ": " + fault.words()));
    }

    private static Observation passed(PinnedClient client, @Nullable String mechanism, List<String> roles) {
        return new Observation(new Outcome.Passed(), facts(client, mechanism, null, null, roles), client.transcript());
    }

    private static String by(@Nullable String mechanism, PinnedClient client) {
        return (mechanism == null ? "" : " by " + mechanism) + " in "
                + client.credential().getSource();
    }

    private static AuthFacts facts(
            PinnedClient client,
            @Nullable String mechanism,
            @Nullable Integer code,
            @Nullable String codeName,
            List<String> roles) {
        return new AuthFacts(
                client.node().host(),
                client.node().port(),
                client.address(),
                mechanism,
                client.credential().getSource(),
                code,
                codeName,
                roles);
    }
}
