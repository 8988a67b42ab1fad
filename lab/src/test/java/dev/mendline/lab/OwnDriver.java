package dev.mendline.lab;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.spi.dns.InetAddressResolver;
import dev.mendline.lab.dns.JndiDns;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A driver of somebody else's that is pointed at a deployment of the lab with what {@link Access} tells. */
final class OwnDriver {
    private OwnDriver() {}

    /** Looks up names at the resolver of the service's zone. */
    static Optional<MongoException> trouble(Access access) {
        JndiDns dns = new JndiDns(access.resolver());
        return trouble(new ConnectionString(access.connectionString().reveal(), dns), access, dns, dns);
    }

    /** Knows the names from the lines for the hosts file. */
    static Optional<MongoException> troubleWithoutSrv(Access access) {
        InetAddressResolver hosts = host -> List.of(address(host, access.hosts()));
        return trouble(new ConnectionString(access.seedList().reveal()), access, null, hosts);
    }

    private static InetAddress address(String host, List<String> lines) throws UnknownHostException {
        String line = lines.stream()
                .filter(each -> each.endsWith(" " + host))
                .findFirst()
                .orElseThrow(() -> new UnknownHostException(host));
        byte[] literal =
                InetAddress.getByName(line.substring(0, line.indexOf(' '))).getAddress();
        return InetAddress.getByAddress(host, literal);
    }

    private static Optional<MongoException> trouble(
            ConnectionString uri, Access access, JndiDns dns, InetAddressResolver resolver) {
        MongoClientSettings settings = MongoClientSettings.builder()
                .applyConnectionString(uri)
                .dnsClient(dns)
                .inetAddressResolver(resolver)
                .applyToSslSettings(ssl -> ssl.context(trusting(access.caFile())))
                .build();
        try (MongoClient client = MongoClients.create(settings)) {
            client.getDatabase("shop").getCollection("things").find().first();
            return Optional.empty();
        } catch (MongoException e) {
            return Optional.of(e);
        }
    }

    private static SSLContext trusting(Path pem) {
        try (InputStream in = Files.newInputStream(pem)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry(
                    "lab", CertificateFactory.getInstance("X.509").generateCertificate(in));
            TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
