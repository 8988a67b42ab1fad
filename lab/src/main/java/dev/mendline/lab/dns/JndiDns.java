package dev.mendline.lab.dns;

import com.mongodb.spi.dns.DnsClient;
import com.mongodb.spi.dns.DnsException;
import com.mongodb.spi.dns.DnsWithResponseCodeException;
import com.mongodb.spi.dns.InetAddressResolver;
import dev.mendline.model.net.Endpoint;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Hashtable;
import java.util.List;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.DirContext;
import javax.naming.directory.InitialDirContext;

/**
 * DNS client based on the JDK's DNS provider, like the driver's own, but with a chosen resolver. Failures reach the
 * driver in the form of its own client, so its error texts stay unchanged.
 */
public final class JndiDns implements DnsClient, InetAddressResolver {
    private static final int NXDOMAIN = 3;

    /** Initial timeout, which doubles with each attempt: a silent resolver costs 4.5 s instead of the JDK's 15. */
    private static final String FIRST_WAIT_MILLIS = "1500";

    private static final String TRIES = "2";

    private final Endpoint resolver;

    public JndiDns(Endpoint resolver) {
        this.resolver = resolver;
    }

    @Override
    public List<String> getResourceRecordData(String name, String type) {
        try {
            return lookup(name, type);
        } catch (NameNotFoundException e) {
            throw new DnsWithResponseCodeException(e.getMessage(), NXDOMAIN, e);
        } catch (NamingException e) {
            throw new DnsException(e.getMessage(), e);
        }
    }

    /**
     * Fails with the texts of the C library and without a cause, like the JDK's own lookup. An address needs no lookup.
     */
    @Override
    public List<InetAddress> lookupByName(String host) throws UnknownHostException {
        if (host.matches("[0-9.]+|.*:.*")) {
            return List.of(InetAddress.getByName(host));
        }
        try {
            List<InetAddress> addresses = new ArrayList<>();
            for (String address : lookup(host, "A")) {
                byte[] literal = InetAddress.getByName(address).getAddress();
                addresses.add(InetAddress.getByAddress(host, literal));
            }
            if (addresses.isEmpty()) {
                throw new UnknownHostException(host + ": No address associated with hostname");
            }
            return addresses;
        } catch (NameNotFoundException e) {
            throw new UnknownHostException(host + ": Name or service not known");
        } catch (NamingException e) {
            throw new UnknownHostException(host + ": Temporary failure in name resolution");
        }
    }

    @SuppressWarnings("BanJNDI") // The driver uses JNDI; other lookups fail with other texts.
    private List<String> lookup(String name, String type) throws NamingException {
        DirContext context = new InitialDirContext(environment());
        try {
            Attribute records = context.getAttributes(name, new String[] {type}).get(type);
            List<String> data = new ArrayList<>();
            for (Object record : records == null ? List.of() : Collections.list(records.getAll())) {
                data.add((String) record);
            }
            return data;
        } finally {
            context.close();
        }
    }

    @SuppressWarnings("JdkObsolete") // JNDI accepts nothing else.
    private Hashtable<String, String> environment() {
        Hashtable<String, String> environment = new Hashtable<>();
        environment.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
        environment.put(Context.PROVIDER_URL, "dns://" + resolver);
        environment.put("com.sun.jndi.dns.timeout.initial", FIRST_WAIT_MILLIS);
        environment.put("com.sun.jndi.dns.timeout.retries", TRIES);
        return environment;
    }
}
