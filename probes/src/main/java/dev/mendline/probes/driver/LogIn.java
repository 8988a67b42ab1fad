package dev.mendline.probes.driver;

import com.mongodb.MongoCredential;
import dev.mendline.model.facts.AuthFacts;
import dev.mendline.model.probe.Outcome;
import dev.mendline.probes.spi.Observation;
import dev.mendline.probes.spi.ProbeSettings;
import dev.mendline.probes.spi.Stopwatch;
import dev.mendline.probes.spi.Subject;
import java.util.List;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/** Logs in and asks who one is then. What fails once the server has let us in is no failure of the login. */
final class LogIn implements DriverTask {
    @Override
    public boolean verifies() {
        return true;
    }

    @Override
    public Login login(Subject subject, ProbeSettings settings) throws InterruptedException {
        return Login.of(subject, settings);
    }

    @Override
    public Observation run(PinnedClient contact) {
        Stopwatch watch = contact.watch();
        contact.greet();
        BsonDocument status = contact.run(BsonDocument.parse("{connectionStatus: 1}"));
        List<String> roles = Replies.roles(status);
        String mechanism = mechanism(contact);
        contact.note("login" + by(mechanism, contact) + ": accepted (" + watch.millis() + " ms)");
        contact.note("connectionStatus: roles " + (roles.isEmpty() ? "none" : String.join(", ", roles)));
        return passed(contact, mechanism, roles);
    }

    /** As the driver chose it: the better of SCRAM's two where the server knows both for this user. */
    private static @Nullable String mechanism(PinnedClient contact) {
        MongoCredential credential = contact.credential();
        String asked = credential.getMechanism();
        if (asked != null) {
            return asked;
        }
        String user = credential.getSource() + "." + credential.getUserName();
        return Replies.scram(contact.ask(Replies.mechanismsOf(user)));
    }

    @Override
    public Observation failed(PinnedClient contact, Fault fault) {
        String asked = contact.credential().getMechanism();
        if (contact.admitted()) {
            contact.note("login" + by(asked, contact) + ": accepted");
            contact.note("connectionStatus: " + fault.words());
            return passed(contact, asked, List.of());
        }
        String mechanism = fault.mechanism() == null ? asked : fault.mechanism();
        return new Observation(
                fault.outcome(),
                facts(contact, mechanism, fault.code(), fault.codeName(), List.of()),
                contact.transcript("login" + by(mechanism, contact) + ": " + fault.words()));
    }

    private static Observation passed(PinnedClient contact, @Nullable String mechanism, List<String> roles) {
        return new Observation(
                new Outcome.Passed(), facts(contact, mechanism, null, null, roles), contact.transcript());
    }

    private static String by(@Nullable String mechanism, PinnedClient contact) {
        return (mechanism == null ? "" : " by " + mechanism) + " in "
                + contact.credential().getSource();
    }

    private static AuthFacts facts(
            PinnedClient contact,
            @Nullable String mechanism,
            @Nullable Integer code,
            @Nullable String codeName,
            List<String> roles) {
        return new AuthFacts(
                contact.node().host(),
                contact.node().port(),
                contact.address(),
                mechanism,
                contact.credential().getSource(),
                code,
                codeName,
                roles);
    }
}
