package dev.mendline.probes.driver;

import dev.mendline.probes.spi.Observation;
import dev.mendline.probes.spi.ProbeSettings;
import dev.mendline.probes.spi.Subject;

/** Task that a driver session runs. */
interface DriverTask {
    /** Returns true if the server must prove its identity with a trusted certificate. */
    boolean verifies();

    /** Returns the login that the task needs. */
    Login login(Subject subject, ProbeSettings settings) throws InterruptedException;

    /** Runs the task. Exceptions of the driver go to {@link #failed}. */
    Observation run(PinnedClient client);

    /** Returns the result for a failed task. */
    Observation failed(PinnedClient client, DriverFault fault);
}
