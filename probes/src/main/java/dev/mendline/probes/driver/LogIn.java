package dev.mendline.probes.driver;

import com.mongodb.MongoCredential;
import dev.mendline.model.AuthFacts;
import dev.mendline.model.Outcome;
import dev.mendline.probes.spi.Observation;
import dev.mendline.probes.spi.Stopwatch;
import java.util.List;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/** Logs in and asks who one is then. What fails once the server has let us in is no failure of the login. */
final class LogIn implements Errand {
    private final MongoCredential credential;

    LogIn(MongoCredential credential) {
        this.credential = credential;
    }

    @Override
    public boolean verifies() {
        return true;
    }

    @Override
    public MongoCredential credential() {
        return credential;
    }

    @Override
    public Observation run(Contact contact) {
        Stopwatch watch = contact.watch();
        contact.greet();
        BsonDocument status = contact.run(BsonDocument.parse("{connectionStatus: 1}"));
        List<String> roles = Replies.roles(status);
        String mechanism = mechanism(contact);
        contact.note("login" + by(mechanism) + ": accepted (" + watch.millis() + " ms)");
        contact.note("connectionStatus: roles " + (roles.isEmpty() ? "none" : String.join(", ", roles)));
        return passed(contact, mechanism, roles);
    }

    /** As the driver chose it: the better of SCRAM's two where the server knows both for this user. */
    private @Nullable String mechanism(Contact contact) {
        String asked = credential.getMechanism();
        if (asked != null) {
            return asked;
        }
        String user = credential.getSource() + "." + credential.getUserName();
        return Replies.scram(contact.ask(Replies.mechanismsOf(user)));
    }

    @Override
    public Observation failed(Contact contact, Fault fault) {
        if (contact.admitted()) {
            contact.note("login" + by(credential.getMechanism()) + ": accepted");
            contact.note("connectionStatus: " + fault.words());
            return passed(contact, credential.getMechanism(), List.of());
        }
        String mechanism = fault.mechanism() == null ? credential.getMechanism() : fault.mechanism();
        return new Observation(
                fault.outcome(),
                facts(contact, mechanism, fault.code(), fault.codeName(), List.of()),
                contact.transcript("login" + by(mechanism) + ": " + fault.words()));
    }

    private Observation passed(Contact contact, @Nullable String mechanism, List<String> roles) {
        return new Observation(
                new Outcome.Passed(), facts(contact, mechanism, null, null, roles), contact.transcript());
    }

    private String by(@Nullable String mechanism) {
        return (mechanism == null ? "" : " by " + mechanism) + " in " + source();
    }

    private AuthFacts facts(
            Contact contact,
            @Nullable String mechanism,
            @Nullable Integer code,
            @Nullable String codeName,
            List<String> roles) {
        return new AuthFacts(
                contact.node().host(),
                contact.node().port(),
                contact.address(),
                mechanism,
                source(),
                code,
                codeName,
                roles);
    }

    private String source() {
        return credential.getSource();
    }
}
