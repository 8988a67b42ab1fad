package dev.mendline.probes.driver;

import com.mongodb.spi.dns.DnsClient;
import dev.mendline.model.config.Secret;
import dev.mendline.model.net.HostNames;
import dev.mendline.probes.dns.ResolverSurvey;
import dev.mendline.probes.dns.SeedList;
import dev.mendline.probes.spi.ProbeSettings;
import dev.mendline.probes.spi.Subject;
import dev.mendline.probes.uri.ConnectionString;
import java.util.List;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/**
 * DNS client for the driver while it parses a connection string. It knows two answers and looks up no other name: the
 * TXT record of the target, which may name the authentication database and was resolved by the zone's resolvers before,
 * and a placeholder node, because the probe has a node already.
 */
record ConnectionStringDns(List<String> texts) implements DnsClient {
    ConnectionStringDns {
        texts = List.copyOf(texts);
    }

    static ConnectionStringDns of(Secret string, Subject subject, ProbeSettings settings) throws InterruptedException {
        ConnectionString form = ConnectionString.of(string);
        boolean own = form.srv()
                && form.readable()
                && HostNames.canonical(form.hosts().get(0)).equals(subject.target());
        var name = ResolverSurvey.absolute(subject.target());
        if (!own || name.isEmpty()) {
            return new ConnectionStringDns(List.of());
        }
        return new ConnectionStringDns(ResolverSurvey.asDriver(
                        subject.resolvers(), name.get(), List.of(Type.TXT), settings.dnsQuery())
                .good()
                .map(answer -> answer.records().stream()
                        .map(record -> String.join("", ((TXTRecord) record).getStrings()))
                        .toList())
                .orElse(List.of()));
    }

    @Override
    public List<String> getResourceRecordData(String name, String type) {
        if (type.equals("TXT")) {
            return texts;
        }
        String target = name.startsWith(SeedList.SERVICE) ? name.substring(SeedList.SERVICE.length()) : name;
        return List.of("0 0 27017 node." + target);
    }
}
