package dev.mendline.probes.driver;

import com.mongodb.MongoCredential;
import dev.mendline.probes.spi.Observation;
import org.jspecify.annotations.Nullable;

/** What a visit is for. */
interface Errand {
    /** Whether only a server may be talked to that proves to be the one that was meant. */
    boolean verifies();

    /** Whom to log in as; null for nobody. */
    @Nullable
    MongoCredential credential();

    /** Talks to the server; what the driver throws goes to {@link #failed}. */
    Observation run(Contact contact);

    /** Says what it means that it could not be done. */
    Observation failed(Contact contact, Fault fault);
}
