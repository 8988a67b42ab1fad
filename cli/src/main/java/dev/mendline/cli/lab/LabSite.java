package dev.mendline.cli.lab;

import dev.mendline.lab.Access;
import dev.mendline.lab.Lab;
import dev.mendline.lab.Scenario;
import dev.mendline.lab.scenario.ScenarioKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Addresses and files with which other drivers can use a scenario of the lab. The password is valid only while the lab
 * runs and is no secret.
 *
 * @param resolver DNS resolver that answers as the scenario's service sees it; reachable on this machine only
 * @param caFile PEM file with the certificate authority; null without TLS
 * @param hostsFile names and addresses, for a driver that cannot use another resolver
 * @param seedList connection string without SRV, for such a driver
 * @param javaOptions options of a JVM whose MongoDB driver connects to the scenario without code changes
 * @param configuration file {@code mendline.yaml} for the scenario
 * @param log log file of the scenario's service
 * @param probe command line that probes the deployment as its service would
 * @param diagnose command line that diagnoses the service's log
 */
record LabSite(
        String scenario,
        String title,
        String expected,
        String expectedVerdict,
        String target,
        String zone,
        String connectionString,
        String seedList,
        String resolver,
        @Nullable String caFile,
        String hostsFile,
        List<String> javaOptions,
        String configuration,
        String log,
        String probe,
        String diagnose) {
    private static final String PASSWORD = "changeit";

    /** Writes the files into the folder. */
    static LabSite of(Lab lab, ScenarioKind kind, Path folder) throws IOException {
        Scenario scenario = lab.scenarios().get(0);
        Access access = lab.access(scenario);
        Path configuration = Files.writeString(folder.resolve("mendline.yaml"), lab.configuration());
        Path hosts = Files.write(folder.resolve("hosts"), access.hosts());
        Path log = folder.resolve(scenario.service() + ".log");
        return new LabSite(
                scenario.name(),
                kind.title(),
                scenario.cause(),
                scenario.verdict(),
                scenario.target(),
                scenario.zone(),
                access.connectionString().reveal(),
                access.seedList().reveal(),
                access.resolver().toString(),
                access.caFile() == null ? null : access.caFile().toString(),
                hosts.toString(),
                javaOptions(access, hosts, folder),
                configuration.toString(),
                log.toString(),
                "echo '" + access.connectionString().reveal() + "' | ./mendline probe --config " + configuration
                        + " --zone " + scenario.zone() + " --allow-network 127.0.0.0/8 -",
                "./mendline diagnose --config " + configuration + " " + log);
    }

    /** Returns JVM options for DNS, host names and trust, which the driver takes from the JVM. */
    private static List<String> javaOptions(Access access, Path hosts, Path folder) throws IOException {
        String dns = "-Djava.naming.provider.url=dns://" + access.resolver();
        String names = "-Djdk.net.hosts.file=" + hosts;
        Path caFile = access.caFile();
        return caFile == null
                ? List.of(dns, names)
                : List.of(
                        dns,
                        names,
                        "-Djavax.net.ssl.trustStore=" + trustStore(caFile, folder.resolve("trust.p12")),
                        "-Djavax.net.ssl.trustStorePassword=" + PASSWORD);
    }

    /** Converts the PEM file to a PKCS #12 trust store, because Java does not read PEM here. */
    private static Path trustStore(Path pem, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(pem);
                OutputStream out = Files.newOutputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("lab-" + store.size(), each);
            }
            store.store(out, PASSWORD.toCharArray());
            return file;
        } catch (GeneralSecurityException e) {
            throw new IOException("cannot write the trust store " + file, e);
        }
    }

    void print(PrintStream out) {
        String[] address = resolver.split(":", 2);
        out.println(scenario + ": " + title);
        out.println("Expected diagnosis: " + expected + ", " + expectedVerdict);
        out.println();
        line(out, "Deployment", target + " (zone " + zone + ")");
        line(out, "URI", connectionString);
        line(out, "URI without SRV", seedList);
        line(out, "Resolver", "dig @" + address[0] + " -p " + address[1] + " SRV _mongodb._tcp." + target);
        line(out, "CA file", caFile == null ? "none (no TLS)" : caFile + " (tlsCAFile)");
        line(out, "Hosts file", hostsFile + " (for clients that cannot use another resolver)");
        line(out, "Service log", log);
        line(out, "Configuration", configuration);
        out.println();
        out.println("To connect a JVM with the MongoDB driver, without code changes:");
        javaOptions.forEach(option -> out.println("    " + option));
        out.println("To probe it with Mendline:");
        out.println("    " + probe);
        out.println("    " + diagnose);
    }

    private static void line(PrintStream out, String what, String where) {
        out.printf("  %-17s%s%n", what, where);
    }
}
