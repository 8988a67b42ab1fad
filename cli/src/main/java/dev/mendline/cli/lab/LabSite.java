package dev.mendline.cli.lab;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mendline.cli.output.Output;
import dev.mendline.cli.process.CannotWork;
import dev.mendline.cli.process.OpenResources;
import dev.mendline.lab.Access;
import dev.mendline.lab.Lab;
import dev.mendline.lab.Scenario;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.List;

/**
 * Addresses and files with which other drivers can use the scenario of a lab. The password is valid only while the lab
 * runs and is no secret.
 */
final class LabSite {
    private static final String PASSWORD = "changeit";

    private final Lab lab;
    private final Scenario scenario;
    private final String title;
    private final Access access;
    private final Path configuration;
    private final Path hosts;
    private final Path log;
    private final List<String> javaOptions;

    /** Writes the files into the folder. */
    LabSite(Lab lab, Path folder) throws IOException {
        this.lab = lab;
        scenario = lab.scenarios().get(0);
        title = LabCommand.kinds().stream()
                .filter(kind -> kind.name().equals(scenario.name()))
                .findFirst()
                .orElseThrow()
                .title();
        access = lab.access(scenario);
        configuration = Files.writeString(folder.resolve("mendline.yaml"), lab.configuration());
        hosts = Files.write(folder.resolve("hosts"), access.hosts());
        log = folder.resolve(scenario.service() + ".log");
        javaOptions = javaOptions(access, hosts, folder);
    }

    /** Starts the service, which writes its log into the folder. */
    void run() {
        lab.run((service, line) -> {
            try {
                byte[] ended = ByteBuffer.allocate(line.length + 1)
                        .put(line)
                        .put((byte) '\n')
                        .array();
                Files.write(log, ended, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException e) {
                // On Ctrl-C the folder is deleted before the service stops.
                if (!OpenResources.isShuttingDown()) {
                    throw new CannotWork("cannot write the service log " + log + ": " + e.getMessage());
                }
            }
        });
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

    /** Returns the JSON document of {@code lab up -o json}. Its fields are an interface. */
    ObjectNode document() {
        return Output.document()
                .put("scenario", scenario.name())
                .put("title", title)
                .put("expected", scenario.cause())
                .put("expectedVerdict", scenario.verdict())
                .put("target", scenario.target())
                .put("zone", scenario.zone())
                .put("connectionString", access.connectionString().reveal())
                .put("seedList", access.seedList().reveal())
                .put("resolver", access.resolver().toString())
                .put("caFile", access.caFile() == null ? null : access.caFile().toString())
                .put("hostsFile", hosts.toString())
                .putPOJO("javaOptions", javaOptions)
                .put("configuration", configuration.toString())
                .put("log", log.toString())
                .put("probe", probe())
                .put("diagnose", diagnose());
    }

    /** Returns the command line that probes the deployment as its service would. */
    private String probe() {
        return "echo '" + access.connectionString().reveal() + "' | ./mendline probe --config " + configuration
                + " --zone " + scenario.zone() + " --allow-network 127.0.0.0/8 -";
    }

    private String diagnose() {
        return "./mendline diagnose --config " + configuration + " " + log;
    }

    void print(PrintStream out) {
        String target = scenario.target();
        String[] address = access.resolver().toString().split(":", 2);
        out.println(scenario.name() + ": " + title);
        out.println("Expected diagnosis: " + scenario.cause() + ", " + scenario.verdict());
        out.println();
        line(out, "Deployment", target + " (zone " + scenario.zone() + ")");
        line(out, "URI", access.connectionString().reveal());
        line(out, "URI without SRV", access.seedList().reveal());
        line(out, "Resolver", "dig @" + address[0] + " -p " + address[1] + " SRV _mongodb._tcp." + target);
        line(out, "CA file", access.caFile() == null ? "none (no TLS)" : access.caFile() + " (tlsCAFile)");
        line(out, "Hosts file", hosts + " (for clients that cannot use another resolver)");
        line(out, "Service log", log);
        line(out, "Configuration", configuration);
        out.println();
        out.println("To connect a JVM with the MongoDB driver, without code changes:");
        javaOptions.forEach(option -> out.println("    " + option));
        out.println("To probe it with Mendline:");
        out.println("    " + probe());
        out.println("    " + diagnose());
    }

    private static void line(PrintStream out, String what, Object where) {
        out.printf("  %-17s%s%n", what, where);
    }
}
