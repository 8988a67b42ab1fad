package dev.mendline.probes.driver;

import dev.mendline.probes.spi.Observation;
import dev.mendline.probes.spi.ProbeSettings;
import dev.mendline.probes.spi.Subject;

/** What a visit is for. */
interface DriverTask {
    /** Whether only a server may be talked to that proves to be the one that was meant. */
    boolean verifies();

    /** Whom it needs to log in as. */
    Login login(Subject subject, ProbeSettings settings) throws InterruptedException;

    /** Talks to the server; what the driver throws goes to {@link #failed}. */
    Observation run(PinnedClient contact);

    /** Says what it means that it could not be done. */
    Observation failed(PinnedClient contact, Fault fault);
}
