package dev.mendline.probes.uri;

import java.util.LinkedHashMap;
import java.util.Map;

/** Combinations of options, or of options and hosts, that drivers refuse (URI Options Specification). */
final class OptionConflicts {
    private OptionConflicts() {}

    /** Returns the error, without any part of the string except names of options; empty if there is none. */
    static String flaw(Options options, boolean srv, int hosts) {
        Map<String, Boolean> flaws = new LinkedHashMap<>();
        flaws.put("tls and ssl contradict each other", options.contradict("tls", "ssl"));
        for (String each : new String[] {
            "tlsAllowInvalidCertificates",
            "tlsAllowInvalidHostnames",
            "tlsDisableCertificateRevocationCheck",
            "tlsDisableOCSPEndpointCheck"
        }) {
            flaws.put("tlsInsecure cannot be combined with " + each, options.has("tlsInsecure") && options.has(each));
        }
        flaws.put(
                "authSource is empty",
                options.text("authSource").filter(String::isEmpty).isPresent());
        topology(flaws, options, srv, hosts);
        return flaws.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    private static void topology(Map<String, Boolean> flaws, Options options, boolean srv, int hosts) {
        boolean balanced = options.on("loadBalanced");
        boolean direct = options.on("directConnection");
        boolean limited = options.number("srvMaxHosts") > 0;
        flaws.put("loadBalanced cannot be combined with replicaSet", balanced && options.has("replicaSet"));
        flaws.put("loadBalanced cannot be combined with directConnection", balanced && direct);
        flaws.put("loadBalanced needs exactly one host", balanced && hosts > 1);
        flaws.put("directConnection needs exactly one host", direct && hosts > 1);
        flaws.put("directConnection cannot be combined with mongodb+srv", direct && srv);
        flaws.put("srvMaxHosts is only for mongodb+srv", !srv && options.has("srvMaxHosts"));
        flaws.put("srvMaxHosts is below 0", options.number("srvMaxHosts") < 0);
        flaws.put("srvMaxHosts cannot be combined with replicaSet", limited && options.has("replicaSet"));
        flaws.put("srvMaxHosts cannot be combined with loadBalanced", limited && balanced);
        flaws.put("srvServiceName is only for mongodb+srv", !srv && options.has("srvServiceName"));
    }
}
