package dev.mendline.probes.guard;

import java.util.Set;

/**
 * Ports of other services (IANA's service name registry). The owner of a DNS zone can write any port into its SRV
 * record and so misuse the prober; private endpoints use ports from 1024 on.
 */
final class ForeignPorts {
    /** Lower ports belong to system services (RFC 6335). */
    private static final int FIRST_OF_USERS = 1024;

    private static final Set<Integer> FOREIGN = Set.of(
            1433, 1521, 1883, 2049, 2181, 2375, 2376, 2379, 2380, 3128, 3260, 3306, 3389, 4222, 4369, 5000, 5432, 5601,
            5671, 5672, 5900, 5984, 5985, 5986, 6379, 6443, 7000, 7001, 7474, 7687, 8000, 8080, 8081, 8086, 8200, 8300,
            8443, 8500, 8888, 9000, 9042, 9090, 9092, 9093, 9100, 9200, 9300, 9418, 10250, 10255, 11211, 15672, 16379,
            26379);

    private ForeignPorts() {}

    static boolean is(int port) {
        return port < FIRST_OF_USERS || FOREIGN.contains(port);
    }
}
